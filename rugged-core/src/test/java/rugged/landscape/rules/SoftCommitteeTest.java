package rugged.landscape.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rugged.api.lessons.FreshExamples;
import rugged.api.motion.Stepper;
import rugged.dynamics.rules.OnLineDescent;
import rugged.meanfield.rules.CommitteeFlow;
import rugged.meanfield.rules.CommitteeOverlaps;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;

class SoftCommitteeTest {
    private static final List<Double> LENGTHS = List.of(0.4, 0.2);

    private static CommitteeOverlaps overlaps(FreshExamples model, double[] w) {
        double[] q = new double[4];
        double[] r = new double[4];
        model.overlaps(w, q, r);
        return CommitteeOverlaps.of(2, 2, q, r);
    }

    @Test
    void theStartIsThatOfTheTheory() {
        FreshExamples model = new SoftCommittee(60, 2, LENGTHS, 0.05, 3).build();
        double[] w = new double[120];
        model.randomise(w, Streams.of(1).stream("start", 0));
        double[] found = overlaps(model, w).c();
        double[] wanted = CommitteeOverlaps.start(LENGTHS, 2, 0.05).c();
        for (int k = 0; k < found.length; k++) assertThat(found[k]).isCloseTo(wanted[k], within(1e-12));
    }

    /** The mean step with a fresh example is downhill in the exact energy. */
    @Test
    void examplesGoDownTheEnergyOnAverage() {
        int n = 20;
        FreshExamples model = new SoftCommittee(n, 2, LENGTHS, 0.05, 3).build();
        double[] w = new double[2 * n];
        model.randomise(w, Streams.of(1).stream("start", 0));
        double[] g = new double[2 * n];
        model.energyAndGradient(w, g);
        RandomStream random = Streams.of(2).stream("examples", 0);
        int draws = 100000;
        double along = 0;
        double square = 0;
        double size = 0;
        for (double each : g) size += each * each;
        for (int k = 0; k < draws; k++) {
            double[] moved = w.clone();
            model.learn(moved, 1, random);
            double step = 0;
            for (int i = 0; i < moved.length; i++) step -= n * (moved[i] - w[i]) * g[i] / size;
            along += step / draws;
            square += step * step / draws;
        }
        double error = Math.sqrt((square - along * along) / draws);
        assertThat(along).isCloseTo(1, within(4 * error));
        assertThat(error).isLessThan(0.02);
    }

    @Test
    @Tag("slow")
    void simulationsFollowTheFlow() {
        CommitteeFlow flow = new CommitteeFlow(CommitteeOverlaps.start(LENGTHS, 2, 0.05), 1);
        double[] mean = new double[2];
        double[] times = {10, 40};
        int sets = 6;
        for (int set = 0; set < sets; set++) {
            FreshExamples model = new SoftCommittee(500, 2, LENGTHS, 0.05, set).build();
            double[] w = new double[1000];
            model.randomise(w, Streams.of(set).stream("start", 0));
            Stepper stepper = new OnLineDescent(1).start(model, w, Streams.of(50 + set));
            for (int k = 0; k < 2; k++) {
                stepper.advance(times[k]);
                stepper.state(w);
                mean[k] += model.energy(w) / 500 / sets;
            }
        }
        for (int k = 0; k < 2; k++) {
            flow.advance(times[k]);
            assertThat(mean[k]).isCloseTo(flow.overlaps().loss(), within(0.0015));
        }
    }

    @Test
    void aCovarianceThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new SoftCommittee(60, 2, List.of(0.4, 0.0), 0.05, 3))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("not positive definite");
        assertThatThrownBy(() -> new SoftCommittee(4, 3, LENGTHS, 0.05, 3)).isInstanceOf(BadParameter.class);
    }
}
