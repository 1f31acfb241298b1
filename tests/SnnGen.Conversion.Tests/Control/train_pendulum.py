"""Makes pendulum.onnx: a control policy that swings a pendulum up and holds it.

    OMP_NUM_THREADS=1 python3 train_pendulum.py

needs numpy, torch and onnx; made with numpy 1.24, torch 1.13, onnx 1.12. Seed and number of threads are fixed.

The pendulum is that of Pendulum.cs: angle 0 is upright, the torque is too weak to lift it at once. Value iteration on a
grid of states gives the best torque everywhere; a network of 3-64-64-1 units, ReLU and tanh, is fitted to it.
"""

from pathlib import Path

import numpy as np
import torch
from torch import nn

HERE = Path(__file__).resolve().parent
GRAVITY, STEP, TORQUE, SPEED = 10.0, 0.05, 2.0, 8.0
EPISODE = 200


def main():
    torch.manual_seed(0)
    torch.set_num_threads(1)
    policy = nn.Sequential(nn.Linear(3, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 1), nn.Tanh())
    imitate(policy, *best_torques())
    print("mean cost of an episode:", mean_cost(policy))
    torch.onnx.export(policy, torch.zeros(1, 3), HERE / "pendulum.onnx", input_names=["state"], output_names=["torque"],
                      dynamic_axes={"state": {0: "batch"}}, opset_version=13)


def advance(angle, speed, torque, library):
    """One step of the pendulum and its cost; library is numpy or torch."""
    wrapped = (angle + np.pi) % (2 * np.pi) - np.pi
    cost = wrapped ** 2 + 0.1 * speed ** 2 + 0.001 * torque ** 2
    speed = library.clip(speed + (1.5 * GRAVITY * library.sin(angle) + 3 * torque) * STEP, -SPEED, SPEED)
    return angle + speed * STEP, speed, cost


def best_torques(angles=161, speeds=129, torques=21, discount=0.99, sweeps=600):
    """Angles, speeds and the best torque of each pair, by value iteration with bilinear interpolation."""
    a = np.linspace(-np.pi, np.pi, angles)
    s = np.linspace(-SPEED, SPEED, speeds)
    u = np.linspace(-TORQUE, TORQUE, torques)
    angle, speed, torque = np.meshgrid(a, s, u, indexing="ij")
    next_angle, next_speed, cost = advance(angle, speed, torque, np)
    x = (((next_angle + np.pi) % (2 * np.pi)) / (2 * np.pi)) * (angles - 1)
    y = (next_speed + SPEED) / (2 * SPEED) * (speeds - 1)
    i, j = np.minimum(x.astype(int), angles - 2), np.minimum(y.astype(int), speeds - 2)
    p, q = x - i, y - j
    value = np.zeros((angles, speeds))
    for _ in range(sweeps):
        future = ((1 - p) * (1 - q) * value[i, j] + p * (1 - q) * value[i + 1, j]
                  + (1 - p) * q * value[i, j + 1] + p * q * value[i + 1, j + 1])
        total = cost + discount * future
        value = total.min(axis=2)
    return angle[:, :, 0], speed[:, :, 0], u[total.argmin(axis=2)]


def observe(angle, speed):
    """What the network sees."""
    return torch.stack([torch.cos(angle), torch.sin(angle), speed / SPEED], dim=1)


def imitate(policy, angle, speed, torque, steps=6000):
    states = observe(torch.tensor(angle.ravel(), dtype=torch.float32), torch.tensor(speed.ravel(), dtype=torch.float32))
    targets = torch.tensor(torque.ravel() / TORQUE, dtype=torch.float32)
    optimiser = torch.optim.Adam(policy.parameters(), 2e-3)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, steps)
    for _ in range(steps):
        batch = torch.randint(len(targets), (1024,))
        loss = ((policy(states[batch])[:, 0] - targets[batch]) ** 2).mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()


def starts(count, generator=None):
    angle = (2 * torch.rand(count, generator=generator) - 1) * np.pi
    return angle, 2 * torch.rand(count, generator=generator) - 1


def mean_cost(policy):
    angle, speed = starts(500, torch.Generator().manual_seed(1))
    total = torch.zeros(len(angle))
    with torch.no_grad():
        for _ in range(EPISODE):
            torque = TORQUE * policy(observe(angle, speed))[:, 0]
            angle, speed, cost = advance(angle, speed, torque, torch)
            total += cost
    return total.mean().item()


if __name__ == "__main__":
    main()
