package rugged.num.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.meanfield.signal.Branching;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** Likelihoods of power laws: sums term by term, laws that are known, errors that hold. */
class PowerTailTest {
    private static final double NONE = Double.POSITIVE_INFINITY;

    private static PowerTail tail(boolean integers, double to) {
        return new PowerTail(new PowerSupport(integers, to), 50, 50);
    }

    private static RandomStream random(long seed) {
        return Streams.of(seed).stream("tails", 0);
    }

    /** Overwrites nothing: ln Z and its derivatives, term by term. */
    private static double[] summed(double alpha, int from, int to) {
        double[] sum = new double[3];
        for (int x = to; x >= from; x--) {
            double log = Math.log(x);
            double p = Math.pow(x, -alpha);
            sum[0] += p;
            sum[1] -= p * log;
            sum[2] += p * log * log;
        }
        double mean = sum[1] / sum[0];
        return new double[] {Math.log(sum[0]), mean, sum[2] / sum[0] - mean * mean};
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, 1, 5000",
        "1, 1, 5000",
        "1.0002, 3, 40000",
        "1.5, 1, 1000",
        "2.5, 7, 300",
        "2.5, 100, 108",
        "9.5, 2, 4000",
        "1.7, 60, 61"
    })
    void normsOfIntegersAreTheirSums(double alpha, int from, int to) {
        PowerSupport support = new PowerSupport(true, to);
        double[] expected = summed(alpha, from, to);
        double[] found = new double[3];
        support.logNorm(alpha, from, found);
        for (int k = 0; k < 3; k++)
            assertThat(found[k])
                    .as("derivative %d", k)
                    .isCloseTo(expected[k], within(1e-9 * Math.abs(expected[k]) + 1e-10));
        assertThat(Math.log(support.norm(alpha, from))).isCloseTo(expected[0], within(1e-10));
    }

    @Test
    void withoutAnEndTheyAreZetaFunctions() {
        PowerSupport support = new PowerSupport(true, NONE);
        assertThat(support.norm(2.0, 1.0)).isCloseTo(Math.PI * Math.PI / 6.0, within(1e-12));
        assertThat(support.norm(1.5, 1.0)).isCloseTo(2.612375348685488, within(1e-12));
        assertThat(support.norm(4.0, 3.0)).isCloseTo(Math.pow(Math.PI, 4) / 90.0 - 1.0 - 1.0 / 16.0, within(1e-13));
        double step = 1e-4;
        double[] low = new double[3];
        double[] here = new double[3];
        double[] high = new double[3];
        for (double alpha : new double[] {1.2, 1.5, 2.5, 5.0})
            for (double from : new double[] {1.0, 5.0, 40.0}) {
                support.logNorm(alpha - step, from, low);
                support.logNorm(alpha, from, here);
                support.logNorm(alpha + step, from, high);
                assertThat(here[1]).isCloseTo((high[0] - low[0]) / (2.0 * step), within(2e-6));
                assertThat(here[2]).isCloseTo((high[1] - low[1]) / (2.0 * step), within(2e-5));
            }
    }

    @Test
    void continuousNumbersHaveTheClosedForm() {
        CountedValues numbers = CountedValues.of(tail(false, NONE).sample(20000, 2.5, 1.0, random(1)));
        PowerFit law = tail(false, NONE).from(numbers, 1.0);
        double alpha = 1.0 + numbers.total() / numbers.logAbove[0];
        assertThat(law.alpha()).isCloseTo(alpha, within(1e-9));
        assertThat(law.error()).isCloseTo((alpha - 1.0) / Math.sqrt(20000.0), within(1e-9));
        assertThat(law.error()).isCloseTo(0.011, within(0.0005));
        assertThat(law.alpha()).isCloseTo(2.5, within(3.0 * law.error()));
        assertThat(law.alpha()).isCloseTo(2.509, within(3.0 * Math.sqrt(2.0) * law.error()));
    }

    @Test
    void integersHaveTheExponentOfTheirLaw() {
        CountedValues numbers = CountedValues.of(tail(true, NONE).sample(20000, 2.5, 1.0, random(2)));
        PowerFit law = tail(true, NONE).from(numbers, 1.0);
        assertThat(law.error()).isCloseTo(0.012, within(0.001));
        assertThat(law.alpha()).isCloseTo(2.5, within(3.0 * law.error()));
        assertThat(law.alpha()).isCloseTo(2.508, within(3.0 * Math.sqrt(2.0) * law.error()));
    }

    /** The likelihood in steps of 1e-4: the maximum, and the curvature there. */
    @ParameterizedTest
    @ValueSource(doubles = {200.0, NONE})
    void theMaximumIsThatOfTheLikelihood(double to) {
        CountedValues numbers = CountedValues.of(tail(true, to).sample(3000, 1.8, 2.0, random(3)));
        PowerFit law = tail(true, to).from(numbers, 2.0);
        PowerSupport support = new PowerSupport(true, to);
        double best = Double.NEGATIVE_INFINITY;
        double where = 0.0;
        for (double alpha = 1.5; alpha < 2.1; alpha += 1e-4) {
            double l = -3000.0 * Math.log(support.norm(alpha, 2.0)) - alpha * numbers.logAbove[0];
            if (l > best) {
                best = l;
                where = alpha;
            }
        }
        assertThat(law.alpha()).isCloseTo(where, within(1e-4));
        assertThat(law.alpha()).isCloseTo(1.8, within(3.5 * law.error()));
    }

    /** Exact weights of the critical law instead of draws, sizes from the cap on left out. The exponent leaves 3/2 at small sizes and at the cap; an end of the likelihood takes the second away. */
    @Test
    void exponentsOfCriticalSizesDrift() {
        int cap = 1_000_000;
        Branching process = new Branching(1.0);
        double[] size = new double[cap - 1];
        double[] weight = new double[cap - 1];
        for (int s = 1; s < cap; s++) {
            size[s - 1] = s;
            weight[s - 1] = process.size(s);
        }
        CountedValues numbers = new CountedValues(size, weight);
        PowerTail plain = tail(true, NONE);
        double[] expected = {1.491, 1.505, 1.513, 1.524};
        int[] begin = {1, 5, 20, 100};
        for (int k = 0; k < begin.length; k++)
            assertThat(plain.at(numbers, begin[k] - 1).alpha()).isCloseTo(expected[k], within(0.005));
        PowerTail truncated = tail(true, cap - 1.0);
        for (int from : new int[] {20, 100})
            assertThat(truncated.at(numbers, from - 1).alpha()).isCloseTo(1.5, within(0.002));
    }

    @Test
    void theBeginningIsFound() {
        RandomStream random = random(4);
        double[] numbers = new double[4000];
        double[] law = tail(true, NONE).sample(2000, 2.3, 10.0, random);
        for (int k = 0; k < 4000; k++) numbers[k] = k < 2000 ? law[k] : 1.0 + random.nextInt(9);
        PowerFit found = tail(true, NONE).best(CountedValues.of(numbers));
        assertThat(found.from()).isBetween(8.0, 16.0);
        assertThat(found.alpha()).isCloseTo(2.3, within(3.5 * found.error()));
    }

    /** Of 200 samples the interval of two errors holds the truth in 90 to 99 of a hundred, for integers and continuous numbers, with an end and without. */
    @ParameterizedTest
    @CsvSource({"true, Infinity", "true, 300", "false, Infinity", "false, 300"})
    @Tag("slow")
    void errorsCover(boolean integers, double to) {
        PowerTail tail = tail(integers, to);
        RandomStream random = random(5);
        int inside = 0;
        for (int trial = 0; trial < 200; trial++) {
            PowerFit law = tail.from(CountedValues.of(tail.sample(500, 2.2, 3.0, random)), 3.0);
            if (Math.abs(law.alpha() - 2.2) < 1.96 * law.error()) inside++;
        }
        assertThat(inside).isBetween(180, 198);
    }

    /** Of power laws p is uniform: mean 1/2 and a tenth below 0.1, within three errors of 60. Of an exponential it is below 0.1. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("slow")
    void chancesAreUniform(boolean integers) {
        PowerTail tail = tail(integers, NONE);
        RandomStream random = random(6);
        int trials = 60;
        double sum = 0.0;
        int low = 0;
        for (int trial = 0; trial < trials; trial++) {
            CountedValues numbers = CountedValues.of(tail.sample(400, 2.5, 1.0, random));
            double p = tail.chance(numbers, tail.best(numbers), true, 200, random);
            sum += p;
            if (p < 0.1) low++;
        }
        assertThat(sum / trials).isCloseTo(0.5, within(3.0 * Math.sqrt(1.0 / 12.0 / trials)));
        assertThat(low).isLessThanOrEqualTo(13);
        double[] exponential = new double[1000];
        for (int k = 0; k < 1000; k++) {
            double x = 1.0 - 10.0 * Math.log1p(-random.nextDouble());
            exponential[k] = integers ? Math.floor(x) : x;
        }
        CountedValues numbers = CountedValues.of(exponential);
        assertThat(tail.chance(numbers, tail.best(numbers), true, 1000, random)).isLessThan(0.1);
    }

    /** Each alternative on numbers of its own is the likelier law; the power law is on its own. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void alternativesAreToldFromPowerLaws(boolean integers) {
        RandomStream random = random(7);
        PowerTail tail = tail(integers, NONE);
        CountedValues power = CountedValues.of(tail.sample(3000, 2.2, 1.0, random));
        PowerFit law = tail.from(power, 1.0);
        TailComparison exponential = TailComparison.of(TailAlternative.EXPONENTIAL, tail.support(), power, law);
        assertThat(exponential.ratio()).isGreaterThan(4.0);
        assertThat(exponential.chance()).isLessThan(1e-4);
        TailComparison cut = TailComparison.of(TailAlternative.CUT_OFF, tail.support(), power, law);
        assertThat(cut.ratio()).isBetween(-3.0, 0.0);
        TailComparison normal = TailComparison.of(TailAlternative.LOG_NORMAL, tail.support(), power, law);
        // the power law is a limit of log-normal ones
        assertThat(normal.ratio()).isBetween(-3.0, 0.5);
        for (TailAlternative other : TailAlternative.values()) {
            double[] drawn = new double[3000];
            for (int k = 0; k < drawn.length; ) {
                double x = switch (other) {
                    case EXPONENTIAL -> 1.0 - 8.0 * Math.log1p(-random.nextDouble());
                    case LOG_NORMAL -> Math.exp(1.5 + 0.8 * random.nextGaussian());
                    case CUT_OFF -> tail(false, NONE).sample(1, 1.5, 1.0, random)[0];
                };
                boolean kept =
                        x >= 1.0 && (other != TailAlternative.CUT_OFF || random.nextDouble() < Math.exp(-x / 20.0));
                if (kept) drawn[k++] = integers ? Math.floor(x) : x;
            }
            CountedValues numbers = CountedValues.of(drawn);
            TailComparison found = TailComparison.of(other, tail.support(), numbers, tail.from(numbers, 1.0));
            assertThat(found.ratio()).as(other.words()).isLessThan(-4.0);
        }
    }

    /** The likelihood of an exponential is a closed form: rate 1/(mean - 1), and 1 - e^-rate of integers. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theRatioIsThatOfClosedForms(boolean integers) {
        PowerTail tail = tail(integers, NONE);
        CountedValues numbers = CountedValues.of(tail.sample(500, 3.5, 1.0, random(8)));
        PowerFit law = tail.from(numbers, 1.0);
        double mean = 0.0;
        for (int k = 0; k < numbers.distinct(); k++) mean += numbers.count(k) * numbers.value[k] / 500.0;
        double rate = integers ? Math.log1p(1.0 / (mean - 1.0)) : 1.0 / (mean - 1.0);
        double norm = integers ? Math.log(-Math.expm1(-rate)) : Math.log(rate);
        double logZ = Math.log(tail.support().norm(law.alpha(), 1.0));
        double sum = 0.0;
        double squares = 0.0;
        for (int k = 0; k < numbers.distinct(); k++) {
            double l = -law.alpha() * numbers.log[k] - logZ - norm + rate * (numbers.value[k] - 1.0);
            sum += numbers.count(k) * l;
            squares += numbers.count(k) * l * l;
        }
        double deviation = Math.sqrt(squares / 500.0 - sum * sum / 250000.0);
        TailComparison found = TailComparison.of(TailAlternative.EXPONENTIAL, tail.support(), numbers, law);
        assertThat(found.ratio()).isCloseTo(sum / deviation / Math.sqrt(500.0), within(1e-5));
    }
}
