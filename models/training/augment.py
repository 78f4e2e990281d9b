"""Two views of one face for training: other crop, expression, light and camera. One remap a view, about 2 ms."""

import cv2
import numpy as np

from mesh import CROP_SCALE, LEFT_IRIS, RIGHT_IRIS, apply
from network import SIZE
from prepare import SOURCE, SPAN

COARSE = 20  # the warp is smooth: it is computed on this many points a side and enlarged
cv2.setNumThreads(1)


class Views:
    def __init__(self, seed, crops, points, mirror):
        self.random = np.random.RandomState(seed)
        self.crops, self.points, self.mirror = crops, points, mirror
        at = ((np.arange(COARSE) + 0.5) * SIZE / COARSE - 0.5).astype(np.float32)
        self.coarse = np.stack(np.meshgrid(at, at), -1).reshape(-1, 2)
        fine = np.arange(SIZE, dtype=np.float32)
        self.fine = np.stack(np.meshgrid(fine, fine), -1).reshape(-1, 2)
        self.noise = [np.random.RandomState(seed + k).randn(SIZE + 32, SIZE + 32, 3).astype(np.float32) for k in range(2)]

    def bumps(self, p, ipd):
        """What moves in a face, as Gaussian pushes (centre, amplitude, width): brows, lids, mouth, and its whole build."""
        r, found = self.random, []
        if r.rand() < 0.6:
            both = r.randn() * 0.035
            for brow in ((107, 105, 70), (336, 334, 300)):
                one = both + r.randn() * 0.018
                for j in brow:
                    up = np.clip(one + r.randn() * 0.012, -0.11, 0.09)
                    found.append((p[j] - [0, 0.02 * ipd], (r.randn() * 0.008, up), 0.17))
        if r.rand() < 0.4:
            upper, lower = r.randn(2) * (0.014, 0.010)
            for j in (159, 386):
                found.append((p[j], (0, upper + r.randn() * 0.006), 0.10))
            for j in (145, 374):
                found.append((p[j] + [0, 0.03 * ipd], (0, lower + r.randn() * 0.005), 0.10))
        if r.rand() < 0.5:
            wide, high = r.randn(2) * 0.03
            for sign, j in ((-1, 61), (1, 291)):
                found.append((p[j], (sign * wide + r.randn() * 0.015, high + r.randn() * 0.015), 0.20))
            for j in (0, 17):
                found.append((p[j], r.randn(2) * (0.01, 0.02), 0.16))
        if r.rand() < 0.6:
            for _ in range(5):
                found.append((p[1] + r.randn(2) * 0.9 * ipd, r.randn(2) * 0.03, r.uniform(0.45, 0.8)))
        return [(np.float32(c), np.float32(a) * ipd, np.float32(s * ipd)) for c, a, s in found]

    @staticmethod
    def push(bumps, at):
        """Where the bumps push what lies at these places."""
        total = np.zeros(at.shape, np.float32)
        for centre, amplitude, width in bumps:
            d = at - centre
            total += np.exp(-(d * d).sum(1) / (2 * width * width))[:, None] * amplitude
        return total

    def placement(self, flip, narrow, miss):
        """The matrix from stored crop to view: near the settled crop, or as far off as a detector may be, or missed."""
        r = self.random
        if narrow:
            turn, scale, shift = r.randn() * 1.5, np.exp(r.randn() * 0.02), r.randn(2) * 0.01
        else:
            turn, scale, shift = np.clip(r.randn() * 9, -24, 24), np.exp(r.uniform(-0.22, 0.18)), r.uniform(-0.09, 0.09, 2)
        if miss == 1:
            away, far = r.uniform(0, 2 * np.pi), r.uniform(0.4, 0.9)
            shift = np.array([np.cos(away), np.sin(away)]) * far
        elif miss == 2:
            scale, shift = scale * r.uniform(2.2, 6), r.uniform(-0.8, 0.8, 2)
        elif miss == 3:
            turn = turn + 180 + r.randn() * 30
        k = SIZE / (SOURCE * CROP_SCALE / SPAN) * scale
        c, s = k * np.cos(np.deg2rad(turn)), k * np.sin(np.deg2rad(turn))
        middle, target = SOURCE / 2, SIZE / 2 + shift * SIZE
        matrix = np.array([[c, -s, target[0] - (c - s) * middle], [s, c, target[1] - (s + c) * middle]])
        if flip:  # pixel x of the stored crop is pixel SOURCE - 1 - x of its mirror image
            matrix = np.column_stack([matrix[:, 0] * -1, matrix[:, 1], matrix[:, 2] + matrix[:, 0] * (SOURCE - 1)])
        return matrix

    def pair(self, i, narrow_share, miss_share):
        """Two views: [(image, points, present, matrix)], the same face with the same expression, mirrored or not."""
        r = self.random
        p = self.points[i]
        ipd = np.linalg.norm(p[RIGHT_IRIS] - p[LEFT_IRIS])
        bumps = self.bumps(p, ipd) if r.rand() < 0.85 else []
        moved = p.copy()
        for _ in range(3 if bumps else 0):  # pixels at q come from q - push(q), so points go where q = p + push(q)
            moved = p + self.push(bumps, moved)
        flip = r.rand() < 0.5
        if flip:
            labels = moved[self.mirror]
        views = []
        for _ in range(2):
            miss = r.randint(1, 4) if r.rand() < miss_share else 0
            matrix = self.placement(flip, r.rand() < narrow_share, miss)
            image = self.draw(self.crops[i], matrix, bumps)
            views.append((self.photograph(image), apply(matrix, labels if flip else moved), 0.0 if miss else 1.0, matrix))
        return views

    def draw(self, crop, matrix, bumps):
        border = cv2.BORDER_CONSTANT if self.random.rand() < 0.7 else cv2.BORDER_REFLECT_101
        if not bumps:
            return cv2.warpAffine(crop, matrix, (SIZE, SIZE), flags=cv2.INTER_LINEAR, borderMode=border)
        back = cv2.invertAffineTransform(matrix).astype(np.float32)
        push = self.push(bumps, apply(back, self.coarse)).reshape(COARSE, COARSE, 2)
        push = cv2.resize(push, (SIZE, SIZE), interpolation=cv2.INTER_CUBIC)
        source = apply(back, self.fine).reshape(SIZE, SIZE, 2) - push
        return cv2.remap(crop, source, None, cv2.INTER_LINEAR, borderMode=border)

    def photograph(self, image):
        """Colour, light, sharpness, noise, compression, and now and then something in the way."""
        r, u = self.random, self.random.rand()
        if u < 0.45:
            grey = cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
            keep = 0.0 if u < 0.1 else r.uniform(0.3, 1.4)
            image = cv2.addWeighted(image, keep, grey, 1 - keep, 0)
        if r.rand() < 0.85:
            tone = np.linspace(0, 1, 256) ** np.exp(r.randn() * 0.3)
            tone = (tone - 0.5) * np.exp(r.randn() * 0.18) + 0.5 + r.randn() * 0.07
            table = tone[:, None] * np.exp(r.randn(3) * 0.07) * 255
            image = cv2.LUT(image, np.clip(table, 0, 255).astype(np.uint8).reshape(256, 1, 3))
        if r.rand() < 0.35:
            light = cv2.resize(np.exp(r.randn(3, 3) * 0.3).astype(np.float32), (SIZE, SIZE), interpolation=cv2.INTER_CUBIC)
            image = cv2.multiply(image, cv2.merge([light, light, light]), dtype=cv2.CV_8U)
        u = r.rand()
        if u < 0.25:
            image = cv2.GaussianBlur(image, (0, 0), r.uniform(0.4, 1.5))
        elif u < 0.4:
            k = r.uniform(0.35, 0.8)
            small = cv2.resize(image, None, fx=k, fy=k, interpolation=cv2.INTER_AREA)
            image = cv2.resize(small, (SIZE, SIZE), interpolation=cv2.INTER_LINEAR)
        elif u < 0.6:
            image = cv2.addWeighted(image, 1.8, cv2.GaussianBlur(image, (0, 0), 1.2), -0.8, 0)
        if r.rand() < 0.35:
            x, y = r.randint(0, 32, 2)
            grain = self.noise[r.randint(2)][y : y + SIZE, x : x + SIZE] * np.float32(r.uniform(1, 9))
            image = cv2.add(image, grain, dtype=cv2.CV_8U)
        if r.rand() < 0.2:
            coded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, int(r.randint(30, 92))])[1]
            image = cv2.imdecode(coded, cv2.IMREAD_COLOR)
        if r.rand() < 0.25:
            w, h = r.randint(12, 55, 2)
            x, y = r.randint(0, SIZE - 15, 2)
            image[y : y + h, x : x + w] = r.randint(0, 256, 3)
        return image

    def batch(self, faces, narrow_share, miss_share):
        """Views 2k and 2k + 1 are a pair: images, points, presence, matrices, which were mirrored."""
        views = [view for i in faces for view in self.pair(i, narrow_share, miss_share)]
        images, points, present, matrices = zip(*views)
        matrices = np.array(matrices)
        return np.array(images), np.array(points, np.float32), np.array(present, np.float32), matrices
