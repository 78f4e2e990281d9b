"""
Cuts every portrait once, upright and larger than the networks' crop, so that training reads no JPEG and shrinks nothing.
Writes faces.npz: crops (N, SOURCE, SOURCE, 3) BGR, points (N, 478, 2) in their pixels, names, the mirror table.
"""

import argparse
import os

import cv2
import numpy as np

from mesh import apply, cut, frame_of, mirror_table, read_labels

SOURCE = 288
SPAN = 2.1  # side of the stored crop over the longer side of the box of the points: room for shifts and turns


def usable(face, points, width, height):
    """The teacher is sure and settled, and the face is not cut off by more than a sliver."""
    outside = (points < 0).any(1) | (points > [width, height]).any(1)
    return face["presence"] >= 0.95 and face.get("moved", 0) <= 0.03 and outside.mean() < 0.05


def read_rejected(path):
    return set(open(path).read().split()) if path and os.path.exists(path) else set()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--labels", nargs="+", required=True)
    options.add_argument("--canonical", default="../shared/models/canonical_face_model.obj")
    options.add_argument("--rejected", default=os.path.join(os.path.dirname(__file__), "rejected.txt"), help="names judged bad by eye")
    options.add_argument("--out", required=True)
    o = options.parse_args()
    rejected = read_rejected(o.rejected)
    crops, points, names = [], [], []
    for labels in o.labels:
        for name, (path, face) in sorted(read_labels(labels).items()):
            image = cv2.imread(path)
            if name in rejected or not usable(face, face["points"], image.shape[1], image.shape[0]):
                print("left out:", name)
                continue
            crop, matrix = cut(image, frame_of(face["points"], SPAN), SOURCE)
            crops.append(crop)
            points.append(apply(matrix, face["points"]))
            names.append(name)
    points = np.array(points, np.float32)
    table = mirror_table(o.canonical, points)
    np.savez(o.out, crops=np.array(crops), points=points, names=np.array(names), mirror=table)
    print(len(names), "faces")


if __name__ == "__main__":
    main()
