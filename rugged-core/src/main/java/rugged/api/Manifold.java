package rugged.api;

/** Where a continuous state lives. Dynamics use these few operations and need no second version for the sphere. */
public interface Manifold {
    /** R^N. */
    Manifold FLAT = new Flat();

    /** The sphere |x|^2 = N. */
    Manifold SPHERE = new Sphere();

    /** Replaces v[N] by its projection on the tangent space at x[N]. */
    void tangent(double[] x, double[] v);

    /** Moves x[N] back on the manifold (the closest point). */
    void retract(double[] x);

    /** |constraint violation| of x[N], relative: 0 on the manifold. */
    double violation(double[] x);

    /** The dimension of the manifold for states of length n. */
    int degreesOfFreedom(int n);

    /** No constraint. */
    record Flat() implements Manifold {
        @Override
        public void tangent(double[] x, double[] v) {}

        @Override
        public void retract(double[] x) {}

        @Override
        public double violation(double[] x) {
            return 0.0;
        }

        @Override
        public int degreesOfFreedom(int n) {
            return n;
        }
    }

    /** |x|^2 = N, the length of x. */
    record Sphere() implements Manifold {
        @Override
        public void tangent(double[] x, double[] v) {
            double overlap = 0.0;
            for (int i = 0; i < x.length; i++) overlap += x[i] * v[i];
            overlap /= x.length;
            for (int i = 0; i < x.length; i++) v[i] -= overlap * x[i];
        }

        @Override
        public void retract(double[] x) {
            double square = 0.0;
            for (double xi : x) square += xi * xi;
            double factor = Math.sqrt(x.length / square);
            for (int i = 0; i < x.length; i++) x[i] *= factor;
        }

        @Override
        public double violation(double[] x) {
            double square = 0.0;
            for (double xi : x) square += xi * xi;
            return Math.abs(square / x.length - 1.0);
        }

        @Override
        public int degreesOfFreedom(int n) {
            return n - 1;
        }
    }
}
