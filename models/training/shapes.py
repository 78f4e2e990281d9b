"""What the shapes of the faces alone decide: which points are anchors, and the first matrix from anchors to points."""

import numpy as np

from mesh import BROWS, IRISES, LIDS, MOUTH, NOSE, OUTLINE, POINTS
from network import ANCHORS, SIZE, UNIT


def choose_anchors(points):
    """Brows, lids, irises, mouth, nose, every other point of the outline; then whatever lies farthest from all these."""
    chosen = list(dict.fromkeys(BROWS + LIDS + IRISES + MOUTH + NOSE + OUTLINE[::2]))
    mean = points.mean(0)
    away = np.linalg.norm(mean[:, None] - mean[chosen][None], axis=2).min(1)
    while len(chosen) < ANCHORS:
        chosen.append(int(away.argmax()))
        away = np.minimum(away, np.linalg.norm(mean - mean[chosen[-1]], axis=1))
    return np.array(chosen)


def start_matrix(views, anchors, samples=6000):
    """Least squares from anchors to all points over views of the faces as training makes them, with a little ridge."""
    count = len(views.points)
    shapes = []
    draw, photograph = views.draw, views.photograph
    views.draw = views.photograph = lambda *_: None  # only the labels are wanted here
    while len(shapes) < samples:
        for _, points, present, _ in views.pair(views.random.randint(count), 0.3, 0):
            shapes.append((points - SIZE / 2) / UNIT)
    views.draw, views.photograph = draw, photograph
    shapes = np.array(shapes)
    given = shapes[:, anchors].reshape(len(shapes), -1)
    given = given + views.random.randn(*given.shape) * 0.5 / UNIT  # anchors are never exact: lean on several
    wanted = shapes.reshape(len(shapes), -1)
    offset, target = given.mean(0), wanted.mean(0)
    a, b = given - offset, wanted - target
    matrix = np.linalg.solve(a.T @ a + 1e-3 * len(a) * np.eye(a.shape[1]), a.T @ b).T
    return matrix, target - matrix @ offset


def weights():
    """What a doctor measures counts more."""
    w = np.ones(POINTS, np.float32)
    w[BROWS], w[LIDS], w[IRISES], w[MOUTH], w[NOSE] = 3, 3, 3, 2, 1.5
    return w / w.mean()
