package rugged.meanfield;

/**
 * Thermal averages on the sphere |s|^2 = N with weight exp(1/2 sum_k b_k s_k^2), exactly at every N. With the constraint as an integral over z the components are
 * Gaussian with variance 1/(2(z - a_k)), a_k = b_k/2, and
 *
 * <pre>
 * Z            = int dz F(z),   F(z) = e^{N z} prod_k (z - a_k)^{-1/2}
 * &lt;s_k^2&gt;      = 1/2 &lt;1/(z - a_k)&gt;,   &lt;s_k^2 s_l^2&gt; = (1 + 2 delta_kl)/4 &lt;1/((z - a_k)(z - a_l))&gt;
 * </pre>
 *
 * with averages over F on the parabola z = c + i y - y^2/(8 (c - max a_k)) through the saddle point c, right of all a_k: there F falls as a Gaussian, also for
 * the few components for which it would fall as a small power on a straight line. Odd moments vanish, so two copies of this law have overlaps q = s.t/N with
 * &lt;q^2&gt; = sum_k &lt;s_k^2&gt;^2/N^2 and &lt;q^4&gt; = (3 sum_{k != l} &lt;s_k^2 s_l^2&gt;^2 + sum_k &lt;s_k^4&gt;^2)/N^4. The trapezoid rule on the parabola converges exponentially: right to
 * 1e-9. Cost: some 100 N^2 operations.
 *
 * <p>Source: Kosterlitz, Thouless and Jones, Phys. Rev. Lett. 36, 1217 (1976) for the integral.
 */
public final class BinghamMoments {
    private static final double NEGLIGIBLE = 1e-13;
    private static final double CELLS = 6.0;

    /** At most 1/4: the strip in which the parabola's parameter may be shifted then ends at the branch point, no earlier. */
    private static final double BEND = 0.125;

    private final double[] a;
    private final double[] squares;
    private final double[][] pairs;

    /** @param b exponents b[N] */
    public BinghamMoments(double[] b) {
        int n = b.length;
        a = new double[n];
        double top = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            a[k] = 0.5 * b[k];
            top = Math.max(top, a[k]);
        }
        squares = new double[n];
        pairs = new double[n][n];
        integrate(Math.max(saddle(top), top + 0.5 / Math.sqrt(n)), top);
    }

    /** Where N = 1/2 sum_k 1/(z - a_k), by bisection. */
    private double saddle(double top) {
        int n = a.length;
        double low = top + 0.5 / n;
        double high = top + 0.5;
        while (high - low > 1e-12 * (high - top)) {
            double z = 0.5 * (low + high);
            double sum = 0.0;
            for (double ak : a) sum += 0.5 / (z - ak);
            if (sum > n) low = z;
            else high = z;
        }
        return 0.5 * (low + high);
    }

    private void integrate(double line, double top) {
        int n = a.length;
        double step = (line - top) / CELLS;
        double bend = BEND / (line - top);
        double[] re = new double[n];
        double[] im = new double[n];
        double norm = 0.0;
        for (int j = 0; ; j++) {
            double y = j * step;
            double turn = 2.0 * bend * y; // dz = i (1 + i turn) dy
            double left = bend * y * y;
            double size = 0.5 * Math.log1p(turn * turn) - n * left;
            double phase = n * y + Math.atan(turn);
            for (int k = 0; k < n; k++) {
                double from = line - a[k];
                double d = from - left;
                double r = d * d + y * y;
                size -= 0.25 * Math.log(r / (from * from));
                phase -= 0.5 * Math.atan2(y, d);
                re[k] = d / r;
                im[k] = -y / r;
            }
            double scale = (j == 0 ? 1.0 : 2.0) * Math.exp(size);
            if (scale < NEGLIGIBLE) break;
            double cos = scale * Math.cos(phase);
            double sin = scale * Math.sin(phase);
            norm += cos;
            for (int k = 0; k < n; k++) {
                squares[k] += 0.5 * (cos * re[k] - sin * im[k]);
                // weight times 1/(z - a_k), real and imaginary part
                double wr = 0.25 * (cos * re[k] - sin * im[k]);
                double wi = 0.25 * (cos * im[k] + sin * re[k]);
                double[] row = pairs[k];
                for (int l = 0; l <= k; l++) row[l] += wr * re[l] - wi * im[l];
            }
        }
        divide(norm);
    }

    private void divide(double norm) {
        for (int k = 0; k < a.length; k++) {
            squares[k] /= norm;
            for (int l = 0; l <= k; l++) pairs[k][l] /= norm;
            pairs[k][k] *= 3.0;
        }
    }

    /** &lt;s_k^2&gt;. */
    public double square(int k) {
        return squares[k];
    }

    /** &lt;s_k^2 s_l^2&gt;, or &lt;s_k^4&gt;. */
    public double pair(int k, int l) {
        return k >= l ? pairs[k][l] : pairs[l][k];
    }

    /** &lt;q^2&gt; of two copies. */
    public double overlapSquare() {
        double sum = 0.0;
        for (double square : squares) sum += square * square;
        return sum / ((double) a.length * a.length);
    }

    /** &lt;q^4&gt; of two copies. */
    public double overlapFourth() {
        double sum = 0.0;
        for (int k = 0; k < a.length; k++) {
            for (int l = 0; l < k; l++) sum += 6.0 * pairs[k][l] * pairs[k][l];
            sum += pairs[k][k] * pairs[k][k];
        }
        return sum / Math.pow(a.length, 4);
    }
}
