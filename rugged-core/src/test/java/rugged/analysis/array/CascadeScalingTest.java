package rugged.analysis.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Sizes that are a power of durations scale; sizes drawn beside durations do not. */
class CascadeScalingTest {
    private record Made(String seed, double[] sizes, double[] durations) implements Sample {
        @Override
        public List<Reading> readings(String quantity) {
            return List.of();
        }

        @Override
        public List<Recorded> arrays(String quantity) {
            double[] values = quantity.equals("S") ? sizes : durations;
            return List.of(new Recorded(0, new double[] {0.0}, NamedArray.vector("run", values)));
        }
    }

    private static final CascadeScaling SPEC =
            new CascadeScaling("S", "D", List.of("t"), List.of(20.0, 10000.0), List.of(10.0, 100.0));

    private static Collected found(boolean together) {
        List<Sample> samples = new ArrayList<>();
        for (int s = 0; s < 12; s++) {
            RandomStream random = Streams.of(s).stream("cascades", 0);
            double[] durations = new double[20000];
            double[] sizes = new double[20000];
            PowerTail steep = new PowerTail(new PowerSupport(true, Double.POSITIVE_INFINITY), 1, 50);
            double[] others = steep.sample(20000, 2.5, 1.0, random);
            // P(U > u) = 1/u: D = U has the exponent 2, S = U^2 the exponent 3/2
            for (int k = 0; k < sizes.length; k++) {
                double u = 1.0 / (1.0 - random.nextDouble());
                durations[k] = Math.floor(u);
                sizes[k] = together ? Math.floor(u * u) : others[k];
            }
            samples.add(new Made(Integer.toString(s), sizes, durations));
        }
        return Collected.by(SPEC, List.of(new Group(Map.of(), samples)));
    }

    @Test
    void powersOfOneAnotherScale() {
        Collected found = found(true);
        assertThat(found.named("tau_S").value()).isCloseTo(1.5, within(0.02));
        // whole durations: P(D) = 1/(D (D + 1)) and [S](D) = D (D + 1), as (D + 1/2)^2
        assertThat(found.named("tau_D").value()).isCloseTo(1.95, within(0.04));
        assertThat(found.named("gamma_SD").value()).isCloseTo(1.95, within(0.04));
        assertThat(found.named("scaling_excess").value()).isCloseTo(0.0, within(0.1));
    }

    @Test
    void independentOnesDoNot() {
        Collected found = found(false);
        assertThat(found.named("gamma_SD").value()).isCloseTo(0.0, within(0.5));
        assertThat(found.said).singleElement().asString().contains("do not scale");
    }

    @Test
    void fewAvalanchesAndBadRanges() {
        Made few = new Made("1", new double[] {1.0, 2.0}, new double[] {1.0, 1.0});
        Collected found = Collected.by(SPEC, List.of(new Group(Map.of(), List.of(few))));
        assertThat(found.named("tau_S").value()).isNaN();
        assertThatThrownBy(() -> new CascadeScaling("S", "D", List.of("t"), List.of(1.5, 3.0), List.of(1.0, 3.0)))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("range");
        assertThatThrownBy(() -> new CascadeScaling("S", "D", List.of("t"), List.of(1.0, 3.0), List.of(5.0, 3.0)))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("times");
    }
}
