package rugged.landscape.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rugged.api.lessons.HeatedCommittee;
import rugged.landscape.Precision;
import rugged.meanfield.decay.SymmetricOverlaps;
import rugged.meanfield.rules.CommitteeOverlaps;
import rugged.num.Streams;
import rugged.params.BadParameter;

class DecayedCommitteeTest {
    private static DecayedCommittee spec(
            int n, int units, double load, double beta, double decay, Beginning beginning, Precision precision) {
        return new DecayedCommittee(n, units, load, beta, decay, units == 1, beginning, precision, 3);
    }

    private static SymmetricOverlaps overlaps(HeatedCommittee model, double[] w) {
        int k = model.units();
        double[] q = new double[k * k];
        double[] r = new double[k * k];
        model.overlaps(w, q, r);
        return SymmetricOverlaps.mean(CommitteeOverlaps.of(k, k, q, r));
    }

    private static double[] start(HeatedCommittee model, long seed) {
        double[] w = new double[model.dimension()];
        model.randomise(w, Streams.of(seed).stream("start", 0));
        return w;
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void derivativesAreThoseOfDifferences(Precision precision) {
        HeatedCommittee model =
                spec(9, 3, 30, 0.3, 0.7, Beginning.RANDOM, Precision.FLOAT64).build();
        double[] w = start(model, 1);
        double[] v = start(model, 2);
        double[] g = new double[w.length];
        HeatedCommittee same =
                spec(9, 3, 30, 0.3, 0.7, Beginning.RANDOM, precision).build();
        double energy = same.energyAndGradient(w, g);
        double[] hv = new double[w.length];
        same.hessianVector(w, v, hv);
        double tolerance = precision == Precision.FLOAT64 ? 1e-8 : 1e-5;
        assertThat(energy).isCloseTo(model.energy(w), within(tolerance * energy));
        double step = 1e-5;
        double[] up = w.clone();
        double[] down = w.clone();
        for (int i = 0; i < w.length; i++) {
            up[i] += step * v[i];
            down[i] -= step * v[i];
        }
        double[] above = new double[w.length];
        double[] below = new double[w.length];
        double slope = (model.energyAndGradient(up, above) - model.energyAndGradient(down, below)) / (2 * step);
        double along = 0;
        for (int i = 0; i < w.length; i++) along += g[i] * v[i];
        assertThat(along).isCloseTo(slope, within(tolerance * Math.abs(slope) + 1e-6));
        for (int i = 0; i < w.length; i++) {
            double change = (above[i] - below[i]) / (2 * step);
            assertThat(hv[i]).isCloseTo(change, within(10 * tolerance * (1 + Math.abs(change))));
        }
    }

    /** Many examples at a student that knows nothing of them: their mean error is that of new ones. */
    @Test
    void examplesHaveTheExactErrorOnAverage() {
        HeatedCommittee model =
                spec(20, 3, 500, 0.1, 1, Beginning.RANDOM, Precision.FLOAT32).build();
        double[] w = start(model, 4);
        double[] q = new double[9];
        double[] r = new double[9];
        model.overlaps(w, q, r);
        double exact = model.share() * CommitteeOverlaps.of(3, 3, q, r).loss();
        // 100000 examples, whose errors are about as large as their mean
        assertThat(model.trainingLoss(w)).isCloseTo(exact, within(4 * exact / Math.sqrt(100000) * 1.5));
    }

    @Test
    void theControlIsTheNumberOfExamples() {
        DecayedCommittee spec = spec(10, 2, 20, 0.5, 0.5, Beginning.RANDOM, Precision.FLOAT64);
        HeatedCommittee model = spec.build();
        double[] w = start(model, 1);
        double length = 0;
        for (double weight : w) length += weight * weight;
        double all = model.energy(w) - 0.25 * length;
        assertThat(all).isCloseTo(0.5 * spec.patterns() * model.trainingLoss(w), within(1e-10 * all));
        model.control(10);
        assertThat(model.energy(w) - 0.25 * length).isCloseTo(0.5 * all, within(1e-10 * all));
        assertThat(model.fork().control()).isEqualTo(10);
        assertThatThrownBy(() -> model.control(-1)).isInstanceOf(BadParameter.class);
    }

    @Test
    void beginnings() {
        HeatedCommittee random =
                spec(40, 2, 20, 0.5, 0.01, Beginning.RANDOM, Precision.FLOAT64).build();
        assertThat(overlaps(random, start(random, 1)).q()).isCloseTo(1, within(1e-12));
        HeatedCommittee far =
                spec(40, 2, 20, 0.5, 0.01, Beginning.LONG, Precision.FLOAT64).build();
        assertThat(overlaps(far, start(far, 1)).q()).isCloseTo(100, within(1e-9));
        HeatedCommittee taught =
                spec(40, 2, 20, 0.5, 0.01, Beginning.TEACHER, Precision.FLOAT64).build();
        SymmetricOverlaps near = overlaps(taught, start(taught, 1));
        assertThat(near.r()).isCloseTo(1, within(0.05));
        assertThat(near.s()).isCloseTo(0, within(0.05));
        double[] w = new double[80];
        taught.randomise(w, Streams.of(5).stream("start", 0));
        assertThat(taught.trainingLoss(w)).isLessThan(0.02);
    }

    @Test
    void whatIsRefused() {
        assertRefused(40, 1, 20, 0.2, 0.5, "specialisation needs at least two hidden units", false);
        assertRefused(40, 2, 20, 0.2, 0.5, "is for one unit", true);
        assertRefused(6, 3, 20, 0.2, 0.5, "leaves no room beside 3 units and their teacher's", false);
        assertRefused(40, 2, -1, 0.2, 0.5, "is no number of examples", false);
        assertRefused(40, 2, 20, 0.2, -0.5, "negative decay: the free energy is unbounded", false);
        assertRefused(40, 2, 20, 0, 0.5, "is no inverse temperature", false);
        assertRefused(40, 2, 20, -1, 0.5, "is no inverse temperature", false);
        assertRefused(40, 2, 0.001, 0.5, 0.5, "leaves no example: P = A N/beta", false);
        assertRefused(40, 2, 20, 1e-8, 0.5, "beyond memory", false);
        assertThatThrownBy(() -> spec(40, 2, 20, 0.2, 0, Beginning.LONG, Precision.FLOAT64))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("without decay is infinite");
    }

    private static void assertRefused(
            int n, int units, double load, double beta, double decay, String words, boolean lengthOnly) {
        assertThatThrownBy(() -> new DecayedCommittee(
                        n, units, load, beta, decay, lengthOnly, Beginning.RANDOM, Precision.FLOAT64, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining(words);
    }
}
