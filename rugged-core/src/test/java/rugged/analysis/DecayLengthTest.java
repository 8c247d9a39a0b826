package rugged.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rugged.analysis.phase.DecayLength;
import rugged.api.AnalysisSpec.Conclusions;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Sample;
import rugged.api.Quantity;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;

class DecayLengthTest {
    private record Curve(String seed, double[] values) implements Sample {
        @Override
        public List<Reading> readings(String quantity) {
            List<Reading> all = new ArrayList<>();
            for (int l = 0; l < values.length; l++) all.add(new Reading(new double[] {0, l + 1}, values[l]));
            // a later time is not read
            all.add(new Reading(new double[] {1, 1}, 100));
            return all;
        }
    }

    private static Map<String, double[]> of(DecayLength analysis, double noise, int samples) {
        RandomStream random = Streams.of(2).stream("noise", 0);
        List<Sample> all = new ArrayList<>();
        for (int s = 0; s < samples; s++) {
            double[] y = new double[40];
            for (int l = 1; l <= y.length; l++) y[l - 1] = 0.3 + 2 * Math.exp(-l / 4.0) + noise * random.nextGaussian();
            all.add(new Curve("" + s, y));
        }
        Map<String, double[]> found = new HashMap<>();
        analysis.analyse(List.of(new Group(Map.of(), all)), Streams.of(1), new Conclusions() {
            @Override
            public void put(Group group, Quantity quantity, double value, double error, double... axes) {
                found.put(quantity.name(), new double[] {value, error});
            }

            @Override
            public void say(String sentence) {}
        });
        return found;
    }

    @Test
    void anExponentialHasItsLength() {
        DecayLength given = new DecayLength("c", "layer", List.of(1.0, 12.0), Optional.of(0.3), List.of(), "");
        assertThat(of(given, 0, 1).get("length_c")[0]).isCloseTo(4, within(1e-12));
        assertThat(of(given, 0, 1).get("rate_c")[0]).isCloseTo(-0.25, within(1e-12));
        DecayLength measured =
                new DecayLength("c", "layer", List.of(1.0, 12.0), Optional.empty(), List.of(25.0, 40.0), "x");
        double[] length = of(measured, 0.02, 30).get("length_x");
        assertThat(length[1]).isBetween(0.005, 0.2);
        assertThat(length[0]).isCloseTo(4, within(3 * length[1] + 0.01));
    }

    @Test
    void badWindowsAreNamed() {
        assertThatThrownBy(() -> new DecayLength("c", "layer", List.of(3.0, 1.0), Optional.of(0.3), List.of(), ""))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("window");
        assertThatThrownBy(() -> new DecayLength("c", "layer", List.of(1.0, 3.0), Optional.empty(), List.of(), ""))
                .hasMessageContaining("rest");
    }
}
