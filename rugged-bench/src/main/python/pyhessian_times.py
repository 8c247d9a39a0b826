"""The peer of rugged.bench.BesidePyHessian: the same networks in PyTorch, their curvature by PyHessian, in single precision on one thread. Times
are process times.

PyHessian (Yao, Gholami, Keutzer and Mahoney, arXiv:1912.07145) is looked for on PYTHONPATH; nothing of it is kept here. Commands are lines on standard input, every answer
is one line on standard output:

    load FOLDER ACTIVATION LOSS   ok PARAMETERS         x.npy, widths.npy, inputs.npy, targets.npy, v.npy of the folder; LOSS is logistic or cross-entropy
    product FILE                  ok                    the Hessian-vector product along v, written to FILE
    hvp COUNT                     SECONDS               so many products, one after the other, on a graph that is kept: PyHessian given one batch
    again COUNT                   SECONDS               so many products, each with forward and backward pass: PyHessian given a data loader
    slq STEPS                     SECONDS TOP BOTTOM    one random vector of stochastic Lanczos quadrature, and its extreme Ritz values
    top COUNT                     SECONDS VALUE ...     the largest in absolute value, by power iteration with its own defaults
"""
import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import sys
import time

try:
    import numpy as np
    import torch
    from pyhessian import hessian
    from pyhessian.utils import hessian_vector_product
except ImportError as missing:
    print(f"missing {missing.name}: install PyTorch and NumPy, and put a clone of PyHessian on PYTHONPATH", flush=True)
    sys.exit(3)

torch.set_num_threads(1)
torch.manual_seed(1)

UNITS = {"tanh": torch.nn.Tanh, "relu": torch.nn.ReLU}
LOSSES = {
    "logistic": lambda o, y: torch.nn.functional.softplus(-y * o[:, 0]).mean(),
    "cross-entropy": torch.nn.CrossEntropyLoss(),
}


def split(x, widths):
    """Weights and biases of every layer, shaped as torch.nn.Linear has them, from x = (W_1 [in, out], b_1, W_2, ...)."""
    at = 0
    for a, b in zip(widths[:-1], widths[1:]):
        yield torch.tensor(x[at : at + a * b].reshape(a, b).T.copy(), dtype=torch.float32)
        yield torch.tensor(x[at + a * b : at + (a + 1) * b], dtype=torch.float32)
        at += (a + 1) * b


def join(tensors):
    """The inverse of split."""
    return np.concatenate([t.detach().numpy().T.ravel() for t in tensors]).astype(float)


class Peer:
    def __init__(self, folder, activation, loss):
        def read(name):
            return np.load(os.path.join(folder, name + ".npy"))

        widths = read("widths").astype(int)
        layers = []
        for k, (a, b) in enumerate(zip(widths[:-1], widths[1:])):
            layers += [torch.nn.Linear(a, b)] + [UNITS[activation]()] * (k + 2 < len(widths))
        network = torch.nn.Sequential(*layers)
        with torch.no_grad():
            for parameter, value in zip(network.parameters(), split(read("x"), widths)):
                parameter.copy_(value)
        targets = torch.tensor(read("targets"), dtype=torch.long if loss == "cross-entropy" else torch.float32)
        inputs = torch.tensor(read("inputs"), dtype=torch.float32)
        self.direction = list(split(read("v"), widths))
        self.loader = hessian(network, LOSSES[loss], dataloader=[(inputs, targets)], cuda=False)
        self.peer = hessian(network, LOSSES[loss], data=(inputs, targets), cuda=False)
        self.parameters = sum(p.numel() for p in self.peer.params)

    def product(self):
        return hessian_vector_product(self.peer.gradsH, self.peer.params, self.direction)

    def hvp(self, count):
        begin = time.process_time()
        for _ in range(count):
            self.product()
        return [time.process_time() - begin]

    def again(self, count):
        begin = time.process_time()
        for _ in range(count):
            self.loader.dataloader_hv_product(self.direction)
        return [time.process_time() - begin]

    def slq(self, steps):
        begin = time.process_time()
        values, _ = self.peer.density(iter=steps, n_v=1)
        return [time.process_time() - begin, max(values[0]), min(values[0])]

    def top(self, count):
        begin = time.process_time()
        values, _ = self.peer.eigenvalues(top_n=count)
        return [time.process_time() - begin] + values


def main():
    print(f"ok torch {torch.__version__}, numpy {np.__version__}, Python {sys.version.split()[0]}", flush=True)
    peer = None
    for line in sys.stdin:
        word, *rest = line.split()
        if word == "load":
            peer = Peer(*rest)
            answer = ["ok", peer.parameters]
        elif word == "product":
            np.save(rest[0], join(peer.product()))
            answer = ["ok"]
        else:
            answer = {"hvp": peer.hvp, "again": peer.again, "slq": peer.slq, "top": peer.top}[word](int(rest[0]))
        print(*answer, flush=True)


main()
