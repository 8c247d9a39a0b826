package rugged.geometry;

import java.util.random.RandomGenerator;

/**
 * A box with periodic borders: coordinates x_i and x_i + L are the same point, with L = lengths[(i - from) mod d], d = lengths.length, as of particles that are
 * stored one after the other. Coordinates are not folded back into the box: a state keeps the way it has gone, points that differ by periods are equal, and
 * {@link #difference} is that of the nearest images, d - L round(d/L). The lengths may be changed between steps by whoever gave the array.
 *
 * <p>Angles are a box of period 2 pi.
 */
record PeriodicBox(double[] lengths) implements Factor {
    private double length(int i, int from) {
        return lengths[(i - from) % lengths.length];
    }

    @Override
    public boolean origin() {
        return false;
    }

    @Override
    public void difference(double[] a, double[] b, double[] d, int from, int to) {
        for (int i = from; i < to; i++) d[i] = nearest(b[i] - a[i], length(i, from));
    }

    @Override
    public double squaredDifference(double sum, double[] a, double[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            double d = nearest(a[i] - b[i], length(i, from));
            sum += d * d;
        }
        return sum;
    }

    @Override
    public void randomise(double[] x, RandomGenerator random, int from, int to) {
        for (int i = from; i < to; i++) x[i] = length(i, from) * random.nextDouble();
    }

    /** The period. */
    @Override
    public double scale(double[] x, int i, int from, int to) {
        return length(i, from);
    }

    /** The representative of d in [-L/2, L/2]. */
    static double nearest(double d, double length) {
        return d - length * Math.rint(d / length);
    }
}
