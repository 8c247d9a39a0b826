package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.api.model.TwoPhases;
import rugged.api.model.VectorField;
import rugged.api.motion.Stepper;
import rugged.dynamics.Stability;
import rugged.dynamics.flow.FieldFlow;
import rugged.dynamics.flow.FlowScheme;
import rugged.dynamics.flow.GradientFlow;
import rugged.num.Streams;
import rugged.observable.array.Configuration;
import rugged.observable.scalar.Energy;
import rugged.observable.scalar.GradientNorm;
import rugged.observable.thermal.SpecificHeat;
import rugged.observable.twotime.Correlation;
import rugged.observable.twotime.Displacement;
import rugged.observable.twotime.Response;
import rugged.store.FaultyDisk;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.table.Column;
import rugged.store.table.Results;
import rugged.store.table.Table;
import rugged.study.Point;

/**
 * Guests that are no landscapes: a field that turns, and a Boltzmann machine that learns from the difference of two phases. They run under {@code field-flow}, are observed where no energy is
 * needed, and come to the same bytes after every interruption.
 */
class VectorFieldGuestTest {
    private static final double DAMPING = 0.1;

    @TempDir
    Path directory;

    /** Pairs of coordinates that turn with angular velocity 1 and shrink: dz/dt = (-0.1 + i) z. */
    record Turning(int pairs) implements LandscapeSpec {
        @Override
        public VectorField build() {
            return new Pairs(pairs);
        }

        @Override
        public Set<Need> provides() {
            return EnumSet.of(Need.CONTINUOUS, Need.VELOCITY);
        }
    }

    private record Pairs(int pairs) implements VectorField {
        @Override
        public int dimension() {
            return 2 * pairs;
        }

        @Override
        public void velocity(double[] x, double[] v, RandomGenerator random) {
            for (int k = 0; k < x.length; k += 2) {
                v[k] = -DAMPING * x[k] - x[k + 1];
                v[k + 1] = x[k] - DAMPING * x[k + 1];
            }
        }
    }

    private static FieldFlow drift(FlowScheme method, double dt, double temperature) {
        return new FieldFlow(method, dt, temperature, 0.0, new Stability(false));
    }

    private static double[] run(VectorField field, FieldFlow drift, double[] x, double until) {
        Stepper stepper = drift.start(field, x, Streams.of(7));
        stepper.advance(until);
        double[] end = new double[x.length];
        stepper.state(end);
        return end;
    }

    @ParameterizedTest
    @EnumSource(FlowScheme.class)
    void aTurningFieldIsFollowedToTheOrderOfTheMethod(FlowScheme method) {
        double[] errors = new double[3];
        for (int k = 0; k < 3; k++) {
            double[] end = run(new Pairs(1), drift(method, 0.1 / (1 << k), 0.0), new double[] {1, 0}, 2.0);
            double size = Math.exp(-DAMPING * 2.0);
            errors[k] = Math.hypot(end[0] - size * Math.cos(2.0), end[1] - size * Math.sin(2.0));
        }
        int order = method == FlowScheme.EULER ? 1 : method == FlowScheme.HEUN ? 2 : 4;
        assertThat(Math.log(errors[0] / errors[2]) / Math.log(4.0)).isCloseTo(order, within(0.15));
    }

    /** Noise on a turning field: though it is no gradient, |z|^2 has the mean 2 T/0.1 of Lyapunov's equation. */
    @Test
    void inABathItHasTheVarianceOfLyapunovsEquation() {
        int pairs = 20_000;
        double temperature = 0.05;
        double[] end = run(new Pairs(pairs), drift(FlowScheme.HEUN, 0.1, temperature), new double[2 * pairs], 40.0);
        double mean = 0.0;
        for (double xi : end) mean += xi * xi / end.length;
        double exact = temperature / DAMPING;
        // what remains of the start is e^{-8}; 5 standard errors of a mean of squares
        assertThat(mean).isCloseTo(exact, within(exact * (Math.exp(-8.0) + 5.0 * Math.sqrt(2.0 / end.length))));
    }

    @Test
    void aLandscapeIsTheFieldOfItsGradient() {
        Landscape wells = new ToyLandscapes.Wells(12, 3).build() instanceof Landscape landscape ? landscape : null;
        double[] x = new double[12];
        wells.randomise(x, new Random(3));
        GradientFlow flow = new GradientFlow(GradientFlow.Method.HEUN, 0.01, 1e-6, 1e-12, 0.0, new Stability(true));
        Stepper down = flow.start(wells, x, Streams.of(7));
        down.advance(2.0);
        double[] there = new double[12];
        down.state(there);
        assertThat(run(wells, drift(FlowScheme.HEUN, 0.01, 0.0), x, 2.0)).containsExactly(there, within(1e-13));
    }

    /** Three spins, all visible, with couplings J12, J13, J23; data of a machine with known couplings. Both phases by enumeration, or drawn. */
    private record Machine(double[] teacher, boolean drawn) implements TwoPhases {
        private static final int[][] BONDS = {{0, 1}, {0, 2}, {1, 2}};

        @Override
        public int dimension() {
            return BONDS.length;
        }

        private static double product(int state, int bond) {
            int bits = (state >> BONDS[bond][0] & 1) + (state >> BONDS[bond][1] & 1);
            return bits == 1 ? -1.0 : 1.0;
        }

        private static double weight(int state, double[] couplings) {
            double sum = 0.0;
            for (int b = 0; b < couplings.length; b++) sum += couplings[b] * product(state, b);
            return Math.exp(sum);
        }

        @Override
        public void addPhase(Phase phase, double weight, double[] x, double[] v, RandomGenerator random) {
            double[] couplings = phase == Phase.CLAMPED ? teacher : x;
            double all = 0.0;
            for (int s = 0; s < 8; s++) all += weight(s, couplings);
            double chosen = drawn ? random.nextDouble() * all : Double.NaN;
            for (int s = 0; s < 8; s++) {
                double here = weight(s, couplings);
                if (drawn) {
                    boolean hit = chosen >= 0.0 && chosen < here;
                    chosen -= here;
                    if (!hit) continue;
                }
                for (int b = 0; b < v.length; b++) v[b] += weight * product(s, b) * (drawn ? 1.0 : here / all);
            }
        }
    }

    @Test
    void aMachineThatSeesTwoPhasesLearnsTheCouplings() {
        double[] teacher = {0.7, -0.4, 0.2};
        double[] learnt =
                run(new Machine(teacher, false), drift(FlowScheme.RUNGE_KUTTA, 0.5, 0.0), new double[3], 200.0);
        assertThat(learnt).containsExactly(teacher, within(1e-9));
    }

    @Test
    void drawnPhasesHaveTheFieldAsTheirMean() {
        double[] teacher = {0.7, -0.4, 0.2};
        double[] exact = new double[3];
        double[] x = {0.1, 0.1, -0.3};
        new Machine(teacher, false).velocity(x, exact, new Random(1));
        Random random = new Random(5);
        double[] v = new double[3];
        double[] mean = new double[3];
        int draws = 40_000;
        for (int k = 0; k < draws; k++) {
            new Machine(teacher, true).velocity(x, v, random);
            for (int b = 0; b < 3; b++) mean[b] += v[b] / draws;
        }
        // a difference of two signs has a variance of at most 2
        assertThat(mean).containsExactly(exact, within(5.0 * Math.sqrt(2.0 / draws)));
    }

    @Test
    void whatNeedsAnEnergyIsNotOfferedThere() {
        Set<Need> offers = new Turning(2).offers();
        assertThat(offers)
                .contains(Need.CONFIGURATION, Need.ORIGIN)
                .doesNotContain(Need.ENERGY, Need.GRADIENT, Need.HESSIAN_VECTOR);
        assertThat(new Energy().needs()).contains(Need.ENERGY);
        assertThat(new SpecificHeat(0.0, 1).needs()).contains(Need.ENERGY);
        assertThat(new GradientNorm().needs()).contains(Need.GRADIENT);
        assertThat(offers)
                .containsAll(new Correlation().needs())
                .containsAll(new Displacement().needs())
                .containsAll(drift(FlowScheme.HEUN, 0.1, 0.0).needs());
        assertThat(new ToyLandscapes.Wells(2, 1).offers()).contains(Need.ENERGY, Need.VELOCITY);
    }

    private static Point point() {
        return Toys.point(
                new Turning(3),
                drift(FlowScheme.HEUN, 0.05, 0.02),
                new Toys.TwoLegs(8.0),
                1,
                Map.of("landscape.is", "turning"),
                new Correlation(),
                new Displacement(),
                new Configuration(3),
                new Response(0.1, 1));
    }

    private static Session session(Work work, RunFolder folder, Duration checkpoints) {
        Provenance provenance = Provenance.here("test", "", "scalar");
        Execution execution = new Execution(1, checkpoints, Duration.ofMillis(20), 1e9, provenance);
        AtomicLong looks = new AtomicLong();
        return new Session(
                work, folder, execution, Watcher.NONE, Session.Closing.NONE, () -> 1000 * looks.incrementAndGet());
    }

    @Test
    void itIsFollowedObservedAndResumedToTheSameBytes() throws Exception {
        Work work = Toys.work(List.of(point()));
        RunFolder whole = new RunFolder(directory.resolve("whole"), FaultyDisk.sound());
        assertThat(session(work, whole, Duration.ofHours(1)).run(false).failures())
                .isEmpty();
        Table table = Results.of(whole)
                .observations(Results.of(whole).agenda().points().getFirst());
        List<String> quantities = List.of(((Column.Words) table.columns().get(1)).values());
        assertThat(quantities).contains("C", "msd", "chi");

        Random random = new Random(11);
        int deaths = 0;
        while (true) {
            RunFolder folder = new RunFolder(
                    directory.resolve("killed"), FaultyDisk.dyingAt(10 + random.nextInt(25), random.nextLong()));
            try {
                session(work, folder, Duration.ofNanos(40_000)).run(false);
                break;
            } catch (FaultyDisk.Killed killed) {
                deaths++;
            }
        }
        assertThat(deaths).isGreaterThanOrEqualTo(3);
        assertThat(Footprint.of(directory.resolve("killed"))).isEqualTo(Footprint.of(directory.resolve("whole")));
    }
}
