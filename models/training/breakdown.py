"""
The same errors by apparent age and skin tone. Age of the held-out portraits was judged from a contact sheet by one rater
(held_out_age.csv); these are pictures of nobody, so apparent age is all there is. Tone is the individual typology angle
(ITA, Chardon 1991) of the cheeks; in portraits of unknown light it speaks of the picture as much as of the skin.
"""

import argparse
import csv
import os

import cv2
import numpy as np

from evaluate import hand_errors, read_mapping
from finder import THOROUGH, Detector, Landmarks, first_frame
from london_mapping import read_template
from mesh import interpupillary, read_labels
from train_landmarks import split

CHEEKS = [50, 280]


def tone(image, points):
    """ITA in degrees, from the middle of both cheeks."""
    ipd, angles = interpupillary(points), []
    lab = cv2.cvtColor(np.float32(image) / 255, cv2.COLOR_BGR2LAB)
    for x, y in points[CHEEKS]:
        r = max(2, int(0.08 * ipd))
        patch = lab[max(0, int(y) - r) : int(y) + r, max(0, int(x) - r) : int(x) + r].reshape(-1, 3)
        if len(patch):
            light, _, yellow = np.median(patch, axis=0)
            angles.append(np.degrees(np.arctan2(light - 50, max(yellow, 1e-3))))
    return float(np.mean(angles))


def group(angle):
    for name, least in (("light, ITA > 41", 41), ("intermediate, 28-41", 28), ("tan, 10-28", 10), ("brown, -30-10", -30)):
        if angle > least:
            return name
    return "dark, ITA < -30"


def table(title, rows):
    print(title)
    for name in sorted({r[0] for r in rows}):
        values = [r[1] for r in rows if r[0] == name]
        joined = np.concatenate(values)
        print(f"  {name:22s} n {len(values):3d}  mean {joined.mean():.2f}  p95 {np.percentile(joined, 95):.2f}")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--landmarks", default="models/landmarks_rhytid-mesh/rhytid-mesh.onnx")
    options.add_argument("--detector", default="models/detection_rhytid-face/rhytid-face.onnx")
    options.add_argument("--faces", required=True)
    options.add_argument("--labels", required=True, help="teacher on the portraits")
    options.add_argument("--teacher", required=True, help="teacher on the London photos")
    options.add_argument("--mapping", default="src/test/resources/rhytid/bench/london-template.csv")
    o = options.parse_args()
    cv2.setNumThreads(1)
    data = np.load(o.faces)
    finder, detector = Landmarks(o.landmarks, data["mirror"]), Detector(o.detector)
    with open(os.path.join(os.path.dirname(__file__), "held_out_age.csv")) as file:
        ages = {name + ".jpg": row["group"] for row in csv.DictReader(file) for name in row["names"].split()}

    def find(image):
        faces = detector.find(image)
        if not faces:
            return None
        largest = max(faces, key=lambda f: f[1][2] * f[1][3])
        seen, _ = finder.settle(image, first_frame(*largest[1:]))
        return finder.glance(image, seen[-1], THOROUGH)

    mapping, by_tone = read_mapping(o.mapping), []
    for path, face in read_labels(o.teacher).values():
        image = cv2.imread(path)
        points = find(image)
        if points is not None:
            errors = hand_errors(points, read_template(path[:-4] + ".tem"), mapping, interpupillary(face["points"]))
            by_tone.append((group(tone(image, face["points"])), errors))
    table("London, against the hand-placed points", by_tone)

    labels, by_age, by_tone, missed = read_labels(o.labels), [], [], []
    for name in data["names"][split(len(data["names"]))[0]]:
        path, face = labels[str(name)]
        image = cv2.imread(path)
        points = find(image)
        if points is None:
            missed.append(str(name))
            continue
        length = max(interpupillary(face["points"]), 0.28 * np.ptp(face["points"][:, 1]))  # in profile the eyes come together
        errors = np.linalg.norm(points - face["points"], axis=1) / length * 100
        by_age.append((ages[str(name)], errors))
        by_tone.append((group(tone(image, face["points"])), errors))
    table("held-out portraits, against the teacher, by apparent age", by_age)
    table("held-out portraits, against the teacher, by tone", by_tone)
    print("no face found in", missed)


if __name__ == "__main__":
    main()
