"""
Trains the landmark network on the crops of prepare.py: processes that learn from their own views and meet at their mean.
Writes OUT/landmarks.pt (averaged weights, every few minutes) and OUT/landmarks.csv (the learning curve); can be killed
and started again with the same options, and goes on.
"""

import argparse
import copy
import math
import os
import time

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"  # one process a core beats one of many threads

import numpy as np
import torch
import torch.multiprocessing as processes
from torch.nn import functional

from augment import Views
from network import SIZE, LandmarkNetwork
from shapes import choose_anchors, start_matrix, weights
from watch import Watch

HELD_OUT = 64
BATCH = 8  # faces a process a step; each is seen twice
MEET_SECONDS = 3


def split(count):
    order = np.random.RandomState(7).permutation(count)
    return order[:HELD_OUT], order[HELD_OUT:]


def distance(points, wanted, weight):
    """Wing loss (Feng et al. 2018): logarithmic for small errors, so that the last pixel still counts."""
    d = (points - wanted).abs()
    wing = torch.where(d < 6, 6 * torch.log1p(d / 1.5), d - 6 + 6 * math.log(5))
    return (wing * weight).mean((1, 2))


def losses(network, batch, weight, anchors, agreement):
    images, points, present, matrices = (torch.from_numpy(np.ascontiguousarray(x)) for x in batch)
    images = images.flip(3).permute(0, 3, 1, 2).float().div_(255)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found, logit, found_anchors = network(images)
    found = found.view(-1, points.shape[1], 2)
    each = distance(found, points, weight) + 0.5 * distance(found_anchors, points[:, anchors], weight[:, anchors])
    place = (each * present).sum() / present.sum().clamp(min=1)
    face = functional.binary_cross_entropy_with_logits(logit[:, 0], present)
    # Two views of one face must say the same, once both are taken back to the stored crop.
    back = torch.linalg.inv(matrices[:, :, :2].float())
    home = torch.matmul(found - matrices[:, None, :, 2].float(), back.transpose(1, 2))
    scale = matrices[:, :, :2].float().det().abs().sqrt()
    both = present[0::2] * present[1::2] * torch.minimum(scale[0::2], scale[1::2])
    apart = ((home[0::2] - home[1::2]).abs() * weight).mean((1, 2))
    return place, face, agreement * 2 * (both * apart).mean()


def groups(network):
    """Weight decay for kernels alone; the shape matrix, which starts right, learns slowly."""
    kernels, others, shape = [], [], []
    for name, p in network.named_parameters():
        (shape if name.startswith("shape") else kernels if p.ndim > 1 else others).append(p)
    return [
        dict(params=kernels, weight_decay=0.02, pace=1.0),
        dict(params=others, weight_decay=0.0, pace=1.0),
        dict(params=shape, weight_decay=0.0, pace=0.1),
    ]


def everything(network, optimizer):
    """All that learning changes: weights, their running means, and the optimizer's memory."""
    found = [t for t in network.state_dict().values() if t.dtype.is_floating_point]
    for group in optimizer.param_groups:
        for p in group["params"]:
            found += [optimizer.state[p][key] for key in ("exp_avg", "exp_avg_sq")]
    return found


def meet(tensors, share, rank, shared, barrier):
    """
    Every few seconds the processes meet and go on from the mean of what they learned, each weighted by its steps. Between,
    none waits for another, which matters on a machine that is also used otherwise.
    """
    torch.cat([t.reshape(-1) for t in tensors], out=shared[rank, :-1])
    shared[rank, -1] = share
    barrier.wait()
    steps = shared[:, -1]
    mean = (shared[:, :-1] * (steps / steps.sum())[:, None]).sum(0)
    total = int(steps.sum())
    barrier.wait()
    at = 0
    for t in tensors:
        t.copy_(mean[at : at + t.numel()].view_as(t))
        at += t.numel()
    return total


def work(rank, o, shared, clock, barrier):
    os.setsid()  # Linux shares the cores out among sessions first; one for each process is one share for each
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(1)
    data = np.load(o.faces)
    held_out, training = split(len(data["points"]))
    start = Views(3, data["crops"], data["points"], data["mirror"])
    anchors = choose_anchors(data["points"])
    network = LandmarkNetwork().to(memory_format=torch.channels_last)
    network.start_shape(*start_matrix(start, anchors))
    mean = copy.deepcopy(network).eval()
    optimizer = torch.optim.AdamW(groups(network), lr=o.rate, betas=(0.9, 0.99))
    step, before = 0, 0.0
    checkpoint = os.path.join(o.out, "checkpoint.pt")
    if os.path.exists(checkpoint):
        saved = torch.load(checkpoint)
        network.load_state_dict(saved["network"])
        mean.load_state_dict(saved["mean"])
        optimizer.load_state_dict(saved["optimizer"])
        step, before = saved["step"], saved["seconds"]
    views = Views(1000 * step + 100 + rank, data["crops"], data["points"], data["mirror"])
    weight = torch.from_numpy(weights())[None, :, None]
    watch = Watch(o, data, held_out, training[:HELD_OUT]) if rank == 0 else None
    barrier.wait()
    clock[0] = before - time.time()
    barrier.wait()
    seconds, met, saved_at, alone, recent = before, before, time.time(), 0, []
    while float(clock[1]) < 60 * o.minutes:
        progress = seconds / (60 * o.minutes)
        narrow = 0.35 + 0.4 * min(1, max(0, (progress - 0.3) / 0.4))
        batch = views.batch(views.random.choice(training, BATCH, False), narrow, 0.06)
        rate = o.rate * min(1, (step + alone + 1) / 200) * (0.5 + 0.5 * math.cos(math.pi * progress)) + 2e-6
        for group in optimizer.param_groups:
            group["lr"] = rate * group["pace"]
        place, face, apart = losses(network.train(), batch, weight, anchors, 0.5 * min(1, progress / 0.3))
        optimizer.zero_grad(set_to_none=True)
        (place + face + apart).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 150)
        optimizer.step()
        alone += 1
        recent = (recent + [(float(place), float(face), float(apart))])[-100:]
        seconds = float(clock[0]) + time.time()
        if seconds - met < MEET_SECONDS:
            continue
        if rank == 0:
            clock[1] = seconds  # one decides for all when it is over
        together = meet(everything(network, optimizer), alone, rank, shared, barrier)
        step, alone, met = step + together, 0, max(met + MEET_SECONDS, seconds - 1)
        if rank == 0:
            keep = min(0.999, (1 + step) / (10 + step)) ** together
            with torch.no_grad():
                for a, b in zip(mean.state_dict().values(), network.state_dict().values()):
                    a.mul_(keep).add_(b, alpha=1 - keep) if a.dtype.is_floating_point else a.copy_(b)
            if time.time() - saved_at > 150:
                watch.look(mean, step, step * 2 * BATCH, seconds, np.mean(recent, 0))
                state = dict(network=network.state_dict(), mean=mean.state_dict(), optimizer=optimizer.state_dict())
                torch.save(dict(state, step=step, seconds=seconds), checkpoint + ".part")
                os.replace(checkpoint + ".part", checkpoint)
                saved_at = time.time()
    if rank == 0:
        watch.look(mean, step, step * 2 * BATCH, seconds, np.mean(recent, 0))
        print("done", flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--faces", required=True, help="faces.npz of prepare.py")
    options.add_argument("--watch", help="an npz like it that is looked at, never trained on")
    options.add_argument("--out", required=True)
    options.add_argument("--minutes", type=float, default=75)
    options.add_argument("--processes", type=int, default=2)
    options.add_argument("--rate", type=float, default=2e-3)
    o = options.parse_args()
    os.makedirs(o.out, exist_ok=True)
    network = LandmarkNetwork()
    count = sum(t.numel() for t in network.state_dict().values() if t.dtype.is_floating_point)
    count += 2 * sum(p.numel() for p in network.parameters()) + 1
    shared, clock = torch.zeros(o.processes, count).share_memory_(), torch.zeros(2, dtype=torch.float64).share_memory_()
    context = processes.get_context("fork")
    barrier = context.Barrier(o.processes)
    team = [context.Process(target=work, args=(rank, o, shared, clock, barrier)) for rank in range(o.processes)]
    for p in team:
        p.start()
    for p in team:
        p.join()


if __name__ == "__main__":
    main()
