package rugged.num.image;

import java.util.Locale;

/**
 * The law of the smoothest displacement fields of a given size, those of maximum entropy: on the unit square, with pixel k of n at k/(n - 1),
 *
 * <pre>
 * tau_u(x, y) = sum_{i, j >= 1} C_ij sin(i pi x) sin(j pi y),   C_ij ~ N(0, T/(i^2 + j^2)),   sqrt(i^2 + j^2) &lt; c + 1/2,
 * </pre>
 *
 * <p>and tau_v with coefficients of its own. T is the temperature, c the cut-off, above which there is no smaller wavelength. Pixels are displaced by n tau. The mean over the square of
 * |tau|^2 is T S/2 with S = sum 1/(i^2 + j^2); for large c S tends to (pi/2) ln c, from which the authors take delta = n sqrt(pi T ln c)/2 as the typical displacement. It is 19 % above the exact root mean square at c = 3.
 *
 * <p>Source: Petrini, Favero, Geiger and Wyart, NeurIPS 34 (2021), arXiv:2105.02468.
 *
 * @param pixels n, pixels of a side
 * @param cutoff c
 */
public record DisplacementLaw(int pixels, int cutoff) {
    /** Checks both. */
    public DisplacementLaw {
        String wrong = objection(pixels, cutoff);
        if (!wrong.isEmpty()) throw new IllegalArgumentException(wrong);
    }

    /** What is wrong with a cut-off on so many pixels; empty when nothing is. */
    public static String objection(int pixels, int cutoff) {
        if (cutoff < 2) return "cut-off c must be an integer >= 2 (ln c enters the temperature range)";
        if (cutoff > pixels - 1) return "cut-off above the pixel grid";
        return "";
    }

    /** Whether the mode with these two numbers of half waves is there. */
    public boolean holds(int i, int j) {
        double most = cutoff + 0.5;
        return i >= 1 && j >= 1 && i * i + j * j < most * most;
    }

    /** Number of modes of one component. */
    public int modes() {
        int count = 0;
        for (int i = 1; i <= cutoff; i++) for (int j = 1; j <= cutoff; j++) if (holds(i, j)) count++;
        return count;
    }

    /** S, the sum of 1/(i^2 + j^2) over the modes. */
    public double sum() {
        double sum = 0.0;
        for (int i = 1; i <= cutoff; i++)
            for (int j = 1; j <= cutoff; j++) if (holds(i, j)) sum += 1.0 / (i * i + j * j);
        return sum;
    }

    /** Variance of tau_u at temperature 1 at a place of the unit square. */
    public double variance(double x, double y) {
        double sum = 0.0;
        for (int i = 1; i <= cutoff; i++) {
            for (int j = 1; j <= cutoff; j++) {
                if (!holds(i, j)) continue;
                double mode = Math.sin(i * Math.PI * x) * Math.sin(j * Math.PI * y);
                sum += mode * mode / (i * i + j * j);
            }
        }
        return sum;
    }

    /** T_min = 1/(pi n^2 ln c), where delta is half a pixel: below it is the interpolation that is measured. */
    public double lowest() {
        return 1.0 / (Math.PI * pixels * pixels * Math.log(cutoff));
    }

    /** T_max = 4/(pi^3 c^2 ln c), where slopes are of order one: a typical bound, near which about one map in three folds at c = 3 and fewer at larger c. */
    public double highest() {
        return 4.0 / (Math.PI * Math.PI * Math.PI * cutoff * cutoff * Math.log(cutoff));
    }

    /** Why no temperature is allowed; empty where one is, c below 2n/pi. */
    public String emptiness() {
        if (lowest() <= highest()) return "";
        return String.format(
                Locale.ROOT,
                "empty temperature range: T_min=%.6g > T_max=%.6g for n=%d, c=%d",
                lowest(),
                highest(),
                pixels,
                cutoff);
    }

    /** Whether a temperature is from T_min to T_max. */
    public boolean allows(double temperature) {
        return temperature >= lowest() && temperature <= highest();
    }

    /** delta = n sqrt(pi T ln c)/2, the authors' typical displacement in pixels, right to leading logarithm. */
    public double displacement(double temperature) {
        return 0.5 * pixels * Math.sqrt(Math.PI * temperature * Math.log(cutoff));
    }

    /** The inverse, T = 4 delta^2/(pi n^2 ln c). */
    public double temperature(double displacement) {
        double part = displacement / pixels;
        return 4.0 * part * part / (Math.PI * Math.log(cutoff));
    }

    /** n sqrt(T S/2), the exact root mean square displacement in pixels. */
    public double exactDisplacement(double temperature) {
        return pixels * Math.sqrt(0.5 * temperature * sum());
    }

    /** The inverse, T = 2 delta^2/(n^2 S). */
    public double exactTemperature(double displacement) {
        double part = displacement / pixels;
        return 2.0 * part * part / sum();
    }
}
