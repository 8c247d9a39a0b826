"""Makes the models beside it, by torch and the package rugged: PYTHONPATH=python/src python3 rugged-torch/src/test/resources/rugged/torch/make.py"""

from pathlib import Path

import torch
from rugged import torchscript
from torch import nn

here = Path(__file__).parent
torch.manual_seed(1)
for outputs in (1, 3):
    dense = nn.Sequential(nn.Linear(6, 8), nn.Tanh(), nn.Linear(8, 5), nn.Tanh(), nn.Linear(5, outputs)).double()
    torchscript.save(dense, torch.randn(4, 6, dtype=torch.float64), here / f"dense-{outputs}.pt")
convolution = nn.Sequential(nn.Conv2d(1, 2, 3), nn.ReLU(), nn.Dropout(0.5), nn.Flatten(), nn.Linear(8, 3))
convolution[0].bias.requires_grad_(False)
torchscript.save(convolution, torch.randn(4, 1, 4, 4), here / "convolution.pt")
torch.jit.script(dense).save(str(here / "plain.pt"))
torch.save(dense.state_dict(), here / "tensors.pt")
