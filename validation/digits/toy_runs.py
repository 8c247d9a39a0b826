"""Toy runs U and O: SGD on one hidden layer of ReLU units with random labels, an independent route to the rows of validation/toy-network.yaml.

o = sum_k a_k relu(w_k . x + b_k), no output bias; d = 10 Gaussian inputs, P = 200 random labels +-1; loss mean of ln(1 + exp(-y o));
w ~ N(0, 1/d), b = 0, a ~ N(0, 1/h); SGD with replacement, batch 10, learning rate 0.05. Every seed has its own data and start.
An example counts as wrong where y o < 0, as half wrong where o = 0: there all units are off and it is undecided.
Usage: python3 toy_runs.py HIDDEN SEEDS STEPS
"""
import sys
import numpy as np

h, seeds, last = (int(v) for v in sys.argv[1:4])
d, patterns, batch, eta = 10, 200, 10, 0.05
rng = np.random.default_rng(12345)
x = rng.standard_normal((seeds, patterns, d))
y = rng.choice([-1.0, 1.0], (seeds, patterns))
w = rng.standard_normal((seeds, h, d)) / np.sqrt(d)
b = np.zeros((seeds, h))
a = rng.standard_normal((seeds, h)) / np.sqrt(h)
rows = np.arange(seeds)[:, None]


def score():
    z = np.maximum(np.einsum("sph,shd->spd", x, np.swapaxes(w, 1, 2)) + b[:, None, :], 0)
    o = np.einsum("sph,sh->sp", z, a)
    m = y * o
    return np.logaddexp(0, -m).mean(1), (m < 0).mean(1) + (m == 0).mean(1) / 2, (m == 0).mean(1)


def state():
    return np.concatenate([w.reshape(seeds, -1), b, a], 1)


ages = [100, 1000, 10000, 30000]
snapshots = {}
for n in range(last + 1):
    if n in (1000, 10000, 100000):
        loss, error, undecided = score()
        for name, v in (("loss", loss), ("error", error), ("undecided", undecided)):
            print(f"{name}({n}) = {v.mean():.5g} +- {v.std(ddof=1) / np.sqrt(seeds):.2g}, scatter {v.std(ddof=1):.2g}")
    for age in ages:
        if n == age:
            snapshots[age] = state()
        if n in (age + 100, age + 10000) and age in snapshots:
            delta = ((state() - snapshots[age]) ** 2).mean(1)
            print(f"Delta({age},{n - age}) = {delta.mean():.4g} +- {delta.std(ddof=1) / np.sqrt(seeds):.2g}, scatter {delta.std(ddof=1):.2g}", flush=True)
    k = rng.integers(0, patterns, (seeds, batch))
    xb, yb = x[rows, k], y[rows, k]
    pre = xb @ np.swapaxes(w, 1, 2) + b[:, None, :]
    act = np.maximum(pre, 0)
    o = np.einsum("sph,sh->sp", act, a)
    g = -yb / (1 + np.exp(yb * o)) / batch
    back = g[:, :, None] * a[:, None, :] * (pre > 0)
    a = a - eta * np.einsum("sp,sph->sh", g, act)
    w = w - eta * np.swapaxes(back, 1, 2) @ xb
    b = b - eta * back.sum(1)
