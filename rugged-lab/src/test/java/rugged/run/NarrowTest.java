package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.ProtocolSpec;
import rugged.data.Normalisation;
import rugged.data.RandomExamples;
import rugged.data.RandomExamples.Labelling;
import rugged.dynamics.Annealing;
import rugged.dynamics.Batching;
import rugged.dynamics.Clock;
import rugged.dynamics.Sampling;
import rugged.dynamics.stochastic.Adam;
import rugged.landscape.Precision;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;
import rugged.observable.contact.ContactNumbers;
import rugged.params.BadParameter;
import rugged.protocol.Narrow;
import rugged.protocol.Watch;
import rugged.store.FaultyDisk;
import rugged.store.RunFolder;

/** Networks trained anew at ever smaller widths. */
class NarrowTest {
    private static final int INPUTS = 5;
    private static final DynamicsSpec ADAM = new Adam(
            0.02,
            new Batching(0, Sampling.WITHOUT),
            0.9,
            0.999,
            1e-8,
            Clock.STEPS,
            0.0,
            Optional.of(new Annealing(2000, 4000, 1e-3, Annealing.Way.GEOMETRIC, 0)));

    @TempDir
    Path directory;

    /** Smooth, so that nothing dies. */
    private static IntFunction<LandscapeSpec> network(int patterns, Integer... layers) {
        return draw -> new Network(
                new RandomExamples(
                        patterns,
                        0,
                        INPUTS,
                        0,
                        Optional.of(Labelling.ALTERNATING),
                        Optional.of(Normalisation.UNIT),
                        draw),
                List.of(layers),
                Activation.SOFTPLUS,
                Network.Parametrisation.STANDARD,
                Network.Bias.ALL,
                Initialisation.ORTHOGONAL_ROWS,
                1.0,
                NetworkLoss.HINGE,
                1.0,
                0.0,
                Precision.FLOAT64);
    }

    private static Narrow narrow(Integer... widths) {
        return new Narrow(List.of(widths), 4000, 2, 0.05, 0.0, Optional.empty(), Optional.empty());
    }

    private static int weights(int width) {
        return INPUTS * width + width * width + width;
    }

    private String failure(IntFunction<LandscapeSpec> landscape, ProtocolSpec protocol, String name) {
        RunFolder folder = new RunFolder(directory.resolve(name), FaultyDisk.sound());
        Outcome outcome = DrivenPoints.session(
                        DrivenPoints.work(landscape, ADAM, protocol, 1), folder, Duration.ofHours(1))
                .run(false);
        assertThat(outcome.failures()).hasSize(1);
        return outcome.failures().getFirst().reason();
    }

    @Test
    void theThresholdLiesBetweenTheLastSatisfiedAndTheFirstJammedWidth() throws Exception {
        Integer[] widths = {8, 6, 4, 3, 2, 1};
        List<Map<String, List<Double>>> all = DrivenPoints.found(
                DrivenPoints.work(network(60, 10, 10), ADAM, narrow(widths), 3), directory.resolve("run"));
        for (Map<String, List<Double>> found : all) {
            List<Double> h = found.get(Narrow.WIDTH.name());
            List<Double> n = found.get(Narrow.WEIGHTS.name());
            List<Double> verdicts = found.get(Narrow.VERDICT.name());
            assertThat(h.getFirst()).isEqualTo(10.0);
            assertThat(h).isSortedAccordingTo(java.util.Comparator.reverseOrder());
            double satisfied = Double.NaN;
            for (int k = 0; k < h.size(); k++) {
                assertThat(n.get(k)).isEqualTo(weights(h.get(k).intValue()));
                assertThat(found.get(Narrow.VIOLATED.name()).get(k) == 0.0).isEqualTo(verdicts.get(k) == 0.0);
                if (verdicts.get(k) == 0.0) satisfied = n.get(k);
            }
            assertThat(verdicts.getLast()).isEqualTo(1.0);
            assertThat(verdicts.subList(0, verdicts.size() - 1)).doesNotContain(1.0);
            double middle = DrivenPoints.last(found, Narrow.THRESHOLD);
            double half = DrivenPoints.last(found, Narrow.HALF);
            assertThat(middle + half).isEqualTo(satisfied);
            assertThat(middle - half).isEqualTo(n.getLast());
            // the observables saw the jammed network, not the wide one of the study
            assertThat(DrivenPoints.last(found, ContactNumbers.CONTACTS) / n.getLast())
                    .isEqualTo(found.get(Narrow.VIOLATED.name()).getLast());
        }
    }

    /** Trainings too short to come to rest: held to be jammed by what they leave violated, at the width of the last training, and the result says which. */
    @Test
    void anUndecidedTrainingMayCountByItsViolations() throws Exception {
        Narrow narrow = new Narrow(List.of(2, 1), 300, 2, 1e-9, 0.0, Optional.of(0.1), Optional.empty());
        List<Map<String, List<Double>>> all =
                DrivenPoints.found(DrivenPoints.work(network(30, 12, 12), ADAM, narrow, 2), directory.resolve("share"));
        for (Map<String, List<Double>> found : all) {
            assertThat(DrivenPoints.last(found, Narrow.SETTLED)).isEqualTo(0.0);
            assertThat(found.get(Narrow.VERDICT.name()).getLast()).isEqualTo(2.0);
            assertThat(found.get(Narrow.VIOLATED.name()).getLast()).isGreaterThan(0.1);
            assertThat(found.get(Narrow.OVER_FLOOR.name()).getLast()).isGreaterThan(1.0 - 1e-8);
            double lowest = DrivenPoints.last(found, Narrow.THRESHOLD) - DrivenPoints.last(found, Narrow.HALF);
            assertThat(lowest).isEqualTo(found.get(Narrow.WEIGHTS.name()).getLast());
        }
        Map<String, List<Double>> rest = DrivenPoints.found(
                        DrivenPoints.work(network(60, 10, 10), ADAM, narrow(4, 2, 1), 1), directory.resolve("rest"))
                .getFirst();
        assertThat(DrivenPoints.last(rest, Narrow.SETTLED)).isEqualTo(1.0);
    }

    /** Each training is looked at on its own network, under its number, and to the same bytes after any interruption. */
    @Test
    void everyTrainingCanBeLookedAt() throws Exception {
        Narrow watched =
                new Narrow(List.of(6, 4, 3, 2, 1), 4000, 2, 0.05, 0.0, Optional.empty(), Optional.of(Watch.STEPS));
        Work work = DrivenPoints.work(network(60, 10, 10), ADAM, watched, 1);
        Map<String, List<Double>> seen =
                DrivenPoints.found(work, directory.resolve("whole")).getFirst();
        Map<String, List<Double>> once = DrivenPoints.found(
                        DrivenPoints.work(network(60, 10, 10), ADAM, narrow(6, 4, 3, 2, 1), 1),
                        directory.resolve("once"))
                .getFirst();
        List<Double> violated = seen.get(Narrow.VIOLATED.name());
        assertThat(violated).isEqualTo(once.get(Narrow.VIOLATED.name()));
        List<Double> contacts = seen.get(ContactNumbers.CONTACTS.name());
        assertThat(contacts).hasSameSizeAs(violated);
        for (int k = 0; k < contacts.size(); k++)
            assertThat(contacts.get(k) / seen.get(Narrow.WEIGHTS.name()).get(k)).isEqualTo(violated.get(k));
        assertThat(DrivenPoints.killed(work, directory.resolve("killed"), new Random(12)))
                .isPositive();
        assertThat(Footprint.of(directory.resolve("killed"))).isEqualTo(Footprint.of(directory.resolve("whole")));
    }

    @Test
    void oneKilledAtAnyMomentComesToTheSameBytes() throws Exception {
        Work work = DrivenPoints.work(network(60, 10, 10), ADAM, narrow(6, 4, 3, 2, 1), 1);
        DrivenPoints.found(work, directory.resolve("whole"));
        int deaths = DrivenPoints.killed(work, directory.resolve("killed"), new Random(11));
        assertThat(deaths).isGreaterThanOrEqualTo(4);
        assertThat(Footprint.of(directory.resolve("killed"))).isEqualTo(Footprint.of(directory.resolve("whole")));
    }

    @Test
    void whatHasNoThresholdInTheWindowIsSaid() {
        assertThat(failure(network(100, 2, 2), narrow(1), "narrow"))
                .contains("landscape.layers = 2")
                .contains("patterns violated");
        assertThat(failure(network(20, 10, 10), narrow(9, 8), "wide"))
                .contains("none is jammed: no threshold in the window");
        assertThat(failure(network(20, 10, 10), narrow(10, 8), "same")).contains("at or above the width 10");
        // a training that is cut short is undecided, is tried again, and is passed over
        assertThat(failure(
                        network(60, 12, 12),
                        new Narrow(List.of(2, 1), 30, 2, 1e-9, 0.0, Optional.empty(), Optional.empty()),
                        "short"))
                .containsAnyOf("undecided", "2 of them undecided or dead");
        assertThatThrownBy(() -> narrow(4, 4)).isInstanceOf(BadParameter.class).hasMessageContaining("falling list");
        assertThatThrownBy(() -> narrow()).isInstanceOf(BadParameter.class).hasMessageContaining("names no width");
    }
}
