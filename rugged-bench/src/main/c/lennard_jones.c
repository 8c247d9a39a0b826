/* Lennard-Jones clusters in plain C: "gradient ATOMS TIMES" times energy and gradient, "quench ATOMS COUNT" L-BFGS quenches from random starts in a ball (memory 4, longest step 0.4, rms 1e-6). Prints seconds of processor time each. */
#pragma GCC optimize("O3,fast-math")
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST 600
#define MEMORY 4

static int n;
static long calls;

static double energy(const double *x, double *g) {
    static double px[MOST], py[MOST], pz[MOST];
    double e = 0.0;
    calls++;
    for (int i = 0; i < n; i++) {
        px[i] = x[3 * i];
        py[i] = x[3 * i + 1];
        pz[i] = x[3 * i + 2];
    }
    for (int i = 0; i < n; i++) {
        double gx = 0.0, gy = 0.0, gz = 0.0, x0 = px[i], y0 = py[i], z0 = pz[i];
        for (int j = 0; j < n; j++) {
            double dx = x0 - px[j], dy = y0 - py[j], dz = z0 - pz[j];
            double r = dx * dx + dy * dy + dz * dz;
            double u = j == i ? 0.0 : 1.0 / (j == i ? 1.0 : r), s = u * u * u;
            double a = u * s * (1.0 - 2.0 * s);
            e += s * (s - 1.0);
            gx += a * dx;
            gy += a * dy;
            gz += a * dz;
        }
        g[3 * i] = 24.0 * gx;
        g[3 * i + 1] = 24.0 * gy;
        g[3 * i + 2] = 24.0 * gz;
    }
    return 2.0 * e;
}

static double dot(const double *a, const double *b) {
    double sum = 0.0;
    for (int i = 0; i < 3 * n; i++) sum += a[i] * b[i];
    return sum;
}

static double quench(double *x) {
    static double g[MOST], t[MOST], tg[MOST], d[MOST], s[MEMORY][MOST], y[MEMORY][MOST], along[MEMORY], w[MEMORY];
    int pairs = 0, newest = MEMORY - 1, m = 3 * n;
    double e = energy(x, g);
    for (int step = 0; step < 100000 && dot(g, g) > 1e-12 * m; step++) {
        memcpy(d, g, sizeof(double) * m);
        for (int k = 0; k < pairs; k++) {
            int at = (newest - k + MEMORY) % MEMORY;
            w[at] = dot(s[at], d) / along[at];
            for (int i = 0; i < m; i++) d[i] -= w[at] * y[at][i];
        }
        double scale = pairs ? along[newest] / dot(y[newest], y[newest]) : 0.1;
        for (int i = 0; i < m; i++) d[i] *= scale;
        for (int k = pairs - 1; k >= 0; k--) {
            int at = (newest - k + MEMORY) % MEMORY;
            double back = dot(y[at], d) / along[at];
            for (int i = 0; i < m; i++) d[i] += (w[at] - back) * s[at][i];
        }
        double slope = dot(d, g), length = sqrt(dot(d, d)), step_ = slope < 0.0 ? 1.0 : -1.0;
        if (length > 0.4) step_ *= 0.4 / length;
        double te = 0.0;
        for (int cut = 0; cut < 10; cut++, step_ *= 0.1) {
            for (int i = 0; i < m; i++) t[i] = x[i] + step_ * d[i];
            te = energy(t, tg);
            if (te - e <= 1e-4) break;
        }
        newest = (newest + 1) % MEMORY;
        if (pairs < MEMORY) pairs++;
        for (int i = 0; i < m; i++) {
            s[newest][i] = t[i] - x[i];
            y[newest][i] = tg[i] - g[i];
        }
        along[newest] = dot(s[newest], y[newest]);
        if (along[newest] == 0.0) along[newest] = 1e-300;
        memcpy(x, t, sizeof(double) * m);
        memcpy(g, tg, sizeof(double) * m);
        e = te;
    }
    return e;
}

static void start(double *x) {
    double radius = cbrt(n / (0.2 * 4.0 * M_PI / 3.0));
    for (int i = 0; i < n; i++) {
        double square;
        do {
            square = 0.0;
            for (int k = 0; k < 3; k++) {
                x[3 * i + k] = 2.0 * drand48() - 1.0;
                square += x[3 * i + k] * x[3 * i + k];
            }
        } while (square > 1.0);
        for (int k = 0; k < 3; k++) x[3 * i + k] *= radius;
    }
}

int main(int count, char **words) {
    static double x[MOST], g[MOST];
    if (count < 4 || (n = atoi(words[2])) < 2 || n > MOST / 3) return 2;
    long times = atol(words[3]);
    double sum = 0.0;
    srand48(1);
    start(x);
    quench(x);
    calls = 0;
    clock_t begun = clock();
    for (long k = 0; k < times; k++) {
        if (words[1][0] == 'q') {
            start(x);
            sum += quench(x);
        } else sum += energy(x, g);
    }
    double seconds = (double)(clock() - begun) / CLOCKS_PER_SEC;
    printf("%g sum, %g gradients, %.9g s\n", sum, (double)calls / times, seconds / times);
    return 0;
}
