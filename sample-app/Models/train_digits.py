"""Makes what the sample app ships: Models/digits.onnx and every file in Data/ that ends in .gz.

    OMP_NUM_THREADS=1 python3 train_digits.py

needs numpy, scipy, scikit-learn (for its copy of the UCI digits; nothing is downloaded), torch and onnx. Seed,
split and number of threads are fixed; made with numpy 1.24, scipy 1.10, scikit-learn 1.2, torch 1.13, onnx 1.12.
Models/mnist.onnx is only read here: it is a 784-128-10 ReLU network trained on MNIST in the same way.
"""

import gzip
import struct
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from scipy import ndimage
from sklearn.datasets import load_digits
from torch import nn

MODELS = Path(__file__).resolve().parent
DATA = MODELS.parent / "Data"
TRAINING_IMAGES = 1297  # of 1,797 in a fixed random order, so that every writer is in both; the other 500 test
SEED = 0


def main():
    digits = load_digits()
    order = np.random.RandomState(SEED).permutation(len(digits.target))
    labels = digits.target[order].astype(np.uint8)
    small = np.rint(digits.images[order] * (255 / 16)).astype(np.uint8)
    large = np.stack([mnist_style(image) for image in small])

    network = train(small[:TRAINING_IMAGES], labels[:TRAINING_IMAGES])
    export(network, MODELS / "digits.onnx")

    write_set("digits-train", small[:TRAINING_IMAGES], labels[:TRAINING_IMAGES])
    write_set("digits-test", small[TRAINING_IMAGES:], labels[TRAINING_IMAGES:], MODELS / "digits.onnx")
    write_set("digits28", large, labels, MODELS / "mnist.onnx")


def train(images, labels):
    """A 64-48-10 ReLU network on pixels scaled to 0..1, the images moved, turned and stretched a little at random."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    x = torch.tensor(images.reshape(-1, 1, 8, 8) / 255, dtype=torch.float32)
    y = torch.tensor(labels.astype(np.int64))
    network = nn.Sequential(nn.Flatten(), nn.Linear(64, 48), nn.ReLU(), nn.Linear(48, 10))
    epochs, batch = 120, 64
    optimizer = torch.optim.AdamW(network.parameters(), weight_decay=1e-2)
    steps = epochs * (len(x) // batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=5e-3, total_steps=steps)
    for step in range(steps):
        pick = torch.randint(len(x), (batch,))
        loss = nn.functional.cross_entropy(network(distorted(x[pick])), y[pick])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return network.eval()


def distorted(images):
    """Each image moved by up to half a pixel, turned by up to 0.15 radians and stretched by up to 10 %."""
    count = len(images)
    angle, stretch = 0.15 * (2 * torch.rand(count) - 1), 1 + 0.1 * (2 * torch.rand(count) - 1)
    move = (2 * torch.rand(count, 2) - 1) / 8
    rows = [torch.stack([stretch * torch.cos(angle), -torch.sin(angle), move[:, 0]], 1),
            torch.stack([torch.sin(angle), stretch * torch.cos(angle), move[:, 1]], 1)]
    grid = nn.functional.affine_grid(torch.stack(rows, 1), images.shape, align_corners=False)
    return nn.functional.grid_sample(images, grid, align_corners=False)


def export(network, path):
    torch.onnx.export(
        network, torch.zeros(1, 1, 8, 8), path, opset_version=13, input_names=["image"], output_names=["logits"],
        dynamic_axes={"image": {0: "batch"}, "logits": {0: "batch"}})


def mnist_style(image):
    """An 8x8 image as a 28x28 one: 20x20 by a cubic spline, strokes sharpened, centre of mass in the middle.

    The sharpening's midpoint, 150, gives the strokes MNIST's mean brightness (33 of 255).
    """
    digit = ndimage.zoom(image.astype(float), 20 / 8, order=3, mode="grid-constant", grid_mode=True)
    digit = np.clip((np.clip(digit, 0, 255) - 150) * 2 + 127.5, 0, 255)
    row, column = (int(np.clip(round(13.5 - c), 0, 8)) for c in ndimage.center_of_mass(digit))
    canvas = np.zeros((28, 28))
    canvas[row:row + 20, column:column + 20] = digit
    return np.rint(canvas).astype(np.uint8)


def write_set(name, images, labels, model=None):
    """Images and labels; with a model also its answers, to compare the spiking network with the original."""
    write_idx(f"{name}-images-idx3-ubyte", images)
    write_idx(f"{name}-labels-idx1-ubyte", labels)
    if model is None:
        return
    answers = analog_answers(model, images)
    write_idx(f"{name}-analog-idx1-ubyte", answers)
    print(f"{name}: {model.name} gives the right answer to {np.mean(answers == labels):.2%} of {len(labels)} images")


def analog_answers(model, images):
    """The class with the largest logit, of a Flatten-Gemm-Relu-Gemm model as torch writes it."""
    w1, b1, w2, b2 = (numpy_helper.to_array(t) for t in onnx.load(str(model)).graph.initializer)
    x = images.reshape(len(images), -1).astype(np.float32) / 255
    return np.argmax(np.maximum(x @ w1.T + b1, 0) @ w2.T + b2, axis=1).astype(np.uint8)


def write_idx(name, array):
    """The format of MNIST: two zero bytes, type 8 (unsigned byte), rank, big-endian extents, values."""
    header = bytes([0, 0, 8, array.ndim]) + struct.pack(f">{array.ndim}I", *array.shape)
    # No time stamp and no file name in the gzip header: the same bytes at every run.
    (DATA / f"{name}.gz").write_bytes(gzip.compress(header + array.tobytes(), 9, mtime=0))


if __name__ == "__main__":
    main()
