package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import rugged.api.Bench;
import rugged.api.ObservableSpec;
import rugged.api.ProtocolSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.dynamics.Order;
import rugged.dynamics.sampling.HeatBath;
import rugged.landscape.Precision;
import rugged.landscape.glass.IsingPSpin;
import rugged.meanfield.Mixture;
import rugged.observable.thermal.OverlapMoments;
import rugged.observable.thermal.SpecificHeat;

/** Overlaps and energies of small glasses in equilibrium against what is known above their transition. */
class OverlapTest {
    private static final int SAMPLES = 400;

    /** Observations after 3, 6, ... sweeps. */
    private record Evenly() implements ProtocolSpec {
        @Override
        public void run(Bench bench) {
            bench.follow(bench.start(bench.dynamics()), schedule());
        }

        @Override
        public Schedule schedule() {
            double[] times = new double[SAMPLES];
            for (int k = 0; k < SAMPLES; k++) times[k] = 3.0 * (k + 1);
            return Schedule.at(times);
        }
    }

    private static TinyBench bench(
            int order, double temperature, ObservableSpec observable, long seed, boolean forgetful) {
        IsingPSpin glass = new IsingPSpin(40, Mixture.pure(order), Precision.FLOAT64, seed);
        TinyBench bench = new TinyBench(glass, new HeatBath(temperature, Order.RANDOM), observable, 2, seed, forgetful);
        new Evenly().run(bench);
        return bench;
    }

    /** Mean over disorder samples and its standard error, at the last time. */
    private static double[] mean(int order, double temperature, ObservableSpec observable, Quantity quantity) {
        double[] values = new double[48];
        for (int s = 0; s < values.length; s++) {
            double[] one = bench(order, temperature, observable, s + 1, false).values(quantity, 3.0 * SAMPLES);
            values[s] = Arrays.stream(one).average().orElseThrow();
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return new double[] {mean, Math.sqrt(squares / (values.length - 1.0) / values.length)};
    }

    /** The energy is a Gaussian field: e = -beta (f(1) - f(q)) on average over the disorder at every N, also where q is large. */
    @Test
    void energiesAndOverlapsBelongTogetherInEquilibrium() {
        for (int order : new int[] {2, 3}) {
            double[] found = mean(order, 0.95, new OverlapMoments(150, 1), OverlapMoments.RESIDUAL);
            assertThat(found[0]).isCloseTo(0.0, within(4 * found[1]));
            assertThat(found[1]).isLessThan(0.02);
        }
    }

    @Test
    void aHotterStartIsNotInEquilibrium() {
        // what is averaged begins with the random start itself: e = 0, q = 0, r = beta/2
        double first = 0.0;
        for (int s = 1; s <= 20; s++)
            first += bench(2, 0.5, new OverlapMoments(0, 1), s, false).values(OverlapMoments.RESIDUAL, 3.0)[0] / 20;
        assertThat(first).isGreaterThan(0.05);
    }

    /** The Sherrington-Kirkpatrick model at T = 2: N q^2 = 1/(1 - 1/T^2), c = 1/(2 T^2), up to O(1/N). */
    @Test
    void theHotPhase() {
        double[] chi = mean(2, 2.0, new OverlapMoments(60, 1), OverlapMoments.SUSCEPTIBILITY);
        assertThat(chi[0]).isCloseTo(4.0 / 3.0, within(4 * chi[1] + 1.0 / 40));
        assertThat(chi[1]).isLessThan(0.03);
        double[] heat = mean(2, 2.0, new SpecificHeat(60, 1), SpecificHeat.HEAT);
        assertThat(heat[0]).isCloseTo(0.125, within(4 * heat[1] + 0.125 / 40));
    }

    @Test
    void writingSeldomAndStoppingChangeNothing() {
        double end = 3.0 * SAMPLES;
        var often = bench(2, 1.2, new OverlapMoments(30, 1), 3, false);
        var seldom = bench(2, 1.2, new OverlapMoments(30, 57), 3, true);
        for (Quantity quantity : new OverlapMoments(0, 1).quantities()) {
            assertThat(seldom.values(quantity, end)).containsExactly(often.values(quantity, end));
            assertThat(seldom.values(quantity)).hasSize(8);
            assertThat(often.values(quantity, 27.0)).containsOnly(Double.NaN);
        }
        var heat = bench(2, 1.2, new SpecificHeat(30, 57), 3, true);
        assertThat(heat.values(SpecificHeat.HEAT, end))
                .containsExactly(
                        bench(2, 1.2, new SpecificHeat(30, 1), 3, false).values(SpecificHeat.HEAT, end));
    }
}
