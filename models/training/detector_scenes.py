"""
Pictures with none, one or several faces, made up from the portraits: whole portraits moved, turned and scaled; heads on
other grounds; and grounds alone. A ground is a portrait whose face was taken out, a piece of one beside the face, or drawn.
"""

import cv2
import numpy as np

from mesh import apply, frame_of

SCENE = 256
TILE = 300  # portraits are kept at this width
KEY_POINTS = [468, 473, 1, 61, 291]  # right eye, left eye, nose tip, right and left mouth corner, of the subject
cv2.setNumThreads(1)


def upright_box(points):
    """Centre and sides of the box of the points as if the eyes were level: what the first landmark crop is made from."""
    x, y, side, angle = frame_of(points, 1.0)
    c, s = np.cos(angle), np.sin(angle)
    return np.array([x, y, np.ptp(points @ [c, s]), np.ptp(points @ [-s, c])])


class Scenes:
    def __init__(self, seed, tiles, points):
        self.random = np.random.RandomState(seed)
        self.tiles, self.points = tiles, points
        self.boxes = np.array([upright_box(p) for p in points])

    def drawn(self):
        """Gradients, waves, blotches, stripes, writing, boxes: edges and colours that are no face."""
        r = self.random
        cells = int(r.choice([2, 3, 5, 9, 20, 60]))
        image = cv2.resize(r.randint(0, 256, (cells, cells, 3)).astype(np.uint8), (SCENE, SCENE), interpolation=cv2.INTER_CUBIC)
        for _ in range(r.randint(0, 8)):
            colour = tuple(int(v) for v in r.randint(0, 256, 3))
            a, b = (tuple(int(v) for v in r.randint(0, SCENE, 2)) for _ in range(2))
            kind = r.randint(5)
            if kind == 0:
                cv2.line(image, a, b, colour, int(r.randint(1, 12)), cv2.LINE_AA)
            elif kind == 1:
                cv2.rectangle(image, a, b, colour, -1)
            elif kind == 2:  # ovals of any colour, skin among them: the outline of a head is not a face
                cv2.ellipse(image, a, tuple(int(v) for v in r.randint(8, 110, 2)), r.uniform(0, 180), 0, 360, colour, -1, cv2.LINE_AA)
            elif kind == 3:
                text = "".join(chr(r.randint(33, 123)) for _ in range(r.randint(2, 12)))
                cv2.putText(image, text, a, int(r.randint(0, 6)), r.uniform(0.4, 3), colour, int(r.randint(1, 5)), cv2.LINE_AA)
            else:
                cv2.circle(image, a, int(r.randint(3, 40)), colour, int(r.choice([-1, 2, 4])), cv2.LINE_AA)
        return image

    def faceless(self):
        """A portrait whose face was taken out."""
        r, i = self.random, self.random.randint(len(self.tiles))
        tile = self.tiles[i].copy()
        x, y, w, h = self.boxes[i]
        x0, y0 = int(max(0, x - 0.62 * w)), int(max(0, y - 0.62 * h))
        x1, y1 = int(min(TILE, x + 0.62 * w)), int(min(TILE, y + 0.60 * h))
        part = tile[y0:y1, x0:x1]
        kind = r.randint(4)
        if kind == 0 and min(part.shape[:2]) > 16:  # its own pieces, shuffled
            n = int(r.randint(3, 6))
            hh, ww = part.shape[0] // n, part.shape[1] // n
            pieces = [part[a * hh : a * hh + hh, b * ww : b * ww + ww].copy() for a in range(n) for b in range(n)]
            for k, j in enumerate(r.permutation(n * n)):
                piece = pieces[j] if r.rand() < 0.5 else pieces[j][::-1]
                part[k // n * hh : k // n * hh + hh, k % n * ww : k % n * ww + ww] = piece
        elif kind == 1:  # its mean colour, as a head without features
            oval = np.zeros(part.shape[:2], np.float32)
            cv2.ellipse(oval, (part.shape[1] // 2, part.shape[0] // 2), (part.shape[1] // 2, part.shape[0] // 2), 0, 0, 360, 1, -1)
            oval = cv2.GaussianBlur(oval, (0, 0), 4)[..., None]
            part[:] = part * (1 - oval) + cv2.GaussianBlur(part, (0, 0), max(2, w / 4)) * oval
        elif kind == 2:
            part[:] = cv2.resize(self.drawn(), part.shape[1::-1])
        else:  # everything but the face's rows
            tile = tile[y1:] if TILE - y1 > 40 else tile[:y0] if y0 > 40 else self.drawn()
        n = min(tile.shape[:2])
        n = int(n * r.uniform(0.5, 1))
        a, b = r.randint(0, tile.shape[0] - n + 1), r.randint(0, tile.shape[1] - n + 1)
        return cv2.resize(tile[a : a + n, b : b + n], (SCENE, SCENE), interpolation=cv2.INTER_LINEAR)

    def ground(self):
        return self.drawn() if self.random.rand() < 0.35 else self.faceless()

    def place(self, i, size, where):
        """The matrix that puts face i, its longer side `size` pixels long, at a place; mirrored half the time."""
        r = self.random
        x, y, w, h = self.boxes[i]
        k = size / max(w, h)
        turn = np.deg2rad(np.clip(r.randn() * 12, -32, 32))
        c, s = k * np.cos(turn), k * np.sin(turn)
        matrix = np.array([[c, -s, 0], [s, c, 0]])
        flip = r.rand() < 0.5
        if flip:
            matrix[:, 0] *= -1
        matrix[:, 2] = where - matrix[:, :2] @ [x, y]
        return matrix, flip

    def label(self, i, matrix, flip):
        p = apply(matrix, self.points[i])
        key = p[KEY_POINTS]
        if flip:
            key = key[[1, 0, 2, 4, 3]]
        k = np.sqrt(abs(np.linalg.det(matrix[:, :2])))
        x, y, w, h = self.boxes[i]
        centre = apply(matrix, np.array([[x, y]]))[0]
        visible = ((p >= 0) & (p < SCENE)).all(1).mean()
        return np.concatenate([centre, [w * k, h * k], key.ravel(), [visible]])

    def scene(self):
        """(picture, faces): each face a row of centre, sides, five points and the share of it inside the picture."""
        r, faces = self.random, []
        kind = r.rand()
        if kind < 0.22:
            image = self.ground()
        elif kind < 0.68:
            i = r.randint(len(self.tiles))
            size = SCENE * np.exp(r.uniform(np.log(0.14), np.log(0.98)))
            where = SCENE / 2 + r.randn(2) * 0.18 * (SCENE - 0.6 * size)
            matrix, flip = self.place(i, size, where)
            faces.append(self.label(i, matrix, flip))
            border = [cv2.BORDER_CONSTANT, cv2.BORDER_REPLICATE, cv2.BORDER_TRANSPARENT][r.randint(3)]
            image = self.ground() if border == cv2.BORDER_TRANSPARENT else np.zeros((SCENE, SCENE, 3), np.uint8)
            image = cv2.warpAffine(self.tiles[i], matrix, (SCENE, SCENE), dst=image, flags=cv2.INTER_LINEAR, borderMode=border)
        else:
            image = self.ground()
            for _ in range(r.randint(1, 5)):
                i, size = r.randint(len(self.tiles)), SCENE * np.exp(r.uniform(np.log(0.1), np.log(0.5)))
                where = r.uniform(0.3 * size, SCENE - 0.3 * size, 2)
                if any(np.hypot(*(where - f[:2])) < 0.9 * (size + f[2:4].max()) for f in faces):
                    continue
                matrix, flip = self.place(i, size, where)
                mask = np.zeros((SCENE, SCENE), np.float32)
                grown = r.uniform(0.62, 0.95) * size
                cv2.ellipse(mask, tuple(int(v) for v in where), (int(0.85 * grown), int(grown)), 0, 0, 360, 1, -1)
                inside = cv2.warpAffine(np.ones((TILE, TILE), np.float32), matrix, (SCENE, SCENE))
                mask = (cv2.GaussianBlur(mask, (0, 0), max(0.6, 0.03 * size)) * inside)[..., None]
                head = cv2.warpAffine(self.tiles[i], matrix, (SCENE, SCENE), flags=cv2.INTER_LINEAR)
                image = (image * (1 - mask) + head * mask).astype(np.uint8)
                faces.append(self.label(i, matrix, flip))
        return self.photograph(image), np.array(faces, np.float32).reshape(-1, 15)

    def photograph(self, image):
        r = self.random
        if r.rand() < 0.15:
            image = cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
        if r.rand() < 0.8:  # down to very dark
            tone = (np.linspace(0, 1, 256) ** np.exp(r.randn() * 0.35) - 0.5) * np.exp(r.randn() * 0.2) + 0.5 + r.randn() * 0.06
            tone = tone[:, None] * np.exp(r.randn(3) * 0.08) * 255 * (r.uniform(0.15, 1) if r.rand() < 0.2 else 1)
            image = cv2.LUT(image, np.clip(tone, 0, 255).astype(np.uint8).reshape(256, 1, 3))
        if r.rand() < 0.3:
            image = cv2.GaussianBlur(image, (0, 0), r.uniform(0.4, 3))
        if r.rand() < 0.3:
            image = np.clip(image + r.randn(SCENE, SCENE, 1) * r.uniform(1, 12), 0, 255).astype(np.uint8)
        if r.rand() < 0.3:
            x, y = r.randint(0, SCENE - 10, 2)
            w, h = r.randint(8, 70, 2)
            image[y : y + h, x : x + w] = r.randint(0, 256, 3)
        return image
