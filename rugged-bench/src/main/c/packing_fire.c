/*
 * A quench of harmonic discs, two sizes, by FIRE, as a physicist would write it in C: the peer of the packings of this program. Cells, a list of pairs with a skin that is made
 * anew when a disc has moved by half of it, steps until no disc feels a force above 1e-10.
 * gcc -O3 -march=native packing_fire.c -o packing_fire -lm && ./packing_fire 1024 1
 * Prints processor time: of the whole quench, and for a particle of a force alone and of a step with its share of the making of lists.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int n, cells, pairs, room, builds, *cell, *start, *member, *pi_, *pj;
static double box, skin, *x, *old, *v, *f, *radius, *sum;

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

static double uniform(unsigned long long *s) {
    *s ^= *s << 13; *s ^= *s >> 7; *s ^= *s << 17;
    return (*s >> 11) * 0x1p-53;
}

static int column(double u) { u /= box; u -= floor(u); int c = (int)(u * cells); return c < cells ? c : cells - 1; }

static void build(void) {
    builds++;
    memcpy(old, x, 2 * n * sizeof *x);
    memset(start, 0, (cells * cells + 1) * sizeof *start);
    for (int i = 0; i < n; i++) start[(cell[i] = column(x[2 * i]) * cells + column(x[2 * i + 1])) + 1]++;
    for (int c = 0; c < cells * cells; c++) start[c + 1] += start[c];
    for (int i = n - 1; i >= 0; i--) member[--start[cell[i] + 1]] = i;
    memmove(start, start + 1, cells * cells * sizeof *start);
    start[cells * cells] = n;
    pairs = 0;
    for (int i = 0; i < n; i++) {
        int a0 = cell[i] / cells, b0 = cell[i] % cells;
        if (pairs + n > room) {
            room = 2 * (pairs + n);
            pi_ = realloc(pi_, room * sizeof *pi_); pj = realloc(pj, room * sizeof *pj); sum = realloc(sum, room * sizeof *sum);
        }
        for (int a = -1; a <= 1; a++) for (int b = -1; b <= 1; b++) {
            int c = (a0 + a + cells) % cells * cells + (b0 + b + cells) % cells;
            for (int m = start[c]; m < start[c + 1]; m++) {
                int j = member[m];
                if (j <= i) continue;
                double dx = x[2 * j] - x[2 * i], dy = x[2 * j + 1] - x[2 * i + 1], s = radius[i] + radius[j];
                dx -= box * rint(dx / box); dy -= box * rint(dy / box);
                if (dx * dx + dy * dy < (s + skin) * (s + skin)) { pi_[pairs] = 2 * i; pj[pairs] = 2 * j; sum[pairs++] = 1 / s; }
            }
        }
    }
}

static void force(void) {
    double far = 0, half = box / 2;
    for (int k = 0; k < 2 * n; k += 2) {
        double a = x[k] - old[k], b = x[k + 1] - old[k + 1];
        far = fmax(far, a * a + b * b);
    }
    if (builds == 0 || far > 0.25 * skin * skin) build();
    memset(f, 0, 2 * n * sizeof *f);
    for (int k = 0; k < pairs; k++) {
        int i = pi_[k], j = pj[k];
        double a = x[j] - x[i], b = x[j + 1] - x[i + 1], s = sum[k];
        if (fabs(a) > half) a -= box * rint(a / box);
        if (fabs(b) > half) b -= box * rint(b / box);
        double square = a * a + b * b;
        if (square * s * s >= 1) continue;
        double r = sqrt(square), pull = (1 - r * s) * s / r;
        a *= pull; b *= pull;
        f[i] -= a; f[i + 1] -= b; f[j] += a; f[j + 1] += b;
    }
}

/* places of particles of one size along a curve, so that neighbours are near in memory */
static unsigned long key(const double *p) {
    unsigned long a = p[0] / box * 4096, b = p[1] / box * 4096, k = 0;
    for (int d = 11; d >= 0; d--) k = k << 2 | (a >> d & 1) << 1 | (b >> d & 1);
    return k;
}
static int order(const void *p, const void *q) { unsigned long a = key(p), b = key(q); return a < b ? -1 : a > b; }

int main(int argc, char **argv) {
    n = argc > 1 ? atoi(argv[1]) : 1024;
    unsigned long long seed = 0x9E3779B97F4A7C15ull * (argc > 2 ? atoi(argv[2]) : 1);
    x = malloc(16 * n); old = malloc(16 * n); v = calloc(2 * n, 8); f = malloc(16 * n); radius = malloc(8 * n);
    cell = malloc(4 * n); member = malloc(4 * n);
    double area = 0;
    for (int i = 0; i < n; i++) { radius[i] = i < n / 2 ? 0.5 : 0.7; area += M_PI * radius[i] * radius[i]; }
    box = sqrt(area / 0.86);
    skin = 0.35;
    cells = box / (1.4 + skin);
    start = malloc((cells * cells + 1) * sizeof *start);
    for (int k = 0; k < 2 * n; k++) x[k] = box * uniform(&seed);
    qsort(x, n / 2, 16, order); qsort(x + n, n - n / 2, 16, order);
    double begun = seconds(), dt = 0.1, mix = 0.1, worst = 1;
    long steps = 0; int down = 0;
    force();
    while (worst > 1e-20 && steps < 1000000) {
        double p = 0, vv = 0, ff = 0;
        for (int k = 0; k < 2 * n; k++) { p += f[k] * v[k]; vv += v[k] * v[k]; ff += f[k] * f[k]; }
        double keep = 1, add = 0;
        if (p > 0) {
            keep = 1 - mix; add = mix * sqrt(vv / ff);
            if (++down > 5) { dt = fmin(1.1 * dt, 0.6); mix *= 0.99; }
        } else if (vv > 0) { keep = 0; dt *= 0.5; mix = 0.1; down = 0; }
        double fastest = 0;
        for (int k = 0; k < 2 * n; k++) { v[k] = keep * v[k] + (add + dt) * f[k]; fastest = fmax(fastest, fabs(v[k])); }
        double h = dt * fastest > 0.1 ? 0.1 / fastest : dt;
        for (int k = 0; k < 2 * n; k++) x[k] += h * v[k];
        force();
        worst = 0;
        for (int k = 0; k < 2 * n; k += 2) worst = fmax(worst, f[k] * f[k] + f[k + 1] * f[k + 1]);
        steps++;
    }
    double whole = seconds() - begun;
    begun = seconds();
    for (int k = 0; k < 500; k++) { x[k % n] += 1e-12; force(); }
    double alone = (seconds() - begun) / 500;
    printf("%d particles, %ld steps, %d lists, %.4f s in all, %.4g s a particle for a force, for a step %.4g s\n", n, steps, builds, whole, alone / n, whole / steps / n);
    return 0;
}
