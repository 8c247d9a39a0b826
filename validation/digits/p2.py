"""Digits of gradient flow in the spherical 2-spin model: moments of the semicircle, by mpmath's quadrature.   python3 p2.py"""

from mpmath import mp, mpf, cos, exp, nstr, pi, quad, sin, sqrt

mp.dps = 30


def moment(k, x):
    panels = [0, 0.01, 0.03, 0.1, 0.3, 1, 2, pi]
    return quad(lambda a: sin(a) ** 2 * (2 * cos(a)) ** k * exp(x * (2 * cos(a) - 2)), panels)


for t in ["0.5", "2", "10", "100"]:
    t = mpf(t)
    norm = moment(0, 2 * t)
    mean = moment(1, 2 * t) / norm
    energy = -mean / 2
    gradient = moment(2, 2 * t) / norm - mean**2
    correlation = moment(0, 3 * t / 2) / sqrt(norm * moment(0, t))
    memory = moment(0, t) / sqrt(norm * moment(0, 0))
    print(nstr(t, 5), "e", nstr(energy, 15), "g2", nstr(gradient, 15), "C(t,t/2)", nstr(correlation, 15), "C0", nstr(memory, 15))
