package rugged.meanfield.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.loss.Attention;
import rugged.num.RunningMean;

/** Integrals over several numbers by Gauss's rule and by scrambled points, and what state evolution of attention makes of them. */
class SequenceIntegralsTest {
    private static final TokenLaw PLACES = new TokenLaw(1, 0.0, 1.5, 1.0, TokenSpectrum.IDENTITY, 1.0);

    private static SequenceLaw attention(double alpha) {
        return new SequenceLaw(400, alpha, 2, 1, 1, SequenceLabel.TEACHER, 0.0);
    }

    /** E exp(sum a z) = exp(|a|^2/2), and E of a function that is no product: E log(1 + |z|^2). */
    private static double[] means(GaussNodes nodes) {
        double[] sum = new double[2];
        int n = nodes.dimension();
        for (int p = 0; p < nodes.weights().length; p++) {
            double along = 0;
            double square = 0;
            for (int k = 0; k < n; k++) {
                double z = nodes.points()[p * n + k];
                along += 0.8 / Math.sqrt(n) * z;
                square += z * z;
            }
            sum[0] += nodes.weights()[p] * Math.exp(along);
            sum[1] += nodes.weights()[p] * Math.log1p(square);
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 5})
    void scrambledPointsAreAProductOfGauss(int numbers) {
        double[] gauss = means(GaussNodes.about(numbers, 160000));
        double[] sobol = means(GaussNodes.sobol(numbers, 16, 0));
        assertThat(gauss[0]).isCloseTo(Math.exp(0.32), within(1e-8));
        assertThat(sobol[0]).isCloseTo(Math.exp(0.32), within(1e-3));
        assertThat(sobol[1]).isCloseTo(gauss[1], within(5e-3 / numbers));
    }

    /** Of more numbers than Gauss's rule does, errors against the closed form fall with the number of points. */
    @ParameterizedTest
    @ValueSource(ints = {6, 8, 12})
    void scrambledPointsOfManyNumbersConverge(int numbers) {
        double closed = Math.exp(0.32);
        assertThat(means(GaussNodes.about(numbers, 4000))[0]).isCloseTo(closed, within(8e-3));
        assertThat(means(GaussNodes.about(numbers, 256000))[0]).isCloseTo(closed, within(3e-4));
    }

    /** Student and teacher see two numbers of each token. */
    @Test
    void threeTokensOfAttentionAreScrambledAndTwoAreNot() {
        UnitLoss two = new Attention(0.0, 0.6).build(2, 1, 1);
        UnitLoss three = new Attention(0.0, 0.6).build(3, 1, 1);
        SequenceLaw tokens = new SequenceLaw(400, 3.0, 3, 1, 1, SequenceLabel.TEACHER, 0.0);
        assertThat(new SequenceEvolution(attention(3.0), TokenLaw.PLAIN, two, 0.3).scrambled())
                .isFalse();
        assertThat(new SequenceEvolution(tokens, TokenLaw.PLAIN, three, 0.3).scrambled())
                .isTrue();
    }

    /** Sixteen scramblings say the error of their mean, and it falls much faster than that of independent points. */
    @ParameterizedTest
    @ValueSource(ints = {6, 8, 12})
    void scramblingsSayTheirError(int numbers) {
        double[] error = new double[2];
        for (int k = 0; k < 2; k++) {
            RunningMean mean = new RunningMean();
            for (int s = 0; s < 16; s++) mean.add(means(GaussNodes.sobol(numbers, 8 + 6 * k, s))[0]);
            assertThat(mean.mean()).isCloseTo(Math.exp(0.32), within(4.0 * mean.error()));
            error[k] = mean.deviation();
        }
        // 64 times as many points: of independent ones an eighth
        assertThat(error[1]).isLessThan(error[0] / (numbers > 8 ? 10.0 : 16.0));
    }

    @Test
    void weightsAddUpAndNarrowNumbersHaveFewPoints() {
        GaussNodes nodes = GaussNodes.about(2, 2, 0.1, 20736, 0);
        assertThat(nodes.weights()).hasSize(24 * 24 * 6 * 6);
        double sum = 0;
        for (double weight : nodes.weights()) sum += weight;
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(GaussNodes.about(2, 2, 1.0, 20736, 0).weights()).hasSize(20736);
    }

    /** The error of a student of attention on new examples: four numbers, by both. */
    @Test
    void aStudentOfAttentionHasOneError() {
        double m = 0.717;
        double q = 0.527;
        Attention spec = new Attention(0.0, 0.6);
        UnitLoss loss = spec.build(2, 1, 1);
        SequenceOverlaps at = new SequenceOverlaps(
                new double[] {m}, new double[] {q}, new double[] {0}, new double[] {q}, new double[] {0});
        double[] h = new double[2];
        double[] teacher = new double[2];
        double[] y = new double[4];
        double rest = Math.sqrt(1 - m * m / q);
        double sum = 0;
        GaussNodes nodes = GaussNodes.sobol(4, 17, 0);
        for (int p = 0; p < nodes.weights().length; p++) {
            for (int l = 0; l < 2; l++) {
                h[l] = Math.sqrt(q) * nodes.points()[4 * p + l];
                teacher[l] = m / q * h[l] + rest * nodes.points()[4 * p + 2 + l];
            }
            loss.teach(teacher, y);
            sum += nodes.weights()[p] * loss.error(y, h, at.norm());
        }
        assertThat(sum).isCloseTo(NewExamples.error(attention(3), TokenLaw.PLAIN, loss, at), within(2e-5));
    }

    /** Starts of length 1 lie far from the minimum; by place every density has one, from either start. */
    @ParameterizedTest
    @CsvSource({"2, 0, 0.9", "3.5, 0, 0.9", "4, 0.5, 0", "5, 0.5, 0"})
    @Tag("slow")
    void attentionByPlaceHasAFixedPointFromEveryStart(double alpha, double hint, double lean) {
        SequenceLaw law = attention(alpha);
        SequenceEvolution evolution = new SequenceEvolution(law, PLACES, new Attention(1, 0.6).build(2, 1, 1), 0.3);
        SequenceEvolution.Found found =
                evolution.from(SequenceEvolution.start(law, PLACES, hint, lean)).orElseThrow();
        SequenceOverlaps at = found.overlaps();
        assertThat(at.m()[0]).isCloseTo(0, within(1e-9));
        assertThat(Math.abs(at.mean()[0])).isBetween(0.18, 0.21);
        assertThat(found.distance()).isLessThan(1e-4);
        assertThat(evolution.next(at).distance(at)).isLessThan(1e-8);
    }

    /** By meaning. */
    @Test
    @Tag("slow")
    void attentionByMeaningIsGoodToATenthOfAPercent() {
        SequenceLaw law = attention(3);
        SequenceEvolution.Found found = new SequenceEvolution(law, PLACES, new Attention(0, 0.6).build(2, 1, 1), 0.3)
                .from(SequenceEvolution.start(law, PLACES, 0.5, 0))
                .orElseThrow();
        assertThat(found.overlaps().m()[0]).isCloseTo(0.7146, within(0.001));
        assertThat(found.distance()).isLessThan(0.001);
    }
}
