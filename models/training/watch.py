"""The learning curve: the distance to the teacher on faces held out, on as many trained on, and on the watched set."""

import csv
import os
import time

import cv2
import numpy as np
import torch

from mesh import CROP_SCALE, PARTS, apply, interpupillary
from network import SIZE
from prepare import SOURCE, SPAN


class Watch:
    def __init__(self, o, data, held_out, trained):
        self.out = o.out
        self.sets = {"held out": self.plain(data, held_out), "trained on": self.plain(data, trained)}
        if o.watch:
            watched = np.load(o.watch)
            self.sets["watched"] = self.plain(watched, range(len(watched["points"])))

    @staticmethod
    def plain(data, chosen):
        """The settled crop of each, unchanged."""
        k = SIZE / (SOURCE * CROP_SCALE / SPAN)
        matrix = np.array([[k, 0, (SIZE - k * SOURCE) / 2], [0, k, (SIZE - k * SOURCE) / 2]])
        crops, points = data["crops"], data["points"]
        images = [cv2.warpAffine(crops[i], matrix, (SIZE, SIZE), flags=cv2.INTER_LINEAR) for i in chosen]
        return np.array(images), np.array([apply(matrix, points[i]) for i in chosen])

    def look(self, network, step, views, seconds, recent):
        row = {"time": time.strftime("%H:%M:%S", time.gmtime()), "minutes": round(seconds / 60, 2), "step": step, "views": views}
        row.update(zip(("loss points", "loss presence", "loss agreement"), np.round(recent, 4)))
        for name, (images, wanted) in self.sets.items():
            ready = torch.from_numpy(np.ascontiguousarray(images[..., ::-1])).permute(0, 3, 1, 2).float() / 255
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                found = torch.cat([network(part)[0] for part in ready.split(16)]).numpy().reshape(wanted.shape)
            error = np.linalg.norm(found - wanted, axis=2) / interpupillary(wanted)[:, None] * 100
            error = error[interpupillary(wanted) > SIZE * 0.15]  # in profile the measure of length is gone
            row[name] = round(float(error.mean()), 3)
            for part in ("brows", "lids", "irises", "mouth"):
                row[f"{name} {part}"] = round(float(error[:, PARTS[part]].mean()), 3)
        path = os.path.join(self.out, "landmarks.csv")
        fresh = not os.path.exists(path)
        with open(path, "a", newline="") as file:
            out = csv.DictWriter(file, row.keys(), lineterminator="\n")
            if fresh:
                out.writeheader()
            out.writerow(row)
        print(row, flush=True)
        torch.save(network.state_dict(), os.path.join(self.out, "landmarks.pt.part"))
        os.replace(os.path.join(self.out, "landmarks.pt.part"), os.path.join(self.out, "landmarks.pt"))
