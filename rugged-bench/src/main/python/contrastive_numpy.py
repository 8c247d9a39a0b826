"""An epoch of contrastive divergence with one sweep in numpy, beside the JMH benchmark MachineEpoch: 10,000 patterns of 784 bits, 64 hidden ones, batches of 100.

OPENBLAS_NUM_THREADS=1 python3 contrastive_numpy.py [float32|float64]
"""

import statistics
import sys
import time

import numpy

VISIBLE, HIDDEN, PATTERNS, BATCH, EPOCHS, RATE = 784, 64, 10000, 100, 12, 0.01

kind = numpy.dtype(sys.argv[1] if len(sys.argv) > 1 else "float32")
random = numpy.random.default_rng(1)
data = (random.random((PATTERNS, VISIBLE)) < 0.15).astype(kind)
w = (0.01 * random.standard_normal((VISIBLE, HIDDEN))).astype(kind)
a = numpy.zeros(VISIBLE, kind)
b = numpy.zeros(HIDDEN, kind)


def chance(z):
    """1/(1 + e^-z), in place."""
    numpy.negative(z, out=z)
    numpy.exp(z, out=z)
    z += 1
    return numpy.reciprocal(z, out=z)


def drawn(p):
    return (random.random(p.shape, dtype=kind.type) < p).astype(kind)


times = []
for _ in range(EPOCHS):
    begin = time.process_time()
    order = random.permutation(PATTERNS)
    for at in range(0, PATTERNS, BATCH):
        v0 = data[order[at : at + BATCH]]
        p0 = chance(v0 @ w + b)
        v1 = drawn(chance(drawn(p0) @ w.T + a))
        p1 = chance(v1 @ w + b)
        step = kind.type(RATE / BATCH)
        w += step * (v0.T @ p0 - v1.T @ p1)
        a += step * (v0 - v1).sum(0)
        b += step * (p0 - p1).sum(0)
    times.append(time.process_time() - begin)
middle = statistics.median(times)
spread = statistics.median(abs(one - middle) for one in times)
print(f"numpy {numpy.__version__}, {kind}: {1e3 * middle:.1f} ms an epoch, median deviation {1e3 * spread:.1f} ms")
