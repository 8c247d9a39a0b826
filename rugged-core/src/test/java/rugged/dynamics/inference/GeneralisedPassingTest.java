package rugged.dynamics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.lessons.SequenceTask;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.landscape.narrow.CommitteeMixing;
import rugged.landscape.narrow.ExampleLaw;
import rugged.landscape.narrow.MultiIndexMixing;
import rugged.landscape.narrow.MultiIndexRisk;
import rugged.landscape.narrow.NarrowRisk;
import rugged.landscape.narrow.SequenceRisk;
import rugged.loss.Logistic;
import rugged.meanfield.narrow.Estimate;
import rugged.meanfield.narrow.MarginLoss;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.meanfield.sequence.SequenceLabel;
import rugged.meanfield.sequence.SequenceLaw;
import rugged.meanfield.sequence.TokenLaw;
import rugged.meanfield.sequence.TokenSpectrum;
import rugged.num.Streams;

/** gamp: on one projection it is amp, it damps itself, says where it breaks, goes on after an interruption, allocates nothing. */
class GeneralisedPassingTest {
    private static final PassingParameters FINE = new PassingParameters(0.0, 1e-24);

    private static Stepper started(LandscapeSpec spec, DynamicsSpec dynamics) {
        Model model = spec.build();
        double[] x = new double[model.dimension()];
        model.randomise(x, Streams.of(5).stream("start", 0));
        return dynamics.start(model, x, Streams.of(1));
    }

    private static double[] end(Stepper stepper, LandscapeSpec spec, double until) {
        stepper.advance(until);
        double[] x = new double[spec.build().dimension()];
        stepper.state(x);
        return x;
    }

    private static MultiIndexMixing risk(MarginLoss loss) {
        return new MultiIndexMixing(200, new ExampleLaw(2, TeacherLabel.SIGN, 0, 3), Estimate.RISK, loss, 1, 0);
    }

    /** On one projection it is amp bit for bit, and ends at a stationary point of the risk. */
    @Test
    void ofOneProjection() {
        for (MarginLoss loss : new MarginLoss[] {MarginLoss.LOGISTIC, MarginLoss.RIDGE, MarginLoss.SQUARED_HINGE}) {
            MultiIndexMixing spec = risk(loss);
            double[] one = end(started(spec, new ApproximateMessagePassing(FINE)), spec, 200);
            double[] other = end(started(spec, new GeneralisedMessagePassing(FINE, 0)), spec, 200);
            assertThat(other).isEqualTo(one);
            NarrowRisk risk = new MultiIndexRisk(200, spec.law(), loss, 1, 1, false).build();
            double[] g = new double[200];
            risk.energyAndGradient(Arrays.copyOf(other, 200), g);
            for (double gi : g) assertThat(gi).isCloseTo(0, within(1e-10));
        }
    }

    /** Without damping some starts from nothing swing ever further at five examples for each weight, and some of these are damped; patience finds the same fixed point as damping from the beginning. */
    @Test
    void dampsWhereChangesGrow() {
        CommitteeMixing spec = new CommitteeMixing(400, 2, 5, 0, 4);
        Stepper patient = started(spec, new GeneralisedMessagePassing(FINE, 3));
        double[] found = end(patient, spec, 800);
        Stepper damped = started(spec, new GeneralisedMessagePassing(new PassingParameters(0.5, 1e-24), 0));
        double[] other = end(damped, spec, 800);
        assertThat(patient.status()).isInstanceOf(Status.Converged.class);
        assertThat(damped.status()).isInstanceOf(Status.Converged.class);
        // units may be exchanged
        double energy = spec.build().freeEnergy(found);
        assertThat(spec.build().freeEnergy(other)).isCloseTo(energy, within(1e-8 * Math.abs(energy)));
        int differ = 0;
        for (int seed = 1; seed <= 6; seed++) {
            CommitteeMixing small = new CommitteeMixing(150, 2, 5, 0, seed);
            double[] never = end(started(small, new GeneralisedMessagePassing(FINE, 0)), small, 40);
            double[] early = end(started(small, new GeneralisedMessagePassing(FINE, 3)), small, 40);
            if (!Arrays.equals(early, never)) differ++;
        }
        assertThat(differ).isPositive();
    }

    /** A covariance that is none breaks the next round; the round, the eigenvalue and what may help are said, and the state is the last good one. */
    @Test
    void saysWhereItBreaks() {
        CommitteeMixing spec = new CommitteeMixing(50, 2, 3, 0.1, 1);
        Model model = spec.build();
        double[] x = new double[model.dimension()];
        model.randomise(x, Streams.of(5).stream("start", 0));
        x[100] = -0.25;
        x[103] = 0.5;
        Stepper stepper = new GeneralisedMessagePassing(FINE, 3).start(model, x, Streams.of(1));
        stepper.advance(10);
        assertThat(stepper.status()).isInstanceOf(Status.Failed.class);
        assertThat(((Status.Failed) stepper.status()).reason())
                .contains("in round 1")
                .contains("least eigenvalue of the variance V was -2.50e-01")
                .contains("more damping");
        double[] left = new double[x.length];
        stepper.state(left);
        assertThat(left).isEqualTo(x);
    }

    @Test
    void goesOnToTheSameBits() {
        CommitteeMixing spec = new CommitteeMixing(100, 2, 3, 0, 2);
        DynamicsSpec dynamics = new GeneralisedMessagePassing(FINE, 3);
        Stepper whole = started(spec, dynamics);
        Stepper first = started(spec, dynamics);
        for (int cut : new int[] {1, 4, 6, 9}) {
            first.advance(cut);
            Stepper second = started(spec, dynamics);
            second.load(first.save());
            first = second;
        }
        double[] a = end(whole, spec, 30);
        double[] b = end(first, spec, 30);
        assertThat(b).isEqualTo(a);
        assertThat(first.save()).isEqualTo(whole.save());
    }

    private static SequenceRisk sequences() {
        return new SequenceRisk(
                new SequenceLaw(100, 3, 1, 1, 1, SequenceLabel.CLUSTER, 0.0),
                new TokenLaw(2, 1.0, 0.0, 1.0, TokenSpectrum.TWO_VALUES, 4.0),
                new SequenceTask(new Logistic(), 0.5, 0.0, 0.0),
                3,
                Optional.empty());
    }

    /** On a risk of sequences a state is its weights, and the end is its minimum. */
    @Test
    void servesARisk() {
        SequenceRisk spec = sequences();
        Stepper stepper = started(spec, new GeneralisedMessagePassing(FINE, 3));
        double[] w = end(stepper, spec, 200);
        assertThat(stepper.status()).isInstanceOf(Status.Converged.class);
        assertThat(w).hasSize(100);
        double[] g = new double[100];
        Landscape risk = spec.build();
        risk.energyAndGradient(w, g);
        for (double gi : g) assertThat(gi).isCloseTo(0, within(1e-10));
    }

    @Test
    void allocatesNothingOnARisk() {
        Stepper stepper = started(sequences(), new GeneralisedMessagePassing(new PassingParameters(0.5, 1e-300), 3));
        // until the loops over vectors are compiled
        stepper.advance(1500);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int k = 0; k < 10; k++) stepper.step();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(2000);
    }

    @Test
    void allocatesNothing() {
        Stepper stepper = started(new CommitteeMixing(60, 2, 3, 0, 2), new GeneralisedMessagePassing(FINE, 3));
        stepper.advance(40);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int k = 0; k < 10; k++) stepper.step();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(2000);
    }

    @Test
    void asksForProjections() {
        assertThat(new CommitteeMixing(10, 2, 1, 0, 1).offers())
                .contains(Need.PROJECTIONS, Need.INFERENCE)
                .doesNotContain(Need.MIXING, Need.ENERGY);
        assertThat(risk(MarginLoss.RIDGE).offers()).contains(Need.PROJECTIONS);
    }
}
