package rugged.landscape.narrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rugged.api.DataSpec;
import rugged.api.Need;
import rugged.api.lessons.LossSpec;
import rugged.api.lessons.SequenceTask;
import rugged.api.model.Batch;
import rugged.data.GaussianMixture;
import rugged.loss.Attention;
import rugged.loss.AutoEncoder;
import rugged.loss.CommitteeLoss;
import rugged.loss.Hinge;
import rugged.loss.Logistic;
import rugged.loss.Phase;
import rugged.loss.Ridge;
import rugged.loss.UnitActivation;
import rugged.meanfield.sequence.SequenceEvolution;
import rugged.meanfield.sequence.SequenceLabel;
import rugged.meanfield.sequence.SequenceLaw;
import rugged.meanfield.sequence.SequenceOverlaps;
import rugged.meanfield.sequence.TokenLaw;
import rugged.meanfield.sequence.TokenSpectrum;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.theory.narrow.SequenceTheory;

/** Risks of students of sequences: derivatives, patterns, overlaps of a state, and minima of an instance beside state evolution. */
class SequenceRiskTest {
    private static final TokenLaw STEEP = new TokenLaw(2, 1.1, 0.0, 0.8, TokenSpectrum.POWER_LAW, 0.4);
    private static final TokenLaw PLACES = new TokenLaw(1, 0.0, 0.7, 0.5, TokenSpectrum.TWO_VALUES, 3.0);

    private static SequenceRisk risk(int d, double alpha, int tokens, int units, LossSpec loss, TokenLaw law) {
        SequenceLaw shape = new SequenceLaw(d, alpha, tokens, units, units, SequenceLabel.TEACHER, 0.0);
        return new SequenceRisk(shape, law, new SequenceTask(loss, 0.7, 0.0, 0.0), 5, Optional.empty());
    }

    static Stream<SequenceRisk> all() {
        return Stream.of(
                risk(30, 1.5, 1, 1, new Ridge(), STEEP),
                risk(30, 1.5, 1, 1, new Logistic(), TokenLaw.PLAIN),
                risk(30, 1.5, 1, 1, new Phase(), STEEP),
                risk(30, 1.5, 1, 3, new CommitteeLoss(UnitActivation.ERF), STEEP),
                risk(30, 1.5, 1, 2, new AutoEncoder(UnitActivation.TANH), STEEP),
                risk(30, 1.5, 3, 2, new Attention(0.3, 0.6), PLACES));
    }

    private static double[] normals(int n, long seed) {
        double[] x = new double[n];
        Streams.of(seed).stream("test", 0).normals(x);
        return x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static double[] plus(double[] x, double e, double[] v) {
        double[] y = x.clone();
        for (int k = 0; k < y.length; k++) y[k] += e * v[k];
        return y;
    }

    @ParameterizedTest
    @MethodSource("all")
    void derivativesAreThoseOfTheEnergy(SequenceRisk spec) {
        SequenceLandscape risk = spec.build();
        int n = risk.dimension();
        double[] w = normals(n, 1);
        double[] v = normals(n, 2);
        double[] g = new double[n];
        double e = 1e-5;
        assertThat(risk.energyAndGradient(w, g)).isCloseTo(risk.energy(w), within(1e-9 * Math.abs(risk.energy(w))));
        double slope = dot(g, v);
        double difference = (risk.energy(plus(w, e, v)) - risk.energy(plus(w, -e, v))) / (2 * e);
        assertThat(difference).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
        double[] hv = new double[n];
        double[] ahead = new double[n];
        double[] behind = new double[n];
        risk.hessianVector(w, v, hv);
        risk.energyAndGradient(plus(w, e, v), ahead);
        risk.energyAndGradient(plus(w, -e, v), behind);
        for (int i = 0; i < n; i++)
            assertThat(hv[i]).isCloseTo((ahead[i] - behind[i]) / (2 * e), within(1e-5 * (1 + Math.abs(hv[i]))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void patternsAddUp(SequenceRisk spec) {
        SequenceLandscape risk = spec.build();
        int n = risk.dimension();
        int p = risk.patterns();
        double[] w = normals(n, 3);
        double[] v = normals(n, 4);
        double[] e = new double[p];
        double[] slopes = new double[p];
        double[] weights = normals(p, 5);
        double[] one = new double[n];
        double[] sum = new double[n];
        double total = 0;
        risk.patternEnergies(w, e);
        assertThat(Arrays.stream(e).average().orElseThrow())
                .isCloseTo(risk.energy(w), within(1e-9 * (1 + Math.abs(risk.energy(w)))));
        risk.directional(w, v, slopes);
        for (int mu = 0; mu < p; mu++) {
            total += weights[mu] * risk.energyAndGradient(w, new Batch(new int[] {mu}, 0, 1), one);
            for (int i = 0; i < n; i++) sum[i] += weights[mu] * one[i];
            assertThat(slopes[mu]).isCloseTo(dot(one, v), within(1e-8 * (1 + Math.abs(slopes[mu]))));
        }
        double[] weighted = new double[n];
        assertThat(risk.weightedGradient(w, weights, weighted)).isCloseTo(total, within(1e-7 * (1 + Math.abs(total))));
        for (int i = 0; i < n; i++) assertThat(weighted[i]).isCloseTo(sum[i], within(1e-8 * (1 + Math.abs(sum[i]))));
    }

    /** Steps down a convex risk end where state evolution says, for clusters and a covariance at once. */
    @Test
    void anInstanceOfClustersFollowsStateEvolution() {
        int d = 600;
        TokenLaw tokens = new TokenLaw(2, 1.0, 0.0, 1.0, TokenSpectrum.TWO_VALUES, 4.0);
        for (SequenceLabel label : new SequenceLabel[] {SequenceLabel.CLUSTER, SequenceLabel.SIGN}) {
            SequenceLaw law = new SequenceLaw(d, 2, 1, 1, 1, label, 0.0);
            SequenceRisk spec =
                    new SequenceRisk(law, tokens, new SequenceTask(new Logistic(), 0.5, 0.0, 0.0), 9, Optional.empty());
            SequenceLandscape risk = spec.build();
            double[] w = new double[d];
            double[] g = new double[d];
            for (int k = 0; k < 400; k++) {
                risk.energyAndGradient(w, g);
                for (int i = 0; i < d; i++) w[i] -= 0.3 * g[i];
            }
            assertThat(Math.sqrt(dot(g, g) / d)).isLessThan(1e-6);
            SequenceEvolution.Found found = new SequenceEvolution(law, tokens, spec.built(), 0.5)
                    .minimum()
                    .orElseThrow();
            SequenceOverlaps at = risk.overlaps(w);
            double near = 4 / Math.sqrt(d);
            assertThat(at.m()[0]).isCloseTo(found.overlaps().m()[0], within(near));
            assertThat(at.q()[0]).isCloseTo(found.overlaps().q()[0], within(near));
            assertThat(at.mean()[0]).isCloseTo(found.overlaps().mean()[0], within(near));
            assertThat(at.norm()[0]).isCloseTo(found.overlaps().norm()[0], within(near));
            assertThat(risk.trainingLoss(w)).isCloseTo(found.training(), within(near));
        }
    }

    /** The teacher as a student makes no error, and overlaps are matched whatever the order and signs. */
    @Test
    void theTeacherIsKnown() {
        SequenceLaw law = new SequenceLaw(40, 2, 1, 2, 2, SequenceLabel.TEACHER, 0.0);
        SequenceRisk spec = new SequenceRisk(
                law,
                TokenLaw.PLAIN,
                new SequenceTask(new CommitteeLoss(UnitActivation.TANH), 0.1, 1.0, 0.0),
                3,
                Optional.empty());
        SequenceLandscape risk = spec.build();
        double[] w = new double[80];
        risk.randomise(w, Streams.of(1).stream("start", 0));
        assertThat(risk.trainingLoss(w)).isCloseTo(0, within(1e-10));
        double[] other = new double[80];
        for (int i = 0; i < 40; i++) {
            other[i] = -w[40 + i];
            other[40 + i] = w[i];
        }
        SequenceOverlaps matched = risk.overlaps(other).matched();
        assertThat(matched.m()).containsExactly(new double[] {1, 0, 0, 1}, within(1e-9));
        assertThat(risk.overlaps(other).alignment(1)).isCloseTo(1, within(1e-9));
    }

    /** Rows of a table cut into tokens, with signs of its own. */
    @Test
    void learnsFromDataOfTheUser() {
        DataSpec table = new GaussianMixture(2, 3.0, 60, 0, 24, 2);
        SequenceLaw law = new SequenceLaw(500, 2, 2, 2, 1, SequenceLabel.TEACHER, 0.0);
        SequenceRisk spec = new SequenceRisk(
                law,
                TokenLaw.PLAIN,
                new SequenceTask(new CommitteeLoss(UnitActivation.TANH), 0.1, 0.0, 0.0),
                1,
                Optional.of(table));
        assertThat(spec.provides()).doesNotContain(Need.SEQUENCE_STUDENT);
        assertThat(spec.knownDimension()).isEqualTo(24);
        SequenceLandscape risk = spec.build();
        double[] w = normals(24, 1);
        double[] v = normals(24, 2);
        double[] g = new double[24];
        risk.energyAndGradient(w, g);
        double difference = (risk.energy(plus(w, 1e-5, v)) - risk.energy(plus(w, -1e-5, v))) / 2e-5;
        assertThat(difference).isCloseTo(dot(g, v), within(1e-6 * (1 + Math.abs(difference))));
        SequenceLaw seven = new SequenceLaw(500, 2, 7, 1, 1, SequenceLabel.TEACHER, 0.0);
        assertThatThrownBy(() -> new SequenceRisk(
                        seven,
                        TokenLaw.PLAIN,
                        new SequenceTask(new CommitteeLoss(UnitActivation.TANH), 1, 0, 0),
                        1,
                        Optional.of(table)))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("does not divide the 24");
        assertThatThrownBy(() -> new SequenceTheory(
                        law, TokenLaw.PLAIN, new SequenceTask(new Ridge(), 1, 0, 0), Optional.of(table)))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("follow no law");
    }

    @Test
    void refusesWhatHasNoAnswer() {
        assertThatThrownBy(() -> risk(30, 2, 2, 1, new Ridge(), TokenLaw.PLAIN)).isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> risk(30, 2, 1, 1, new Attention(0, 0.6), TokenLaw.PLAIN))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("attend");
        assertThatThrownBy(() -> risk(30, 0.001, 1, 1, new Ridge(), TokenLaw.PLAIN))
                .isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> new SequenceLaw(30, -1, 1, 1, 1, SequenceLabel.TEACHER, 0))
                .isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> new TokenLaw(1, 1.0, 0, 1, TokenSpectrum.IDENTITY, 1))
                .isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> new TokenLaw(1, 0, 0, 1, TokenSpectrum.POWER_LAW, 1.5))
                .isInstanceOf(BadParameter.class);
        SequenceLaw clusters = new SequenceLaw(30, 2, 1, 1, 1, SequenceLabel.CLUSTER, 0);
        assertThatThrownBy(() -> new SequenceRisk(
                        clusters, TokenLaw.PLAIN, new SequenceTask(new Logistic(), 1, 0, 0), 1, Optional.empty()))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("two clusters");
        assertThatThrownBy(() ->
                        new SequenceRisk(clusters, STEEP, new SequenceTask(new Hinge(), 0, 0, 0), 1, Optional.empty()))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("separable");
    }
}
