/*
 * The dynamical mean-field equations of the spherical p-spin model on a uniform grid, as a physicist would write them in C: the peer of UniformSolver.
 * gcc -O3 -march=native uniform_grid.c -o uniform_grid -lm && ./uniform_grid 1000 0.05
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const int p = 3;
static int n;
static double h, *c, *r, *sc, *sr, *wa, *a, *b, *k, mu, energy;

static long at(int i) { return (long)i * (i + 1) / 2; }

/* dC/dt and dR/dt of row i */
static void slopes(int i, double *dc, double *dr) {
    double *ci = c + at(i), *ri = r + at(i);
    mu = 0; energy = 0;
    for (int s = 0; s <= i; s++) {
        double w = i == 0 ? 0 : (s == 0 || s == i ? 0.5 * h : h);
        sc[s] = 0.5 * p * (p - 1) * pow(ci[s], p - 2) * ri[s];
        sr[s] = 0.5 * p * pow(ci[s], p - 1);
        wa[s] = w * sc[s];
        mu += w * (sc[s] * ci[s] + sr[s] * ri[s]);
        energy -= w * sr[s] * ri[s];
        a[s] = k[s] = 0;
    }
    for (int s = 0; s <= i; s++) {
        const double *restrict cs = c + at(s), *restrict rs = r + at(s);
        double x = wa[s], y = sc[s], dotc = 0, dotr = 0;
        double *restrict A = a, *restrict K = k;
        for (int j = 0; j < s; j++) {
            A[j] += x * cs[j];
            K[j] += y * rs[j];
            dotc += wa[j] * cs[j];
            dotr += sr[j] * rs[j];
        }
        a[s] += dotc + wa[s];
        b[s] = dotr + sr[s];
        k[s] += sc[s];
    }
    for (int j = 0; j <= i; j++) {
        double B = j == 0 ? 0 : h * b[j] - 0.5 * h * (sr[0] * r[at(j)] + sr[j]);
        double K = j == i ? 0 : h * k[j] - 0.5 * h * (sc[j] + sc[i] * ri[j]);
        dc[j] = -mu * ci[j] + a[j] + B;
        dr[j] = -mu * ri[j] + K;
    }
}

int main(int argc, char **argv) {
    n = argc > 1 ? atoi(argv[1]) : 1000;
    h = argc > 2 ? atof(argv[2]) : 0.05;
    long size = at(n + 1);
    c = calloc(size, 8); r = calloc(size, 8);
    double *all = calloc(11L * (n + 1), 8);
    sc = all; sr = sc + n + 1; wa = sr + n + 1; a = wa + n + 1; b = a + n + 1; k = b + n + 1;
    double *s1 = k + n + 1, *s2 = s1 + n + 1, *r1 = s2 + n + 1, *r2 = r1 + n + 1;
    clock_t begun = clock();
    c[0] = r[0] = 1;
    slopes(0, s1, r1);
    for (int i = 0; i < n; i++) {
        double *c0 = c + at(i), *c1 = c + at(i + 1), *q0 = r + at(i), *q1 = r + at(i + 1);
        for (int j = 0; j <= i; j++) { c1[j] = c0[j] + h * s1[j]; q1[j] = q0[j] + h * r1[j]; }
        c1[i + 1] = q1[i + 1] = 1;
        for (int m = 0; m < 2; m++) {
            slopes(i + 1, s2, r2);
            for (int j = 0; j <= i; j++) {
                c1[j] = c0[j] + 0.5 * h * (s1[j] + s2[j]);
                q1[j] = q0[j] + 0.5 * h * (r1[j] + r2[j]);
            }
        }
        double *swap = s1; s1 = s2; s2 = swap; swap = r1; r1 = r2; r2 = swap;
    }
    slopes(n, s2, r2); /* e of the row as it was last corrected */
    printf("rows %d, t = %g, e = %.9f, %.3f s\n", n, n * h, energy, (double)(clock() - begun) / CLOCKS_PER_SEC);
    return 0;
}
