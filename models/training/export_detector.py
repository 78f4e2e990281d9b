"""Writes the face detector as ONNX for pictures of any size (multiples of 32), and the card beside it; checks it in OpenCV."""

import argparse
import os

import cv2
import numpy as np
import torch

from card import write_card
from detector_network import OUTPUTS, STRIDES, Exported, FaceDetector

SIZE = 320  # the longer side of a picture as Java puts it in


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--weights", required=True, help="detector.pt of train_detector.py")
    options.add_argument("--version", required=True)
    options.add_argument("--out", default="models/detection_rhytid-face")
    o = options.parse_args()
    detector = FaceDetector()
    detector.load_state_dict(torch.load(o.weights))
    network = Exported(detector).eval()
    path = os.path.join(o.out, "rhytid-face.onnx")
    os.makedirs(o.out, exist_ok=True)
    names = Exported.names()
    torch.onnx.export(
        network,
        torch.zeros(1, 3, SIZE, SIZE),
        path,
        opset_version=11,
        input_names=["input"],
        output_names=names,
    )
    write_card(
        path,
        task="detection",
        name="rhytid-face",
        version=o.version,
        input={"size": SIZE, "scale": 1, "channels": "BGR"},
        outputs={name: name for name in names},
    )
    reader = cv2.dnn.readNetFromONNX(path)
    image = (np.random.RandomState(0).rand(SIZE, SIZE, 3) * 255).astype(np.uint8)
    reader.setInput(cv2.dnn.blobFromImage(image))
    seen = dict(zip(names, reader.forward(names)))
    with torch.no_grad():
        wanted = dict(zip(names, network(torch.from_numpy(image).permute(2, 0, 1)[None].float())))
    worst = max(float(np.abs(wanted[n].numpy().ravel() - seen[n].ravel()).max()) for n in names)
    print(f"{path}: {os.path.getsize(path)} bytes, OpenCV and PyTorch differ by at most {worst:.5f}")
    assert worst < 0.01 and list(OUTPUTS) == ["cls", "obj", "bbox", "kps"] and STRIDES == (16, 32)


if __name__ == "__main__":
    main()
