"""Gradient of the spherical 3-spin as a user would write it in numpy: two matrix-vector products with the symmetric tensor.

    E(s) = -S[s, s, s],   grad E = -3 S[., s, s],   S of N^3 entries

Run beside `rugged bench pspin-kernels`:  python3 pspin_numpy.py [N] [float32|float64]
Times are process times (all threads off: set OMP_NUM_THREADS=1), median and half the interquartile range of 15 repetitions.
"""
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import sys
import time

import numpy as np


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 512
    kind = np.dtype(sys.argv[2] if len(sys.argv) > 2 else "float32")
    rng = np.random.default_rng(1)
    tensor = rng.standard_normal((n, n, n), dtype=kind)  # symmetry does not change the time
    s = rng.standard_normal(n).astype(kind)
    s *= np.sqrt(n) / np.linalg.norm(s)
    block = rng.standard_normal((n, 8)).astype(kind)

    def single():
        pair = tensor.reshape(n * n, n) @ s
        return -3 * (pair.reshape(n, n) @ s)

    def eight():
        pair = (tensor.reshape(n * n, n) @ block).reshape(n, n, 8)
        return -3 * np.einsum("ijr,jr->ir", pair, block)

    for name, job, replicas in (("gradient", single, 1), ("block of 8, per replica", eight, 8)):
        job()
        times = []
        for _ in range(15):
            begin = time.process_time()
            job()
            times.append((time.process_time() - begin) * 1e3 / replicas)
        low, median, high = np.percentile(times, [25, 50, 75])
        print(f"numpy {np.__version__}, N = {n}, {kind}: {name} {median:.2f} +- {(high - low) / 2:.2f} ms")


main()
