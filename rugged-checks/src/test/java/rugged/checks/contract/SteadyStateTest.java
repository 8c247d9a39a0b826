package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.api.DynamicsSpec;
import rugged.api.Quantities;
import rugged.dynamics.Clock;
import rugged.dynamics.Stability;
import rugged.dynamics.flow.GradientDescent;
import rugged.dynamics.sampling.Langevin;
import rugged.observable.scalar.Energy;
import rugged.protocol.SteadyState;

/** The approach to a steady state in a harmonic well, where the relaxation and the end of it have closed forms. */
class SteadyStateTest {
    private static TinyBench run(DynamicsSpec dynamics, SteadyState protocol) {
        GaussianWell well = GaussianWell.isotropic(20, 1.0);
        TinyBench bench = new TinyBench(well, dynamics, new Energy(), 4, 3, false);
        protocol.run(bench);
        return bench;
    }

    @Test
    void theBathEndsInEquipartition() {
        Langevin bath = new Langevin(0.3, 0.02, Clock.FLOW, new Stability(false));
        TinyBench bench = run(bath, new SteadyState(0.5, 2000, 2, 200, 101, List.of(0.0)));
        double approach = bench.values(SteadyState.APPROACH, 0.0)[0];
        // the energy relaxes at rate 2: not before several of its times, and long before the last
        assertThat(approach).isBetween(1.0, 500.0);
        assertThat(Math.abs(bench.values(SteadyState.DRIFT, 0.0)[0])).isLessThanOrEqualTo(2);
        double[] e = bench.values(Quantities.ENERGY);
        assertThat(e).hasSize(4 * 101);
        double mean = Arrays.stream(e).average().orElse(Double.NaN);
        double each = 0.5 * 0.3 / (1 - 0.01); // Euler's variance T/(k (1 - k dt/2))
        double extent = new GaussianWell(20, 1, 1).build().extent();
        double error = each * Math.sqrt(2.0 / 20 / (4 * 100));
        assertThat(mean).isCloseTo(each * 20 / extent, within(4 * error * 20 / extent));
    }

    @Test
    void whatStillDriftsIsRefused() {
        DynamicsSpec slow = new GradientDescent(1e-4, 0.0, Clock.FLOW, 0.0, new Stability(false));
        assertThatThrownBy(() -> run(slow, new SteadyState(0.5, 8, 2, 10, 11, List.of())))
                .hasMessageContaining("no steady state until")
                .hasMessageContaining("waiting-times");
    }

    @Test
    void parametersAreChecked() {
        assertThatThrownBy(() -> new SteadyState(10, 15, 2, 10, 11, List.of())).hasMessageContaining("two windows");
        assertThatThrownBy(() -> new SteadyState(1, 100, 2, 10, 11, List.of(10.0)))
                .hasMessageContaining("not within the measurement");
    }
}
