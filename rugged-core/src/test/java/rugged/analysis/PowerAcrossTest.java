package rugged.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rugged.analysis.sweep.PowerAcross;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Sample;
import rugged.num.RandomStream;
import rugged.num.Streams;

class PowerAcrossTest {
    private record Made(String seed, double x, double y) implements Sample {
        @Override
        public List<Reading> readings(String quantity) {
            // the last record counts
            return List.of(
                    new Reading(new double[] {0}, -1), new Reading(new double[] {1}, quantity.equals("x") ? x : y));
        }
    }

    private static List<Group> systems(int count, double scatter) {
        RandomStream random = Streams.of(3).stream("systems", 0);
        List<Group> groups = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double x = Math.exp(random.nextGaussian());
            double y = 0.2 * Math.sqrt(x) * Math.exp(scatter * random.nextGaussian());
            groups.add(new Group(
                    Map.of("case", Integer.toString(k)), List.of(new Made("1", x, y), new Made("2", 4 * x, 2 * y))));
        }
        return groups;
    }

    @Test
    void aPowerIsFound() {
        Collected found = Collected.by(new PowerAcross("y", "x", 200), systems(9, 0));
        assertThat(found.named("y_by_x_exponent").value()).isCloseTo(0.5, within(1e-12));
        assertThat(found.named("y_by_x_prefactor").value()).isCloseTo(0.2, within(1e-12));
        assertThat(found.named("y_by_x_correlation").value()).isCloseTo(1.0, within(1e-12));
        assertThat(found.named("y_by_x_exponent").error()).isCloseTo(0.0, within(1e-12));
    }

    @Test
    void errorsAreThoseOfOtherSystems() {
        int count = 40;
        double scatter = 0.3;
        Collected found = Collected.by(new PowerAcross("y", "x", 2000), systems(count, scatter));
        // least squares of independent residuals: sqrt(s^2/sum (x - mean)^2)
        double[] x = new double[count];
        double[] y = new double[count];
        List<Group> groups = systems(count, scatter);
        for (int k = 0; k < count; k++) {
            x[k] = Math.log(
                    groups.get(k).samples().getFirst().readings("x").getLast().value());
            y[k] = Math.log(
                    groups.get(k).samples().getFirst().readings("y").getLast().value());
        }
        double middle = Arrays.stream(x).average().orElseThrow();
        double height = Arrays.stream(y).average().orElseThrow();
        double b = found.named("y_by_x_exponent").value();
        double square = 0;
        double residual = 0;
        for (int k = 0; k < count; k++) {
            square += (x[k] - middle) * (x[k] - middle);
            residual += Math.pow(y[k] - height - b * (x[k] - middle), 2) / (count - 2.0);
        }
        double expected = Math.sqrt(residual / square);
        assertThat(found.named("y_by_x_exponent").error()).isBetween(0.6 * expected, 1.6 * expected);
        assertThat(b).isCloseTo(0.5, within(4 * expected));
    }

    @Test
    void twoSystemsAreTooFew() {
        Collected found = Collected.by(new PowerAcross("y", "x", 200), systems(2, 0));
        assertThat(found.named("y_by_x_exponent").value()).isNaN();
    }
}
