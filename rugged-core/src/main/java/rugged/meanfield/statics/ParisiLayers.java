package rugged.meanfield.statics;

/**
 * One group of Ising spins in the field of nested Gaussian variables: Parisi's equation on K + 1 levels. From phi_K(y) = ln 2 cosh(beta y) inwards
 *
 * <pre>phi_i = (1/x_i) ln [ G_i * exp(x_i phi_{i+1}) ],    m_i = [ G_i * exp(x_i phi_{i+1}) m_{i+1} ] / [ G_i * exp(x_i phi_{i+1}) ],    m = phi'/beta,</pre>
 *
 * <p>and outwards, from the law P_0 of the outermost field, P_{i+1} = exp(x_i phi_{i+1}) (G_i * [P_i exp(-x_i phi_i)]); the overlaps are q_i = int P_i m_i^2. G_i is a Gaussian of the variance between
 * two levels.
 *
 * <p>Fields lie on an even grid around the external field; beyond its ends phi = beta|y| + const and m = +-1. All terms of all sums are positive, so that relative accuracy is kept however small they are; a
 * convolution by Fourier transforms loses tails of size exp(-beta L) in rounding errors below T = 0.4 J. A Gaussian wider than the step is sampled, one that is narrower is five points with its variance.
 */
final class ParisiLayers {
    private static final double REACH = 8.5;
    private static final double NARROW = 1.21;
    /** Where there must be no mass: beyond this share of the window. */
    private static final double EDGE = 0.8;

    private final double beta;
    private final double step;
    private final double[] x;
    private final int points;
    private final double[][] phi;
    private final double[][] m;
    private final double[] law;
    private final double[] next;
    private final double[] weighted;
    private final double[] q;
    private final double[][] kernels;
    private final double[] padded;
    private final double[] paddedM;
    private double mean;
    private double magnetisation;
    private double outside;

    /**
     * @param x K breaking points, increasing in (0, 1)
     * @param field in the middle of the grid
     * @param window half its width
     */
    ParisiLayers(double temperature, double[] x, double field, double window, int points) {
        beta = 1 / temperature;
        this.x = x;
        this.points = points;
        step = 2 * window / (points - 1);
        int levels = x.length + 1;
        phi = new double[levels][points];
        m = new double[levels][points];
        for (int k = 0; k < points; k++) {
            double y = beta * (field + (k - points / 2) * step);
            phi[levels - 1][k] = NormalGrid.logTwoCosh(y);
            m[levels - 1][k] = Math.tanh(y);
        }
        law = new double[points];
        next = new double[points];
        weighted = new double[points];
        q = new double[levels];
        kernels = new double[levels][];
        padded = new double[3 * points];
        paddedM = new double[3 * points];
    }

    /** q_i, live. */
    double[] overlaps() {
        return q;
    }

    /** int P_0 phi_0. */
    double mean() {
        return mean;
    }

    /** int P_0 m_0. */
    double magnetisation() {
        return magnetisation;
    }

    /** The mass of the innermost law beyond 0.8 of the window. */
    double outside() {
        return outside;
    }

    /**
     * Goes in and out once.
     *
     * @param variances K + 1 numbers: that of the outermost field, and those between neighbouring levels
     */
    void pass(double[] variances) {
        for (int i = 0; i < kernels.length; i++) kernels[i] = kernel(variances[i]);
        for (int i = x.length - 1; i >= 0; i--) inwards(i);
        java.util.Arrays.fill(law, 0);
        law[points / 2] = 1;
        convolve(kernels[0], law, next);
        System.arraycopy(next, 0, law, 0, points);
        moments(0);
        for (int i = 0; i < x.length; i++) {
            outwards(i);
            moments(i + 1);
        }
        outside = 0;
        for (int k = 0; k < points; k++) if (Math.abs(k - points / 2) > EDGE * (points / 2)) outside += law[k];
    }

    private void moments(int i) {
        double square = 0;
        double one = 0;
        double all = 0;
        double log = 0;
        for (int k = 0; k < points; k++) {
            all += law[k];
            one += law[k] * m[i][k];
            square += law[k] * m[i][k] * m[i][k];
            log += law[k] * phi[i][k];
        }
        q[i] = square / all;
        for (int k = 0; k < points; k++) law[k] /= all;
        if (i > 0) return;
        mean = log / all;
        magnetisation = one / all;
    }

    /** Weights g_0, g_1, ... of the offsets 0, +-1, ... */
    private double[] kernel(double variance) {
        double spread = variance / (step * step);
        if (!(spread > 0)) return new double[] {1};
        if (spread < NARROW) {
            double side = spread / 4;
            double middle = 1 - 2 * side;
            return new double[] {middle * middle + 2 * side * side, 2 * middle * side, side * side};
        }
        int reach = (int) Math.min(points - 1, Math.ceil(REACH * Math.sqrt(spread)));
        double[] g = new double[reach + 1];
        double sum = -0.5;
        for (int k = 0; k <= reach; k++) {
            g[k] = Math.exp(-0.5 * k * k / spread);
            sum += g[k];
        }
        for (int k = 0; k <= reach; k++) g[k] /= 2 * sum;
        return g;
    }

    /** into = g * from, with nothing beyond the ends. */
    private void convolve(double[] g, double[] from, double[] into) {
        int reach = g.length - 1;
        java.util.Arrays.fill(padded, 0, points + 2 * reach, 0);
        System.arraycopy(from, 0, padded, reach, points);
        spread(g, padded, into);
    }

    /** Offset by offset, so that inner loops are long. */
    private void spread(double[] g, double[] from, double[] into) {
        int reach = g.length - 1;
        for (int k = 0; k < points; k++) into[k] = g[0] * from[k + reach];
        for (int d = 1; d <= reach; d++) {
            double weight = g[d];
            for (int k = 0; k < points; k++) into[k] += weight * (from[k + reach - d] + from[k + reach + d]);
        }
    }

    private void inwards(int i) {
        double[] g = kernels[i + 1];
        int reach = g.length - 1;
        double[] inner = phi[i + 1];
        for (int k = -reach; k < points + reach; k++) {
            int inside = Math.clamp(k, 0, points - 1);
            double value = inner[inside] + beta * step * Math.abs(k - inside);
            double weight = Math.exp(x[i] * value);
            padded[k + reach] = weight;
            double local = k == inside ? m[i + 1][k] : k < 0 ? -1 : 1;
            paddedM[k + reach] = weight * local;
        }
        spread(g, padded, phi[i]);
        spread(g, paddedM, m[i]);
        for (int k = 0; k < points; k++) {
            m[i][k] /= phi[i][k];
            phi[i][k] = Math.log(phi[i][k]) / x[i];
        }
    }

    private void outwards(int i) {
        for (int k = 0; k < points; k++) weighted[k] = law[k] * Math.exp(-x[i] * phi[i][k]);
        convolve(kernels[i + 1], weighted, next);
        for (int k = 0; k < points; k++) law[k] = next[k] * Math.exp(x[i] * phi[i + 1][k]);
    }
}
