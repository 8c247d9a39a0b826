"""Bulk of the Riemannian Hessian at the end of a quench (t = 20) of the spherical 3-spin glass: edges relative to mu, and the variance of the eigenvalues.

    python3 hessian.py N DISORDERS
"""

import sys

import numpy as np

from quench import gradient, normalised, projected, tensor


def spectrum(n, rng, until=20, dt=0.1):
    s, x = tensor(n, rng), normalised(rng.standard_normal(n))
    for _ in range(round(until / dt)):
        _, a = projected(s, x)
        _, b = projected(s, normalised(x - dt * a))
        x = normalised(x - dt / 2 * (a + b))
    e, g = gradient(s, x)
    mu = -(x @ g) / n
    hessian = -6 * (s @ x).reshape(n, n) + mu * np.eye(n)
    p = np.eye(n) - np.outer(x, x) / n
    values = np.linalg.eigvalsh(p @ hessian @ p)
    values = np.delete(values, np.argmin(np.abs(values - 0)))  # the zero mode along x
    return values[0] - mu, values[-1] - mu, values.var(), mu


if __name__ == "__main__":
    n, disorders = int(sys.argv[1]), int(sys.argv[2])
    rng = np.random.default_rng(20260102)
    rows = np.array([spectrum(n, rng) for _ in range(disorders)])
    mean, error = rows.mean(0), rows.std(0, ddof=1) / np.sqrt(disorders)
    for name, m, e in zip(["lower edge - mu", "upper edge - mu", "variance", "mu"], mean, error):
        print(f"{name}: {m:.4f}({e:.4f})")
