"""Builds the mean faces that phantoms start from (src/test/resources/rhytid/phantom).

Each is the mean, in linear light, of eight or more adults of the Face Research Lab London Set (DeBruine and Jones
2017, CC BY 4.0), every one with the same weight. All are warped to their mean shape by thin-plate splines on the 189
points that were placed by hand on each, then nudged onto each other by dense flow. Hair outside the common outline is
dropped, so that nobody's silhouette is left. For smiles, which have no hand-placed points, the mesh says how the points
moved; the picture of the smile is used inside the face only, around it lies the warped mean at rest.

Needs Debian's python3-opencv (4.6) and python3-numpy. In the project's folder:

    ./rhytid landmarks --models ../shared/models ../shared/data/london/*_front/*.jpg > /tmp/people.jsonl
    python3 src/test/python/phantom_bases.py average /tmp/people.jsonl ../shared/data/london /tmp/means
    ./rhytid landmarks --models ../shared/models /tmp/means/*-rest.jpg /tmp/means/*-smile.jpg > /tmp/means.jsonl
    python3 src/test/python/phantom_bases.py pack /tmp/means.jsonl /tmp/means src/test/resources/rhytid/phantom
"""

import json
import pathlib
import shutil
import sys

import cv2
import numpy as np

WIDTH, HEIGHT, PX_PER_MM, IRIS_MM = 980, 1120, 3.5, 11.7
LEAST_MEMBERS = 8
GROUPS = {
    "fair-woman": "009 010 016 019 083 090 097 100 102 118 144",
    "fair-man": "012 018 029 031 068 117 121 125 132 141",
    "dark": "025 042 061 062 099 114 126 137",
    "olive-woman": "006 007 034 064 086 087 094 127 134 038",
    "olive-man": "008 022 024 033 036 037 070 101 108 115",
}
# Of the 189 points: what a smile moves, what it does not, and outlines.
MOVED_BY_SMILE = [k for k in range(189) if k < 109 or 125 <= k <= 133 or 158 <= k <= 184]
TRACED_BY_MESH = [k for k in range(189) if k < 115 or 125 <= k <= 133 or 158 <= k <= 184]
STILL = [22, 23, 34, 43, 50, 56, 51, 57]
# Of the mesh: points that tell how the head lies.
STILL_MESH = [33, 133, 362, 263, 6, 168, 197, 195, 5, 4, 1, 2, 98, 327, 10, 152, 234, 454, 127, 356]
FACE_OUTLINE = list(range(125, 134)) + [113, 112] + list(range(144, 133, -1)) + [109, 110]
CORNERS = np.array(
    [[x, y] for x in (0, WIDTH / 2, WIDTH) for y in (0, HEIGHT / 2, HEIGHT) if not (x == WIDTH / 2 and y == HEIGHT / 2)],
    float,
)


def hand_placed(path):
    """The points of a .tem file, n × 2."""
    lines = path.read_text().split("\n")
    return np.array([[float(v) for v in line.split()[:2]] for line in lines[1 : int(lines[0]) + 1]])


def meshes(path):
    """The largest face's points by 'folder/file', from the output of `rhytid landmarks`."""
    result = {}
    for line in open(path):
        found = json.loads(line)
        key = "/".join(pathlib.Path(found["file"]).parts[-2:])
        result[key] = np.array(found["faces"][0]["points"])[:, :2]
    return result


def similarity(source, target):
    """The least-squares similarity from one set of points to another, as a function."""
    ms, mt = source.mean(0), target.mean(0)
    a, b = (source - ms) @ [1, 1j], (target - mt) @ [1, 1j]
    factor = np.vdot(a, b) / np.vdot(a, a)

    def apply(points):
        z = ((points - ms) @ [1, 1j]) * factor
        return np.stack([z.real, z.imag], 1) + mt

    return apply


def thin_plate(source, target, stiffness=1e-4):
    """The thin-plate spline that takes source to target, as a function."""
    centre, scale = source.mean(0), source.std()
    knots = (source - centre) / scale

    def kernel(p):
        d = ((p[:, None] - knots[None]) ** 2).sum(2)
        return np.where(d > 0, d * np.log(d + 1e-12), 0)

    n = len(knots)
    affine = np.c_[np.ones(n), knots]
    system = np.block([[kernel(knots) + stiffness * np.eye(n), affine], [affine.T, np.zeros((3, 3))]])
    weights = np.linalg.solve(system, np.r_[target, np.zeros((3, 2))])

    def apply(points):
        p = (points - centre) / scale
        return kernel(p) @ weights[:n] + np.c_[np.ones(len(p)), p] @ weights[n:]

    return apply


def dense(apply, step=7):
    """A function of places as a map over the whole picture; smooth, so every seventh pixel is enough."""
    grid_x, grid_y = np.arange(0, WIDTH + step, step), np.arange(0, HEIGHT + step, step)
    grid = np.stack(np.meshgrid(grid_x, grid_y), 2).reshape(-1, 2).astype(float)
    coarse = apply(grid).reshape(len(grid_y), len(grid_x), 2).astype(np.float32)
    x, y = np.meshgrid(np.arange(WIDTH, dtype=np.float32) / step, np.arange(HEIGHT, dtype=np.float32) / step)
    return cv2.remap(coarse, x, y, cv2.INTER_LINEAR)


def linear(picture):
    v = picture.astype(np.float32) / 255
    return np.where(v <= 0.04045, v / 12.92, ((v + 0.055) / 1.055) ** 2.4).astype(np.float32)


def encoded(light):
    v = np.clip(light, 0, 1)
    return (np.where(v <= 0.0031308, v * 12.92, 1.055 * v ** (1 / 2.4) - 0.055) * 255).astype(np.float32)


def blurred(picture, sigma):
    return cv2.GaussianBlur(picture, (0, 0), sigma)


def smooth(t):
    t = np.clip(t, 0, 1)
    return t * t * (3 - 2 * t)


def mean_shape(shapes):
    """Procrustes mean, level, with irises of 11.7 mm, the pupils centred."""
    mean = shapes[0]
    for _ in range(4):
        mean = np.mean([similarity(shape, mean)(shape) for shape in shapes], 0)
    iris = np.mean([np.hypot(*(mean[4] - mean[8])), np.hypot(*(mean[12] - mean[16]))])
    eyes = mean[1] - mean[0]
    turn = IRIS_MM * PX_PER_MM / iris * np.exp(-1j * np.arctan2(eyes[1], eyes[0]))
    z = ((mean - (mean[0] + mean[1]) / 2) @ [1, 1j]) * turn
    return np.stack([z.real, z.imag], 1) + [WIDTH / 2, HEIGHT * 0.44]


def smiling_points(points, rest_mesh, smile_mesh):
    """Where the hand-placed points of a face at rest are in its smile."""
    lay = similarity(rest_mesh[STILL_MESH], smile_mesh[STILL_MESH])
    moves = thin_plate(rest_mesh[:468], (smile_mesh - lay(rest_mesh))[:468], 1e-2)
    shift = np.zeros((189, 2))
    shift[TRACED_BY_MESH] = moves(points[TRACED_BY_MESH])
    return lay(points) + shift


def smiling_shape(rest, people, meshes_of):
    """The mean of the smiles, in the frame of the mean at rest; ears and hair stay."""
    moves = []
    for points, smile, (rest_mesh, smile_mesh) in zip(people[0], people[1], meshes_of):
        to_mean = similarity(points[STILL], rest[STILL])
        to_rest = similarity(smile_mesh[STILL_MESH], rest_mesh[STILL_MESH])
        moves.append(to_mean(to_rest(smile)) - to_mean(points))
    mask = np.zeros((189, 1))
    mask[MOVED_BY_SMILE] = 1
    return rest + np.mean(moves, 0) * mask


def warped(picture, shape, points):
    back = similarity(shape, points)
    spline = thin_plate(np.r_[shape, CORNERS], np.r_[points, back(CORNERS)])
    return cv2.remap(picture, dense(spline), None, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def nudged(pictures, rounds=3):
    """Moves the pictures onto their mean by smooth flow of at most 8 px, three times over."""
    current = pictures
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    for _ in range(rounds):
        grey = cv2.cvtColor(np.mean(current, 0), cv2.COLOR_BGR2GRAY)
        target = blurred(encoded(grey).astype(np.uint8), 1.2)
        flows = []
        for picture in pictures:
            own = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
            own = encoded(own * blurred(grey, 25) / blurred(own, 25)).astype(np.uint8)
            flow = cv2.DISOpticalFlow_create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM).calc(target, blurred(own, 1.2), None)
            length = np.linalg.norm(flow, axis=2, keepdims=True)
            flows.append(blurred(flow * np.minimum(1, 8 / np.maximum(length, 1e-3)), 6))
        middle = np.mean(flows, 0)
        current = [
            cv2.remap(p, x + (f - middle)[..., 0], y + (f - middle)[..., 1], cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
            for p, f in zip(pictures, flows)
        ]
    return current


def foreground(picture):
    """1 where the head is, 0 on the backdrop, whose fall-off is fitted on the rim."""
    soft = blurred(picture, 1.2)
    place = np.stack(np.meshgrid(np.linspace(-1, 1, WIDTH), np.linspace(-1, 1, HEIGHT)), 2)
    rim = np.zeros((HEIGHT, WIDTH), bool)
    rim[:40] = True
    rim[:500, :25] = True
    rim[:500, -25:] = True
    plane = np.linalg.lstsq(np.c_[np.ones(rim.sum()), place[rim]], soft[rim], rcond=None)[0]
    backdrop = plane[0] + place[..., :1] * plane[1] + place[..., 1:] * plane[2]
    unlike = np.abs(np.log(np.maximum(soft, 1e-3) / np.maximum(backdrop, 0.05))).max(2)
    matte = smooth((unlike - 0.12) / 0.23).astype(np.float32)
    # What the backdrop does not reach from the rim is head, however light it is.
    free = cv2.morphologyEx((matte < 0.5).astype(np.uint8), cv2.MORPH_OPEN, np.ones((7, 7), np.uint8))
    _, label = cv2.connectedComponents(free)
    reached = set(np.unique(np.r_[label[0], label[:700, 0], label[:700, -1]])) - {0}
    behind = cv2.dilate(np.isin(label, list(reached)).astype(np.uint8), np.ones((9, 9), np.uint8))
    matte[behind == 0] = 1
    return matte


def composed(pictures):
    """The mean of the heads, its colours spread a little beyond its outline, and how many of them cover each place."""
    mattes = [foreground(picture) for picture in pictures]
    total = np.sum(mattes, 0)
    cover = total / len(mattes)
    colour = sum(matte[..., None] * picture for matte, picture in zip(mattes, pictures))
    spread, reached = np.zeros_like(colour), np.zeros_like(total)
    for sigma in (2, 4, 8, 16, 32, 64):
        weight = blurred(total * (cover > 0.5), sigma)
        value = blurred(colour * (cover > 0.5)[..., None], sigma) / np.maximum(weight, 1e-4)[..., None]
        new = (weight > 1e-2) & (reached == 0)
        spread[new] = value[new]
        reached[new] = 1
    trust = np.clip((cover - 0.25) / 0.35, 0, 1)[..., None]
    mean = np.mean(pictures, 0)
    edge = np.where(
        cover[..., None] > 0.999, mean, trust * colour / np.maximum(total, 1e-3)[..., None] + (1 - trust) * spread
    )
    inner = blurred((cover > 0.97).astype(np.float32), 3)[..., None]
    return inner * mean + (1 - inner) * edge, cover


def outline(cover):
    return smooth((blurred(cover, 3) - 0.55) / 0.3) * 255


def mean_at_rest_around(smile, smile_shape, rest, cover, rest_shape):
    """The smile inside the face; around it the mean at rest, warped to the smile's jaw."""
    back = dense(thin_plate(np.r_[smile_shape, CORNERS], np.r_[rest_shape, CORNERS]))
    around = cv2.remap(rest.astype(np.float32), back, None, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    cover = cv2.remap(cover, back, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    inside = np.zeros((HEIGHT, WIDTH), np.uint8)
    cv2.fillPoly(inside, [smile_shape[FACE_OUTLINE].astype(np.int32)], 255)
    share = smooth((cv2.distanceTransform(inside, cv2.DIST_L2, 5) - 6) / 26)[..., None]
    gain = around[inside > 0].mean(0) / smile[inside > 0].mean(0)
    return share * smile * gain + (1 - share) * around, cover


def average(name, members, mesh_of, london, out):
    if len(members) < LEAST_MEMBERS:
        raise ValueError(f"{name}: {len(members)} people are too few for a mean that shows nobody")
    rest_points = [hand_placed(london / "neutral_front" / f"{i}_03.tem") for i in members]
    pairs = [(mesh_of[f"neutral_front/{i}_03.jpg"], mesh_of[f"smiling_front/{i}_08.jpg"]) for i in members]
    smile_points = [smiling_points(p, a, b) for p, (a, b) in zip(rest_points, pairs)]
    rest_shape = mean_shape(rest_points)
    smile_shape = smiling_shape(rest_shape, (rest_points, smile_points), pairs)

    def mean_of(folder, suffix, shape, points):
        pictures = [linear(cv2.imread(str(london / folder / f"{i}_{suffix}.jpg"))) for i in members]
        return composed(nudged([warped(picture, shape, p) for picture, p in zip(pictures, points)]))

    rest, cover = mean_of("neutral_front", "03", rest_shape, rest_points)
    smile, _ = mean_of("smiling_front", "08", smile_shape, smile_points)
    smile, smile_cover = mean_at_rest_around(smile, smile_shape, rest, cover, rest_shape)
    quality = [cv2.IMWRITE_JPEG_QUALITY, 95]
    for key, picture in (("rest", encoded(rest)), ("smile", encoded(smile)), ("rest-matte", outline(cover)), ("smile-matte", outline(smile_cover))):
        cv2.imwrite(str(out / f"{name}-{key}.jpg"), picture, quality)
    shapes = {"rest": np.round(rest_shape, 2).tolist(), "smile": np.round(smile_shape, 2).tolist()}
    (out / f"{name}.points.json").write_text(json.dumps({"members": members, "points": shapes}))


def pack(mesh_file, means, resources):
    mesh_of = {key.split("/")[-1][:-4]: mesh for key, mesh in meshes(mesh_file).items()}
    for name in GROUPS:
        built = json.loads((means / f"{name}.points.json").read_text())
        packed = {
            "name": name,
            "source": "Face Research Lab London Set, DeBruine and Jones 2017, CC BY 4.0",
            "members": built["members"],
            "pxPerMm": PX_PER_MM,
            "points": built["points"],
            "mesh": {e: np.round(mesh_of[f"{name}-{e}"], 2).tolist() for e in ("rest", "smile")},
        }
        (resources / f"{name}.json").write_text(json.dumps(packed, separators=(",", ":")))
        for key in ("rest", "smile", "rest-matte", "smile-matte"):
            shutil.copy(means / f"{name}-{key}.jpg", resources / f"{name}-{key}.jpg")


if __name__ == "__main__":
    if len(sys.argv) == 5 and sys.argv[1] == "average":
        mesh_of, london, out = meshes(sys.argv[2]), pathlib.Path(sys.argv[3]), pathlib.Path(sys.argv[4])
        out.mkdir(parents=True, exist_ok=True)
        for name, members in GROUPS.items():
            average(name, members.split(), mesh_of, london, out)
    elif len(sys.argv) == 5 and sys.argv[1] == "pack":
        pack(sys.argv[2], pathlib.Path(sys.argv[3]), pathlib.Path(sys.argv[4]))
    else:
        sys.exit(__doc__)
