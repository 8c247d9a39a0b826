"""Saves a network of PyTorch for the study beside it: python3 docs/examples/torchscript/digits.py"""

from pathlib import Path

import torch
from rugged import torchscript

torch.manual_seed(1)
model = torch.nn.Sequential(torch.nn.Linear(20, 16), torch.nn.GELU(), torch.nn.LayerNorm(16), torch.nn.Linear(16, 10))
torchscript.save(model, torch.randn(8, 20), Path(__file__).with_suffix(".pt"))
