"""The closed dynamical equations of the spherical p-spin glass at N = infinity on a uniform grid: e(t) and C(t, 0) from a random start.

Crisanti, Horner and Sommers, Z. Phys. B 92, 257 (1993); Cugliandolo and Kurchan, PRL 71, 173 (1993), for f(q) = 1/2 sum_p a_p q^p:
trapezoid rule, Heun's step with two corrections (error of order h^2), extrapolated from h, h/2 and h/4.   python3 chsck.py
"""

import numpy as np


def solve(weights, temperature, until, h):
    first = lambda q: sum(a * p * q ** (p - 1) for p, a in weights.items()) / 2
    second = lambda q: sum(a * p * (p - 1) * q ** (p - 2) for p, a in weights.items()) / 2
    n = round(until / h)
    c = np.zeros((n + 1, n + 1))
    r = np.zeros((n + 1, n + 1))
    c[0, 0] = r[0, 0] = 1

    def slopes(i):
        w = np.full(i + 1, h)
        w[0] = w[-1] = h / 2
        if i == 0:
            w[0] = 0
        ci, ri = c[i, : i + 1], r[i, : i + 1]
        memory, noise = second(ci) * ri, first(ci)
        mu = temperature + np.sum(w * (memory * ci + noise * ri))
        square = c[: i + 1, : i + 1]
        lower = r[: i + 1, : i + 1]
        a = square @ (w * memory)
        # int_0^{t'} f'(C(t,s)) R(t',s) ds and int_{t'}^t f''(C(t,s)) R(t,s) R(s,t') ds
        b = h * (lower @ noise) - h / 2 * (noise[0] * lower[:, 0] + noise * np.diag(lower))
        b[0] = 0
        k = h * (lower.T @ memory) - h / 2 * (memory * np.diag(lower) + memory[i] * lower[i])
        k[i] = 0
        return -mu * ci + a + b, -mu * ri + k

    def write(i, cs, rs):
        c[i, :i], r[i, :i] = cs, rs
        c[:i, i] = cs
        c[i, i] = r[i, i] = 1

    for i in range(n):
        old_c, old_r = c[i, : i + 1].copy(), r[i, : i + 1].copy()
        dc, dr = slopes(i)
        write(i + 1, old_c + h * dc, old_r + h * dr)
        for _ in range(2):
            ec, er = slopes(i + 1)
            write(i + 1, old_c + h / 2 * (dc + ec[:-1]), old_r + h / 2 * (dr + er[:-1]))
    w = lambda i: h * np.r_[0.5, np.ones(i - 1), 0.5]
    energy = [0.0] + [-np.sum(w(i) * first(c[i, : i + 1]) * r[i, : i + 1]) for i in range(1, n + 1)]
    return np.array(energy), c[:, 0].copy()


def extrapolated(weights, temperature, times, h):
    until = max(times)
    curves = []
    for divisor in (1, 2, 4):
        step = h / divisor
        e, memory = solve(weights, temperature, until, step)
        at = [round(t / step) for t in times]
        curves.append(np.array([e[at], memory[at]]))
    one, two, four = curves
    fine = two + (two - one) / 3
    finer = four + (four - two) / 3
    best = finer + (finer - fine) / 7
    return best, np.abs(best - finer)


if __name__ == "__main__":
    for name, weights, temperature in [
        ("3", {3: 1}, 0.0),
        ("3+4", {3: 1, 4: 1}, 0.0),
        ("3", {3: 1}, 0.5),
        ("3", {3: 1}, 0.7),
    ]:
        times = [1, 2, 5, 10]
        values, errors = extrapolated(weights, temperature, times, 0.05)
        for k, t in enumerate(times):
            print(
                f"{name} T={temperature} t={t}: e = {values[0, k]:.6f} ({errors[0, k]:.0e})"
                f"  C(t,0) = {values[1, k]:.6f} ({errors[1, k]:.0e})"
            )
