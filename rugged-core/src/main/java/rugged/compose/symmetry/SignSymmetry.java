package rugged.compose.symmetry;

import rugged.geometry.Symmetry;

/** x and -x have the same energy, and nothing else does: even polynomials on the sphere. No scratch. */
public record SignSymmetry() implements Symmetry {
    @Override
    public double align(double[] a, double[] b, double[] moved) {
        double same = 0.0;
        double opposite = 0.0;
        for (int i = 0; i < a.length; i++) {
            same += (a[i] - b[i]) * (a[i] - b[i]);
            opposite += (a[i] + b[i]) * (a[i] + b[i]);
        }
        double sign = opposite < same ? -1.0 : 1.0;
        for (int i = 0; i < a.length; i++) moved[i] = sign * b[i];
        return Math.sqrt(Math.min(same, opposite));
    }

    /** 2 at the origin, else 1. */
    @Override
    public double order(double[] x) {
        for (double each : x) if (each != 0.0) return 1;
        return 2;
    }

    @Override
    public double logCopies() {
        return Math.log(2.0);
    }
}
