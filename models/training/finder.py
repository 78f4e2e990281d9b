"""The exported networks in OpenCV, as the Java side runs them: detector, passes, glances. Only for measuring here."""

import cv2
import numpy as np

from mesh import CROP_SCALE, apply, cut, frame_of

# Right, down (shares of the side), turn in degrees, scale, mirrored: as LookPlan.java has them.
STRAIGHT = [(0, 0, 0, 1, False)]
QUICK = [(0, 0, 0, 1, False), (0, 0, 0, 1, True)]
THOROUGH = QUICK + [
    (0.012, 0.008, 2, 0.97, False),
    (-0.012, 0.008, -2, 1.03, True),
    (0.008, -0.012, -2, 1.03, False),
    (-0.008, -0.012, 2, 0.97, True),
]


def overlap(a, b):
    w = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    h = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    shared = max(0, w) * max(0, h)
    return shared / (a[2] * a[3] + b[2] * b[3] - shared)


class Detector:
    """A network with YuNet's outputs, whichever strides it has."""

    def __init__(self, path, size=320, least=0.6):
        self.network, self.size, self.least = cv2.dnn.readNetFromONNX(path), size, least
        self.names = [n for n in self.network.getUnconnectedOutLayersNames()]

    def find(self, image):
        """[(score, box, five points)], the surest first."""
        k = self.size / max(image.shape[:2])
        small = cv2.resize(image, None, fx=k, fy=k, interpolation=cv2.INTER_AREA if k < 1 else cv2.INTER_LINEAR)
        square = np.zeros((self.size, self.size, 3), np.uint8)
        square[: small.shape[0], : small.shape[1]] = small[: self.size, : self.size]
        self.network.setInput(cv2.dnn.blobFromImage(square))
        values = dict(zip(self.names, self.network.forward(self.names)))
        found = []
        for stride in (int(n[4:]) for n in self.names if n.startswith("cls_")):
            cls, obj, bbox, kps = (values[f"{n}_{stride}"].reshape(-1, c) for n, c in (("cls", 1), ("obj", 1), ("bbox", 4), ("kps", 10)))
            score = np.sqrt(np.clip(cls, 0, 1) * np.clip(obj, 0, 1))[:, 0]
            for i in np.flatnonzero(score >= self.least):
                row, column = divmod(int(i), self.size // stride)
                x, y = (column + bbox[i, 0]) * stride, (row + bbox[i, 1]) * stride
                w, h = np.exp(bbox[i, 2:]) * stride
                key = (kps[i].reshape(5, 2) + [column, row]) * stride
                found.append((float(score[i]), np.array([x - w / 2, y - h / 2, w, h]) / k, key / k))
        kept = []
        for face in sorted(found, key=lambda f: -f[0]):
            if all(overlap(face[1], other[1]) <= 0.3 for other in kept):
                kept.append(face)
        return kept


class Landmarks:
    def __init__(self, path, mirror, size=160):
        self.network, self.mirror, self.size = cv2.dnn.readNetFromONNX(path), mirror, size

    def look(self, image, frame, mirrored=False):
        crop, matrix = cut(image, frame, self.size)
        if mirrored:
            crop = np.ascontiguousarray(crop[:, ::-1])
        self.network.setInput(cv2.dnn.blobFromImage(crop, 1 / 255, (self.size, self.size), (0, 0, 0), True))
        points, logit = self.network.forward(["points", "presence"])
        points = points.reshape(478, 2).astype(float)
        if mirrored:
            points = points[self.mirror] * [-1, 1] + [self.size - 1, 0]
        return apply(cv2.invertAffineTransform(matrix), points), 1 / (1 + np.exp(-float(logit.ravel()[0])))

    def settle(self, image, frame, passes=3):
        """The points of each pass and the presence of the last."""
        seen = []
        for _ in range(passes):
            points, presence = self.look(image, frame)
            seen.append(points)
            frame = frame_of(points)
        return seen, presence

    def glance(self, image, points, glances):
        """The mean of several looks around the settled crop."""
        x, y, side, angle = frame_of(points)
        c, s, total = np.cos(angle), np.sin(angle), 0
        for right, down, turn, scale, mirrored in glances:
            moved = x + side * (c * right - s * down), y + side * (s * right + c * down), side * scale, angle + np.deg2rad(turn)
            total = total + self.look(image, moved, mirrored)[0]
        return total / len(glances)


def first_frame(box, key):
    """The first crop, from a detector's box and eyes."""
    across = key[1] - key[0]
    return box[0] + box[2] / 2, box[1] + box[3] / 2, CROP_SCALE * max(box[2:]), np.arctan2(across[1], across[0])
