package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.dynamics.minimise.Fire;
import rugged.landscape.packing.Packing;
import rugged.landscape.packing.Repulsion;
import rugged.landscape.perceptron.Perceptron;
import rugged.observable.contact.ContactNumbers;
import rugged.params.BadParameter;
import rugged.protocol.Bisect;
import rugged.protocol.Compress;
import rugged.protocol.Decompress;
import rugged.protocol.Ramp;
import rugged.protocol.Resting;
import rugged.protocol.Watch;
import rugged.store.FaultyDisk;
import rugged.store.Progress;
import rugged.store.Provenance;
import rugged.store.RunFolder;

/** The other ways over the threshold of jamming: by halves, in equal steps, and along it. */
class DriveTest {
    private static final Resting RESTING = new Resting(1e-8, 1e6);
    private static final DynamicsSpec FIRE = new Fire(0.1, 0.6, 5, 0.1, 1e-14);

    @TempDir
    Path directory;

    private static IntFunction<LandscapeSpec> discs(double phi) {
        return _ -> new Packing(16, 2, List.of(1.0, 1.4), phi, Repulsion.HARMONIC);
    }

    private List<Map<String, List<Double>>> found(
            IntFunction<LandscapeSpec> landscape, ProtocolSpec protocol, int seeds) throws Exception {
        return DrivenPoints.found(DrivenPoints.work(landscape, FIRE, protocol, seeds), directory.resolve("run"));
    }

    private static double last(Map<String, List<Double>> found, Quantity quantity) {
        return DrivenPoints.last(found, quantity);
    }

    private String failure(IntFunction<LandscapeSpec> landscape, ProtocolSpec protocol) {
        Work work = DrivenPoints.work(landscape, FIRE, protocol, 1);
        RunFolder folder = new RunFolder(directory.resolve("failed"), FaultyDisk.sound());
        Outcome outcome =
                DrivenPoints.session(work, folder, Duration.ofHours(1)).run(false);
        assertThat(outcome.failures()).hasSize(1);
        return outcome.failures().getFirst().reason();
    }

    @Test
    void halvesEndAtAnIsostaticPacking() throws Exception {
        for (Map<String, List<Double>> found : found(discs(0.75), new Bisect(0.95, 1e-5, 1e-9, RESTING), 4)) {
            double threshold = last(found, Quantities.JAMMING_THRESHOLD);
            assertThat(threshold).isBetween(0.78, 0.88);
            assertThat(last(found, Quantities.CONTROL)).isCloseTo(threshold, within(1e-5));
            assertThat(last(found, Quantities.RESIDUAL)).isBetween(1e-9, 1e-5);
            double bodies = 16 - last(found, ContactNumbers.RATTLERS);
            assertThat(last(found, ContactNumbers.CONTACTS)).isEqualTo(2 * (bodies - 1) + 1);
        }
    }

    /** Nobody knows how many gradients a search takes: its progress is told in points. */
    @Test
    void progressIsCountedInPoints() {
        Work work = DrivenPoints.work(discs(0.75), FIRE, new Bisect(0.95, 1e-2, 1e-9, RESTING), 3);
        List<Progress> told = new ArrayList<>();
        Watcher watcher = new Watcher() {
            @Override
            public void progress(Progress progress) {
                told.add(progress);
            }
        };
        RunFolder folder = new RunFolder(directory.resolve("counted"), FaultyDisk.sound());
        Execution execution = new Execution(
                1, Duration.ofHours(1), Duration.ofMillis(20), 1e9, Provenance.here("test", "", "scalar"));
        new Session(work, folder, execution, watcher, Session.Closing.NONE).run(false);
        assertThat(told).isNotEmpty().allMatch(one -> one.unit().equals("points") && one.of() == 3.0);
        assertThat(told.getLast().done()).isEqualTo(3.0);
    }

    /** A convex problem has one minimum at each margin, so that both sides lead to one threshold. */
    @Test
    void aConvexProblemHasOneThreshold() throws Exception {
        IntFunction<LandscapeSpec> satisfied = draw -> new Perceptron(30, 1.0, 0.0, draw);
        IntFunction<LandscapeSpec> violated = draw -> new Perceptron(30, 1.0, 1.0, draw);
        List<Map<String, List<Double>>> halves = DrivenPoints.found(
                DrivenPoints.work(satisfied, FIRE, new Bisect(1.0, 1e-6, 1e-10, RESTING), 3), directory.resolve("a"));
        List<Map<String, List<Double>>> down = DrivenPoints.found(
                DrivenPoints.work(violated, FIRE, new rugged.protocol.Decompress(-0.05, 1e-7, RESTING), 3),
                directory.resolve("b"));
        for (int k = 0; k < 3; k++)
            assertThat(last(halves.get(k), Quantities.JAMMING_THRESHOLD))
                    .isCloseTo(last(down.get(k), Quantities.JAMMING_THRESHOLD), within(2e-6));
    }

    /** The threshold lies in the step to the first of two jammed minima in a row, also where an extrapolation through a rearrangement leads out of it. */
    @Test
    void compressionSeesTheResidualGrowFromTheThreshold() throws Exception {
        for (Map<String, List<Double>> found : found(discs(0.75), new Compress(0.002, 0.02, 200, RESTING), 24)) {
            List<Double> controls = found.get(Quantities.CONTROL.name());
            List<Double> residuals = found.get(Quantities.RESIDUAL.name());
            double threshold = last(found, Quantities.JAMMING_THRESHOLD);
            int first = 0;
            // a packing that was just jammed may come free once more
            while (controls.get(first + 1) - controls.get(first) > 0.003) first++;
            assertThat(controls.get(first) - threshold).isBetween(0.0, 0.002 + 1e-12);
            assertThat(residuals.getLast()).isGreaterThanOrEqualTo(0.02);
            assertThat(residuals.get(residuals.size() - 2)).isLessThan(0.02);
            for (int k = 1; k < controls.size(); k++) {
                double steps = (controls.get(k) - controls.get(k - 1)) / 0.002;
                assertThat(steps).isGreaterThan(0.5).isCloseTo(Math.rint(steps), within(1e-9));
            }
        }
    }

    /** Without rearrangements the extrapolation finds the threshold of the decompression to a hundredth of a step. */
    @Test
    void compressionOfAConvexProblemHasNoBias() throws Exception {
        IntFunction<LandscapeSpec> satisfied = draw -> new Perceptron(30, 1.0, 0.0, draw);
        IntFunction<LandscapeSpec> violated = draw -> new Perceptron(30, 1.0, 1.0, draw);
        List<Map<String, List<Double>>> up = DrivenPoints.found(
                DrivenPoints.work(satisfied, FIRE, new Compress(0.02, 0.05, 200, RESTING), 8), directory.resolve("u"));
        List<Map<String, List<Double>>> down = DrivenPoints.found(
                DrivenPoints.work(violated, FIRE, new rugged.protocol.Decompress(-0.05, 1e-7, RESTING), 8),
                directory.resolve("d"));
        double sum = 0.0;
        for (int k = 0; k < 8; k++)
            sum += last(up.get(k), Quantities.JAMMING_THRESHOLD) - last(down.get(k), Quantities.JAMMING_THRESHOLD);
        assertThat(sum / 8).isCloseTo(0.0, within(0.01 * 0.02));
    }

    /** Energy is conserved but for the drops: what the drive puts in, less what is lost, is what is there. */
    @Test
    void aRampKeepsAccounts() throws Exception {
        for (Map<String, List<Double>> found : found(discs(0.86), new Ramp(2e-4, 100, 1e-10, RESTING), 4)) {
            List<Double> drops = found.get(Ramp.DROP.name());
            assertThat(drops).hasSize(100).allSatisfy(drop -> assertThat(drop).isNotNegative());
            List<Double> residuals = found.get(Quantities.RESIDUAL.name());
            assertThat(residuals).hasSize(101);
            List<Double> changed = found.get(Ramp.CHANGED.name());
            List<Double> dissipated = found.get(Ramp.DISSIPATED.name());
            double elastic = drops.stream().sorted().toList().get(50);
            int avalanches = 0;
            int changing = 0;
            for (int k = 0; k < 100; k++) {
                double before = 0.5 * residuals.get(k) * residuals.get(k);
                double after = 0.5 * residuals.get(k + 1) * residuals.get(k + 1);
                if (changed.get(k) > 0.0) changing++;
                // an elastic step loses an energy of second order, far less than the drive puts in, and dissipates one
                // of third order
                if (changed.get(k) == 0.0) {
                    assertThat(drops.get(k)).isLessThan(0.2 * Math.abs(after - before));
                    assertThat(Math.abs(dissipated.get(k))).isLessThan(0.1 * drops.get(k));
                }
                if (dissipated.get(k) > 2.0 * elastic) avalanches++;
            }
            assertThat(last(found, Ramp.AVALANCHES)).isCloseTo(avalanches, within(1.0));
            assertThat(last(found, Ramp.CHANGING)).isEqualTo(changing / 100.0);
        }
    }

    /** At a positive margin there is one minimum: contacts change, and never an avalanche. At a negative one there are some. */
    @Test
    void aConvexProblemHasNoAvalanches() throws Exception {
        IntFunction<LandscapeSpec> convex = draw -> new Perceptron(30, 1.0, 0.9, draw);
        IntFunction<LandscapeSpec> other = draw -> new Perceptron(30, 4.0, -0.3, draw);
        Ramp ramp = new Ramp(3e-3, 100, 1e-10, RESTING);
        double changing = 0.0;
        for (Map<String, List<Double>> found :
                DrivenPoints.found(DrivenPoints.work(convex, FIRE, ramp, 4), directory.resolve("convex"))) {
            assertThat(last(found, Ramp.AVALANCHES)).isZero();
            changing += last(found, Ramp.CHANGING);
        }
        assertThat(changing).isPositive();
        double sum = 0.0;
        for (Map<String, List<Double>> found :
                DrivenPoints.found(DrivenPoints.work(other, FIRE, ramp, 4), directory.resolve("other")))
            sum += last(found, Ramp.AVALANCHES);
        assertThat(sum).isPositive();
    }

    private static Resting watching(double precision) {
        return new Resting(precision, 1e6, Optional.of(Watch.STEPS));
    }

    /** Who looks on the way changes nothing of it, sees every minimum that is kept, and the last one as who looks there alone. */
    @Test
    void observablesThatLookOnTheWaySeeEveryMinimum() throws Exception {
        for (ProtocolSpec[] pair : new ProtocolSpec[][] {
            {new Ramp(-2e-3, 8, 1e-10, RESTING), new Ramp(-2e-3, 8, 1e-10, watching(1e-8))},
            {new Decompress(-0.01, 1e-6, RESTING), new Decompress(-0.01, 1e-6, watching(1e-8))},
            {new Compress(0.01, 0.05, 50, RESTING), new Compress(0.01, 0.05, 50, watching(1e-8))},
            {new Bisect(0.95, 1e-3, 1e-9, RESTING), new Bisect(0.95, 1e-3, 1e-9, watching(1e-8))}
        }) {
            double from = pair[0] instanceof Compress || pair[0] instanceof Bisect ? 0.75 : 0.9;
            String name = pair[0].getClass().getSimpleName();
            Map<String, List<Double>> once = DrivenPoints.found(
                            DrivenPoints.work(discs(from), FIRE, pair[0], 1), directory.resolve("once" + name))
                    .getFirst();
            Map<String, List<Double>> seen = DrivenPoints.found(
                            DrivenPoints.work(discs(from), FIRE, pair[1], 1), directory.resolve("seen" + name))
                    .getFirst();
            List<Double> residuals = seen.get(Quantities.RESIDUAL.name());
            assertThat(residuals).as(name).isEqualTo(once.get(Quantities.RESIDUAL.name()));
            assertThat(seen.get(Quantities.CONTROL.name())).isEqualTo(once.get(Quantities.CONTROL.name()));
            List<Double> pressures = seen.get(ContactNumbers.PRESSURE.name());
            assertThat(pressures).as(name).hasSameSizeAs(residuals);
            assertThat(last(seen, ContactNumbers.PRESSURE)).isEqualTo(last(once, ContactNumbers.PRESSURE));
            assertThat(once.get(ContactNumbers.PRESSURE.name())).hasSize(1);
            // each at its own control: harmonic overlaps, so that pressure over residual is nearly a constant
            double ratio = pressures.getLast() / residuals.getLast();
            for (int k = 0; k < residuals.size(); k++)
                assertThat(pressures.get(k) / residuals.get(k)).isBetween(0.4 * ratio, 2.5 * ratio);
        }
    }

    @Test
    void aRampKilledAtAnyMomentComesToTheSameBytes() throws Exception {
        Work work = DrivenPoints.work(discs(0.9), FIRE, new Ramp(-2e-3, 8, 1e-10, new Resting(1e-6, 1e6)), 1);
        DrivenPoints.found(work, directory.resolve("whole"));
        int deaths = DrivenPoints.killed(work, directory.resolve("killed"), new Random(11));
        assertThat(deaths).isGreaterThanOrEqualTo(4);
        assertThat(Footprint.of(directory.resolve("killed"))).isEqualTo(Footprint.of(directory.resolve("whole")));
    }

    @Test
    void soDoesOneThatIsLookedAtOnTheWay() throws Exception {
        Work work = DrivenPoints.work(discs(0.9), FIRE, new Ramp(-2e-3, 8, 1e-10, watching(1e-6)), 1);
        DrivenPoints.found(work, directory.resolve("whole"));
        int deaths = DrivenPoints.killed(work, directory.resolve("killed"), new Random(12));
        assertThat(deaths).isGreaterThanOrEqualTo(4);
        assertThat(Footprint.of(directory.resolve("killed"))).isEqualTo(Footprint.of(directory.resolve("whole")));
    }

    @Test
    void whatHasNoThresholdInTheWindowIsSaid() {
        assertThat(failure(discs(0.95), new Bisect(0.97, 1e-5, 1e-9, RESTING)))
                .contains("control = 0.95: is jammed there");
        assertThat(failure(discs(0.5), new Bisect(0.6, 1e-5, 1e-9, RESTING))).contains("no threshold in the interval");
        assertThat(failure(discs(0.5), new Compress(0.001, 0.01, 5, RESTING))).contains("no threshold in the window");
        assertThat(failure(discs(0.95), new Compress(0.01, 0.1, 50, RESTING)))
                .contains("control = 0.95: is jammed there");
        assertThat(failure(discs(0.5), new Ramp(0.001, 5, 1e-10, RESTING))).contains("nothing is jammed");
        assertThat(failure(discs(0.86), new Ramp(-0.01, 50, 1e-10, RESTING))).contains("removed all violations");
        assertThatThrownBy(() -> new Compress(0.0, 0.01, 5, RESTING)).isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> new Ramp(Double.NaN, 5, 1e-10, RESTING)).isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> new Bisect(0.9, 1e-6, 1e-5, RESTING)).isInstanceOf(BadParameter.class);
    }
}
