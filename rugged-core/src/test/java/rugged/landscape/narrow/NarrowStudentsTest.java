package rugged.landscape.narrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rugged.api.model.Batch;
import rugged.compose.MixingPass;
import rugged.meanfield.narrow.BayesChannel;
import rugged.meanfield.narrow.Estimate;
import rugged.meanfield.narrow.MarginLoss;
import rugged.meanfield.narrow.RiskEvolution;
import rugged.meanfield.narrow.StudentOverlaps;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;

/** Students of one projection: derivatives, message passing beside minimisation, and one instance beside state evolution. */
class NarrowStudentsTest {
    private static ExampleLaw law(double alpha) {
        return new ExampleLaw(alpha, TeacherLabel.SIGN, 0.0, 5);
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

    /** Rounds of message passing from nothing. */
    private static double[] passed(NarrowMixing mixing, int rounds) {
        double[] x = new double[mixing.dimension()];
        mixing.randomise(x, Streams.of(3).stream("start", 0));
        MixingPass pass = new MixingPass(mixing);
        for (int k = 0; k < rounds; k++) pass.update(x, x);
        return x;
    }

    /** A fixed point of messages is a stationary point of the risk, exactly, although one variance serves all outputs. */
    @ParameterizedTest
    @CsvSource({"RIDGE, 1", "LOGISTIC, 1", "LOGISTIC, 0.1", "HINGE, 1", "SQUARED_HINGE, 0.3"})
    void messagesEndAtTheMinimum(MarginLoss loss, double decay) {
        int d = 200;
        MultiIndexMixing spec = new MultiIndexMixing(d, law(2), Estimate.RISK, loss, decay, 0.0);
        double[] x = passed(spec.build(), 300);
        double[] w = java.util.Arrays.copyOf(x, d);
        NarrowRisk risk = new MultiIndexRisk(d, law(2), loss, decay, 1, false).build();
        if (loss != MarginLoss.HINGE) {
            double[] g = new double[d];
            risk.energyAndGradient(w, g);
            for (double gi : g) assertThat(gi).isCloseTo(0.0, within(1e-10));
        }
        double least = risk.energy(w);
        assertThat(spec.build().freeEnergy(x)).isCloseTo(least, within(1e-9 * least));
        for (int k = 0; k < 20; k++) {
            double[] away = w.clone();
            double[] step = normals(d, 100 + k);
            for (int i = 0; i < d; i++) away[i] += 1e-3 * step[i];
            assertThat(risk.energy(away)).isGreaterThan(least);
        }
    }

    /** Coins and clouds, a margin, a sphere: gradient and products are those of differences. */
    @ParameterizedTest
    @CsvSource({"RANDOM, LOGISTIC, 1, false", "MIXTURE, SQUARED_HINGE, -0.5, false", "SIGN, SQUARED_HINGE, 0.3, true"})
    void derivativesAreThoseOfDifferences(TeacherLabel label, MarginLoss loss, double margin, boolean sphere) {
        int d = 30;
        ExampleLaw law = new ExampleLaw(3.0, label, label == TeacherLabel.MIXTURE ? 1.5 : 0.0, 4);
        NarrowRisk risk = new MultiIndexRisk(d, law, loss, sphere ? 0 : 0.2, margin, sphere).build();
        double[] w = new double[d];
        risk.randomise(w, Streams.of(1).stream("start", 0));
        if (sphere) assertThat(dot(w, w)).isCloseTo(d, within(1e-9));
        double[] g = new double[d];
        risk.energyAndGradient(w, g);
        double[] v = normals(d, 8);
        double[] hv = new double[d];
        risk.hessianVector(w, v, hv);
        double[][] side = new double[2][];
        double[][] slope = new double[2][d];
        for (int a = 0; a < 2; a++) {
            side[a] = w.clone();
            for (int i = 0; i < d; i++) side[a][i] += (a == 0 ? -1e-5 : 1e-5) * v[i];
            risk.energyAndGradient(side[a], slope[a]);
        }
        assertThat(dot(g, v)).isCloseTo((risk.energy(side[1]) - risk.energy(side[0])) / 2e-5, within(1e-5));
        for (int i = 0; i < d; i++) assertThat(hv[i]).isCloseTo((slope[1][i] - slope[0][i]) / 2e-5, within(1e-5));
    }

    /** Clouds lie about +-snr w'/sqrt(d), and new examples of the best student are wrong as often as the tail says. */
    @Test
    void clouds() {
        int d = 400;
        double snr = 1.5;
        NarrowRisk risk = new MultiIndexRisk(
                        d, new ExampleLaw(25, TeacherLabel.MIXTURE, snr, 2), MarginLoss.RIDGE, 0, 1, false)
                .build();
        double[] e = new double[risk.patterns()];
        risk.patternEnergies(risk.teacher(), e);
        // (1/2)(y - h)^2 of y h ~ N(snr, 1), over 10,000 examples
        double mean = java.util.Arrays.stream(e).average().orElseThrow() / risk.patterns();
        assertThat(mean).isCloseTo(0.5 * ((1 - snr) * (1 - snr) + 1), within(0.05));
        assertThat(risk.generalisationError(risk.teacher())).isCloseTo(0.0668072, within(1e-6));
        assertThatThrownBy(() -> new ExampleLaw(2, TeacherLabel.RANDOM, 1.0, 1)).hasMessageContaining("noise");
        assertThatThrownBy(() -> new MultiIndexRisk(9, law(2), MarginLoss.LOGISTIC, 1, 0.5, false))
                .hasMessageContaining("margin");
        assertThatThrownBy(() -> new MultiIndexRisk(9, law(2), MarginLoss.LOGISTIC, 1, 1, true))
                .hasMessageContaining("sphere");
        ExampleLaw mixture = new ExampleLaw(2, TeacherLabel.MIXTURE, 1, 1);
        assertThatThrownBy(() -> new MultiIndexMixing(9, mixture, Estimate.RISK, MarginLoss.LOGISTIC, 1, 0))
                .hasMessageContaining("mixture");
    }

    @ParameterizedTest
    @EnumSource(MarginLoss.class)
    void patternsAddUp(MarginLoss loss) {
        int d = 40;
        NarrowRisk risk = new MultiIndexRisk(d, law(1.5), loss, 0.7, 1, false).build();
        double[] w = normals(d, 1);
        double[] g = new double[d];
        double energy = risk.energyAndGradient(w, g);
        assertThat(risk.energy(w)).isCloseTo(energy, within(1e-10));
        int n = risk.patterns();
        double[] e = new double[n];
        risk.patternEnergies(w, e);
        assertThat(java.util.Arrays.stream(e).average().orElseThrow()).isCloseTo(energy, within(1e-9));
        double[] weights = normals(n, 2);
        double[] sum = new double[d];
        double[] one = new double[d];
        double total = 0;
        double[] v = normals(d, 3);
        double[] slopes = new double[n];
        risk.directional(w, v, slopes);
        for (int mu = 0; mu < n; mu++) {
            total += weights[mu] * risk.energyAndGradient(w, new Batch(new int[] {mu}, 0, 1), one);
            for (int i = 0; i < d; i++) sum[i] += weights[mu] * one[i];
            assertThat(slopes[mu]).isCloseTo(dot(one, v), within(1e-9));
        }
        double[] weighted = new double[d];
        assertThat(risk.weightedGradient(w, weights, weighted)).isCloseTo(total, within(1e-8));
        for (int i = 0; i < d; i++) assertThat(weighted[i]).isCloseTo(sum[i], within(1e-9));
    }

    /** One instance of 2000 weights, within five of its fluctuations of order d^-1/2. */
    @Test
    void anInstanceFollowsStateEvolution() {
        int d = 2000;
        MultiIndexMixing spec = new MultiIndexMixing(d, law(2), Estimate.RISK, MarginLoss.LOGISTIC, 1.0, 0.3);
        NarrowMixing mixing = spec.build();
        double[] x = new double[mixing.dimension()];
        mixing.randomise(x, Streams.of(3).stream("start", 0));
        MixingPass pass = new MixingPass(mixing);
        RiskEvolution evolution = new RiskEvolution(2, MarginLoss.LOGISTIC, 1.0, TeacherLabel.SIGN, 0);
        StudentOverlaps at = new StudentOverlaps(0.3, 0.3, 0.7);
        double near = 5 / Math.sqrt(d);
        for (int k = 0; k < 15; k++) {
            pass.update(x, x);
            at = evolution.next(at);
            double[] w = java.util.Arrays.copyOf(x, d);
            assertThat(dot(w, mixing.teacher()) / d).isCloseTo(at.m(), within(near));
            assertThat(dot(w, w) / d).isCloseTo(at.q(), within(near));
            assertThat(x[d]).isCloseTo(at.v(), within(near));
        }
        assertThat(mixing.generalisationError(java.util.Arrays.copyOf(x, d))).isCloseTo(0.205150, within(near));
    }

    /** Answers of the posterior channel are derivatives of the log of its weight, and their slopes those of the answers. */
    @ParameterizedTest
    @EnumSource(
            value = TeacherLabel.class,
            names = {"SIGN", "ABS"})
    void channelsAreDerivatives(TeacherLabel label) {
        double e = 1e-5;
        for (double v : new double[] {0.05, 0.5, 1})
            for (double omega = -3; omega <= 3; omega += 0.37)
                for (double y : label == TeacherLabel.SIGN ? new double[] {-1, 1} : new double[] {0.1, 1, 2.5}) {
                    double g = BayesChannel.answer(label, y, omega, v);
                    double ahead = BayesChannel.logWeight(label, y, omega + e, v);
                    double behind = BayesChannel.logWeight(label, y, omega - e, v);
                    assertThat(g).isCloseTo((ahead - behind) / (2 * e), within(1e-6 * (1 + Math.abs(g))));
                    double slope =
                            (BayesChannel.answer(label, y, omega - e, v) - BayesChannel.answer(label, y, omega + e, v))
                                    / (2 * e);
                    assertThat(BayesChannel.stiffness(label, y, omega, v, g))
                            .isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope))));
                }
    }

    /** An example, one weight: the least that there can be. */
    @Test
    void theSmallestStudent() {
        NarrowRisk risk = new MultiIndexRisk(1, law(1), MarginLoss.LOGISTIC, 1.0, 1, false).build();
        double[] g = new double[1];
        assertThat(risk.energyAndGradient(new double[] {0.0}, g)).isCloseTo(Math.log(2), within(1e-12));
        assertThat(risk.generalisationError(new double[] {0.0})).isEqualTo(0.5);
        assertThat(risk.generalisationError(risk.teacher())).isEqualTo(0.0);
    }

    @Test
    void examplesOfFewAreTheFirstOfMany() {
        RandomStream random = Streams.of(1).stream("w", 0);
        double[] w = new double[30];
        random.normals(w);
        double[] few = new double[30];
        double[] many = new double[60];
        new MultiIndexRisk(30, law(1), MarginLoss.RIDGE, 0.0, 1, false).build().patternEnergies(w, few);
        new MultiIndexRisk(30, law(2), MarginLoss.RIDGE, 0.0, 1, false).build().patternEnergies(w, many);
        for (int mu = 0; mu < 30; mu++) assertThat(2 * few[mu]).isCloseTo(many[mu], within(1e-9));
    }

    @Test
    void refusesWhatHasNoAnswer() {
        assertThatThrownBy(() -> new MultiIndexRisk(10, law(2), MarginLoss.HINGE, 0.0, 1, false))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("max-margin");
        ExampleLaw phases = new ExampleLaw(2, TeacherLabel.ABS, 0, 1);
        assertThatThrownBy(() -> new MultiIndexRisk(10, phases, MarginLoss.RIDGE, 1, 1, false))
                .isInstanceOf(BadParameter.class);
        ExampleLaw linear = new ExampleLaw(2, TeacherLabel.LINEAR, 0.5, 1);
        assertThatThrownBy(() -> new MultiIndexRisk(10, linear, MarginLoss.LOGISTIC, 1, 1, false))
                .isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> new MultiIndexRisk(10, law(0.01), MarginLoss.RIDGE, 1, 1, false))
                .isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> law(-1)).isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> new ExampleLaw(1, TeacherLabel.SIGN, 0.1, 1)).isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> new MultiIndexMixing(10, linear, Estimate.BAYES, MarginLoss.RIDGE, 1, 0))
                .isInstanceOf(BadParameter.class);
    }
}
