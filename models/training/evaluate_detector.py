"""
Counts what the exported detector finds: held-out portraits and the London set as they are; both reframed so that the face
fills 25 to 95 % of the height, turned up to 25 degrees; darkened and blurred; and pictures without a face. Prints only.
"""

import argparse

import cv2
import numpy as np

from detector_scenes import Scenes, upright_box
from finder import Detector, Landmarks, first_frame, overlap
from mesh import read_labels
from train_detector import HELD_OUT, read_tiles


def corner_box(middle):
    return np.array([middle[0] - middle[2] / 2, middle[1] - middle[3] / 2, middle[2], middle[3]])


def reframed(image, box, random):
    """The face 25 to 95 % of the height of a 480 × 640 or 640 × 480 picture, turned; and its box there."""
    width, height = ((480, 640), (640, 480))[random.randint(2)]
    share, turn = random.uniform(0.25, 0.95), random.uniform(-25, 25)
    scale = share * height / box[3]
    matrix = cv2.getRotationMatrix2D((float(box[0]), float(box[1])), turn, scale)
    room = np.maximum(0, np.array([width, height]) - 0.8 * scale * box[2:])
    matrix[:, 2] += np.array([width, height]) / 2 - box[:2] + random.uniform(-0.5, 0.5, 2) * room * 0.6
    view = cv2.warpAffine(image, matrix, (width, height), flags=cv2.INTER_AREA, borderMode=cv2.BORDER_CONSTANT)
    centre = matrix[:, :2] @ box[:2] + matrix[:, 2]
    return view, np.concatenate([centre, box[2:] * scale])


def worse(image, random):
    image = cv2.convertScaleAbs(image, alpha=random.uniform(0.2, 0.5))
    image = cv2.GaussianBlur(image, (0, 0), random.uniform(1, 3) * max(image.shape) / 400)
    return np.clip(image + random.randn(*image.shape) * 6, 0, 255).astype(np.uint8)


def count(name, detector, cases):
    found = alone = 0
    closeness, missed = [], []
    for key, image, box in cases:
        faces = detector.find(image)
        best = max([overlap(f[1], corner_box(box)) for f in faces], default=0)
        found += best > 0.4
        alone += best > 0.4 and len(faces) == 1
        closeness += [best] if best > 0.4 else []
        missed += [] if best > 0.4 else [key]
    total = len(cases)
    print(f"{name:34s} found {found}/{total} = {100 * found / total:.1f} %, with nothing else {alone}, mean overlap {np.mean(closeness):.3f} {missed[:12]}", flush=True)


def emptied(image, box):
    x, y, w, h = box
    return cv2.ellipse(image.copy(), (int(x), int(y)), (int(0.6 * w), int(0.62 * h)), 0, 0, 360, (128, 150, 190), -1)


def count_invented(name, detector, landmarks, images):
    """How many faceless pictures get a box, and in how many the landmark network does not take it back (presence)."""
    boxes, surest, kept = 0, 0.0, 0
    for image in images:
        faces = detector.find(image)
        boxes += bool(faces)
        surest = max([surest] + [f[0] for f in faces])
        if landmarks:
            kept += any(landmarks.settle(image, first_frame(*f[1:]))[1] >= 0.5 for f in faces)
    print(f"faceless, {name}: a box in {boxes} of {len(images)}, surest {surest:.2f}; {kept} stay after the landmarks", flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--detector", default="models/detection_rhytid-face/rhytid-face.onnx")
    options.add_argument("--labels", nargs="+", required=True, help="teacher on the portraits")
    options.add_argument("--london", help="teacher on London photos, neutral and smiling")
    options.add_argument("--landmarks", default="models/landmarks_rhytid-mesh/rhytid-mesh.onnx")
    options.add_argument("--faces", help="faces.npz: also ask the landmark network about invented faces")
    options.add_argument("--size", type=int, default=320)
    options.add_argument("--least", type=float, default=0.6)
    o = options.parse_args()
    cv2.setNumThreads(1)
    detector = Detector(o.detector, o.size, o.least)
    random = np.random.RandomState(4)
    tiles, points = read_tiles(o.labels[0])
    tiles, points = tiles[:HELD_OUT], points[:HELD_OUT]
    boxes = [upright_box(p) for p in points]
    sets = {"held-out portraits": list(zip(range(HELD_OUT), tiles, boxes))}
    if o.london:
        london = [(n, cv2.imread(path), upright_box(f["points"])) for n, (path, f) in sorted(read_labels(o.london).items())]
        sets["London"] = london
    for name, cases in list(sets.items()):
        count(name, detector, cases)
        views = [(k, *reframed(image, box, random)) for k, image, box in cases for _ in range(3)]
        count(name + ", reframed", detector, views)
        count(name + ", reframed, dark and blurred", detector, [(k, worse(v, random), b) for k, v, b in views])
    scenes = Scenes(5, tiles, points)
    faceless = {"faces taken out": [scenes.photograph(scenes.faceless()) for _ in range(300)]}
    faceless["drawn"] = [scenes.photograph(scenes.drawn()) for _ in range(300)]
    if o.london:
        faceless["London with an empty oval"] = [emptied(image, box) for _, image, box in london]
    landmarks = Landmarks(o.landmarks, np.load(o.faces)["mirror"]) if o.faces else None
    for name, images in faceless.items():
        count_invented(name, detector, landmarks, images)

if __name__ == "__main__":
    main()
