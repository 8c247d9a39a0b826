package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import rugged.api.model.Model;
import rugged.api.motion.GradientStepper;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.compose.Field;
import rugged.compose.Lockstep;
import rugged.landscape.boltzmann.BoltzmannLearning;
import rugged.landscape.network.Network;
import rugged.landscape.network.Posterior;
import rugged.landscape.rules.StudentPerceptron;
import rugged.num.Streams;

/** What every dynamics promises, whatever it does: the same noise gives the same bits, and so does an interruption anywhere. */
class DynamicsContractTest {
    /** A step that allocates less on average allocates nothing. */
    private static final long LITTLE = 16;

    /** How often it is looked at before it counts. */
    private static final int LOOKS = 4;

    private static final Streams NOISE = Streams.of(77);

    private static Stepper start(Bestiary.Pair pair, int replica) {
        Model model = pair.landscape().build();
        return pair.dynamics().start(model, Bestiary.start(model, 5 + replica), NOISE.family("replica", replica));
    }

    private static double[] state(Stepper stepper, int n) {
        double[] x = new double[n];
        stepper.state(x);
        return x;
    }

    private static void assertSame(Stepper one, Stepper other, int n) {
        assertThat(state(one, n)).containsExactly(state(other, n));
        assertThat(one.time()).isEqualTo(other.time());
        assertThat(one.steps()).isEqualTo(other.steps());
        assertThat(one.evaluations()).isEqualTo(other.evaluations());
        assertThat(one.status()).isEqualTo(other.status());
    }

    private static Stream<DynamicTest> each(java.util.function.Consumer<Bestiary.Pair> check) {
        return Bestiary.pairs().map(pair -> dynamicTest(pair.toString(), () -> check.accept(pair)));
    }

    @TestFactory
    Stream<DynamicTest> resumesToTheSameBits() {
        return each(pair -> {
            int n = pair.landscape().build().dimension();
            for (int cut : new int[] {0, 1, 7, 20}) {
                Stepper through = start(pair, 0);
                Stepper before = start(pair, 0);
                for (int k = 0; k < cut; k++) before.advance(pair.time(k + 1));
                for (int k = 0; k < cut; k++) through.advance(pair.time(k + 1));
                Stepper after = start(pair, 0);
                after.load(before.save());
                // at each step: two trajectories with the same noise may have met again later
                for (int k = cut; k < 40; k++) {
                    through.advance(pair.time(k + 1));
                    after.advance(pair.time(k + 1));
                    assertSame(after, through, n);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> resumesToTheSameBitsFromTheMiddleOfAStep() {
        return each(pair -> {
            if (!(start(pair, 0) instanceof GradientStepper)) return;
            int n = pair.landscape().build().dimension();
            for (int evaluations = 0; evaluations < 15; evaluations++) {
                GradientStepper before = (GradientStepper) start(pair, 0);
                before.limit(pair.time(30));
                // steps that grow may be there before
                for (int k = 0; k < evaluations && before.time() < pair.time(30); k++) {
                    double[] g = before.gradientScratch();
                    before.take(before.landscape().energyAndGradient(before.wanted(), g), g);
                }
                Stepper after = start(pair, 0);
                before.wanted();
                after.load(before.save());
                Stepper through = start(pair, 0);
                through.advance(pair.time(30));
                after.advance(pair.time(30));
                assertSame(after, through, n);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> inLockstepAsAlone() {
        return each(pair -> {
            Model model = pair.landscape().build();
            int n = model.dimension();
            List<Stepper> together = new ArrayList<>();
            List<Stepper> alone = new ArrayList<>();
            for (int r = 0; r < 4; r++) {
                together.add(pair.dynamics().start(model, Bestiary.start(model, 5 + r), NOISE.family("replica", r)));
                alone.add(start(pair, r));
            }
            Lockstep lockstep = new Lockstep(together);
            for (double time : new double[] {pair.time(3), pair.time(4), pair.time(25)}) {
                int[] rounds = {0};
                while (!lockstep.advance(time, () -> rounds[0]++ % 2 == 1)) {}
                for (Stepper stepper : alone) stepper.advance(time);
            }
            for (int r = 0; r < 4; r++) assertSame(together.get(r), alone.get(r), n);
            assertThat(state(together.get(0), n)).isNotEqualTo(state(together.get(1), n));
        });
    }

    @TestFactory
    Stream<DynamicTest> staysOnTheManifold() {
        return each(pair -> {
            Stepper stepper = start(pair, 0);
            stepper.advance(pair.time(100));
            Model model = pair.landscape().build();
            double[] x = state(stepper, model.dimension());
            assertThat(model.violation(x)).isLessThan(1e-13);
        });
    }

    /** A branch in a field of strength zero is the trajectory itself: it has its noise, and forgets nothing that matters. */
    @TestFactory
    Stream<DynamicTest> branchesOffWithTheSameNoise() {
        return each(pair -> {
            Model model = pair.landscape().build();
            int n = model.dimension();
            Stepper trunk = start(pair, 0);
            trunk.advance(pair.time(10));
            Model inField =
                    new Field(new double[n]).on(model.fork(), pair.dynamics().needs());
            Stepper branch = pair.dynamics().start(inField, state(trunk, n), NOISE.family("replica", 0));
            branch.load(trunk.save());
            assertThat(state(branch, n)).containsExactly(state(trunk, n));
            trunk.advance(pair.time(30));
            branch.advance(pair.time(30));
            double[] expected = state(trunk, n);
            double[] actual = state(branch, n);
            for (int i = 0; i < n; i++) assertThat(actual[i]).isCloseTo(expected[i], within(1e-14));
            assertThat(branch.time()).isEqualTo(trunk.time());
        });
    }

    @TestFactory
    Stream<DynamicTest> reachesTheTimeAskedFor() {
        return each(pair -> {
            Stepper stepper = start(pair, 0);
            double time = pair.time(12);
            stepper.advance(time);
            if (stepper.status().running())
                assertThat(stepper.time()).isCloseTo(time, within(1e-12 * Math.max(1.0, time)));
            long steps = stepper.steps();
            stepper.advance(time);
            assertThat(stepper.steps()).isEqualTo(steps);
        });
    }

    @TestFactory
    Stream<DynamicTest> stepsAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().threadId();
        return each(pair -> {
            if (pair.landscape() instanceof Regression) return; // allocates by itself
            if (pair.landscape() instanceof Network) return; // vectors are boxed until their kernels are compiled
            if (pair.landscape() instanceof BoltzmannLearning) return; // the same
            if (pair.landscape() instanceof Posterior) return; // the same
            if (pair.landscape() instanceof StudentPerceptron student && student.n() > Bestiary.SMALL)
                return; // the same
            start(pair, 0).advance(pair.time(60));
            long perStep = Long.MAX_VALUE;
            // what a compiler that is busy elsewhere has not come to yet may be boxed once more
            for (int look = 0; look < LOOKS && perStep >= LITTLE; look++)
                perStep = Math.min(perStep, bytesPerStep(start(pair, 0), threads, self));
            assertThat(perStep).as("bytes per step").isLessThan(LITTLE);
        });
    }

    private static long bytesPerStep(Stepper stepper, ThreadMXBean threads, long self) {
        stepper.step();
        long before = threads.getThreadAllocatedBytes(self);
        long last = before;
        int steps = 0;
        while (steps < 40) {
            stepper.step();
            if (!stepper.status().running()) break; // arrived, and says so
            last = threads.getThreadAllocatedBytes(self);
            steps++;
        }
        assertThat(stepper.status()).isNotInstanceOf(Status.Failed.class);
        return (last - before) / Math.max(1, steps);
    }
}
