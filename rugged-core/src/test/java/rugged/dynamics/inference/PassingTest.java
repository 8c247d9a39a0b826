package rugged.dynamics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.model.FactorGraph;
import rugged.api.model.Inference;
import rugged.api.model.Model;
import rugged.api.model.Planted;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.landscape.binary.BinaryPerceptron;
import rugged.landscape.binary.BinaryPerceptronMessages;
import rugged.landscape.binary.BinaryPerceptronMixing;
import rugged.landscape.binary.PatternLaw;
import rugged.meanfield.binary.BinaryStorage;
import rugged.meanfield.binary.BinaryTeacher;
import rugged.meanfield.binary.PatternEntries;
import rugged.meanfield.binary.PerceptronTask;
import rugged.meanfield.binary.SymmetricBinary;
import rugged.num.Streams;

/** Message passing on binary perceptrons beside the replica-symmetric theory and beside enumeration. */
class PassingTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final DynamicsSpec AMP = new ApproximateMessagePassing(new PassingParameters(0.0, 1e-12));

    private static BinaryPerceptronMixing mixing(
            int n, double alpha, PerceptronTask task, double margin, double beta, long seed) {
        return new BinaryPerceptronMixing(n, new PatternLaw(alpha, task, PatternEntries.SIGNS, margin, seed), beta);
    }

    private record Arrived(Model model, double[] x, Stepper stepper) {
        double overlap(int n) {
            double sum = 0.0;
            for (int i = 0; i < n; i++) sum += x[i] * x[i] / n;
            return sum;
        }
    }

    private static Arrived run(LandscapeSpec spec, DynamicsSpec dynamics, boolean informed, double until) {
        Model model = spec.build();
        double[] x = new double[model.dimension()];
        if (informed) ((Planted) model).plantedState(x);
        else model.randomise(x, Streams.of(5).stream("start", 0));
        Stepper stepper = dynamics.start(model, x, Streams.of(1));
        stepper.advance(until);
        stepper.state(x);
        return new Arrived(model, x, stepper);
    }

    /** Four draws of 4001 weights. Scatter of q from draw to draw is 0.002, 0.0032 and 0.0087, as measured over twelve; three standard errors of the mean of four are let pass. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"0.3, 0.003", "0.6, 0.0048", "0.8, 0.013"})
    void overlapAndEntropyAreThoseOfReplicaTheory(double alpha, double tolerance) {
        int n = 4001;
        BinaryStorage theory = BinaryStorage.at(alpha, 0.0, NEVER).orElseThrow();
        double q = 0.0;
        double phi = 0.0;
        for (int seed = 1; seed <= 4; seed++) {
            Arrived end = run(mixing(n, alpha, PerceptronTask.STORAGE, 0.0, NEVER, seed), AMP, false, 200);
            assertThat(end.stepper.status()).isInstanceOf(Status.Converged.class);
            q += end.overlap(n) / 4.0;
            phi -= ((Inference) end.model).freeEnergy(end.x) / n / 4.0;
        }
        assertThat(q).isCloseTo(theory.q(), within(tolerance));
        assertThat(phi).isCloseTo(theory.phi(), within(0.01));
    }

    /** Below the line every draw converges, above it none within 400 rounds. */
    @Tag("slow")
    @Test
    void convergenceEndsAtTheLine() {
        for (int seed = 1; seed <= 3; seed++) {
            Arrived below = run(mixing(2001, 0.9, PerceptronTask.STORAGE, 0.0, NEVER, seed), AMP, false, 400);
            assertThat(below.stepper.status()).isInstanceOf(Status.Converged.class);
            assertThat(below.stepper.time()).isBetween(40.0, 200.0);
            for (double alpha : new double[] {1.05, 1.15}) {
                Arrived above = run(mixing(2001, alpha, PerceptronTask.STORAGE, 0.0, NEVER, seed), AMP, false, 400);
                assertThat(above.stepper.status()).isEqualTo(Status.RUNNING);
            }
        }
    }

    /** From no knowledge the teacher is found between 1.44 and 1.55 patterns per weight, theory 1.493. */
    @Tag("slow")
    @Test
    void theTeacherIsFoundAtTheSpinodal() {
        int found = 0;
        for (int seed = 1; seed <= 3; seed++) {
            Arrived before = run(mixing(4001, 1.4, PerceptronTask.TEACHER, 0.0, NEVER, seed), AMP, false, 400);
            if (before.overlap(4001) > 0.999) found++;
            Arrived behind = run(mixing(4001, 1.6, PerceptronTask.TEACHER, 0.0, NEVER, seed), AMP, false, 400);
            assertThat(behind.overlap(4001)).isGreaterThan(0.999);
        }
        assertThat(found).isZero();
    }

    @Test
    void temperatureAndSymmetricTask() {
        Arrived warm = run(mixing(2001, 1.0, PerceptronTask.STORAGE, 0.0, 1.0, 4), AMP, false, 100);
        BinaryStorage theory = BinaryStorage.at(1.0, 0.0, 1.0).orElseThrow();
        assertThat(warm.overlap(2001)).isCloseTo(theory.q(), within(0.02));
        assertThat(-((Inference) warm.model).freeEnergy(warm.x) / 2001.0).isCloseTo(theory.phi(), within(0.01));
        Arrived symmetric = run(mixing(2001, 0.5, PerceptronTask.SYMMETRIC, 1.0, NEVER, 4), AMP, false, 100);
        assertThat(symmetric.overlap(2001)).isCloseTo(0.0, within(1e-6));
        assertThat(-((Inference) symmetric.model).freeEnergy(symmetric.x) / 2001.0)
                .isCloseTo(new SymmetricBinary(1000.0 / 2001.0, 1.0, NEVER).phi(), within(1e-6));
    }

    @Test
    void aTeacherIsLearntInPartAndBeyondTheSpinodalAltogether() {
        Arrived few = run(mixing(2001, 0.8, PerceptronTask.TEACHER, 0.0, NEVER, 2), AMP, false, 200);
        assertThat(few.overlap(2001))
                .isCloseTo(BinaryTeacher.at(0.8).orElseThrow().q(), within(0.02));
        Arrived many = run(mixing(2001, 1.8, PerceptronTask.TEACHER, 0.0, NEVER, 2), AMP, false, 400);
        assertThat(many.stepper.status()).isInstanceOf(Status.Converged.class);
        double[] teacher = new double[many.x.length];
        ((Planted) many.model).plantedState(teacher);
        for (int i = 0; i < 2001; i++) assertThat(Math.signum(many.x[i])).isEqualTo(Math.signum(teacher[i]));
        Arrived informed = run(mixing(2001, 0.8, PerceptronTask.TEACHER, 0.0, NEVER, 2), AMP, true, 200);
        assertThat(informed.overlap(2001)).isCloseTo(1.0, within(1e-6));
    }

    @Test
    void convergenceIsLostBeyondTheLine() {
        assertThat(run(mixing(1001, 0.7, PerceptronTask.STORAGE, 0.0, NEVER, 6), AMP, false, 200)
                        .stepper
                        .missing())
                .isEmpty();
        Arrived lost = run(mixing(1001, 1.2, PerceptronTask.STORAGE, 0.0, NEVER, 6), AMP, false, 200);
        assertThat(lost.stepper.status()).isEqualTo(Status.RUNNING);
        assertThat(lost.stepper.missing())
                .contains("> 1.0e-12 after 200 rounds")
                .contains("beyond the AT line");
    }

    /** A damped round changes less, and that must not count: the fixed point of both is the same to the tolerance. */
    @Test
    void dampingDoesNotPassForConvergence() {
        DynamicsSpec damped = new ApproximateMessagePassing(new PassingParameters(0.95, 1e-12));
        LandscapeSpec spec = mixing(501, 0.5, PerceptronTask.STORAGE, 0.0, NEVER, 8);
        Arrived plain = run(spec, AMP, false, 200);
        Arrived slow = run(spec, damped, false, 5000);
        assertThat(slow.stepper.status()).isInstanceOf(Status.Converged.class);
        double sum = 0.0;
        for (int i = 0; i < 501; i++) sum += Math.pow(slow.x[i] - plain.x[i], 2) / 501;
        assertThat(Math.sqrt(sum)).isLessThan(5e-6);
    }

    @Test
    void resumesToTheSameBitsAndAllocatesNothing() {
        BinaryPerceptronMessages graph = new BinaryPerceptronMessages(
                31, new PatternLaw(0.6, PerceptronTask.STORAGE, PatternEntries.GAUSSIAN, 0.0, 2), NEVER);
        DynamicsSpec messages = new BeliefPropagation(new PassingParameters(0.2, 1e-30));
        DynamicsSpec sweeps = new ApproximateMessagePassing(new PassingParameters(0.2, 1e-30));
        resumes(graph, messages);
        resumes(mixing(301, 0.7, PerceptronTask.STORAGE, 0.0, NEVER, 2), sweeps);
        resumes(
                new BinaryPerceptronMixing(
                        301, new PatternLaw(0.7, PerceptronTask.SYMMETRIC, PatternEntries.GAUSSIAN, 1.0, 2), 2.0),
                sweeps);
    }

    private static void resumes(LandscapeSpec spec, DynamicsSpec dynamics) {
        Model model = spec.build();
        double[] x = new double[model.dimension()];
        model.randomise(x, Streams.of(5).stream("start", 0));
        Stepper through = dynamics.start(model, x, Streams.of(1));
        through.advance(7.0);
        Stepper after = dynamics.start(spec.build(), x, Streams.of(1));
        after.load(through.save());
        through.advance(20.0);
        after.advance(20.0);
        double[] other = x.clone();
        through.state(x);
        after.state(other);
        assertThat(other).containsExactly(x);
        assertThat(after.status()).isEqualTo(through.status());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        // a vector outside of a loop may be an object, some hundred bytes whatever N is; an array of the unknowns would
        // be more
        long array = 8L * 201;
        for (int look = 0; look < 20 && least / 20 >= array; look++) {
            Stepper fresh = dynamics.start(model, x, Streams.of(1));
            fresh.step();
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
            for (int k = 0; k < 20; k++) fresh.step();
            least = Math.min(
                    least,
                    threads.getThreadAllocatedBytes(Thread.currentThread().threadId()) - before);
        }
        assertThat(least / 20).isLessThan(array);
    }

    /** Marginals of 15 weights and 6 patterns by enumeration: messages and sweeps come near, of order 1/N, and near to each other. */
    @Test
    void smallSystemsComeNearToEnumeration() {
        int n = 15;
        PatternLaw law = new PatternLaw(0.4, PerceptronTask.STORAGE, PatternEntries.GAUSSIAN, 0.0, 11);
        double[] exact = enumerated(n, law);
        DynamicsSpec propagation = new BeliefPropagation(new PassingParameters(0.3, 1e-24));
        Arrived end = run(new BinaryPerceptronMessages(n, law, NEVER), propagation, false, 500);
        assertThat(end.stepper.status()).isInstanceOf(Status.Converged.class);
        FactorGraph graph = (FactorGraph) end.model;
        double[] p = new double[2];
        double error = 0.0;
        for (int i = 0; i < n; i++) {
            graph.marginal(end.x, i, p);
            error += Math.pow(p[1] - p[0] - exact[i], 2) / n;
        }
        assertThat(Math.sqrt(error)).isLessThan(0.1);
        assertThat(-graph.freeEnergy(end.x)).isCloseTo(exact[n], within(0.3));
    }

    private static double[] enumerated(int n, PatternLaw law) {
        var model = new BinaryPerceptron(n, law).build();
        double[] sums = new double[n + 1];
        long found = 0;
        double[] s = new double[n];
        for (int step = 0; step < 1 << n; step++) {
            if (step > 0) model.flip(Integer.numberOfTrailingZeros(step));
            if (model.energy() > 0.0) continue;
            model.state(s);
            for (int i = 0; i < n; i++) sums[i] += s[i];
            found++;
        }
        for (int i = 0; i < n; i++) sums[i] /= found;
        sums[n] = Math.log(found);
        return sums;
    }
}
