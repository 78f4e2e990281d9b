"""What every script shares: names for the points of the mesh, the crop around a face, and how labels are read."""

import json
import os

import cv2
import numpy as np

POINTS = 478
CROP_SCALE = 1.5  # the side of the crop over the longer side of the box of the points
RIGHT_EYE, LEFT_EYE = 33, 263  # outer corners; right and left are the subject's
RIGHT_IRIS, LEFT_IRIS = 468, 473

BROWS = [70, 63, 105, 66, 107, 46, 53, 52, 65, 55, 300, 293, 334, 296, 336, 276, 283, 282, 295, 285]
LIDS = [33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7]
LIDS += [263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249]
IRISES = list(range(468, 478))
MOUTH = [61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146]
MOUTH += [78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95]
NOSE = [168, 6, 197, 195, 5, 4, 1, 19, 94, 2, 98, 97, 326, 327, 129, 358, 64, 294, 48, 278, 209, 429, 198, 420]
OUTLINE = [10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152]
OUTLINE += [148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109]
PARTS = {"brows": BROWS, "lids": LIDS, "irises": IRISES, "mouth": MOUTH, "nose": NOSE, "outline": OUTLINE}


def read_labels(path, teacher=True):
    """
    Photos and the largest face of each, from the JSON lines of `rhytid landmarks`: {base name: (file, face)}. There the
    origin is the photo's corner, here it is the first pixel's centre. The teacher counts pixels of its 256-pixel crop
    from the corner too, but is read as if from the centre: its points lie half such a pixel too far right and down.
    """
    found = {}
    with open(path) as lines:
        for line in lines:
            photo = json.loads(line)
            if photo.get("faces"):
                face = photo["faces"][0]
                points = np.array(face["points"], float) - 0.5
                if teacher:
                    _, _, side, angle = frame_of(points)
                    c, s = np.cos(angle), np.sin(angle)
                    points -= 0.5 * side / 256 * np.array([c - s, s + c])
                face["points"] = points
                found[os.path.basename(photo["file"])] = (photo["file"], face)
    return found


def frame_of(points, scale=CROP_SCALE):
    """The crop of a face: (centre x, centre y, side, angle) from the box of its points, level with the eyes."""
    across = points[LEFT_EYE] - points[RIGHT_EYE]
    angle = np.arctan2(across[1], across[0])
    c, s = np.cos(angle), np.sin(angle)
    u, v = points @ [c, s], points @ [-s, c]
    middle_u, middle_v = (u.min() + u.max()) / 2, (v.min() + v.max()) / 2
    side = scale * max(np.ptp(u), np.ptp(v))
    return c * middle_u - s * middle_v, s * middle_u + c * middle_v, side, angle


def to_crop(frame, size):
    """The 2 × 3 matrix from photo to crop. A pixel's centre has whole coordinates on both sides."""
    x, y, side, angle = frame
    k = size / side
    c, s = k * np.cos(angle), k * np.sin(angle)
    half = size / 2  # as the Java side has it
    return np.array([[c, s, half - c * x - s * y], [-s, c, half + s * x - c * y]])


def apply(matrix, points):
    return points @ matrix[:, :2].T + matrix[:, 2]


def shrink_for(image, side, size):
    """
    The photo made smaller when its crop would skip pixels, and the matrix of that change. A photo of half the width has
    its pixel centres at (p + ½)k − ½: forgetting the halves moves every point.
    """
    k = 1.3 * size / side
    if k >= 0.77:
        return image, np.array([[1.0, 0, 0], [0, 1, 0]])
    small = cv2.resize(image, None, fx=k, fy=k, interpolation=cv2.INTER_AREA)
    kx, ky = small.shape[1] / image.shape[1], small.shape[0] / image.shape[0]
    return small, np.array([[kx, 0, kx / 2 - 0.5], [0, ky, ky / 2 - 0.5]])


def cut(image, frame, size, border=cv2.BORDER_CONSTANT):
    """The crop, and the matrix from photo to crop."""
    small, change = shrink_for(image, frame[2], size)
    whole = to_crop(frame, size)
    back = cv2.invertAffineTransform(change)
    matrix = np.column_stack([whole[:, :2] @ back[:, :2], whole[:, :2] @ back[:, 2] + whole[:, 2]])
    return cv2.warpAffine(small, matrix, (size, size), flags=cv2.INTER_LINEAR, borderMode=border), whole


def interpupillary(points):
    return np.linalg.norm(points[..., RIGHT_IRIS, :] - points[..., LEFT_IRIS, :], axis=-1)


def mirror_table(canonical_obj, points):
    """
    Which point is which in a mirror. The 468 come from the canonical model, the four of each iris rim from labels,
    since the model has no irises.
    """
    with open(canonical_obj) as lines:
        model = np.array([[float(x) for x in l.split()[1:4]] for l in lines if l.startswith("v ")])
    table = np.zeros(POINTS, int)
    table[:468] = np.linalg.norm((model * [-1, 1, 1])[:, None] - model[None], axis=2).argmin(1)
    table[RIGHT_IRIS], table[LEFT_IRIS] = LEFT_IRIS, RIGHT_IRIS
    right = (points[:, 469:473] - points[:, 468:469]).mean(0) * [-1, 1]
    left = (points[:, 474:478] - points[:, 473:474]).mean(0)
    for i in range(4):
        j = int(np.linalg.norm(left - right[i], axis=1).argmin())
        table[469 + i], table[474 + j] = 474 + j, 469 + i
    assert (table[table] == np.arange(POINTS)).all(), "a mirror of a mirror is the thing itself"
    return table
