"""
Measures the exported networks end to end on the London set, which nothing was trained on: own box, three passes, glances;
against the hand-placed points by part, against the teacher, and under re-framing. Prints, and writes nothing.
"""

import argparse
import csv
import glob
import os

import cv2
import numpy as np

from finder import QUICK, THOROUGH, Detector, Landmarks, first_frame
from london_mapping import LEFT_BROW_TOP, RIGHT_BROW_TOP, read_template
from mesh import LEFT_IRIS, RIGHT_IRIS, frame_of, interpupillary, read_labels

RIGHT_BROW_HAND, LEFT_BROW_HAND = [72, 73, 74, 75], [78, 79, 80, 81]


def read_mapping(path):
    with open(path) as file:
        return [(int(r["london"]), r["meaning"], [int(x) for x in r["mesh"].split()], [float(x) for x in r["weights"].split()]) for r in csv.DictReader(file)]


def hand_errors(points, hand, mapping, ipd):
    return np.array([np.linalg.norm(np.array(w) @ points[at] - hand[i]) / ipd * 100 for i, _, at, w in mapping])


def to_line(p, line):
    """Distance of a point to a polyline."""
    best = np.inf
    for a, b in zip(line, line[1:]):
        t = np.clip(np.dot(p - a, b - a) / np.dot(b - a, b - a), 0, 1)
        best = min(best, np.linalg.norm(p - a - t * (b - a)))
    return best


def brow_errors(points, hand, ipd):
    """How far the hand-placed upper border of the brow lies from the mesh's, across it."""
    pairs = ((RIGHT_BROW_HAND, RIGHT_BROW_TOP), (LEFT_BROW_HAND, LEFT_BROW_TOP))
    return np.array([to_line(hand[i], points[top]) / ipd * 100 for hands, top in pairs for i in hands])


def brow_heights(points):
    """Of both sides: upper border above the pupillary line at the pupil, in % of the interpupillary distance."""
    right, left = points[RIGHT_IRIS], points[LEFT_IRIS]
    ipd = np.linalg.norm(left - right)
    along = (left - right) / ipd
    up = np.array([along[1], -along[0]])
    heights = []
    for top, pupil in ((RIGHT_BROW_TOP, right), (LEFT_BROW_TOP, left)):
        u, v = (points[top] - pupil) @ along, (points[top] - pupil) @ up
        heights.append(np.interp(0, u, v) / ipd * 100)
    return heights


def reframed(image, random):
    turn, scale = random.uniform(-8, 8), random.uniform(0.75, 1.15)
    h, w = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((w / 2, h / 2), turn, scale)
    matrix[:, 2] += random.uniform(-0.04, 0.04, 2) * w
    image = cv2.warpAffine(image, matrix, (w, h), flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE)
    image = cv2.convertScaleAbs(image, alpha=random.uniform(0.8, 1.2))
    return cv2.imdecode(cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, int(random.randint(60, 95))])[1], 1)


def steadiness(finder, detector, photos, framings=8):
    """SD of the brow height of one photo under re-framing, pooled over photos and sides, per way of looking."""
    spread = {}
    for k, path in enumerate(photos):
        image, random, heights = cv2.imread(path), np.random.RandomState(k), {}
        for _ in range(framings):
            view = reframed(image, random)
            faces = detector.find(view)
            if not faces:
                print("lost under re-framing:", os.path.basename(path))
                continue
            seen, _ = finder.settle(view, first_frame(*faces[0][1:]))
            for name, points in [(f"pass {n + 1}", p) for n, p in enumerate(seen)] + [
                ("3 + quick", finder.glance(view, seen[-1], QUICK)),
                ("3 + thorough", finder.glance(view, seen[-1], THOROUGH)),
            ]:
                heights.setdefault(name, []).append(brow_heights(points))
        for name, values in heights.items():
            spread.setdefault(name, []).extend(np.var(values, axis=0, ddof=1))
    return {name: round(float(np.sqrt(np.mean(v))), 3) for name, v in spread.items()}


def report(name, errors, brows, mapping):
    errors, parts = np.array(errors), {}
    for k, (_, meaning, _, _) in enumerate(mapping):
        part = next((p for p in ("pupil", "canthus", "lid", "nasal", "columella", "mouth", "lip", "chin") if p in meaning), meaning)
        parts.setdefault({"columella": "nose", "nasal": "nose", "lip": "mouth"}.get(part, part), []).append(k)
    text = ", ".join(f"{p} {errors[:, k].mean():.2f}" for p, k in parts.items())
    print(f"{name:22s} mean {errors.mean():.2f} p95 {np.percentile(errors, 95):.2f} | {text} | brow border {np.mean(brows):.2f}", flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--landmarks", default="models/landmarks_rhytid-mesh/rhytid-mesh.onnx")
    options.add_argument("--detector", default="models/detection_rhytid-face/rhytid-face.onnx")
    options.add_argument("--faces", required=True, help="faces.npz, for its mirror table")
    options.add_argument("--teacher", required=True, help="JSON lines of the teacher on the London photos")
    options.add_argument("--london", default="../shared/data/london/neutral_front")
    options.add_argument("--mapping", default="src/test/resources/rhytid/bench/london-template.csv")
    options.add_argument("--reframe", type=int, default=0, help="how many photos to re-frame")
    options.add_argument("--teacher-box", action="store_true", help="start from the teacher's points, not the own detector")
    o = options.parse_args()
    cv2.setNumThreads(1)
    finder = Landmarks(o.landmarks, np.load(o.faces)["mirror"])
    detector = None if o.teacher_box else Detector(o.detector)
    mapping, teacher = read_mapping(o.mapping), read_labels(o.teacher)
    all_errors, away, lost = {}, {}, []
    for path in sorted(glob.glob(os.path.join(o.london, "*.jpg"))):
        name = os.path.basename(path)
        image, hand = cv2.imread(path), read_template(path[:-4] + ".tem")
        labels = teacher[name][1]["points"]
        ipd = interpupillary(labels)
        if o.teacher_box:
            start = frame_of(labels)
        else:
            faces = detector.find(image)
            if len(faces) != 1:
                lost.append((name, len(faces)))
            if not faces:
                continue
            start = first_frame(*faces[0][1:])
        seen, presence = finder.settle(image, start)
        found = {"teacher": labels, **{f"pass {n + 1}": p for n, p in enumerate(seen)}}
        found["3 + quick"] = finder.glance(image, seen[-1], QUICK)
        found["3 + thorough"] = finder.glance(image, seen[-1], THOROUGH)
        for way, points in found.items():
            entry = all_errors.setdefault(way, ([], []))
            entry[0].append(hand_errors(points, hand, mapping, ipd))
            entry[1].append(brow_errors(points, hand, ipd))
            away.setdefault(way, []).append(np.linalg.norm(points - labels, axis=1).mean() / ipd * 100)
    for way, (errors, brows) in all_errors.items():
        report(way, errors, brows, mapping)
    print("distance to the teacher, %:", {way: round(float(np.mean(v)), 2) for way, v in away.items()})
    if detector:
        print("photos without exactly one face:", lost)
    if o.reframe and detector:
        photos = sorted(glob.glob(os.path.join(o.london, "*.jpg")))[:: max(1, 62 // o.reframe)][: o.reframe]
        print("brow height under re-framing, SD in % of the interpupillary distance:", steadiness(finder, detector, photos))


if __name__ == "__main__":
    main()
