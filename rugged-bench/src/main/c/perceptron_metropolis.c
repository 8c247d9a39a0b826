/*
 * Sequential Metropolis of the binary perceptron in single precision, as one would write it in C: stabilities kept in step, one column of patterns an attempt.
 * Patterns of +-1, violated where the stability is not above 0, at T = 0.2. The peer of PassingKernels.
 *
 *   perceptron_metropolis N P SWEEPS
 *
 * Prints the share of weights that turned and the processor seconds of the sweeps, after 1000 that are not timed.
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

static long sweep(int n, int p, double beta, const float *columns, float *sums, float *weights) {
    long flips = 0;
    for (int i = 0; i < n; i++) {
        const float *column = columns + (size_t)i * p;
        float change = -2.0f * weights[i];
        int cost = 0;
        for (int k = 0; k < p; k++) cost += (sums[k] + change * column[k] <= 0.0f) - (sums[k] <= 0.0f);
        if (cost > 0 && uniform() >= exp(-beta * cost)) continue;
        weights[i] = -weights[i];
        for (int k = 0; k < p; k++) sums[k] += change * column[k];
        flips++;
    }
    return flips;
}

int main(int argc, char **argv) {
    if (argc != 4) return 2;
    int n = atoi(argv[1]);
    int p = atoi(argv[2]);
    int sweeps = atoi(argv[3]);
    float *columns = malloc((size_t)n * p * sizeof(float));
    float *sums = calloc(p, sizeof(float));
    float *weights = malloc(n * sizeof(float));
    if (!columns || !sums || !weights) return 1;
    for (long k = 0; k < (long)n * p; k++) columns[k] = uniform() < 0.5 ? 1.0f : -1.0f;
    for (int i = 0; i < n; i++) weights[i] = uniform() < 0.5 ? 1.0f : -1.0f;
    for (int i = 0; i < n; i++)
        for (int k = 0; k < p; k++) sums[k] += columns[(size_t)i * p + k] * weights[i];
    for (int k = 0; k < 1000; k++) sweep(n, p, 5.0, columns, sums, weights);
    long flips = 0;
    clock_t begin = clock();
    for (int k = 0; k < sweeps; k++) flips += sweep(n, p, 5.0, columns, sums, weights);
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    printf("flips %.4f, %.6f s\n", (double)flips / ((double)sweeps * n), seconds);
    return 0;
}
