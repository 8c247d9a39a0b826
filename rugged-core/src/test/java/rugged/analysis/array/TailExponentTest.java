package rugged.analysis.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.analysis.Collected;
import rugged.analysis.Collected.Found;
import rugged.analysis.Resampling;
import rugged.analysis.array.TruncatedFamily.Statistic;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Recorded;
import rugged.api.AnalysisSpec.Sample;
import rugged.api.record.NamedArray;
import rugged.meanfield.statics.PerceptronJamming;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;

/** Exponents of densities: closed forms, laws that are known, errors that hold. */
class TailExponentTest {
    private static final double LOW = 1e-3;
    private static final double HIGH = 0.5;

    private List<String> said = List.of();

    private record Made(String seed, List<Recorded> recorded) implements Sample {
        @Override
        public List<Reading> readings(String quantity) {
            return List.of();
        }

        @Override
        public List<Recorded> arrays(String quantity) {
            return recorded;
        }
    }

    private static TailExponent spec(double low, double high) {
        return new TailExponent("f", List.of("t"), List.of(low, high), List.of(), ArrayUnit.NONE);
    }

    private Collected found(TailExponent spec, double[]... samples) {
        List<Sample> all = new ArrayList<>();
        for (double[] one : samples)
            all.add(new Made(
                    Integer.toString(all.size()),
                    List.of(new Recorded(0, new double[] {0.0}, NamedArray.vector("i", one)))));
        Collected collected = Collected.by(spec, List.of(new Group(Map.of(), all)));
        said = collected.said;
        return collected;
    }

    private static Found named(Collected found, String name, double... axes) {
        return found.named(name, axes);
    }

    /** Numbers between LOW and HIGH with density x^a, by the inverse of the distribution. */
    private static double[] law(int n, double a, RandomStream random) {
        double b = 1.0 + a;
        return numbers(n, u -> LOW * Math.pow(1.0 + u * (Math.pow(HIGH / LOW, b) - 1.0), 1.0 / b), random);
    }

    private static double[] numbers(int n, DoubleUnaryOperator inverse, RandomStream random) {
        return IntStream.range(0, n)
                .mapToDouble(_ -> inverse.applyAsDouble(random.nextDouble()))
                .toArray();
    }

    /** The mean of ln x under the fitted law is that of the numbers: L/(1 - e^(-bL)) - 1/b above ln lo, b = 1 + a. */
    @ParameterizedTest
    @ValueSource(doubles = {-3.0, -1.0001, -0.41, 0.0, 0.42, 2.0})
    void thePowerLawIsThatOfTheClosedForm(double a) {
        double whole = Math.log(HIGH / LOW);
        double b = 1.0 + a;
        double mean = whole / -Math.expm1(-b * whole) - 1.0 / b;
        TruncatedFamily power = new TruncatedFamily(LOW, HIGH, Statistic.LOGARITHM);
        TruncatedFamily.Fit fit = power.fit(new double[] {mean - 0.5 * whole, 0.0, 0.0});
        assertThat(fit.coefficients()[0]).isCloseTo(a, within(1e-6));
        double norm = b / (Math.pow(HIGH, b) - Math.pow(LOW, b));
        assertThat(fit.likelihood()).isCloseTo(Math.log(norm) + a * (mean + Math.log(LOW)), within(1e-9));
    }

    @Test
    void anExponentialIsThatOfTheClosedForm() {
        double rate = 7.0;
        double width = HIGH - LOW;
        double mean = LOW + 1.0 / rate - width / Math.expm1(rate * width);
        TruncatedFamily exponential = new TruncatedFamily(LOW, HIGH, Statistic.VALUE);
        TruncatedFamily.Fit fit = exponential.fit(new double[] {0.0, mean / HIGH, 0.0});
        assertThat(fit.coefficients()[0]).isCloseTo(-rate * HIGH, within(1e-7));
    }

    /** Of 200 experiments of 12 samples the error bar of a holds the truth in 68 % (with Student's law for 12: 66 %), within three errors of that number. */
    @Test
    void errorBarsHoldTheTruth() {
        RandomStream random = Streams.of(5).stream("numbers", 0);
        int inside = 0;
        int trials = 200;
        for (int trial = 0; trial < trials; trial++) {
            TailSample sample = new TailSample(LOW, HIGH);
            for (int s = 0; s < 12; s++) {
                // numbers of one sample are all there three times: they must not count as three
                double[] once = law(40, 0.42, random);
                double[] thrice = new double[120];
                for (int k = 0; k < 120; k++) thrice[k] = once[k / 3];
                sample.add(List.of(new Recorded(0, new double[0], NamedArray.vector("i", thrice))), ArrayUnit.NONE);
            }
            double[] drawn = new double[100];
            for (int k = 0; k < drawn.length; k++)
                drawn[k] = sample.laws(Resampling.draw(12, random)).exponent();
            double error = Resampling.spread(drawn) * Resampling.few(12);
            double value = sample.laws(IntStream.range(0, 12).toArray()).exponent();
            if (Math.abs(value - 0.42) < error) inside++;
        }
        double expected = 0.66 * trials;
        assertThat((double) inside).isCloseTo(expected, within(3.0 * Math.sqrt(expected * 0.34)));
    }

    @Test
    void aPowerLawIsFoundAndSaid() {
        RandomStream random = Streams.of(2).stream("numbers", 0);
        double[][] samples =
                IntStream.range(0, 20).mapToObj(_ -> law(500, -0.41, random)).toArray(double[][]::new);
        Collected found = found(spec(LOW, HIGH), samples);
        Found exponent = named(found, "exponent_f");
        assertThat(exponent.value()).isCloseTo(-0.41, within(3.0 * exponent.error()));
        assertThat(exponent.error()).isBetween(0.003, 0.02);
        assertThat(exponent.systematic()).isLessThan(0.05);
        assertThat(named(found, "numbers_f", 0.0, 1.0).value()).isEqualTo(10_000.0);
        assertThat(named(found, "curvature_f", 0.0, 1.0).value())
                .isCloseTo(
                        0.0, within(3.0 * named(found, "curvature_f", 0.0, 1.0).error()));
        assertThat(named(found, "gain_f", 0.0, 1.0).value()).isNegative();
        // 1.36/sqrt(n) is exceeded once in 20 for independent numbers
        assertThat(named(found, "ks_f", 0.0, 1.0).value()).isLessThan(1.63 / 100.0);
        assertThat(said)
                .singleElement()
                .asString()
                .contains("follow x^a with a = -0.4")
                .contains("20 samples");
    }

    @Test
    void anExponentialHasNoExponent() {
        RandomStream random = Streams.of(3).stream("numbers", 0);
        double[][] samples = IntStream.range(0, 20)
                .mapToObj(_ -> numbers(500, u -> -0.05 * Math.log1p(-u), random))
                .toArray(double[][]::new);
        Collected found = found(spec(LOW, HIGH), samples);
        assertThat(named(found, "exponent_f").value()).isNaN();
        Found gain = named(found, "gain_f", 0.0, 1.0);
        assertThat(gain.value()).isGreaterThan(3.0 * gain.error());
        assertThat(named(found, "rate_f", 0.0, 1.0).value())
                .isCloseTo(20.0, within(3.0 * named(found, "rate_f", 0.0, 1.0).error()));
        assertThat(said).singleElement().asString().contains("no power law");
    }

    /** Density x^-0.4 (1 + 2 x): the exponent rises by 0.5 from 1e-3 to 0.5. It is a mean over the window, half of what is seen of the rise its systematic error. */
    private static double[] bent(int n, RandomStream random) {
        double[] numbers = new double[n];
        for (int k = 0; k < n; ) {
            double x = law(1, -0.4, random)[0];
            if (random.nextDouble() < (1.0 + 2.0 * x) / 2.0) numbers[k++] = x;
        }
        return numbers;
    }

    @Test
    void aBendIsASystematicErrorOfTheExponent() {
        RandomStream random = Streams.of(13).stream("numbers", 0);
        double[][] samples =
                IntStream.range(0, 30).mapToObj(_ -> bent(1000, random)).toArray(double[][]::new);
        Found exponent = named(found(spec(LOW, HIGH), samples), "exponent_f");
        assertThat(exponent.value()).isBetween(-0.4, -0.1);
        Found bend = named(found(spec(LOW, HIGH), samples), "bend_f", 0.0, 1.0);
        assertThat(bend.value()).isGreaterThan(3.0 * bend.error());
        assertThat(exponent.systematic()).isGreaterThanOrEqualTo(0.5 * bend.value());
        assertThat(said).singleElement().asString().contains("the density bends");
    }

    /** As said: of 200 power laws none or one bends, and of those whose bend is as large as would be seen nine times in ten, most do. */
    @Test
    @Tag("slow")
    void bendsAreSeenAsOftenAsIsSaid() {
        RandomStream random = Streams.of(17).stream("numbers", 0);
        int falsely = 0;
        int seen = 0;
        for (int trial = 0; trial < 60; trial++) {
            double[][] straight =
                    IntStream.range(0, 40).mapToObj(_ -> law(40, -0.4, random)).toArray(double[][]::new);
            found(spec(LOW, HIGH), straight);
            if (said.getFirst().contains("bends")) falsely++;
            // ln x normal: density x^(a + c ln x), with the bend 4.28 errors of 1600 numbers
            double[][] curved = IntStream.range(0, 40)
                    .mapToObj(_ -> logNormal(40, CURVATURE, random))
                    .toArray(double[][]::new);
            found(spec(LOW, HIGH), curved);
            if (said.getFirst().contains("bends")) seen++;
        }
        assertThat(falsely).isLessThanOrEqualTo(2);
        assertThat(seen).isBetween(46, 60);
    }

    /** Of 1600 numbers the error of c is close to 0.0115 on this window, so that this is 4.3 of them. */
    private static final double CURVATURE = -0.0493;

    private static double[] logNormal(int n, double c, RandomStream random) {
        double[] numbers = new double[n];
        double middle = 0.5 * Math.log(LOW * HIGH);
        for (int k = 0; k < n; ) {
            double x = law(1, -0.4, random)[0];
            double y = Math.log(x) - middle;
            if (random.nextDouble() < Math.exp(c * y * y)) numbers[k++] = x;
        }
        return numbers;
    }

    /** The density of forces that the perceptron has at a positive margin has no singularity at 0, and looks like f^0.034 on the window of the study. */
    @Test
    void forcesOfAConvexPerceptronLookAlmostConstant() {
        double sigma = PerceptronJamming.margin(1.0);
        double low = 0.01;
        double high = 0.3;
        double[] means = new double[TruncatedFamily.STATISTICS];
        TruncatedFamily power = new TruncatedFamily(low, high, Statistic.LOGARITHM);
        double norm = 0.0;
        int points = 4000;
        for (int k = 0; k < points; k++) {
            double f = low * Math.pow(high / low, (k + 0.5) / points);
            double weight = f * PerceptronJamming.force(sigma, f);
            norm += weight;
            double[] one = new double[TruncatedFamily.STATISTICS];
            power.add(f, one);
            for (int i = 0; i < one.length; i++) means[i] += weight * one[i];
        }
        for (int i = 0; i < means.length; i++) means[i] /= norm;
        assertThat(power.fit(means).coefficients()[0]).isCloseTo(0.0336, within(1e-4));
    }

    /** Of what a system has none of nothing is said. */
    @Test
    void emptyArraysSayNothing() {
        assertThat(found(spec(LOW, HIGH), new double[0], new double[0]).found).isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void aConstantDensityIsNoSingularity() {
        RandomStream random = Streams.of(4).stream("numbers", 0);
        double[][] samples =
                IntStream.range(0, 10).mapToObj(_ -> law(60, 0.0, random)).toArray(double[][]::new);
        found(spec(LOW, HIGH), samples);
        assertThat(said).singleElement().asString().contains("cannot be told from a constant density");
    }

    /** In units of the mean of each array: two scales become one. */
    @Test
    void unitsOfTheMeanBringSamplesTogether() {
        RandomStream random = Streams.of(6).stream("numbers", 0);
        double[] one = law(2000, 0.4, random);
        double[] other = Arrays.stream(law(2000, 0.4, random)).map(x -> 1e6 * x).toArray();
        TailExponent spec = new TailExponent("f", List.of("t"), List.of(0.01, 1.5), List.of(0.01, 0.5), ArrayUnit.MEAN);
        Collected found = found(spec, one, other);
        assertThat(named(found, "exponent_f").value()).isCloseTo(0.4, within(0.1));
        assertThat(said).singleElement().asString().contains("of the mean").contains("so few samples");
    }

    /** Nothing, one number, one sample, equal numbers, numbers at an end of the window. */
    @Test
    void degenerateSamplesHaveNoExponentOrNoError() {
        assertThat(named(found(spec(LOW, HIGH), new double[0], new double[] {7.0}), "exponent_f")
                        .value())
                .isNaN();
        assertThat(said).singleElement().asString().contains("too few");
        assertThat(named(found(spec(LOW, HIGH), new double[] {0.1}), "exponent_f")
                        .value())
                .isNaN();
        RandomStream random = Streams.of(7).stream("numbers", 0);
        assertThat(named(found(spec(LOW, HIGH), law(100, 0.3, random)), "exponent_f")
                        .error())
                .isNaN();
        double[] top = {HIGH, HIGH, HIGH};
        assertThat(named(found(spec(LOW, HIGH), top, top), "exponent_f").value())
                .isNaN();
        double[] equal = {0.1, 0.1, 0.1};
        assertThat(named(found(spec(LOW, HIGH), equal, equal, equal), "exponent_window_f")
                        .error())
                .isZero();
    }

    @Test
    void windowsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> spec(0.0, 1.0))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("window");
        assertThatThrownBy(() -> spec(1.0, 0.5)).isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> spec(0.5, 1.0))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("decade");
    }
}
