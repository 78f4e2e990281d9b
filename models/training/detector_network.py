"""
The face detector: a small residual network with outputs like YuNet's at strides 16 and 32, so that one decoder serves both.
A cell's score is the root of cls × obj; its box is centred at (column + dx, row + dy) strides, exp(dw) × exp(dh) strides
large; its five points are at (column + x, row + y) strides.
"""

import torch
from torch import nn
from torch.nn import functional

from network import Residual, conv

STRIDES = (16, 32)
OUTPUTS = {"cls": 1, "obj": 1, "bbox": 4, "kps": 10}


class FaceDetector(nn.Module):
    """In: (N, 3, H, W), BGR, 0 to 255, H and W multiples of 32. Out: for each stride a map of 16 numbers a cell."""

    def __init__(self):
        super().__init__()
        self.fine = nn.Sequential(nn.Conv2d(3, 24, 6, 4, 1, bias=False), nn.BatchNorm2d(24), nn.ReLU(inplace=True))
        self.eighth = nn.Sequential(*conv(24, 48, stride=2), Residual(48))
        self.near = nn.Sequential(*conv(48, 64, stride=2), Residual(64), Residual(64))
        self.far = nn.Sequential(*conv(64, 96, stride=2), Residual(96), Residual(96))
        self.back = nn.Sequential(*conv(96, 64, 1)[:2])
        self.join = Residual(64)
        self.heads = nn.ModuleList([nn.Conv2d(64, 16, 1), nn.Conv2d(96, 16, 1)])
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
        for head in self.heads:
            nn.init.normal_(head.weight, 0, 0.01)
            nn.init.zeros_(head.bias)
            head.bias.data[:2] = -4.0  # nearly every cell is no face
            head.bias.data[4:6] = 1.2

    def forward(self, image):
        near = self.near(self.eighth(self.fine((image - 127.5) * (1 / 64))))
        far = self.far(near)
        near = self.join(torch.relu(near + functional.interpolate(self.back(far), scale_factor=2, mode="nearest")))
        return [head(x).float() for head, x in zip(self.heads, (near, far))]


class Exported(nn.Module):
    """The same with the outputs as the decoder wants them: one row a cell, scores between 0 and 1."""

    def __init__(self, detector):
        super().__init__()
        self.detector = detector

    def forward(self, image):
        maps = [m.permute(0, 2, 3, 1).reshape(1, -1, 16) for m in self.detector(image)]
        parts = [m.split(list(OUTPUTS.values()), 2) for m in maps]
        return [torch.sigmoid(p[k]) if k < 2 else p[k] for k in range(4) for p in parts]

    @staticmethod
    def names():
        return [f"{name}_{stride}" for name in OUTPUTS for stride in STRIDES]
