package rugged.landscape.packing;

import java.util.Arrays;

/**
 * Energy and gradient of all pairs of a list, in its order. Energies are summed in parts, by the number of the earlier particle, so that no sum has to wait for the one
 * before.
 */
final class ContactSweep {
    private static final int PARTS = 8;
    private static final int LAST = PARTS - 1;

    private final int space;
    private final double length;
    private final double inverseLength;
    private final boolean harmonic;
    private final double[] parts = new double[PARTS];

    ContactSweep(Sizes sizes, Repulsion repulsion) {
        space = sizes.space();
        length = sizes.length();
        inverseLength = 1.0 / length;
        harmonic = repulsion == Repulsion.HARMONIC;
    }

    /** Overwrites g[N d] with dE/dx and returns E. */
    double energyAndGradient(Neighbours pairs, double[] x, double[] g) {
        Arrays.fill(g, 0.0);
        Arrays.fill(parts, 0.0);
        if (space == 2) plane(pairs.count(), pairs.first(), pairs.second(), pairs.inverse(), x, g);
        else solid(pairs.count(), pairs.first(), pairs.second(), pairs.inverse(), x, g);
        double sum = 0.0;
        for (double part : parts) sum += part;
        return harmonic ? 0.5 * sum : 0.4 * sum;
    }

    private void plane(int count, int[] first, int[] second, double[] inverse, double[] x, double[] g) {
        double half = 0.5 * length;
        for (int k = 0; k < count; k++) {
            int i = first[k];
            int j = second[k];
            double a = x[j] - x[i];
            double b = x[j + 1] - x[i + 1];
            // rare, and foreseen: nothing is rounded where the nearest image is the particle itself
            if (Math.abs(a) > half) a -= length * Math.rint(a * inverseLength);
            if (Math.abs(b) > half) b -= length * Math.rint(b * inverseLength);
            double square = a * a + b * b;
            double s = inverse[k];
            if (square * s * s < 1.0) {
                double r = Math.sqrt(square);
                double delta = 1.0 - r * s;
                double slope = harmonic ? delta : delta * Math.sqrt(Math.abs(delta));
                double pull = slope * s / r;
                parts[i >> 1 & LAST] += slope * delta;
                a *= pull;
                b *= pull;
                g[i] += a;
                g[i + 1] += b;
                g[j] -= a;
                g[j + 1] -= b;
            }
        }
    }

    private void solid(int count, int[] first, int[] second, double[] inverse, double[] x, double[] g) {
        double half = 0.5 * length;
        for (int k = 0; k < count; k++) {
            int i = first[k];
            int j = second[k];
            double a = x[j] - x[i];
            double b = x[j + 1] - x[i + 1];
            double c = x[j + 2] - x[i + 2];
            if (Math.abs(a) > half) a -= length * Math.rint(a * inverseLength);
            if (Math.abs(b) > half) b -= length * Math.rint(b * inverseLength);
            if (Math.abs(c) > half) c -= length * Math.rint(c * inverseLength);
            double square = a * a + b * b + c * c;
            double s = inverse[k];
            if (square * s * s < 1.0) {
                double r = Math.sqrt(square);
                double delta = 1.0 - r * s;
                double slope = harmonic ? delta : delta * Math.sqrt(Math.abs(delta));
                double pull = slope * s / r;
                parts[i & LAST] += slope * delta;
                a *= pull;
                b *= pull;
                c *= pull;
                g[i] += a;
                g[i + 1] += b;
                g[i + 2] += c;
                g[j] -= a;
                g[j + 1] -= b;
                g[j + 2] -= c;
            }
        }
    }
}
