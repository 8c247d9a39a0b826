package rugged.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Sample;

class AnnealingCurveTest {
    private record Cooled(String seed, double[] temperatures, double shift) implements Sample {
        @Override
        public List<Reading> readings(String quantity) {
            List<Reading> all = new ArrayList<>();
            for (int k = 0; k < temperatures.length; k++) {
                double t = temperatures[k];
                // two records on each plateau, of which the one in its second half counts
                double early = quantity.equals("T") ? t : 7.0;
                double late = quantity.equals("T") ? t : -Math.tanh(1.0 / t) + shift;
                all.add(new Reading(new double[] {2 * k + 1}, early));
                all.add(new Reading(new double[] {2 * k + 2}, late));
            }
            return quantity.equals("T") || quantity.equals("e") ? all : List.of();
        }
    }

    private static double[] betas(int count, double step) {
        double[] temperatures = new double[count];
        for (int k = 0; k < count; k++) temperatures[k] = 1.0 / (step * (k + 1));
        return temperatures;
    }

    /** Free spins in a field: s = ln 2 cosh(1/T) - tanh(1/T)/T, with an error that is told at every temperature, also where the first one is not high. */
    @Test
    void entropyOfFreeSpins() {
        told(betas(40, 0.05), 3e-4);
        told(betas(41, 0.05), 3e-4);
        double[] late = new double[10];
        for (int k = 0; k < 10; k++) late[k] = 1.0 - 0.1 * k;
        told(late, 0.08);
    }

    private static void told(double[] temperatures, double most) {
        Group group =
                new Group(Map.of(), List.of(new Cooled("1", temperatures, 0.0), new Cooled("2", temperatures, 0.0)));
        Collected found = Collected.by(new AnnealingCurve(Math.log(2.0), 0.0), List.of(group));
        for (double temperature : temperatures) {
            double beta = 1.0 / temperature;
            Collected.Found entropy = found.named("s_plateau", temperature);
            double exact = Math.log(2.0 * Math.cosh(beta)) - beta * Math.tanh(beta);
            double off = Math.abs(entropy.value() - exact);
            assertThat(off).isLessThan(most);
            assertThat(entropy.systematic()).isBetween(0.6 * off - 1e-6, 2.0 * off + 1e-5);
            assertThat(found.named("e_plateau", temperature).value()).isCloseTo(-Math.tanh(beta), within(1e-15));
            assertThat(found.named("e_plateau", temperature).error()).isZero();
        }
    }

    @Test
    void errorsAreThoseOfSamples() {
        double[] temperatures = betas(10, 0.1);
        Group group =
                new Group(Map.of(), List.of(new Cooled("1", temperatures, -0.1), new Cooled("2", temperatures, 0.1)));
        Collected found = Collected.by(new AnnealingCurve(Math.log(2.0), 0.0), List.of(group));
        // two values +-0.1: standard deviation 0.1 sqrt(2), standard error 0.1
        assertThat(found.named("e_plateau", temperatures[4]).error()).isCloseTo(0.1, within(1e-12));
    }

    /** On the way up energies stand at their temperatures, and entropies nowhere. */
    @Test
    void heating() {
        double[] temperatures = {0.5, 1.0, 2.0};
        Group group = new Group(Map.of(), List.of(new Cooled("1", temperatures, 0.0)));
        Collected found = Collected.by(new AnnealingCurve(Math.log(2.0), 0.0), List.of(group));
        assertThat(found.named("e_plateau", 1.0).value()).isCloseTo(-Math.tanh(1.0), within(1e-15));
        assertThat(found.named("s_plateau", 1.0).value()).isNaN();
        assertThat(found.reason("s_plateau")).contains("not of a heating");
    }

    /** Nothing of a run without a bath. */
    @Test
    void nothingWithoutTemperatures() {
        Sample silent = new Sample() {
            @Override
            public String seed() {
                return "1";
            }

            @Override
            public List<Reading> readings(String quantity) {
                return List.of();
            }
        };
        Collected found =
                Collected.by(new AnnealingCurve(Math.log(2.0), 0.0), List.of(new Group(Map.of(), List.of(silent))));
        assertThat(found.found).isEmpty();
    }
}
