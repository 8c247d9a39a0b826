package rugged.analysis.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static rugged.analysis.atlas.KnownMaps.by;
import static rugged.analysis.atlas.KnownMaps.sample;
import static rugged.analysis.atlas.KnownMaps.seven;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rugged.analysis.Collected;
import rugged.api.AnalysisSpec;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Sample;
import rugged.api.Quantity;
import rugged.api.record.Atlas;
import rugged.api.record.Library;

/** Colours of the branches of a disconnectivity graph: numbers that come with the map, and what was observed at its minima. */
class BranchColoursTest {
    private static final DisconnectivityGraph GRAPH =
            new DisconnectivityGraph(10, Optional.empty(), Optional.empty(), 0, false, "", Optional.empty(), 1);

    @Test
    void coloursAreNumbersOfTheMinima() {
        Atlas coloured = new Atlas(
                seven().minima(), seven().saddles(), 15, true, Map.of("auc", new double[] {0.9, 0.8, 0.7, 0.6}));
        Collected found = by(
                new DisconnectivityGraph(10, Optional.empty(), Optional.empty(), 2, false, "auc", Optional.empty(), 1),
                coloured);
        assertThat(found.named("leaves").value()).isEqualTo(2.0);
        assertThat(found.found.stream()
                        .filter(one -> one.name().equals("branch"))
                        .map(one -> one.axes()[3])
                        .distinct())
                .containsExactlyInAnyOrder(0.9, 0.8);
        assertThat(colours("occupation", Optional.of(0.2)))
                .satisfiesExactlyInAnyOrder(
                        one -> assertThat(one).isCloseTo(0.60284, within(1e-4)),
                        one -> assertThat(one).isCloseTo(0.16639, within(1e-4)),
                        one -> assertThat(one).isCloseTo(0.07070, within(1e-4)),
                        one -> assertThat(one).isCloseTo(0.16007, within(1e-4)));
        assertThat(colours("log_det", Optional.empty())).contains(69.947643);
        Collected wrong = by(
                new DisconnectivityGraph(10, Optional.empty(), Optional.empty(), 0, false, "loss", Optional.empty(), 1),
                coloured);
        assertThat(wrong.said)
                .containsExactly(
                        "no disconnectivity graph: minima have no number \"loss\": they have auc, energy, found,"
                                + " log_det, occupation, order and what is observed at them.");
    }

    private static List<Double> colours(String colour, Optional<Double> at) {
        return by(new DisconnectivityGraph(10, Optional.empty(), Optional.empty(), 0, false, colour, at, 1), seven())
                .found
                .stream()
                .filter(one -> one.name().equals("branch"))
                .map(one -> one.axes()[3])
                .distinct()
                .toList();
    }

    /** The maps of a sample whose observables looked at some minima, class by class. */
    private static Collected observed(String colour, Optional<Double> at, int lowest, double[]... readings) {
        Sample kept = sample(seven().entries());
        Sample seen = new Sample() {
            @Override
            public String seed() {
                return "1";
            }

            @Override
            public List<AnalysisSpec.Reading> readings(String quantity) {
                if (!quantity.equals(colour)) return List.of();
                return Arrays.stream(readings)
                        .map(one -> new AnalysisSpec.Reading(Arrays.copyOf(one, one.length - 1), one[one.length - 1]))
                        .toList();
            }

            @Override
            public List<Library.Entry> collected(String kind) {
                return kept.collected(kind);
            }
        };
        DisconnectivityGraph graph =
                new DisconnectivityGraph(10, Optional.empty(), Optional.empty(), lowest, false, colour, at, 1);
        return Collected.by(graph, List.of(new Group(Map.of(), List.of(seen))));
    }

    @Test
    void coloursAreWhatIsObservedAtTheMinima() {
        double[][] errors = {{0, 0.1}, {1, 0.2}, {2, 0.3}, {3, 0.4}};
        Collected all = observed("error_test", Optional.empty(), 0, errors);
        for (int rank = 0; rank < 4; rank++) {
            double error = errors[rank][1];
            double energy = seven().minima().get(rank).energy();
            assertThat(all.found)
                    .anyMatch(one -> one.name().equals("branch") && one.value() == energy && one.axes()[3] == error);
        }
        double[][] some = {{0, 0.1}, {1, 0.2}};
        assertThat(observed("error_test", Optional.empty(), 2, some)
                        .named("leaves")
                        .value())
                .isEqualTo(2.0);
        assertThat(observed("error_test", Optional.empty(), 0, some).said)
                .containsExactly("no disconnectivity graph: minimum 2 has no number \"error_test\": observables look"
                        + " at as many of the lowest minima as observed says, 4 are shown, and lowest shows fewer.");
        double[][] classes = {{0, 0, 0.9}, {0, 1, 0.8}, {1, 0, 0.7}, {1, 1, 0.6}};
        assertThat(observed("auc", Optional.of(1.0), 2, classes).found.stream()
                        .filter(one -> one.name().equals("branch"))
                        .map(one -> one.axes()[3])
                        .distinct())
                .containsExactlyInAnyOrder(0.8, 0.6);
        assertThat(observed("auc", Optional.of(5.0), 2, classes).said.getFirst())
                .contains("\"auc\" at 5.0");
    }

    @Test
    void coloursThatAreNoneAreRefusedWhilePlanning() {
        Quantity error = new Quantity("error_test", "e", "", List.of("t"), "error");
        Quantity area = new Quantity("auc", "A", "", List.of("t", "class"), "area");
        Quantity other = new Quantity("msd", "d", "", List.of("tw", "t"), "displacement");
        Map<String, Quantity> recorded = Map.of("error_test", error, "auc", area, "msd", other);
        assertThat(objection("error_test", Optional.empty(), recorded)).isEmpty();
        assertThat(objection("", Optional.empty(), recorded)).isEmpty();
        assertThat(objection("auc", Optional.of(0.0), recorded)).isEmpty();
        assertThat(objection("occupation", Optional.of(0.1), recorded)).isEmpty();
        assertThat(objection("auc", Optional.empty(), recorded).orElseThrow()).contains("an axis class as well");
        assertThat(objection("error_test", Optional.of(0.0), recorded).orElseThrow())
                .contains("leave colour-at out");
        assertThat(objection("energy", Optional.of(0.0), recorded).orElseThrow())
                .contains("leave colour-at out");
        assertThat(objection("msd", Optional.empty(), recorded).orElseThrow()).contains("its axes are tw, t");
        assertThat(objection("occupation", Optional.empty(), recorded).orElseThrow())
                .contains("a T above 0");
        assertThat(new DisconnectivityGraph(
                                10, Optional.empty(), Optional.empty(), 0, false, "auc", Optional.of(0.0), 1)
                        .reads())
                .containsExactly("auc");
        assertThat(GRAPH.reads()).isEmpty();
    }

    private static Optional<String> objection(String colour, Optional<Double> at, Map<String, Quantity> recorded) {
        return new DisconnectivityGraph(10, Optional.empty(), Optional.empty(), 0, false, colour, at, 1)
                .objection(recorded);
    }
}
