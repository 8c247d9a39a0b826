package rugged.geometry;

import java.util.random.RandomGenerator;

/**
 * A periodic box whose lengths are coordinates too, the last d of the factor: (r_1, ..., r_n, L_1, ..., L_d), r stored particle after particle. The difference of
 * two states is that of the nearest images in the box of the mean lengths, and the plain one of the lengths: antisymmetric, and equal to that of the fixed box
 * where the lengths agree. The lengths have to stay positive, which is up to the landscape; a state in which one is not is off the manifold.
 *
 * @param d lengths of the box
 */
record DeformableBox(int d) implements Factor {
    @Override
    public boolean origin() {
        return false;
    }

    @Override
    public double violation(double[] x, int from, int to) {
        double most = 0.0;
        for (int i = to - d; i < to; i++) if (!(x[i] > 0.0)) most = Math.max(most, 1.0 + Math.abs(x[i]));
        return most;
    }

    @Override
    public String place(double[] x, int from, int to) {
        StringBuilder text = new StringBuilder("a box of lengths");
        for (int i = to - d; i < to; i++) text.append(' ').append(x[i]);
        return text.toString();
    }

    @Override
    public void difference(double[] a, double[] b, double[] difference, int from, int to) {
        int border = to - d;
        for (int i = from; i < border; i++)
            difference[i] = PeriodicBox.nearest(b[i] - a[i], length(a, b, i - from, border));
        for (int i = border; i < to; i++) difference[i] = b[i] - a[i];
    }

    @Override
    public double squaredDifference(double sum, double[] a, double[] b, int from, int to) {
        int border = to - d;
        for (int i = from; i < to; i++) {
            double gap = a[i] - b[i];
            if (i < border) gap = PeriodicBox.nearest(gap, length(a, b, i - from, border));
            sum += gap * gap;
        }
        return sum;
    }

    private double length(double[] a, double[] b, int i, int border) {
        int k = border + i % d;
        return 0.5 * (a[k] + b[k]);
    }

    /** Uniform in the box that x has already; its lengths stay. */
    @Override
    public void randomise(double[] x, RandomGenerator random, int from, int to) {
        int border = to - d;
        for (int i = from; i < border; i++) x[i] = x[border + (i - from) % d] * random.nextDouble();
    }
}
