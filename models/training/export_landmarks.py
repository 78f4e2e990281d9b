"""
Writes the landmark network as ONNX, batch-norm folded in, and the card beside it. Numbers are single precision; the
exported file is held against PyTorch on real crops in OpenCV.
"""

import argparse
import os

import cv2
import numpy as np
import torch

from card import write_card
from network import SIZE, LandmarkNetwork
from watch import Watch


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--weights", required=True, help="landmarks.pt of train_landmarks.py")
    options.add_argument("--faces", required=True, help="faces.npz of prepare.py, for the check")
    options.add_argument("--version", required=True)
    options.add_argument("--out", default="models/landmarks_rhytid-mesh")
    o = options.parse_args()
    network = LandmarkNetwork()
    network.load_state_dict(torch.load(o.weights))
    network.eval()
    path = os.path.join(o.out, "rhytid-mesh.onnx")
    os.makedirs(o.out, exist_ok=True)
    names = dict(input_names=["image"], output_names=["points", "presence"])
    torch.onnx.export(network, torch.zeros(1, 3, SIZE, SIZE), path, opset_version=11, **names)
    write_card(
        path,
        task="landmarks",
        name="rhytid-mesh",
        version=o.version,
        input={"size": SIZE, "scale": 1 / 255, "channels": "RGB"},
        outputs={"points": "points", "presence": "presence"},
    )
    images, _ = Watch.plain(np.load(o.faces), range(8))
    reader, worst = cv2.dnn.readNetFromONNX(path), 0.0
    for image in images:
        reader.setInput(cv2.dnn.blobFromImage(image, 1 / 255, (SIZE, SIZE), (0, 0, 0), True))
        seen, _ = reader.forward(["points", "presence"])
        ready = torch.from_numpy(np.ascontiguousarray(image[..., ::-1])).permute(2, 0, 1)[None].float() / 255
        with torch.no_grad():
            worst = max(worst, float(np.abs(network(ready)[0].numpy() - seen.reshape(1, -1)).max()))
    print(f"{path}: {os.path.getsize(path)} bytes, OpenCV and PyTorch differ by at most {worst:.4f} px")
    assert worst < 0.05


if __name__ == "__main__":
    main()
