package rugged.meanfield.learning;

import java.util.Arrays;
import rugged.num.RandomStream;

/**
 * Normal numbers of K trajectories with a covariance that becomes known row by row: h{@code *} first, of variance 1, then xi^k with covariances M(k) with it and C(k, j) with those before. A row of Cholesky's factor at each step; where what is new in xi^k is less than 1e-8 of its variance it is a function of the past, as it is of full batches, and no column is added. The independent numbers are made orthonormal over the trajectories, and to 1, so that empirical covariances of h{@code *} and xi are exact; labels that are drawn apart have none of that.
 */
final class NoiseOfThePast {
    private static final double NEW = 1e-8;
    private static final double NEGATIVE = -1e-6;

    private final int trajectories;
    private final RandomStream random;
    /** Rows of the factor, over active columns. */
    private final double[][] rows;

    private final double[][] columns;
    /** Row that brought each active column. */
    private final int[] pivots;

    private int active;
    private final double[] hidden;

    NoiseOfThePast(int trajectories, int steps, RandomStream random) {
        this.trajectories = trajectories;
        this.random = random;
        rows = new double[steps + 3][];
        columns = new double[steps + 3][];
        pivots = new int[steps + 3];
        hidden = column();
        columns[0] = hidden;
        rows[0] = new double[] {1.0};
        active = 1;
    }

    /** h{@code *} of all trajectories. */
    double[] hidden() {
        return hidden;
    }

    /** Standard normal numbers, orthonormal to those before and of mean 0. */
    private double[] column() {
        double[] z = new double[trajectories];
        for (int i = 0; i < z.length; i++) z[i] = random.nextGaussian();
        double mean = Arrays.stream(z).sum() / z.length;
        for (int i = 0; i < z.length; i++) z[i] -= mean;
        // each projection is that of what is left, so that one round is orthogonal to rounding
        for (int a = 0; a < active; a++) {
            double[] before = columns[a];
            double along = dot(z, before) / z.length;
            for (int i = 0; i < z.length; i++) z[i] -= along * before[i];
        }
        double scale = 1.0 / Math.sqrt(dot(z, z) / z.length);
        for (int i = 0; i < z.length; i++) z[i] *= scale;
        return z;
    }

    private static double dot(double[] a, double[] b) {
        double one = 0.0;
        double two = 0.0;
        double three = 0.0;
        double four = 0.0;
        int i = 0;
        for (; i + 4 <= a.length; i += 4) {
            one += a[i] * b[i];
            two += a[i + 1] * b[i + 1];
            three += a[i + 2] * b[i + 2];
            four += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) one += a[i] * b[i];
        return one + two + (three + four);
    }

    /**
     * Overwrites xi[K] with the numbers of step k.
     *
     * @param k step, from 0
     * @param overlap M(k)
     * @param correlations C(k, 0) to C(k, k)
     * @param xi what is made
     * @throws ArithmeticException when the covariance is none, with the step
     */
    void step(int k, double overlap, double[] correlations, double[] xi) {
        double[] row = new double[active + 1];
        double left = correlations[k];
        for (int a = 0; a < active; a++) {
            int pivot = pivots[a];
            double sum = pivot == 0 ? overlap : correlations[pivot - 1];
            for (int b = 0; b < a; b++) sum -= row[b] * rows[pivot][b];
            row[a] = sum / rows[pivot][a];
            left -= row[a] * row[a];
        }
        if (!(left >= NEGATIVE * correlations[k]))
            throw new ArithmeticException("at step " + k + " the noise has no covariance, C - what is known of it = "
                    + left + ": eta is unstable, or trajectories are too few");
        if (left > NEW * correlations[k]) {
            columns[active] = column();
            pivots[active] = k + 1;
            row[active] = Math.sqrt(left);
            rows[k + 1] = row;
            active++;
        } else {
            rows[k + 1] = Arrays.copyOf(row, active);
        }
        Arrays.fill(xi, 0.0);
        for (int a = 0; a < rows[k + 1].length; a++) {
            double along = rows[k + 1][a];
            double[] z = columns[a];
            for (int i = 0; i < xi.length; i++) xi[i] += along * z[i];
        }
    }
}
