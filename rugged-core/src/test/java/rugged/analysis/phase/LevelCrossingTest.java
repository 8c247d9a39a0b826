package rugged.analysis.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rugged.api.AnalysisSpec.Conclusions;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Sample;
import rugged.api.Quantity;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;

/** Levels that are crossed along one parameter, for each value of another. */
class LevelCrossingTest {
    private record Made(String seed, double value) implements Sample {
        @Override
        public List<Reading> readings(String quantity) {
            return Double.isNaN(value) ? List.of() : List.of(new Reading(new double[] {0}, value));
        }
    }

    private static final class Kept implements Conclusions {
        final Map<String, double[]> found = new HashMap<>();
        final Map<String, String> undefined = new HashMap<>();

        @Override
        public void put(Group group, Quantity quantity, double value, double error, double... axes) {
            found.put(group.coordinates().toString(), new double[] {value, error});
        }

        @Override
        public void undefined(Group group, Quantity quantity, String why, double... axes) {
            undefined.put(group.coordinates().toString(), why);
        }

        @Override
        public void say(String sentence) {}
    }

    /** y = slope (alpha - centre) + noise of each seed, the same along alpha. */
    private static List<Group> sweep(String d, double centre, double slope, int seeds, double spread, long stream) {
        RandomStream random = Streams.of(stream).stream("noise", 0);
        double[] noise = new double[seeds];
        for (int s = 0; s < seeds; s++) noise[s] = spread * random.nextGaussian();
        List<Group> groups = new ArrayList<>();
        for (double alpha = 1; alpha <= 4; alpha += 0.5) {
            List<Sample> samples = new ArrayList<>();
            for (int s = 0; s < seeds; s++)
                samples.add(new Made(Integer.toString(s), slope * (alpha - centre) + noise[s]));
            groups.add(new Group(Map.of("landscape.alpha", Double.toString(alpha), "landscape.d", d), samples));
        }
        return groups;
    }

    private static Kept analysed(List<Group> groups) {
        Kept kept = new Kept();
        new LevelCrossing("q", "alpha", 0.25, 400).analyse(groups, Streams.of(1), kept);
        return kept;
    }

    /** One point of the boundary for each value of the other parameter, up and down. */
    @Test
    void aBoundary() {
        List<Group> groups = new ArrayList<>(sweep("100", 2.1, 1, 4, 0, 1));
        groups.addAll(sweep("200", 2.6, -2, 4, 0, 2));
        Kept kept = analysed(groups);
        assertThat(kept.found.get("{landscape.d=100}")).containsExactly(new double[] {2.35, 0}, within(1e-12));
        assertThat(kept.found.get("{landscape.d=200}")).containsExactly(new double[] {2.475, 0}, within(1e-12));
    }

    /** Of noise that is common to a sweep the error is that of the mean noise, over the slope, whatever lies between. */
    @Test
    void errorsKnowOfCommonSeeds() {
        double mean = 0;
        double deviation = 0;
        int times = 200;
        for (int k = 0; k < times; k++) {
            double[] found =
                    analysed(sweep("100", 2.2, 2, 12, 0.2, 10 + k)).found.get("{landscape.d=100}");
            mean += found[1] / times;
            deviation += (found[0] - 2.325) * (found[0] - 2.325) / times;
        }
        double expected = 0.2 / 2 / Math.sqrt(12);
        assertThat(Math.sqrt(deviation)).isCloseTo(expected, within(0.15 * expected));
        assertThat(mean).isCloseTo(expected, within(0.1 * expected));
    }

    @Test
    void nothingIsCrossed() {
        assertThat(analysed(sweep("100", 9, 1, 3, 0.1, 1)).undefined.get("{landscape.d=100}"))
                .contains("does not cross 0.25");
        assertThat(analysed(sweep("100", 2, 1, 3, 0.1, 1).subList(0, 1))
                        .undefined
                        .get("{landscape.d=100}"))
                .contains("fewer than two values");
        assertThat(analysed(sweep("100", 2, 1, 1, 0, 1)).found.get("{landscape.d=100}")[1])
                .isNaN();
        assertThat(analysed(sweep("100", 2, 1, 2, Double.NaN, 1)).found).isEmpty();
        assertThatThrownBy(() -> new LevelCrossing("q", "alpha", Double.NaN, 100))
                .isInstanceOf(BadParameter.class);
    }
}
