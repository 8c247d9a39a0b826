package rugged.num.tail;

/**
 * Where numbers of a power law x^-alpha may lie: on a half-line or an interval, all numbers of it or its integers alone, with the norm Z(alpha; x) = int_x^to y^-alpha dy, or sum_{y = x}^to y^-alpha, which without an upper end is the zeta function of Hurwitz and with one
 * zeta(alpha, x) - zeta(alpha, to + 1).
 *
 * <p>Sums by Euler and Maclaurin from y = 12 on, with derivatives; relative errors below 1e-12 for alpha up to 10. All powers stand relative to x^-alpha, so that none overflows.
 *
 * @param integers whether there are integers alone
 * @param to upper end, an integer where there are integers alone; infinite for none, where alpha has to be above 1
 */
public record PowerSupport(boolean integers, double to) {
    private static final double FIRST = 12.0;

    /** B_{2j}/(2j)!, j = 1, 2, ... */
    private static final double[] BERNOULLI = {
        1.0 / 12.0, -1.0 / 720.0, 1.0 / 30240.0, -1.0 / 1209600.0, 1.0 / 47900160.0, -691.0 / 1307674368000.0
    };

    /** Below so small an exponent a difference of powers is its series. */
    private static final double SMALL = 1e-3;

    /** The least exponent for which there is a norm. */
    double leastExponent() {
        return Double.isInfinite(to) ? 1.0 : 0.0;
    }

    /** Overwrites out[3] with ln Z and its first two derivatives by alpha. */
    void logNorm(double alpha, double from, double[] out) {
        double log = Math.log(from);
        if (!integers) {
            logIntegral(alpha, from, out);
            return;
        }
        double[] sum = new double[3];
        double start = Math.max(from, FIRST + Math.ceil(alpha));
        double end = Math.min(start, to + 1.0);
        double y = from;
        for (; y < end; y++) add(Math.exp(-alpha * Math.log(y / from)), -Math.log(y / from), sum);
        if (y <= to) {
            double[] part = new double[3];
            logIntegral(alpha, y, part);
            double size = Math.exp(part[0] + alpha * log);
            double slope = part[1] + log;
            sum[0] += size;
            sum[1] += size * slope;
            sum[2] += size * (part[2] + slope * slope);
            boundary(alpha, y, from, 1.0, sum);
            if (!Double.isInfinite(to)) boundary(alpha, to + 1.0, from, -1.0, sum);
        }
        double mean = sum[1] / sum[0];
        out[0] = Math.log(sum[0]) - alpha * log;
        out[1] = mean - log;
        out[2] = sum[2] / sum[0] - mean * mean;
    }

    /** Z itself. */
    double norm(double alpha, double from) {
        if (!integers) {
            if (from >= to) return 0.0;
            double b = 1.0 - alpha;
            if (Double.isInfinite(to)) return -Math.exp(b * Math.log(from)) / b;
            double width = Math.log(to / from);
            double whole = b * width;
            double size = Math.abs(whole) < 1e-8 ? width : Math.expm1(whole) / b;
            return Math.exp(b * Math.log(from)) * size;
        }
        if (from > to) return 0.0;
        double start = FIRST + Math.ceil(alpha);
        if (from >= start) {
            double upper = Double.isInfinite(to) ? 0.0 : remainder(alpha, to + 1.0);
            return integral(alpha, from) + remainder(alpha, from) - upper;
        }
        double sum = 0.0;
        double end = Math.min(start, to + 1.0);
        double y = from;
        for (; y < end; y++) sum += Math.exp(-alpha * Math.log(y));
        return y <= to ? sum + norm(alpha, y) : sum;
    }

    /** int_y^{to + 1}, the integral that a sum from y to the end is close to. */
    private double integral(double alpha, double y) {
        return new PowerSupport(false, to + 1.0).norm(alpha, y);
    }

    /** A sum from y on less the integral. */
    private static double remainder(double alpha, double y) {
        double inverse = 1.0 / y;
        double term = alpha * inverse;
        double sum = 0.5;
        for (int j = 0; j < BERNOULLI.length; j++) {
            sum += BERNOULLI[j] * term;
            double rise = alpha + 2.0 * j + 1.0;
            term *= rise * (rise + 1.0) * inverse * inverse;
        }
        return sum * Math.exp(-alpha * Math.log(y));
    }

    private static void add(double size, double slope, double[] sum) {
        sum[0] += size;
        sum[1] += size * slope;
        sum[2] += size * slope * slope;
    }

    /** Adds sign times the remainder at y, over from^-alpha, with derivatives of the rising factorials alpha (alpha + 1) ... */
    private static void boundary(double alpha, double y, double from, double sign, double[] sum) {
        double value = 0.5;
        double first = 0.0;
        double second = 0.0;
        double p = alpha;
        double dp = 1.0;
        double ddp = 0.0;
        double power = 1.0 / y;
        for (int j = 0; j < BERNOULLI.length; j++) {
            value += BERNOULLI[j] * p * power;
            first += BERNOULLI[j] * dp * power;
            second += BERNOULLI[j] * ddp * power;
            for (int k = 1; k <= 2; k++) {
                double rise = alpha + 2.0 * j + k;
                ddp = ddp * rise + 2.0 * dp;
                dp = dp * rise + p;
                p *= rise;
            }
            power /= y * y;
        }
        double log = Math.log(y / from);
        double size = sign * Math.exp(-alpha * log);
        sum[0] += size * value;
        sum[1] += size * (first - log * value);
        sum[2] += size * (second - 2.0 * log * first + log * log * value);
    }

    /** ln of the integral from y to the end, the end of the sum lying one above the last integer. */
    private void logIntegral(double alpha, double y, double[] out) {
        double log = Math.log(y);
        if (Double.isInfinite(to)) {
            double a = alpha - 1.0;
            out[0] = -a * log - Math.log(a);
            out[1] = -log - 1.0 / a;
            out[2] = 1.0 / (a * a);
            return;
        }
        double width = Math.log((integers ? to + 1.0 : to) / y);
        double z = (1.0 - alpha) * width;
        double value;
        double first;
        double second;
        if (Math.abs(z) < SMALL) {
            value = 0.5 * z + z * z / 24.0;
            first = 0.5 + z / 12.0 - z * z * z / 720.0;
            second = 1.0 / 12.0 - z * z / 240.0;
        } else {
            value = z > 0.0 ? z + Math.log(-Math.expm1(-z) / z) : Math.log(Math.expm1(z) / z);
            first = -1.0 / Math.expm1(-z) - 1.0 / z;
            double sine = 2.0 * Math.sinh(0.5 * z);
            second = 1.0 / (z * z) - 1.0 / (sine * sine);
        }
        out[0] = (1.0 - alpha) * log + Math.log(width) + value;
        out[1] = -log - width * first;
        out[2] = width * width * second;
    }
}
