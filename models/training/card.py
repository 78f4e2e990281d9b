"""model.json beside a network: what it is, how a picture is put to it, and the sum by which damage is noticed."""

import hashlib
import json
import os

ORIGIN = "Rhytid: trained by models/training on synthetic portraits (SFHQ-T2I and SFHQ, MIT)"


def write_card(path, task, name, version, input, outputs):
    with open(path, "rb") as file:
        content = file.read()
    card = {
        "name": name,
        "task": task,
        "version": version,
        "file": os.path.basename(path),
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "licence": "Apache-2.0",
        "origin": ORIGIN,
        "input": input,
        "outputs": outputs,
        "crop": {"scale": 1.5},
    }
    with open(os.path.join(os.path.dirname(path), "model.json"), "w") as file:
        file.write(json.dumps(card, indent=2) + "\n")
