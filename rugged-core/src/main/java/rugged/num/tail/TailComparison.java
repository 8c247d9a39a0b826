package rugged.num.tail;

import org.apache.commons.numbers.gamma.Erfc;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * A power law beside another law of the same tail, each of largest likelihood (Vuong, Econometrica 57, 307 (1989)): with l_i the logarithm of the ratio of their likelihoods for the i-th number,
 *
 * <pre>
 * R = sum_i l_i/(sqrt(n) sd(l)),   p = erfc(|R|/sqrt 2),
 * </pre>
 *
 * <p>R is above 0 where the power law is the likelier one, and p is how often |R| would be as large were both as good. A law of which the power law is a limit is never less likely: there R = -sqrt(-2 sum_i l_i), which has the same p by the law of chi squared.
 *
 * <p>Both are one law where a log-normal one comes to its limit of a power law: R = 0, p = 1.
 *
 * <p>Norms of the others: sums over 256 integers, integrals over ln x by Gauss and Legendre on pieces of width 1 beyond (the sum over x as the integral from x - 1/2), up to e^40 times the largest number where there is no end. Likelihoods are concave; golden sections in s, and in b within, to 1e-9.
 *
 * @param ratio R
 * @param chance p
 */
public record TailComparison(double ratio, double chance) {
    private static final int SUMMED = 256;
    private static final int POINTS = 10;
    private static final double BEYOND = 40.0;
    private static final double STEEPEST = 300.0;
    /** So small a difference of all logarithms together is that of laws which have become one. */
    private static final double ALIKE = 0.01;

    private static final double GOLDEN = 0.5 * (Math.sqrt(5.0) - 1.0);
    private static final int SECTIONS = 55;

    /** Of a tail and the power law fitted to it. */
    public static TailComparison of(TailAlternative other, PowerSupport support, CountedValues numbers, PowerFit law) {
        return new Fitted(other, support, numbers, law).compared();
    }

    /** The other law on the points of a rule. */
    private static final class Fitted {
        private final TailAlternative other;
        private final PowerSupport support;
        private final CountedValues numbers;
        private final PowerFit law;
        private final double unit;
        private final double meanLog;
        private final double meanStatistic;
        private double[] log = new double[0];
        private double[] statistic = new double[0];
        private double[] logWeight = new double[0];

        Fitted(TailAlternative other, PowerSupport support, CountedValues numbers, PowerFit law) {
            this.other = other;
            this.support = support;
            this.numbers = numbers;
            this.law = law;
            double sum = 0.0;
            for (int k = law.first(); k < numbers.value.length; k++)
                sum += numbers.count(k) * numbers.value[k] / law.from();
            unit = sum / law.count();
            double logs = 0.0;
            double statistics = 0.0;
            for (int k = law.first(); k < numbers.value.length; k++) {
                double y = numbers.value[k] / law.from();
                logs += numbers.count(k) * Math.log(y);
                statistics += numbers.count(k) * other.statistic(y, unit);
            }
            meanLog = logs / law.count();
            meanStatistic = statistics / law.count();
            points();
        }

        private void points() {
            double largest = numbers.value[numbers.value.length - 1];
            double end = Double.isInfinite(support.to()) ? largest * Math.exp(BEYOND) : support.to();
            int direct = support.integers() ? (int) Math.min(SUMMED, end - law.from() + 1.0) : 0;
            double begin = support.integers() ? law.from() + direct - 0.5 : law.from();
            double stop = support.integers() ? end + 0.5 : end;
            double width = Math.log(stop / begin);
            int pieces = width > 1e-12 ? (int) Math.ceil(width) : 0;
            log = new double[direct + pieces * POINTS];
            statistic = new double[log.length];
            logWeight = new double[log.length];
            for (int k = 0; k < direct; k++) set(k, Math.log((law.from() + k) / law.from()), 0.0);
            GaussIntegratorFactory factory = new GaussIntegratorFactory();
            double start = Math.log(begin / law.from());
            for (int piece = 0; piece < pieces; piece++) {
                double from = start + piece * width / pieces;
                GaussIntegrator rule = factory.legendre(POINTS, from, from + width / pieces);
                for (int k = 0; k < POINTS; k++) {
                    double place = rule.getPoint(k);
                    // dx = x d ln x
                    set(direct + piece * POINTS + k, place, Math.log(rule.getWeight(k) * law.from()) + place);
                }
            }
        }

        private void set(int k, double place, double weight) {
            log[k] = place;
            statistic[k] = other.statistic(Math.exp(place), unit);
            logWeight[k] = weight;
        }

        /** Likelihood of each number, in its logarithm, on average. */
        private double likelihood(double b, double s) {
            return -b * meanLog - s * meanStatistic - logNorm(b, s);
        }

        private double logNorm(double b, double s) {
            double top = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < log.length; k++) top = Math.max(top, logWeight[k] - b * log[k] - s * statistic[k]);
            double sum = 0.0;
            for (int k = 0; k < log.length; k++) sum += Math.exp(logWeight[k] - b * log[k] - s * statistic[k] - top);
            return top + Math.log(sum);
        }

        private double power(double s) {
            if (!other.power()) return 0.0;
            return highest(-STEEPEST, STEEPEST, b -> likelihood(b, s));
        }

        TailComparison compared() {
            double s = Math.exp(highest(Math.log(1e-9), Math.log(1e4), t -> {
                double rate = Math.exp(t);
                return likelihood(power(rate), rate);
            }));
            double b = power(s);
            double norm = logNorm(b, s);
            double[] mine = new double[3];
            support.logNorm(law.alpha(), law.from(), mine);
            double sum = 0.0;
            double squares = 0.0;
            for (int k = law.first(); k < numbers.value.length; k++) {
                double y = numbers.value[k] / law.from();
                double l =
                        -law.alpha() * numbers.log[k] - mine[0] + b * Math.log(y) + s * other.statistic(y, unit) + norm;
                sum += numbers.count(k) * l;
                squares += numbers.count(k) * l * l;
            }
            if (Math.abs(sum) < ALIKE) return new TailComparison(0.0, 1.0);
            double n = law.count();
            double deviation = Math.sqrt(squares / n - sum / n * (sum / n));
            double ratio = other == TailAlternative.CUT_OFF
                    ? -Math.sqrt(Math.max(0.0, -2.0 * sum))
                    : sum / (Math.sqrt(n) * deviation);
            return new TailComparison(ratio, Erfc.value(Math.abs(ratio) * Math.sqrt(0.5)));
        }
    }

    /** Where a function of one maximum has it. */
    private static double highest(double low, double high, java.util.function.DoubleUnaryOperator function) {
        double a = low;
        double b = high;
        double left = b - GOLDEN * (b - a);
        double right = a + GOLDEN * (b - a);
        double atLeft = function.applyAsDouble(left);
        double atRight = function.applyAsDouble(right);
        for (int k = 0; k < SECTIONS; k++) {
            if (atLeft >= atRight) {
                b = right;
                right = left;
                atRight = atLeft;
                left = b - GOLDEN * (b - a);
                atLeft = function.applyAsDouble(left);
            } else {
                a = left;
                left = right;
                atLeft = atRight;
                right = a + GOLDEN * (b - a);
                atRight = function.applyAsDouble(right);
            }
        }
        return 0.5 * (a + b);
    }
}
