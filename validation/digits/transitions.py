"""Digits of the transitions of the spherical mixed p-spin model, by a route of its own.

Both transitions are read off the one-step free energy (Crisanti and Sommers, Z. Phys. B 87, 341 (1992), with f in place of q^p/2)

    phi(q, m) = beta^2/2 [f(1) - (1-m) f(q)] + 1/2 [ (m-1)/m ln(1-q) + 1/m ln(1-(1-m) q) ]

with numerical derivatives in 40 digits and no algebra: near m = 1, phi(q, m) = const + (m-1) s(q) + ..., with s = d phi/d m at m = 1.
T_d: s' = s'' = 0.  T_s: s = s' = 0.  Needs mpmath.   python3 transitions.py
"""

from mpmath import mp, mpf, diff, findroot, log, nstr, sqrt

mp.dps = 40

MODELS = {
    "3": {3: 1},
    "4": {4: 1},
    "5": {5: 1},
    "3+4": {3: 1, 4: 1},
}
STARTS = {"3": 0.6, "4": 0.75, "5": 0.83, "3+4": 0.65}


def free_energy(weights, beta):
    f = lambda q: sum(a * q**p for p, a in weights.items()) / mpf(2)

    def phi(q, m):
        return beta**2 / 2 * (f(1) - (1 - m) * f(q)) + (
            (m - 1) / m * log(1 - q) + log(1 - (1 - m) * q) / m
        ) / 2

    return phi


def slope(weights, beta, q, order):
    phi = free_energy(weights, beta)
    s = lambda x: diff(lambda m: phi(x, m), mpf(1))
    return diff(s, q, order) if order else s(q)


for name, weights in MODELS.items():
    q0 = mpf(STARTS[name])
    energy = sum(p * a * q0 ** (p - 1) for p, a in weights.items()) / 2
    b0 = sqrt(q0 / ((1 - q0) * energy))
    dynamical = findroot(
        lambda q, b: (slope(weights, b, q, 1), slope(weights, b, q, 2)), (q0 - mpf("0.1"), b0)
    )
    statical = findroot(
        lambda q, b: (slope(weights, b, q, 0), slope(weights, b, q, 1)), (q0 + mpf("0.05"), b0)
    )
    q, b = dynamical
    sigma = slope(weights, b, q, 0)
    print(name)
    print("  T_d", nstr(1 / b, 15), " q_d", nstr(q, 15), " Sigma(T_d)", nstr(abs(sigma), 15))
    print("  T_s", nstr(1 / statical[1], 15), " q_s", nstr(statical[0], 15))
