package rugged.landscape.narrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import rugged.api.Need;
import rugged.api.lessons.LossSpec;
import rugged.api.lessons.SequenceTask;
import rugged.compose.MixingPass;
import rugged.compose.Passing;
import rugged.data.GaussianMixture;
import rugged.loss.Attention;
import rugged.loss.AutoEncoder;
import rugged.loss.CommitteeLoss;
import rugged.loss.Hinge;
import rugged.loss.Logistic;
import rugged.loss.Ridge;
import rugged.loss.SquaredHinge;
import rugged.loss.UnitActivation;
import rugged.meanfield.narrow.MarginLoss;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.meanfield.sequence.SequenceEvolution;
import rugged.meanfield.sequence.SequenceLabel;
import rugged.meanfield.sequence.SequenceLaw;
import rugged.meanfield.sequence.SequenceOverlaps;
import rugged.meanfield.sequence.TokenLaw;
import rugged.meanfield.sequence.TokenSpectrum;
import rugged.num.Streams;

/** Messages of risks of sequences: fixed points beside the gradient, rounds beside the scalar form and beside state evolution. */
class SequenceMessagesTest {
    private static final TokenLaw CLUSTERS = new TokenLaw(2, 1.0, 0.0, 1.0, TokenSpectrum.TWO_VALUES, 4.0);
    private static final TokenLaw STEEP = new TokenLaw(1, 0.0, 0.0, 0.8, TokenSpectrum.POWER_LAW, 0.4);
    private static final TokenLaw SPIKE = new TokenLaw(2, 1.2, 0.0, 1.0, TokenSpectrum.IDENTITY, 1.0);
    private static final TokenLaw PLACES = new TokenLaw(1, 0.0, 1.5, 1.0, TokenSpectrum.IDENTITY, 1.0);

    private static SequenceRisk risk(
            int d, double alpha, int tokens, int units, SequenceLabel label, TokenLaw law, SequenceTask task, int s) {
        return new SequenceRisk(
                new SequenceLaw(d, alpha, tokens, units, units, label, 0.0), law, task, s, Optional.empty());
    }

    private static SequenceTask task(LossSpec loss, double decay) {
        return new SequenceTask(loss, decay, 0.0, 0.0);
    }

    private static double[] start(SequenceLandscape risk, int dimension) {
        double[] w = new double[risk.dimension()];
        double[] x = new double[dimension];
        risk.randomise(w, Streams.of(3).stream("start", 0));
        risk.begin(w, x);
        return x;
    }

    static Stream<SequenceRisk> all() {
        SequenceLabel teacher = SequenceLabel.TEACHER;
        return Stream.of(
                risk(120, 2, 1, 1, teacher, STEEP, task(new Ridge(), 0.5), 1),
                risk(120, 2, 1, 1, SequenceLabel.CLUSTER, CLUSTERS, task(new Logistic(), 0.5), 1),
                risk(120, 2, 1, 1, SequenceLabel.SIGN, CLUSTERS, task(new SquaredHinge(), 0.5), 1),
                risk(
                        120,
                        4,
                        1,
                        2,
                        teacher,
                        STEEP,
                        new SequenceTask(new CommitteeLoss(UnitActivation.ERF), 0.3, 0.8, 0),
                        2),
                risk(
                        120,
                        3,
                        1,
                        1,
                        teacher,
                        SPIKE,
                        new SequenceTask(new AutoEncoder(UnitActivation.LINEAR), 0.1, 0, 0.9),
                        2),
                risk(120, 4, 2, 1, teacher, PLACES, new SequenceTask(new Attention(1, 0.6), 0.3, 0, 0.9), 2));
    }

    /** At a fixed point the gradient is none. */
    @ParameterizedTest
    @MethodSource("all")
    void fixedPointsAreStationary(SequenceRisk spec) {
        SequenceLandscape risk = spec.build();
        SequenceMessages mixing = risk.mixing();
        Passing pass = Passing.of(mixing);
        double[] x = start(risk, mixing.dimension());
        double[] next = x.clone();
        // losses with many answers leave little room for V to swing
        double kept = spec.task().lean() > 0.0 ? 0.8 : 0.3;
        for (int k = 0; k < 300; k++) {
            pass.update(x, next);
            for (int i = 0; i < x.length; i++) x[i] = kept * x[i] + (1.0 - kept) * next[i];
        }
        pass.update(x, next);
        assertThat(Passing.distance(x, next, risk.dimension())).isLessThan(1e-24);
        double[] w = java.util.Arrays.copyOf(x, risk.dimension());
        double[] g = new double[w.length];
        risk.energyAndGradient(w, g);
        for (double one : g) assertThat(one).isCloseTo(0, within(1e-10));
        assertThat(mixing.freeEnergy(x)).isCloseTo(risk.energy(w), within(1e-9));
    }

    /** One unit and one token is the scalar form on the same examples, round by round. */
    @ParameterizedTest
    @EnumSource(MarginLoss.class)
    void ofOneUnitIsTheScalarForm(MarginLoss loss) {
        int d = 150;
        TeacherExamples known = new TeacherExamples(d, new ExampleLaw(2, TeacherLabel.SIGN, 0, 5));
        NarrowMixing scalar = new NarrowMixing(known, false, loss, 0.7, 0.1);
        double[] ones = new double[d];
        java.util.Arrays.fill(ones, 1.0);
        SequenceExamples same = new SequenceExamples(
                known.count, known.inputs, known.labels, new double[][] {known.teacher}, new double[d], ones);
        LossSpec spec = switch (loss) {
            case RIDGE -> new Ridge();
            case LOGISTIC -> new Logistic();
            case HINGE -> new Hinge();
            case SQUARED_HINGE -> new SquaredHinge();
        };
        SequenceStudent student = new SequenceStudent(
                new SequenceLaw(d, 2, 1, 1, 1, SequenceLabel.SIGN, 0), TokenLaw.PLAIN, task(spec, 0.7), d);
        SequenceMessages matrix = new SequenceLandscape(student, same).mixing();
        double[] x = new double[scalar.dimension()];
        scalar.randomise(x, Streams.of(3).stream("start", 0));
        double[] y = new double[matrix.dimension()];
        System.arraycopy(x, 0, y, 0, d);
        y[d] = x[d];
        MixingPass pass = new MixingPass(scalar);
        Passing rounds = Passing.of(matrix);
        for (int k = 0; k < 12; k++) {
            pass.update(x, x);
            rounds.update(y, y);
            for (int i = 0; i < d; i++) assertThat(y[i]).isCloseTo(x[i], within(1e-12));
            assertThat(y[d]).isCloseTo(x[d], within(1e-12));
            for (int mu = 0; mu < 2 * d; mu++) assertThat(y[d + 1 + mu]).isCloseTo(x[2 * d + mu], within(1e-12));
        }
        assertThat(matrix.freeEnergy(y)).isCloseTo(scalar.freeEnergy(x), within(1e-9));
    }

    /** The mean over instances falls on state evolution round by round, with clusters and two values of the covariance. */
    @Test
    @Tag("slow")
    void roundsFollowStateEvolution() {
        int d = 1000;
        int instances = 12;
        SequenceTask task = new SequenceTask(new Logistic(), 0.5, 0.3, 0.2);
        SequenceLaw law = new SequenceLaw(d, 2, 1, 1, 1, SequenceLabel.SIGN, 0.0);
        int rounds = 8;
        double[][] sum = new double[rounds][4];
        double[][] square = new double[rounds][4];
        for (int s = 1; s <= instances; s++) {
            SequenceLandscape risk =
                    risk(d, 2, 1, 1, SequenceLabel.SIGN, CLUSTERS, task, s).build();
            SequenceMessages mixing = risk.mixing();
            Passing pass = Passing.of(mixing);
            double[] w = new double[d];
            double[] x = new double[mixing.dimension()];
            risk.randomise(w, Streams.of(s).stream("start", 0));
            risk.begin(w, x);
            for (int k = 0; k < rounds; k++) {
                pass.update(x, x);
                System.arraycopy(x, 0, w, 0, d);
                SequenceOverlaps at = risk.overlaps(w);
                double[] seen = {at.m()[0], at.q()[0], at.mean()[0], x[d]};
                for (int c = 0; c < 4; c++) {
                    sum[k][c] += seen[c] / instances;
                    square[k][c] += seen[c] * seen[c] / instances;
                }
            }
        }
        SequenceEvolution evolution = new SequenceEvolution(law, CLUSTERS, task.built(law), 0.5);
        SequenceOverlaps at = SequenceEvolution.start(law, CLUSTERS, 0.3, 0.2);
        for (int k = 0; k < rounds; k++) {
            at = evolution.next(at);
            double[] known = {at.m()[0], at.q()[0], at.mean()[0], at.v()[0]};
            for (int c = 0; c < 4; c++) {
                double error = Math.sqrt((square[k][c] - sum[k][c] * sum[k][c]) / (instances - 1));
                // three errors, and what is of order 1/d
                assertThat(sum[k][c]).isCloseTo(known[c], within(3 * error + 3.0 / d));
            }
        }
    }

    /** Examples of a user have a covariance that nobody told. */
    @Test
    void dataOfTheUserAreNotOffered() {
        SequenceRisk drawn = risk(30, 2, 1, 1, SequenceLabel.TEACHER, STEEP, task(new Ridge(), 1), 1);
        assertThat(drawn.offers()).contains(Need.PROJECTIONS, Need.ENERGY).doesNotContain(Need.INFERENCE);
        SequenceRisk given = new SequenceRisk(
                drawn.law(), TokenLaw.PLAIN, drawn.task(), 1, Optional.of(new GaussianMixture(2, 3.0, 60, 0, 24, 2)));
        assertThat(given.offers()).doesNotContain(Need.PROJECTIONS);
    }
}
