"""
Trains the face detector on scenes made up while it trains. Needs the photos themselves beside their labels. One process;
writes OUT/detector.pt (averaged weights) every two minutes and OUT/detector.csv.
"""

import argparse
import copy
import csv
import math
import os
import time

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import cv2
import numpy as np
import torch
from torch.nn import functional

from detector_network import STRIDES, FaceDetector
from detector_scenes import SCENE, TILE, Scenes
from mesh import read_labels
from prepare import usable

BATCH = 16
HELD_OUT = 64
RANGES = {16: (0, 112), 32: (80, 1e9)}  # longer side of the face in pixels; between, both strides learn it


def read_tiles(labels):
    tiles, points = [], []
    for _, (path, face) in sorted(read_labels(labels).items()):
        image = cv2.imread(path)
        if usable(face, face["points"], image.shape[1], image.shape[0]):
            k = np.array([TILE / image.shape[1], TILE / image.shape[0]])
            tiles.append(cv2.resize(image, (TILE, TILE), interpolation=cv2.INTER_AREA))
            points.append((face["points"] + 0.5) * k - 0.5)
    order = np.random.RandomState(7).permutation(len(tiles))
    return np.array(tiles)[order], np.array(points)[order]


def targets(faces, stride):
    """Per cell: 16 numbers, whether it is a face's, whether it counts at all."""
    n = SCENE // stride
    wanted, mine, counts = np.zeros((n, n, 16), np.float32), np.zeros((n, n), np.float32), np.ones((n, n), np.float32)
    at = np.arange(n)
    low, high = RANGES[stride]
    for f in faces:
        x, y, w, h, visible = *f[:4], f[14]
        columns, rows = (at + 0.5) * stride, (at + 0.5) * stride
        away = np.hypot((columns[None] - x) / w, (rows[:, None] - y) / h)
        doubtful = away < 0.55
        if visible < 0.6 or not low <= max(w, h) < high:
            counts[doubtful] = 0
            continue
        core = away <= max(0.16, away.min() + 1e-6)
        counts[doubtful] = 0
        counts[core] = 1
        mine[core] = 1
        for row, column in np.argwhere(core):
            box = [x / stride - column, y / stride - row, math.log(w / stride), math.log(h / stride)]
            key = (f[4:14].reshape(5, 2) / stride - [column, row]).ravel()
            wanted[row, column] = [1, 1, *box, *key]
        counts[(away < 0.30) & ~core] = 0
        ring = (away >= 0.30) & doubtful  # off the middle: no face here, say so
        counts[ring] = 1
    return wanted, mine, counts


def loss(found, wanted, mine, counts, stride):
    found = found.permute(0, 2, 3, 1)
    logits, truth = found[..., :2], mine[..., None].expand(-1, -1, -1, 2)
    plain = functional.binary_cross_entropy_with_logits(logits, truth, reduction="none")
    share = torch.sigmoid(logits)
    focal = plain * (truth * (1 - share) ** 2 + (1 - truth) * share**2) * counts[..., None]
    amount = mine.sum().clamp(min=1)
    size = torch.exp(wanted[..., 4:6]).mean(-1, keepdim=True)  # in strides
    centre = (found[..., 2:4] - wanted[..., 2:4]).abs() / size
    sides = (found[..., 4:6] - wanted[..., 4:6]).abs()
    key = (found[..., 6:] - wanted[..., 6:]).abs() / size
    place = (centre.sum(-1) * 4 + sides.sum(-1) * 2 + key.mean(-1) * 8) * mine
    return focal.sum() / amount * 2, place.sum() / amount


def batch_of(scenes):
    images, faces = zip(*[scenes.scene() for _ in range(BATCH)])
    ready = torch.from_numpy(np.array(images)).permute(0, 3, 1, 2).float()
    made = {s: [torch.from_numpy(np.array(x)) for x in zip(*[targets(f, s) for f in faces])] for s in STRIDES}
    return ready, made


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--labels", required=True)
    options.add_argument("--out", required=True)
    options.add_argument("--start", help="weights to go on from")
    options.add_argument("--minutes", type=float, default=25)
    options.add_argument("--rate", type=float, default=2e-3)
    o = options.parse_args()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(2)
    os.makedirs(o.out, exist_ok=True)
    begun = saved_at = time.time()
    tiles, points = read_tiles(o.labels)
    scenes = Scenes(int(begun), tiles[HELD_OUT:], points[HELD_OUT:])
    network = FaceDetector().to(memory_format=torch.channels_last)
    if o.start:
        network.load_state_dict(torch.load(o.start))
    mean = copy.deepcopy(network).eval()
    kernels = [p for p in network.parameters() if p.ndim > 1]
    others = [p for p in network.parameters() if p.ndim <= 1]
    optimizer = torch.optim.AdamW([dict(params=kernels, weight_decay=0.02), dict(params=others, weight_decay=0)], betas=(0.9, 0.99))
    step, recent = 0, []
    path = os.path.join(o.out, "detector")
    with open(path + ".csv", "w", newline="") as file:
        curve = csv.writer(file, lineterminator="\n")
        curve.writerow(["minutes", "step", "scenes", "loss score", "loss place"])
        while (progress := (time.time() - begun) / (60 * o.minutes)) < 1:
            images, made = batch_of(scenes)
            for group in optimizer.param_groups:
                group["lr"] = o.rate * min(1, (step + 1) / 150) * (0.5 + 0.5 * math.cos(math.pi * progress)) + 2e-6
            with torch.autocast("cpu", dtype=torch.bfloat16):
                maps = network.train()(images)
            parts = [loss(m, *made[s], s) for m, s in zip(maps, STRIDES)]
            score, place = (sum(x) for x in zip(*parts))
            optimizer.zero_grad(set_to_none=True)
            (score + place).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 20)
            optimizer.step()
            step += 1
            recent = (recent + [(float(score), float(place))])[-100:]
            keep = min(0.998, (1 + step) / (10 + step))
            with torch.no_grad():
                for a, b in zip(mean.state_dict().values(), network.state_dict().values()):
                    a.mul_(keep).add_(b, alpha=1 - keep) if a.dtype.is_floating_point else a.copy_(b)
            if time.time() - saved_at > 100 or step == 50:
                row = [round((time.time() - begun) / 60, 2), step, step * BATCH, *np.round(np.mean(recent, 0), 4)]
                curve.writerow(row)
                file.flush()
                print(row, flush=True)
                torch.save(mean.state_dict(), path + ".pt.part")
                os.replace(path + ".pt.part", path + ".pt")
                saved_at = time.time()
    torch.save(mean.state_dict(), path + ".pt")
    print("done", step, np.mean(recent, 0))


if __name__ == "__main__":
    main()
