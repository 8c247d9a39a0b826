package rugged.landscape.cluster;

/** The sums of {@link LennardJonesSweep} in plain Java: for every number the same operations in the same order, and the same bits. */
final class LennardJonesPairs {
    private LennardJonesPairs() {}

    /** Adds what all atoms do to those from {@code block} on, of which the last that is there comes before {@code end}. */
    static void block(double[] p, double[] sums, int m, int atoms, int block, int end) {
        for (int i = block; i < end; i++) {
            away(p, sums, m, i, 0, block);
            for (int j = block; j < end; j++) if (j != i) one(p, sums, m, i, j, 1.0 / square(p, m, i, j));
            away(p, sums, m, i, end, atoms);
        }
    }

    private static void away(double[] p, double[] sums, int m, int i, int from, int to) {
        for (int j = from; j < to; j += 2) {
            int k = Math.min(j + 1, to - 1);
            double a = square(p, m, i, j);
            double b = square(p, m, i, k);
            double both = 1.0 / (a * b);
            one(p, sums, m, i, j, both * b);
            if (k != j) one(p, sums, m, i, k, both * a);
        }
    }

    private static double square(double[] p, int m, int i, int j) {
        double dx = p[i] - p[j];
        double dy = p[m + i] - p[m + j];
        double dz = p[2 * m + i] - p[2 * m + j];
        return Math.fma(dx, dx, Math.fma(dy, dy, dz * dz));
    }

    private static void one(double[] p, double[] sums, int m, int i, int j, double u) {
        double s = u * u * u;
        sums[3 * m + i] = Math.fma(s, s - 1.0, sums[3 * m + i]);
        double pull = s * u * Math.fma(s, -2.0, 1.0);
        sums[i] = Math.fma(pull, p[i] - p[j], sums[i]);
        sums[m + i] = Math.fma(pull, p[m + i] - p[m + j], sums[m + i]);
        sums[2 * m + i] = Math.fma(pull, p[2 * m + i] - p[2 * m + j], sums[2 * m + i]);
    }
}
