/*
 * Sequential heat bath of the Sherrington-Kirkpatrick model in single precision, as one would write it in C: local fields kept in step, one row of couplings an
 * accepted flip. The peer of SpinKernels.
 *
 *   spin_heat_bath N T SWEEPS
 *
 * Prints the share of spins that turned and the processor seconds of the sweeps, after 200 that are not timed.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static uint64_t state = 88172645463325252ULL;

static double uniform(void) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (double)(state >> 11) * 0x1.0p-53;
}

static double normal(void) {
    double radius = sqrt(-2.0 * log(1.0 - uniform()));
    return radius * cos(6.283185307179586 * uniform());
}

static long sweep(int n, double beta, const float *couplings, float *fields, float *spins) {
    long flips = 0;
    for (int i = 0; i < n; i++) {
        double up = 1.0 / (1.0 + exp(-2.0 * beta * fields[i]));
        float next = uniform() < up ? 1.0f : -1.0f;
        if (next == spins[i]) continue;
        spins[i] = next;
        float change = 2.0f * next;
        const float *row = couplings + (size_t)i * n;
        for (int k = 0; k < n; k++) fields[k] += change * row[k];
        flips++;
    }
    return flips;
}

int main(int argc, char **argv) {
    if (argc != 4) return 2;
    int n = atoi(argv[1]);
    double beta = 1.0 / atof(argv[2]);
    int sweeps = atoi(argv[3]);
    float *couplings = calloc((size_t)n * n, sizeof(float));
    float *fields = calloc(n, sizeof(float));
    float *spins = malloc(n * sizeof(float));
    if (!couplings || !fields || !spins) return 1;
    for (int i = 0; i < n; i++)
        for (int k = i + 1; k < n; k++)
            couplings[(size_t)i * n + k] = couplings[(size_t)k * n + i] = (float)(normal() / sqrt(n));
    for (int i = 0; i < n; i++) spins[i] = uniform() < 0.5 ? 1.0f : -1.0f;
    for (int i = 0; i < n; i++)
        for (int k = 0; k < n; k++) fields[i] += couplings[(size_t)i * n + k] * spins[k];
    for (int k = 0; k < 200; k++) sweep(n, beta, couplings, fields, spins);
    long flips = 0;
    clock_t begin = clock();
    for (int k = 0; k < sweeps; k++) flips += sweep(n, beta, couplings, fields, spins);
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    printf("flips %.4f, %.6f s\n", (double)flips / ((double)sweeps * n), seconds);
    return 0;
}
