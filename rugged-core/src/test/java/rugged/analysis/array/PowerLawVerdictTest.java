package rugged.analysis.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rugged.analysis.Collected;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Recorded;
import rugged.api.AnalysisSpec.Sample;
import rugged.api.record.NamedArray;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.tail.PowerSupport;
import rugged.num.tail.PowerTail;
import rugged.params.BadParameter;

/** What is said of numbers that follow a power law, and of those that do not or are too few. */
class PowerLawVerdictTest {
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

    private static PowerLawVerdict spec(boolean integers, double from) {
        return new PowerLawVerdict(
                "S", List.of("t"), integers, from > 0.0 ? Optional.of(from) : Optional.empty(), Optional.empty(), 100);
    }

    private static Collected found(PowerLawVerdict spec, double[]... samples) {
        List<Sample> all = new ArrayList<>();
        for (double[] one : samples)
            all.add(new Made(
                    Integer.toString(all.size()),
                    List.of(new Recorded(0, new double[] {0.0}, NamedArray.vector("k", one)))));
        return Collected.by(spec, List.of(new Group(Map.of(), all)));
    }

    private static double[] drawn(int n, long seed) {
        RandomStream random = Streams.of(seed).stream("sizes", 0);
        return new PowerTail(new PowerSupport(true, Double.POSITIVE_INFINITY), 50, 50).sample(n, 2.5, 1.0, random);
    }

    @Test
    void aPowerLawIsNotRejected() {
        Collected found = found(spec(true, 0.0), drawn(700, 1), drawn(700, 2), drawn(700, 3));
        Collected.Found alpha = found.named("alpha_S");
        assertThat(alpha.value()).isCloseTo(2.5, within(3.0 * alpha.error()));
        assertThat(found.named("power_p_S").value()).isGreaterThan(0.1);
        assertThat(found.named("power_ratio_S", 0.0, 1.0).value()).isPositive();
        assertThat(found.said)
                .singleElement()
                .asString()
                .contains("power law not rejected")
                .contains("an exponential is less likely")
                .doesNotContain("is a power law");
    }

    /** A sample that is another one counts in the error, not in that of the likelihood. */
    @Test
    void errorsKnowOfSamples() {
        double[] steep = new PowerTail(new PowerSupport(true, Double.POSITIVE_INFINITY), 50, 50)
                .sample(2000, 4.0, 1.0, Streams.of(9).stream("sizes", 0));
        Collected together = found(spec(true, 1.0), drawn(2000, 4), steep);
        assertThat(together.named("alpha_S").error()).isGreaterThan(0.3);
    }

    @Test
    void anExponentialIsRejected() {
        RandomStream random = Streams.of(3).stream("sizes", 0);
        double[] sizes = new double[1000];
        for (int k = 0; k < sizes.length; k++) sizes[k] = 1.0 + Math.floor(-10.0 * Math.log1p(-random.nextDouble()));
        assertThat(found(spec(true, 1.0), sizes).said)
                .singleElement()
                .asString()
                .contains("power law rejected")
                .contains("an exponential is likelier");
    }

    @Test
    void numbersThatAllowNoFitAreNamed() {
        assertThat(found(spec(true, 5.0), drawn(300, 5)).said)
                .singleElement()
                .asString()
                .contains("too few samples above xmin = 5 for a power-law fit");
        double[] equal = new double[100];
        Arrays.fill(equal, 3.0);
        assertThat(found(spec(true, 0.0), equal).said)
                .singleElement()
                .asString()
                .contains("equal");
        double[] broken = drawn(100, 6);
        broken[7] = 2.5;
        Collected found = found(spec(true, 0.0), broken);
        assertThat(found.said).singleElement().asString().contains("2.5, which is no integer");
        assertThat(found.named("alpha_S").value()).isNaN();
        assertThat(found(spec(false, 1.0), broken).said)
                .singleElement()
                .asString()
                .contains("alpha");
        assertThat(found(spec(true, 0.0), new double[0]).said)
                .singleElement()
                .asString()
                .contains("too few");
    }

    @Test
    void badParametersAreNamed() {
        assertThatThrownBy(() -> spec(true, 2.5))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("integer");
        assertThatThrownBy(() -> new PowerLawVerdict("S", List.of("t"), true, Optional.of(5.0), Optional.of(5.0), 1000))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("until");
        assertThatThrownBy(
                        () -> new PowerLawVerdict("S", List.of("t"), true, Optional.empty(), Optional.of(-1.0), 1000))
                .isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> new PowerLawVerdict("S", List.of("t"), true, Optional.empty(), Optional.empty(), 7))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("bootstraps");
    }
}
