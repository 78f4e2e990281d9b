"""
The landmark network. Plain 3 × 3 convolutions, which run near the peak of a CPU in training and in OpenCV's dnn; a map of
20 × 20 cells that has seen the whole face; from it one heat map for each of 160 anchor points, whose mean place is the
anchor, exact to a fraction of a cell and moving along when the face moves. The 478 points follow from the anchors by one
matrix, which starts as the least-squares fit on the training shapes and is then trained on.
"""

import torch
from torch import nn

SIZE = 160
CELL = 8  # pixels of the crop per cell of the heat maps
ANCHORS = 160
UNIT = 20.0  # pixels; keeps the numbers between anchors and points near one


def conv(inputs, outputs, kernel=3, stride=1):
    return [nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)]


class Residual(nn.Module):
    """Two convolutions beside a straight way through; the last scale starts small, so that depth costs nothing early."""

    def __init__(self, channels):
        super().__init__()
        self.inner = nn.Sequential(*conv(channels, channels), *conv(channels, channels)[:2])
        nn.init.constant_(self.inner[-1].weight, 0.2)

    def forward(self, x):
        return torch.relu(x + self.inner(x))


class LandmarkNetwork(nn.Module):
    """
    In: (N, 3, SIZE, SIZE), RGB, 0 to 1. Out: (N, 956) = 478 × (x, y) in pixels of the crop; (N, 1), the logit of its
    being a well-placed face; in training also the anchors (N, ANCHORS, 2).
    """

    def __init__(self, middle=80, deep=112):
        super().__init__()
        self.fine = nn.Sequential(nn.Conv2d(3, 32, 6, 4, 1, bias=False), nn.BatchNorm2d(32), nn.ReLU(inplace=True), Residual(32))
        self.cells = nn.Sequential(*conv(32, middle, stride=2), Residual(middle), Residual(middle))
        self.whole = nn.Sequential(*conv(middle, deep, stride=2), Residual(deep), Residual(deep), Residual(deep))
        self.back = nn.Sequential(*conv(deep, middle, 1)[:2])
        self.join = Residual(middle)
        self.heat = nn.Conv2d(middle, ANCHORS, 1)
        self.shape = nn.Conv2d(2 * ANCHORS, 956, 1)
        self.presence = nn.Conv2d(deep, 1, 1)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
        nn.init.normal_(self.heat.weight, 0, 0.01)
        nn.init.normal_(self.presence.weight, 0, 0.01)
        side = SIZE // CELL
        at = (torch.arange(side) + 0.5) * CELL - 0.5
        places = torch.stack([at.repeat(side), at.repeat_interleave(side)], 1)
        self.register_buffer("places", (places - SIZE / 2) / UNIT)  # (cells, 2): x, y

    def start_shape(self, weight, bias):
        """The matrix from anchors to points, both in UNITs off the middle of the crop."""
        self.shape.weight.data = torch.as_tensor(weight, dtype=torch.float32).reshape(956, 2 * ANCHORS, 1, 1).contiguous()
        self.shape.bias.data = torch.as_tensor(bias, dtype=torch.float32)

    def forward(self, image):
        cells = self.cells(self.fine((image - 0.5) * 4))
        whole = self.whole(cells)
        wide = nn.functional.interpolate(self.back(whole), scale_factor=2, mode="nearest")
        heat = self.heat(self.join(torch.relu(cells + wide)))
        presence = self.presence(whole.mean((2, 3), keepdim=True)).flatten(1).float()
        with torch.autocast("cpu", enabled=False):
            share = torch.softmax(heat.float().flatten(2), 2)
            anchors = torch.matmul(share, self.places)
            points = self.shape(anchors.flatten(1)[:, :, None, None]).flatten(1) * UNIT + SIZE / 2
        return (points, presence, anchors * UNIT + SIZE / 2) if self.training else (points, presence)
