"""Finite-N runs of the spherical 3-spin glass with full couplings, written apart from the program: gradient flow (Heun, dt = 0.1) or Langevin (Euler).

H = - sum_{i<=j<=k} J_ijk s_i s_j s_k with Var J = c / (2 N^2), c = 6, 3, 1 permutations: the sum over all ordered triples of independent
normals G of variance 1/(2 N^2), so the unsymmetrised tensor G serves.

    python3 quench.py flow N DISORDERS          python3 quench.py langevin N DISORDERS T DT
"""

import sys

import numpy as np


def tensor(n, rng):
    g = rng.standard_normal((n, n, n)) / (np.sqrt(2) * n)
    s = (g + g.transpose(0, 2, 1)) / 2
    s = (s + s.transpose(1, 0, 2) + s.transpose(1, 2, 0)) / 3  # the mean over all permutations
    return s.reshape(n * n, n)


def gradient(s, x):
    n = len(x)
    h = (s @ x).reshape(n, n) @ x
    return -(x @ h) / n, -3 * h  # e, dH/dx


def projected(s, x):
    e, g = gradient(s, x)
    return e, g - x * (x @ g) / len(x)


def normalised(x):
    return x * np.sqrt(len(x)) / np.linalg.norm(x)


def flow(n, rng, times, dt=0.1):
    s, x = tensor(n, rng), normalised(rng.standard_normal(n))
    start, rows, step = x.copy(), [], 0
    for t in times:
        while step < round(t / dt):
            _, a = projected(s, x)
            _, b = projected(s, normalised(x - dt * a))
            x = normalised(x - dt / 2 * (a + b))
            step += 1
        rows.append([gradient(s, x)[0], x @ start / n])
    return rows


def langevin(n, rng, times, temperature, dt):
    s, x = tensor(n, rng), normalised(rng.standard_normal(n))
    start, rows, step = x.copy(), [], 0
    for t in times:
        while step < round(t / dt):
            _, a = projected(s, x)
            x = normalised(x - dt * a + np.sqrt(2 * temperature * dt) * rng.standard_normal(n))
            step += 1
        rows.append([gradient(s, x)[0], x @ start / n])
    return rows


if __name__ == "__main__":
    kind, n, disorders = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    times = [1, 2, 5, 10]
    rng = np.random.default_rng(20260101)
    if kind == "flow":
        runs = [flow(n, rng, times) for _ in range(disorders)]
    else:
        runs = [langevin(n, rng, times, float(sys.argv[4]), float(sys.argv[5])) for _ in range(disorders)]
    runs = np.array(runs)
    mean, error = runs.mean(0), runs.std(0, ddof=1) / np.sqrt(disorders)
    for k, t in enumerate(times):
        print(f"t={t}: e = {mean[k, 0]:.4f}({error[k, 0]:.4f})  C(t,0) = {mean[k, 1]:.4f}({error[k, 1]:.4f})")
