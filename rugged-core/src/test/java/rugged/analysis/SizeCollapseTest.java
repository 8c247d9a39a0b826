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
import rugged.num.RandomStream;
import rugged.num.Streams;

/** Curves that are one after scaling: exponents that are found, errors that are their scatter, and what is no collapse. */
class SizeCollapseTest {
    private static final List<CollapseParameter> ALL =
            List.of(CollapseParameter.CRITICAL, CollapseParameter.ACROSS, CollapseParameter.UP);

    private record Run(String seed, double value) implements Sample {
        @Override
        public List<Reading> readings(String quantity) {
            return List.of(new Reading(new double[] {0.0}, value));
        }
    }

    /** y = N^{-1/4} tanh((x - 1) sqrt(N)/5) + noise. */
    private static List<Group> groups(int[] sizes, double from, int seeds, RandomStream random) {
        List<Group> groups = new ArrayList<>();
        for (int size : sizes) {
            for (int k = 0; k <= 10; k++) {
                double x = from + 0.1 * k;
                double y = Math.pow(size, -0.25) * Math.tanh((x - 1.0) * Math.sqrt(size) / 5.0);
                List<Sample> samples = new ArrayList<>();
                for (int s = 0; s < seeds; s++)
                    samples.add(new Run(Integer.toString(s), y + 0.02 * random.nextGaussian()));
                groups.add(new Group(
                        Map.of("landscape.n", Integer.toString(size), "landscape.x", Double.toString(x)), samples));
            }
        }
        return groups;
    }

    private static SizeCollapse spec(double critical, double across, double up, List<CollapseParameter> fit) {
        return new SizeCollapse("y", "x", "n", critical, across, up, fit);
    }

    @Test
    void theRightExponentsCollapseAndWrongOnesDoNot() {
        List<Group> groups = groups(new int[] {64, 256, 1024}, 0.5, 12, Streams.of(2).stream("noise", 0));
        assertThat(Collected.by(spec(1, 0.5, 0.25, List.of()), groups)
                        .named("y_collapse")
                        .value())
                .isBetween(0.5, 2.0);
        assertThat(Collected.by(spec(1, 0.3, 0.25, List.of()), groups)
                        .named("y_collapse")
                        .value())
                .isGreaterThan(10.0);
        Collected scaled = Collected.by(spec(1, 0.5, 0.25, List.of()), groups);
        assertThat(scaled.named("y_place").value()).isCloseTo(-0.5 * 8.0, within(1e-12));
        double mean = groups.getFirst().samples().stream()
                .mapToDouble(sample -> sample.readings("y").getFirst().value())
                .average()
                .orElseThrow();
        assertThat(scaled.named("y_scaled").value()).isCloseTo(mean * Math.pow(64, 0.25), within(1e-12));
        assertThat(scaled.found).noneMatch(one -> one.name().equals("y_across"));
    }

    @Test
    void theBestCollapseFindsThemWithinTheirErrors() {
        RandomStream random = Streams.of(4).stream("noise", 0);
        double[] truth = {1.0, 0.5, 0.25};
        String[] names = {"y_critical", "y_across", "y_up"};
        int trials = 12;
        double[] squares = new double[3];
        for (int trial = 0; trial < trials; trial++) {
            Collected found =
                    Collected.by(spec(1.05, 0.45, 0.2, ALL), groups(new int[] {64, 256, 1024}, 0.5, 8, random));
            for (int k = 0; k < 3; k++) {
                Collected.Found one = found.named(names[k]);
                assertThat(one.error()).isBetween(1e-5, 0.1);
                squares[k] += Math.pow((one.value() - truth[k]) / one.error(), 2);
            }
        }
        // chi^2 of 12, with errors from 100 draws: between 0.25 and 2.7 of it with probability 0.999
        for (double square : squares) assertThat(square / trials).isBetween(0.2, 2.7);
    }

    @Test
    void oneSizeAndCurvesApartAreNoCollapse() {
        RandomStream random = Streams.of(6).stream("noise", 0);
        Collected one = Collected.by(spec(1, 0.5, 0.25, ALL), groups(new int[] {64}, 0.5, 4, random));
        assertThat(one.named("y_collapse").value()).isNaN();
        assertThat(one.said).singleElement().asString().contains("one size has nothing to fall on");
        List<Group> apart = groups(new int[] {64}, 0.5, 4, random);
        apart.addAll(groups(new int[] {256}, 5.5, 4, random));
        assertThat(Collected.by(spec(1, 0.5, 0.25, ALL), apart).said)
                .singleElement()
                .asString()
                .contains("no curves overlap");
        // without a scatter there is nothing to measure distances in
        assertThat(Collected.by(spec(1, 0.5, 0.25, List.of()), groups(new int[] {64, 256}, 0.5, 1, random))
                        .named("y_collapse")
                        .value())
                .isNaN();
    }
}
