package rugged.meanfield.rules;

import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.InverseErf;
import rugged.params.BadParameter;

/**
 * In which bins fields are counted, the same for simulation and theory: x sgn(y) in even bins, and |y| in twelve bins of equal probability under the law of teacher fields, half a Gaussian.
 *
 * @param from lower end of the first bin of x
 * @param to upper end of the last
 * @param bins their number
 */
public record FieldBins(double from, double to, int bins) {
    /** Bins of |y|. */
    public static final int TEACHER_BINS = 12;

    /** Refuses what is no interval. */
    public static void check(double from, double to) {
        if (!(from < to && Double.isFinite(to - from)))
            throw new BadParameter("to", to, "is not above from = " + from, "the upper end of an interval");
    }

    /** The width of a bin of x. */
    public double width() {
        return (to - from) / bins;
    }

    /** The middle of a bin of x. */
    public double middle(int bin) {
        return from + (bin + 0.5) * width();
    }

    /** The bin of a field; -1 or the number of bins where it is outside. */
    public int bin(double x) {
        return (int) Math.clamp(Math.floor((x - from) / width()), -1, bins);
    }

    /** |y| below which the fraction p lies. */
    public static double quantile(double p) {
        return Math.sqrt(2.0) * InverseErf.value(p);
    }

    /** The mean of |y| in a bin of equal probability out of so many: (phi(a) - phi(b)) / (P/2) for a from a to b. */
    public static double meanField(int bin, int of) {
        return 2.0 * of * (density(quantile((double) bin / of)) - density(quantile((bin + 1.0) / of)));
    }

    /** The mean of y^2 in a bin of equal probability out of so many. */
    public static double squareField(int bin, int of) {
        double from = quantile((double) bin / of);
        double to = quantile((bin + 1.0) / of);
        double end = Double.isInfinite(to) ? 0.0 : to * density(to);
        return 1.0 + 2.0 * of * (from * density(from) - end);
    }

    private static double density(double y) {
        return Double.isInfinite(y) ? 0.0 : Math.exp(-0.5 * y * y) / Math.sqrt(2.0 * Math.PI);
    }

    /** The bin of a teacher field. */
    public static int teacherBin(double y) {
        return (int) Math.min(TEACHER_BINS - 1, TEACHER_BINS * Erf.value(Math.abs(y) / Math.sqrt(2.0)));
    }
}
