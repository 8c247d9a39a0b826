package rugged.analysis.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rugged.api.AnalysisSpec.Conclusions;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Recorded;
import rugged.api.AnalysisSpec.Sample;
import rugged.api.Quantity;
import rugged.api.record.NamedArray;
import rugged.num.Streams;

/** Pairs of two arrays: which are kept, and in what unit. */
class ScatterTest {
    private static final List<String> TIME = List.of("t");

    /** One sample at t = 2: x_k = base + k beside y_k = (-1)^k (k + 1), and Q = 4. */
    private record Made(String seed, double base, int length) implements Sample {
        @Override
        public List<Reading> readings(String quantity) {
            return quantity.equals("Q") ? List.of(new Reading(new double[] {2.0}, 4.0)) : List.of();
        }

        @Override
        public List<Recorded> arrays(String quantity) {
            double[] values = new double[length];
            for (int k = 0; k < length; k++)
                values[k] = quantity.equals("x") ? base + k : (k % 2 == 0 ? 1.0 : -1.0) * (k + 1);
            return List.of(new Recorded(0, new double[] {2.0}, NamedArray.vector("i", values)));
        }
    }

    private final List<String> said = new ArrayList<>();

    private List<double[]> found(Scatter analysis, Sample... samples) {
        List<double[]> found = new ArrayList<>();
        analysis.analyse(List.of(new Group(Map.of(), List.of(samples))), Streams.of(1), new Conclusions() {
            @Override
            public void put(Group group, Quantity quantity, double value, double error, double... axes) {
                assertThat(error).isNaN();
                found.add(new double[] {axes[0], axes[1], axes[2], value});
            }

            @Override
            public void say(String sentence) {
                said.add(sentence);
            }
        });
        return found;
    }

    @Test
    void allPairsInTheOrderOfTheSamples() {
        List<double[]> found =
                found(new Scatter("x", "y", TIME, "", false, "", 100), new Made("1", 0, 2), new Made("2", 10, 2));
        assertThat(found)
                .containsExactly(
                        new double[] {2, 0, 1, 0},
                        new double[] {2, 1, -2, 1},
                        new double[] {2, 2, 1, 10},
                        new double[] {2, 3, -2, 11});
        assertThat(said).isEmpty();
    }

    @Test
    void foldedAndInUnitsOfARoot() {
        List<double[]> found = found(new Scatter("x", "y", TIME, "field", true, "Q", 100), new Made("1", 3, 2));
        assertThat(found).containsExactly(new double[] {2, 0, 1, 1.5}, new double[] {2, 1, 2, -2});
        assertThat(new Scatter("x", "y", TIME, "field", true, "Q", 100).pairs().axes())
                .containsExactly("t", "pair", "field");
    }

    @Test
    void anEvenPartIsKeptOfEachSample() {
        List<double[]> found =
                found(new Scatter("x", "y", TIME, "", false, "", 10), new Made("1", 0, 50), new Made("2", 1000, 50));
        assertThat(found).hasSize(10);
        assertThat(found.stream().filter(pair -> pair[3] < 500)).hasSize(5);
        for (int k = 0; k < 5; k++) assertThat(found.get(k)[3]).isCloseTo(10.0 * k, within(0.0));
        assertThat(said).containsExactly("of 100 pairs of x and y, 10 are kept, evenly chosen.");
    }

    @Test
    void numbersThatAreNoneLeaveTheirPair() {
        assertThat(found(new Scatter("x", "y", TIME, "", false, "", 10), new Made("1", Double.NaN, 3)))
                .isEmpty();
    }

    @Test
    void whatCannotBePairedIsSaid() {
        Quantity array = Quantity.array("x", "x", "", TIME, List.of("i"), "");
        Quantity other = Quantity.array("y", "y", "", TIME, List.of("k"), "");
        Quantity late = Quantity.array("y", "y", "", List.of("t", "tw"), List.of("i"), "");
        Quantity number = new Quantity("Q", "Q", "", List.of(), "");
        Scatter scatter = new Scatter("x", "y", TIME, "", false, "Q", 10);
        assertThat(scatter.objection(Map.of("x", array, "y", other)).orElseThrow())
                .contains("x has the extents [i], not [k]");
        assertThat(scatter.objection(Map.of("x", array, "y", late)).orElseThrow())
                .contains("y has the axes [t, tw]");
        assertThat(scatter.objection(Map.of(
                                "x", array, "y", Quantity.array("y", "y", "", TIME, List.of("i"), ""), "Q", number))
                        .orElseThrow())
                .contains("Q is not one number at each place of [t]");
    }
}
