package rugged.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import rugged.analysis.Collected.Found;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Recorded;
import rugged.api.AnalysisSpec.Sample;
import rugged.api.record.NamedArray;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** Power laws along a parameter: known exponents, errors that know of common seeds, bends that are seen. */
class PowerLawAlongTest {
    private static final double[] PARAMETERS = {1e-5, 1e-4, 1e-3, 1e-2};

    private record Made(String seed, double x, double y, double[] array) implements Sample {
        @Override
        public List<Reading> readings(String quantity) {
            return List.of(new Reading(new double[] {0.0}, quantity.equals("pressure") ? x : y));
        }

        @Override
        public List<Recorded> arrays(String quantity) {
            return array.length == 0
                    ? List.of()
                    : List.of(new Recorded(0, new double[] {0.0}, NamedArray.vector("mode", array)));
        }
    }

    private static Group group(double parameter, List<Sample> samples) {
        return new Group(Map.of("protocol.until", Double.toString(parameter), "landscape.n", "64"), samples);
    }

    /** y = law(x), all of a seed too large by the same factor, and a little noise of each. */
    private static List<Group> groups(DoubleUnaryOperator law, int seeds, double common, double own, long stream) {
        RandomStream random = Streams.of(stream).stream("noise", 0);
        double[] factor = new double[seeds];
        for (int s = 0; s < seeds; s++) factor[s] = Math.exp(common * random.nextGaussian());
        List<Group> groups = new ArrayList<>();
        for (double parameter : PARAMETERS) {
            List<Sample> samples = new ArrayList<>();
            for (int s = 0; s < seeds; s++) {
                double x = 0.3 * parameter;
                double y = law.applyAsDouble(x) * factor[s] * Math.exp(own * random.nextGaussian());
                samples.add(new Made(Integer.toString(s), x, y, new double[0]));
            }
            groups.add(group(parameter, samples));
        }
        return groups;
    }

    private static final PowerLawAlong SPEC = new PowerLawAlong("z", "pressure", "until");

    @Test
    void anExactPowerIsFound() {
        Collected found = Collected.by(SPEC, groups(x -> 3.0 * Math.sqrt(x), 6, 0.5, 0.0, 1));
        assertThat(found.named("z_power").value()).isCloseTo(0.5, within(1e-12));
        assertThat(found.named("z_power").error()).isCloseTo(0.0, within(1e-12));
        // nothing is chosen: a finding on it has a bias that is a number
        assertThat(found.named("z_power").systematic()).isZero();
        assertThat(found.named("z_power_local").value()).isCloseTo(0.5, within(1e-12));
        assertThat(found.named("z_along").axes()).containsExactly(0.3e-5);
        assertThat(found.said).singleElement().asString().contains("b = 0.500");
    }

    /** What all states of a seed have in common does not blur the exponent; the stated error is its scatter. */
    @Test
    void theErrorIsTheScatterOfTheExponent() {
        int trials = 300;
        double squares = 0.0;
        double stated = 0.0;
        for (int trial = 0; trial < trials; trial++) {
            Found power = Collected.by(SPEC, groups(Math::sqrt, 10, 0.4, 0.05, 100 + trial))
                    .named("z_power");
            squares += Math.pow(power.value() - 0.5, 2) / trials;
            stated += power.error() / trials;
        }
        // three standard errors of a scatter from 300 trials are 12 %
        assertThat(stated).isCloseTo(Math.sqrt(squares), within(0.15 * Math.sqrt(squares)));
        // errors of points that knew nothing of one another would say six times as much
        assertThat(stated).isLessThan(0.01);
    }

    @Test
    void aBendIsNoPower() {
        Collected found = Collected.by(SPEC, groups(x -> Math.sqrt(x) + 0.02, 12, 0.02, 0.01, 3));
        assertThat(found.named("z_power").value()).isNaN();
        assertThat(found.said).singleElement().asString().contains("no power of x");
    }

    @Test
    void oneSampleHasNoErrorAndOnePointNoExponent() {
        List<Group> all = groups(Math::sqrt, 1, 0.0, 0.0, 1);
        assertThat(Collected.by(SPEC, all).named("z_along").error()).isNaN();
        assertThat(Collected.by(SPEC, all).named("z_power").value()).isNaN();
        assertThat(Collected.by(SPEC, groups(Math::sqrt, 4, 0.1, 0.1, 1).subList(0, 1))
                        .named("z_power")
                        .value())
                .isNaN();
        assertThat(Collected.by(SPEC, List.of()).found).isEmpty();
    }

    /** Of a density that is 0 below w and flat up to 1, I(x)/x = (1 - w/x)/(1 - w). */
    @Test
    void theOnsetOfAFlatDensityIsWhereItShouldBe() {
        int n = 20000;
        double w = 0.02;
        double[] even = new double[n];
        for (int k = 0; k < n; k++) even[k] = w + (1.0 - w) * (k + 0.5) / n;
        double median = 0.5 * (1.0 + w);
        double expected = w / (1.0 - 0.5 * (1.0 - w / median));
        // the spread moves it by less than its square
        assertThat(PlateauOnset.onset(even, 1, 0.5)).isCloseTo(expected, within(0.0225 * expected));
        double[] from0 = Arrays.stream(even).map(x -> (x - w) / (1.0 - w)).toArray();
        assertThat(PlateauOnset.onset(from0, 1, 0.5)).isNaN();
        assertThat(PlateauOnset.onset(new double[] {0.3}, 1, 0.5)).isNaN();
    }

    /** omega_0 = p^(1/2): exponent 1/2, whatever the share. */
    @Test
    void theOnsetMovesAsItsDensityDoes() {
        List<Group> groups = new ArrayList<>();
        RandomStream random = Streams.of(8).stream("modes", 0);
        for (double parameter : PARAMETERS) {
            List<Sample> samples = new ArrayList<>();
            double w = Math.sqrt(parameter);
            for (int s = 0; s < 10; s++) {
                double[] modes = random.doubles(2000)
                        .map(u -> w + (1.0 - w) * u)
                        .sorted()
                        .toArray();
                samples.add(new Made(Integer.toString(s), parameter, 0.0, modes));
            }
            groups.add(group(parameter, samples));
        }
        Found power = Collected.by(new PlateauOnset("frequencies", 0.5, "pressure", "until"), groups)
                .named("frequencies_onset_power");
        assertThat(power.value()).isCloseTo(0.5, within(3.0 * power.error() + power.systematic()));
        assertThat(power.error()).isBetween(1e-4, 0.03);
        assertThat(power.systematic()).isLessThan(0.03);
    }
}
