package rugged.analysis;

/**
 * A straight line a + b x through points with independent errors, by weighted least squares; its errors are propagated from those of the points.
 *
 * @param intercept a; NaN for fewer than two points with a positive error
 * @param interceptError one standard error
 * @param slope b
 * @param slopeError one standard error
 * @param chiSquare sum of the squared residuals over the squared errors
 * @param freedom number of points less two
 */
public record Line(
        double intercept, double interceptError, double slope, double slopeError, double chiSquare, int freedom) {
    /** Through points whose errors are positive; others are left out. */
    public static Line through(double[] x, double[] y, double[] errors) {
        double s = 0;
        double sx = 0;
        double sy = 0;
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            if (!usable(y[i], errors[i])) continue;
            double w = 1 / (errors[i] * errors[i]);
            count++;
            s += w;
            sx += w * x[i];
            sy += w * y[i];
        }
        double centre = sx / s;
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < x.length; i++) {
            if (!usable(y[i], errors[i])) continue;
            double w = 1 / (errors[i] * errors[i]);
            sxx += w * (x[i] - centre) * (x[i] - centre);
            sxy += w * (x[i] - centre) * y[i];
        }
        if (count < 2 || sxx == 0) return new Line(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);
        double slope = sxy / sxx;
        double intercept = sy / s - slope * centre;
        double chiSquare = 0;
        for (int i = 0; i < x.length; i++) {
            if (!usable(y[i], errors[i])) continue;
            double off = (y[i] - intercept - slope * x[i]) / errors[i];
            chiSquare += off * off;
        }
        return new Line(
                intercept, Math.sqrt(1 / s + centre * centre / sxx), slope, 1 / Math.sqrt(sxx), chiSquare, count - 2);
    }

    private static boolean usable(double y, double error) {
        return Double.isFinite(y) && error > 0 && Double.isFinite(error);
    }
}
