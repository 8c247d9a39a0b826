"""Saves the models that TorchOverhead times: PYTHONPATH=python/src python3 rugged-bench/src/main/python/torchscript_models.py FOLDER"""

import sys
from pathlib import Path

import torch
from rugged import torchscript
from torch import nn


def dense(*widths):
    layers = []
    for first, second in zip(widths, widths[1:]):
        layers += [nn.Linear(first, second), nn.ReLU()]
    return nn.Sequential(*layers[:-1])


folder = Path(sys.argv[1])
torch.manual_seed(1)
models = {
    "small": (dense(10, 30, 30, 30, 30, 30, 10), (10,)),
    "middle": (dense(100, 100, 100, 100, 10), (100,)),
    "large": (dense(784, 1024, 1024, 10), (784,)),
    "convolution": (
        nn.Sequential(nn.Conv2d(1, 8, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(8, 16, 5), nn.ReLU(), nn.Flatten(), nn.Linear(1024, 10)),
        (1, 28, 28),
    ),
}
for name, (model, shape) in models.items():
    torchscript.save(model, torch.randn(4, *shape), folder / f"{name}.pt")
