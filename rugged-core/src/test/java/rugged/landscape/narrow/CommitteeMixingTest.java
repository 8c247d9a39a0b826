package rugged.landscape.narrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.api.mixing.SequenceMixing;
import rugged.compose.MixingPass;
import rugged.compose.Passing;
import rugged.meanfield.narrow.CommitteeEvolution;
import rugged.meanfield.narrow.Estimate;
import rugged.meanfield.narrow.MarginLoss;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.meanfield.narrow.UnitOverlaps;
import rugged.num.Streams;
import rugged.params.BadParameter;

/** Message passing in matrix form: beside the scalar form, beside state evolution, and its products. */
class CommitteeMixingTest {
    private static double[] start(SequenceMixing mixing) {
        double[] x = new double[mixing.dimension()];
        mixing.randomise(x, Streams.of(3).stream("start", 0));
        return x;
    }

    /** One unit is the posterior of one projection on the same examples, round by round. */
    @Test
    void ofOneUnitIsTheScalarForm() {
        int d = 150;
        NarrowMixing scalar = new MultiIndexMixing(
                        d, new ExampleLaw(2, TeacherLabel.SIGN, 0, 5), Estimate.BAYES, MarginLoss.RIDGE, 1, 0.1)
                .build();
        CommitteePosterior matrix = new CommitteeMixing(d, 1, 2, 0.1, 5).build();
        double[] x = new double[scalar.dimension()];
        scalar.randomise(x, Streams.of(3).stream("start", 0));
        double[] y = start(matrix);
        MixingPass pass = new MixingPass(scalar);
        Passing rounds = Passing.of(matrix);
        for (int k = 0; k < 40; k++) {
            pass.update(x, x);
            rounds.update(y, y);
            for (int i = 0; i < d; i++) assertThat(y[i]).isCloseTo(x[i], within(1e-11));
            assertThat(y[d]).isCloseTo(x[d], within(1e-13));
            for (int mu = 0; mu < 2 * d; mu++) assertThat(y[d + 1 + mu]).isCloseTo(x[2 * d + mu], within(1e-10));
        }
        assertThat(matrix.freeEnergy(y)).isCloseTo(scalar.freeEnergy(x), within(1e-8));
        assertThat(matrix.errors(y).fresh()).isCloseTo(scalar.generalisationError(Arrays.copyOf(x, d)), within(1e-12));
    }

    /** Round by round from a hint, within five of the fluctuations of order d^-1/2; overlaps with the teacher and with itself are the same on average (Nishimori), and so is the free energy. */
    @Test
    void anInstanceFollowsStateEvolution() {
        int d = 1000;
        CommitteePosterior mixing = new CommitteeMixing(d, 2, 3, 0.3, 7).build();
        double[] x = start(mixing);
        Passing pass = Passing.of(mixing);
        CommitteeEvolution evolution = new CommitteeEvolution(3);
        UnitOverlaps at = UnitOverlaps.alike(0.3, 0);
        double near = 5 / Math.sqrt(d);
        double[][] w = new double[2][d];
        for (int k = 0; k < 30; k++) {
            pass.update(x, x);
            at = evolution.next(at);
            mixing.student(x, w);
            for (int a = 0; a < 2; a++)
                for (int b = 0; b < 2; b++) {
                    double expected = a == b ? at.own() : at.q12();
                    assertThat(CommitteeExamples.dot(w[a], w[b]) / d).isCloseTo(expected, within(near));
                    assertThat(CommitteeExamples.dot(w[a], mixing.teacher()[b]) / d)
                            .isCloseTo(expected, within(near));
                    assertThat(x[2 * d + 2 * a + b]).isCloseTo((a == b ? 1 : 0) - expected, within(near));
                }
        }
        assertThat(-mixing.freeEnergy(x) / d).isCloseTo(evolution.freeEntropy(at), within(near));
    }

    /** The free energy of Bethe is stationary at a fixed point: its change is of second order along means and answers. */
    @Test
    void freeEnergyIsStationary() {
        int d = 60;
        CommitteePosterior mixing = new CommitteeMixing(d, 2, 3, 0.5, 2).build();
        double[] x = start(mixing);
        double[] next = x.clone();
        Passing pass = Passing.of(mixing);
        for (int k = 0; k < 2000; k++) {
            pass.update(x, next);
            for (int i = 0; i < x.length; i++) x[i] = 0.5 * (x[i] + next[i]);
        }
        pass.update(x, next);
        assertThat(Passing.distance(x, next, 2 * d)).isLessThan(1e-20);
        double[] direction = new double[x.length];
        Streams.of(9).stream("direction", 0).normals(direction);
        // V, one for all, is stationary for d to infinity alone
        for (boolean means : new boolean[] {true, false}) {
            double e = 1e-5;
            double[] ahead = x.clone();
            double[] behind = x.clone();
            for (int i = means ? 0 : 2 * d + 4; i < (means ? 2 * d : x.length); i++) {
                ahead[i] += e * direction[i];
                behind[i] -= e * direction[i];
            }
            double slope = (mixing.freeEnergy(ahead) - mixing.freeEnergy(behind)) / (2 * e);
            assertThat(slope).isCloseTo(0, within(1e-4));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void productsAreTransposed(int units) {
        CommitteePosterior mixing = new CommitteeMixing(33, units, 1.3, 0, 1).build();
        double[][] w = new double[units][33];
        for (int a = 0; a < units; a++) Streams.of(1).stream("w", a).normals(w[a]);
        double[] u = new double[mixing.samples() * units];
        Streams.of(1).stream("u", 0).normals(u);
        double[] h = new double[u.length];
        double[][] b = new double[units][33];
        mixing.mix(w, h);
        mixing.mixTransposed(u, b);
        double through = 0;
        for (int a = 0; a < units; a++) through += CommitteeExamples.dot(w[a], b[a]);
        assertThat(through).isCloseTo(CommitteeExamples.dot(h, u), within(1e-10));
    }

    @Test
    void teachersAreOrthogonal() {
        double[][] t = new CommitteeMixing(50, 2, 1, 0, 8).build().teacher();
        assertThat(CommitteeExamples.dot(t[0], t[1])).isCloseTo(0, within(1e-10));
        assertThat(CommitteeExamples.dot(t[1], t[1])).isCloseTo(50, within(1e-10));
    }

    @Test
    void refusesWhatHasNoAnswer() {
        assertThatThrownBy(() -> new CommitteeMixing(10, 2, 0.01, 0, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("no example");
        assertThatThrownBy(() -> new CommitteeMixing(10, 2, -1, 0, 1)).isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> new CommitteeMixing(1, 2, 1, 0, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("orthogonal");
    }
}
