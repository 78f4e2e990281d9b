"""
Writes london-template.csv: which mesh point, or which place between two, each hand-placed point of the London set is.

Anatomy says on which contour of the mesh a hand-placed point lies (below). Where along that contour is read from the
teacher on every second face only, as the mean place nearest to the hand-placed point; the other half says how well it holds.
Our own network is never part of it. Hair, neck, ears, bags, cheeks, nostrils and bridge have no counterpart and stay out.
"""

import argparse
import csv
import glob
import os

import numpy as np

from mesh import RIGHT_IRIS, LEFT_IRIS, interpupillary, read_labels

RIGHT_UPPER_LID, RIGHT_LOWER_LID = [33, 246, 161, 160, 159, 158, 157, 173, 133], [33, 7, 163, 144, 145, 153, 154, 155, 133]
LEFT_UPPER_LID, LEFT_LOWER_LID = [362, 398, 384, 385, 386, 387, 388, 466, 263], [362, 382, 381, 380, 374, 373, 390, 249, 263]
RIGHT_BROW_TOP, RIGHT_BROW_BOTTOM = [70, 63, 105, 66, 107], [46, 53, 52, 65, 55]
LEFT_BROW_TOP, LEFT_BROW_BOTTOM = [336, 296, 334, 293, 300], [285, 295, 282, 283, 276]
LIP_TOP, LIP_BOTTOM = [61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291], [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291]
MOUTH_TOP, MOUTH_BOTTOM = [78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308], [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308]
RIGHT_WING, LEFT_WING = [198, 209, 129, 98, 97], [420, 429, 358, 327, 326]
JAW = [234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 454]

CONTOURS = [  # meaning, hand-placed points, contour of the mesh
    ("right pupil", [0], [RIGHT_IRIS]), ("left pupil", [1], [LEFT_IRIS]),
    ("right outer canthus", [18], [33]), ("right inner canthus", [22], [133]),
    ("left inner canthus", [23], [362]), ("left outer canthus", [27], [263]),
    ("right upper lid", [19, 20, 21], RIGHT_UPPER_LID), ("right lower lid", [28, 29, 30], RIGHT_LOWER_LID),
    ("left upper lid", [24, 25, 26], LEFT_UPPER_LID), ("left lower lid", [31, 32, 33], LEFT_LOWER_LID),
    ("right nasal wing", [61, 62, 63, 64], RIGHT_WING), ("left nasal wing", [66, 67, 68, 69], LEFT_WING),
    ("columella base", [55], [19, 94, 2]),
    ("right mouth corner", [87], [61]), ("left mouth corner", [93], [291]),
    ("upper lip border", [88, 89, 90, 91, 92], LIP_TOP), ("lower lip border", [104, 105, 106, 107, 108], LIP_BOTTOM),
    ("upper lip inner edge", [94, 95, 96, 97, 98], MOUTH_TOP), ("lower lip inner edge", [99, 100, 101, 102, 103], MOUTH_BOTTOM),
    ("chin", [129], JAW),
]
# The same parts, but not the same places: where along a brow or the jaw a point sits is decided otherwise by
# the hand than by the mesh. Printed, not part of the template; evaluate.py holds the brow's border against them across it.
APART = [
    ("right brow upper border", [72, 73, 74], RIGHT_BROW_TOP), ("left brow upper border", [79, 80, 81], LEFT_BROW_TOP),
    ("right brow lateral end", [71], [46, 70]), ("right brow medial end", [75, 76], [55, 107]),
    ("left brow medial end", [77, 78], [285, 336]), ("left brow lateral end", [82], [276, 300]),
    ("right brow lower border", [83, 84], RIGHT_BROW_BOTTOM), ("left brow lower border", [85, 86], LEFT_BROW_BOTTOM),
    ("jaw", [126, 127, 128, 130, 131, 132], JAW),
]


def read_template(path):
    with open(path) as lines:
        count = int(next(lines))
        return np.array([[float(x) for x in next(lines).split()[:2]] for _ in range(count)])


def place_on(contour, mesh, hand, ipd):
    """The segment and the share along it whose mean distance to the hand-placed point is least."""
    if len(contour) == 1:
        return contour, [1.0]
    best = None
    for a, b in zip(contour, contour[1:]):
        for t in np.linspace(0, 1, 21):
            error = (np.linalg.norm((1 - t) * mesh[:, a] + t * mesh[:, b] - hand, axis=1) / ipd).mean()
            if best is None or error < best[0] - 1e-9:
                best = error, a, b, t
    _, a, b, t = best
    return ([a], [1.0]) if t == 0 else ([b], [1.0]) if t == 1 else ([a, b], [round(1 - t, 2), round(t, 2)])


def fitted(contours, mesh, hand, ipd):
    """For every hand-placed point its row of the template, and its errors on all faces in % of the IPD, signed."""
    rows, offsets = [], []
    for meaning, points, contour in contours:
        for i in points:
            at, weights = place_on(contour, mesh[::2], hand[::2, i], ipd[::2])
            rows.append([i, meaning, " ".join(map(str, at)), " ".join(f"{w:g}" for w in weights)])
            offsets.append((np.tensordot(mesh[:, at], weights, (1, 0)) - hand[:, i]) / ipd[:, None] * 100)
            error = np.linalg.norm(offsets[-1], axis=1).mean()
            print(f"{i:4d} {meaning:26s} {rows[-1][2]:9s} {rows[-1][3]:10s} {error:5.2f}  {offsets[-1].mean(0).round(2)}")
    return rows, np.array(offsets)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--labels", required=True, help="JSON lines of the teacher on the London photos")
    options.add_argument("--london", default="../shared/data/london/neutral_front")
    options.add_argument("--out", default="src/test/resources/rhytid/bench/london-template.csv")
    options.add_argument("--uncorrected", action="store_true", help="leave the teacher's half pixel in")
    o = options.parse_args()
    labels = read_labels(o.labels, teacher=not o.uncorrected)
    mesh, hand = [], []
    for path in sorted(glob.glob(os.path.join(o.london, "*.tem"))):
        name = os.path.basename(path)[:-4] + ".jpg"
        if name in labels:
            mesh.append(labels[name][1]["points"])
            hand.append(read_template(path))
    mesh, hand = np.array(mesh), np.array(hand)
    ipd = interpupillary(mesh)
    fitted(APART, mesh, hand, ipd)
    rows, offsets = fitted(CONTOURS, mesh, hand, ipd)
    errors = np.linalg.norm(offsets, axis=2)
    print(f"{len(rows)} points, mean signed offset {offsets.mean((0, 1)).round(2)} % of the interpupillary distance")
    for name, part in (("half the places were read from", errors[:, ::2]), ("other half", errors[:, 1::2]), ("all", errors)):
        print(f"{name}: mean {part.mean():.2f} %, p95 {np.percentile(part, 95):.2f} %")
    with open(o.out, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["london", "meaning", "mesh", "weights"])
        out.writerows(sorted(rows, key=lambda row: row[0]))


if __name__ == "__main__":
    main()
