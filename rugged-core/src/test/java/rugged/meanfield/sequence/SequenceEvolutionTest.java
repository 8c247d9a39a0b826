package rugged.meanfield.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rugged.api.lessons.LossSpec;
import rugged.loss.AutoEncoder;
import rugged.loss.Hinge;
import rugged.loss.Logistic;
import rugged.loss.Ridge;
import rugged.loss.SquaredHinge;
import rugged.loss.UnitActivation;
import rugged.meanfield.narrow.MarginLoss;
import rugged.meanfield.narrow.RiskEvolution;
import rugged.meanfield.narrow.StudentOverlaps;
import rugged.meanfield.narrow.TeacherLabel;

/** State evolution in matrix form where it is known otherwise. */
class SequenceEvolutionTest {
    static LossSpec spec(MarginLoss loss) {
        return switch (loss) {
            case RIDGE -> new Ridge();
            case LOGISTIC -> new Logistic();
            case HINGE -> new Hinge();
            case SQUARED_HINGE -> new SquaredHinge();
        };
    }

    static TokenLaw clusters(double separation) {
        return new TokenLaw(2, separation, 0.0, 1.0, TokenSpectrum.IDENTITY, 1.0);
    }

    static SequenceLaw one(double alpha, SequenceLabel label, double noise) {
        return new SequenceLaw(100, alpha, 1, 1, 1, label, noise);
    }

    private static SequenceEvolution.Found minimum(SequenceLaw law, TokenLaw tokens, LossSpec loss, double decay) {
        return new SequenceEvolution(law, tokens, loss.build(law.tokens(), law.student(), law.teacher()), decay)
                .minimum()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "RIDGE, 1, SIGN, 0",
        "RIDGE, 0.3, LINEAR, 0.5",
        "LOGISTIC, 1, SIGN, 0",
        "LOGISTIC, 0.01, SIGN, 0",
        "HINGE, 1, SIGN, 0",
        "SQUARED_HINGE, 0.1, SIGN, 0"
    })
    void oneUnitAndOneTokenIsTheNarrowStudent(MarginLoss loss, double decay, TeacherLabel label, double noise) {
        RiskEvolution narrow = new RiskEvolution(2, loss, decay, label, noise);
        StudentOverlaps known = narrow.fixedPoint().orElseThrow();
        SequenceLabel said = label == TeacherLabel.SIGN ? SequenceLabel.SIGN : SequenceLabel.TEACHER;
        SequenceEvolution.Found found = minimum(one(2, said, noise), TokenLaw.PLAIN, spec(loss), decay);
        assertThat(found.overlaps().m()[0]).isCloseTo(known.m(), within(1e-8));
        assertThat(found.overlaps().q()[0]).isCloseTo(known.q(), within(1e-8));
        assertThat(found.overlaps().v()[0]).isCloseTo(known.v(), within(1e-8));
        assertThat(found.training()).isCloseTo(narrow.trainingLoss(known), within(1e-8));
    }

    @Test
    void aPowerLawOfExponentNothingIsTheIdentity() {
        SequenceLaw law = one(2, SequenceLabel.SIGN, 0.0);
        TokenLaw flat = new TokenLaw(1, 0.0, 0.0, 1.0, TokenSpectrum.POWER_LAW, 0.0);
        TokenLaw even = new TokenLaw(1, 0.0, 0.0, 1.0, TokenSpectrum.TWO_VALUES, 1.0);
        double[] plain =
                minimum(law, TokenLaw.PLAIN, new Logistic(), 0.5).overlaps().flat();
        assertThat(minimum(law, flat, new Logistic(), 0.5).overlaps().flat()).containsExactly(plain, within(1e-12));
        assertThat(minimum(law, even, new Logistic(), 0.5).overlaps().flat()).containsExactly(plain, within(1e-12));
        assertThat(minimum(law, clusters(0.0), new Logistic(), 0.5).overlaps().flat())
                .containsExactly(plain, within(1e-12));
    }

    /** Labels of clusters, ridge: V + alpha V/(1 + V) ... of one variable; mean = mean^/(lambda + V^), mean^ = alpha s (1 - s mean)/(1 + V), q from the residual square. */
    @Test
    void ridgeOnClustersIsClosed() {
        double alpha = 2;
        double lambda = 0.7;
        double s = 1.3;
        SequenceEvolution.Found found =
                minimum(one(alpha, SequenceLabel.CLUSTER, 0.0), clusters(s), new Ridge(), lambda);
        double v = found.overlaps().v()[0];
        assertThat(lambda * v + alpha * v / (1 + v)).isCloseTo(1, within(1e-9));
        double pull = alpha * s * v / (1 + v);
        double mean = pull / (1 + s * pull);
        assertThat(found.overlaps().mean()[0]).isCloseTo(mean, within(1e-9));
        double each = alpha * v * v / ((1 + v) * (1 + v));
        // q = mean^2 + each ((1 - s mean)^2 + q)
        double gap = 1 - s * mean;
        assertThat(found.overlaps().q()[0]).isCloseTo((mean * mean + each * gap * gap) / (1 - each), within(1e-9));
    }

    /** A linear unit that is tied finds the first principal component of a spiked covariance: Baik, Ben Arous and Peche. */
    @Test
    void aLinearAutoEncoderIsThePrincipalComponent() {
        double alpha = 3;
        double s = 1.2;
        SequenceLaw law = new SequenceLaw(100, alpha, 1, 1, 1, SequenceLabel.TEACHER, 0.0);
        SequenceEvolution evolution =
                new SequenceEvolution(law, clusters(s), new AutoEncoder(UnitActivation.LINEAR).build(1, 1, 1), 0.0);
        SequenceEvolution.Found found = evolution
                .from(SequenceEvolution.start(law, clusters(s), 0.0, 0.9))
                .orElseThrow();
        double spike = s * s;
        double cosine = (1 - 1 / (alpha * spike * spike)) / (1 + 1 / (alpha * spike));
        SequenceOverlaps at = found.overlaps();
        assertThat(at.norm()[0]).isCloseTo(1, within(1e-7));
        assertThat(at.mean()[0] * at.mean()[0]).isCloseTo(cosine, within(1e-7));
        // the largest eigenvalue of x^T x/n is (1 + spike)(1 + 1/(alpha spike))
        assertThat(found.training()).isCloseTo(-0.5 * (1 + spike) * (1 + 1 / (alpha * spike)), within(1e-7));
    }
}
