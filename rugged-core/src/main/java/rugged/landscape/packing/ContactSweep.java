package rugged.landscape.packing;

import java.util.Arrays;
import rugged.num.kernel.KernelChoice;
import rugged.num.kernel.Kernels;

/** Energy and gradient of all pairs of a list, in its order. Discs that repel harmonically go through {@link PlaneSweep} where there are vectors; the bits are the same. */
final class ContactSweep {
    private final int space;
    private final double length;
    private final double inverseLength;
    private final boolean harmonic;
    private final boolean vectors;

    ContactSweep(Sizes sizes, Repulsion repulsion) {
        this(sizes, repulsion, KernelChoice.best() != Kernels.scalar());
    }

    /** @param vectors whether to use vectors where there is such a loop */
    ContactSweep(Sizes sizes, Repulsion repulsion, boolean vectors) {
        space = sizes.space();
        length = sizes.length();
        inverseLength = 1.0 / length;
        harmonic = repulsion == Repulsion.HARMONIC;
        this.vectors = vectors && space == 2 && harmonic;
    }

    /** Overwrites g[N d] with dE/dx and returns E. */
    double energyAndGradient(Neighbours pairs, double[] x, double[] g) {
        Arrays.fill(g, 0.0);
        int direct = pairs.direct();
        int count = pairs.count();
        double sum = direct(direct, pairs.first(), pairs.second(), pairs.inverse(), x, g);
        sum += across(direct, count, pairs.first(), pairs.second(), pairs.inverse(), x, g);
        return harmonic ? 0.5 * sum : 0.4 * sum;
    }

    private double direct(int count, int[] first, int[] second, double[] inverse, double[] x, double[] g) {
        if (vectors) return PlaneSweep.add(count, first, second, inverse, x, g);
        return space == 2 ? plane(count, first, second, inverse, x, g) : solid(count, first, second, inverse, x, g);
    }

    private double plane(int count, int[] first, int[] second, double[] inverse, double[] x, double[] g) {
        double sum = 0.0;
        for (int k = 0; k < count; k++) {
            int i = first[k];
            int j = second[k];
            double a = x[j] - x[i];
            double b = x[j + 1] - x[i + 1];
            double square = a * a + b * b;
            double s = inverse[k];
            if (square * s * s < 1.0) {
                double r = Math.sqrt(square);
                double delta = 1.0 - r * s;
                double slope = harmonic ? delta : delta * Math.sqrt(Math.abs(delta));
                double pull = slope * s / r;
                sum += slope * delta;
                a *= pull;
                b *= pull;
                g[i] += a;
                g[i + 1] += b;
                g[j] -= a;
                g[j + 1] -= b;
            }
        }
        return sum;
    }

    private double solid(int count, int[] first, int[] second, double[] inverse, double[] x, double[] g) {
        double sum = 0.0;
        for (int k = 0; k < count; k++) {
            int i = first[k];
            int j = second[k];
            double a = x[j] - x[i];
            double b = x[j + 1] - x[i + 1];
            double c = x[j + 2] - x[i + 2];
            double square = a * a + b * b + c * c;
            double s = inverse[k];
            if (square * s * s < 1.0) {
                double r = Math.sqrt(square);
                double delta = 1.0 - r * s;
                double slope = harmonic ? delta : delta * Math.sqrt(Math.abs(delta));
                double pull = slope * s / r;
                sum += slope * delta;
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
        return sum;
    }

    /** Pairs that see each other across a border: few. */
    private double across(int from, int count, int[] first, int[] second, double[] inverse, double[] x, double[] g) {
        double sum = 0.0;
        for (int k = from; k < count; k++) {
            int i = first[k];
            int j = second[k];
            double square = 0.0;
            for (int a = 0; a < space; a++) {
                double apart = nearest(x[j + a] - x[i + a]);
                square += apart * apart;
            }
            double s = inverse[k];
            if (square * s * s < 1.0) {
                double r = Math.sqrt(square);
                double delta = 1.0 - r * s;
                double slope = harmonic ? delta : delta * Math.sqrt(Math.abs(delta));
                double pull = slope * s / r;
                sum += slope * delta;
                for (int a = 0; a < space; a++) {
                    double push = pull * nearest(x[j + a] - x[i + a]);
                    g[i + a] += push;
                    g[j + a] -= push;
                }
            }
        }
        return sum;
    }

    private double nearest(double apart) {
        return apart - length * Math.rint(apart * inverseLength);
    }
}
