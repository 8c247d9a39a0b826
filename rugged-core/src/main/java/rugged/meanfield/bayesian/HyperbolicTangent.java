package rugged.meanfield.bayesian;

/**
 * tanh and its derivative 1 - tanh^2 together, by the Taylor series of degree 7 around the middle of cells of width 1/32: absolute errors below 4e-16, beyond 20 the value is 1. A
 * third of the time of the library's function.
 */
final class HyperbolicTangent {
    private static final int CELLS_TO_ONE = 32;
    private static final double REACH = 20.0;
    private static final int TERMS = 8;
    private static final double[] SERIES = series();

    private HyperbolicTangent() {}

    /** The series of y' = 1 - y^2, term by term. */
    private static double[] series() {
        int cells = (int) REACH * CELLS_TO_ONE;
        double[] series = new double[cells * TERMS];
        for (int k = 0; k < cells; k++) {
            int at = k * TERMS;
            series[at] = StrictMath.tanh((k + 0.5) / CELLS_TO_ONE);
            for (int n = 0; n + 1 < TERMS; n++) {
                double square = n == 0 ? (1.0 - series[at]) * (1.0 + series[at]) : 0.0;
                if (n > 0) for (int i = 0; i <= n; i++) square -= series[at + i] * series[at + n - i];
                series[at + n + 1] = square / (n + 1);
            }
        }
        return series;
    }

    /** Overwrites h[0 ... count) with tanh(h) and d[0 ... count) with its derivative. */
    static void apply(double[] h, int count, double[] d) {
        double[] c = SERIES;
        for (int i = 0; i < count; i++) {
            double size = Math.abs(h[i]);
            if (!(size < REACH)) {
                d[i] = Double.isNaN(size) ? Double.NaN : 0.0;
                h[i] = Double.isNaN(size) ? Double.NaN : Math.copySign(1.0, h[i]);
                continue;
            }
            int cell = (int) (size * CELLS_TO_ONE);
            double t = size - (cell + 0.5) / CELLS_TO_ONE;
            int at = cell * TERMS;
            double square = t * t;
            double low = c[at] + t * c[at + 1] + square * (c[at + 2] + t * c[at + 3]);
            double high = c[at + 4] + t * c[at + 5] + square * (c[at + 6] + t * c[at + 7]);
            double y = low + square * square * high;
            d[i] = (1.0 - y) * (1.0 + y);
            h[i] = Math.copySign(y, h[i]);
        }
    }
}
