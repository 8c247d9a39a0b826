package rugged.dynamics.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import rugged.api.model.Landscape;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.dynamics.minimise.LimitedMemory.Limit;
import rugged.dynamics.minimise.LimitedMemory.Search;
import rugged.landscape.cluster.LennardJones;
import rugged.num.Streams;
import rugged.num.Vectors;

/** Controlled steps as they are usual for clusters. */
class ClusterQuenchTest {
    private static double[] start(Landscape cluster, long seed) {
        double[] x = new double[cluster.dimension()];
        cluster.randomise(x, Streams.of(seed).stream("start", 0));
        return x;
    }

    @Test
    void aHundredStartsArriveAndNoStepIsLongerOrRaisesTheEnergyByMoreThanAllowed() {
        Landscape cluster = new LennardJones(13).build();
        double[] before = new double[39];
        double[] x = new double[39];
        double[] g = new double[39];
        double risen = 0;
        for (int seed = 0; seed < 100; seed++) {
            x = start(cluster, seed);
            Stepper descent = LimitedMemory.ofClusters(4, 0.4, 1e-10).start(cluster, x, Streams.of(1));
            double energy = cluster.energy(x);
            while (descent.status().running() && descent.steps() < 5000) {
                System.arraycopy(x, 0, before, 0, 39);
                descent.step();
                descent.state(x);
                double now = cluster.energy(x);
                risen = Math.max(risen, now - energy);
                // far up the wall of a pair 1e-4 is below the rounding of an energy
                assertThat(now).isLessThanOrEqualTo(energy + 1.01e-4 + 1e-12 * Math.abs(energy));
                energy = now;
                Vectors.add(before, -1.0, x);
                assertThat(Vectors.norm(before)).isLessThanOrEqualTo(0.4 * (1 + 1e-9));
            }
            assertThat(descent.status()).isInstanceOf(Status.Converged.class);
            cluster.energyAndGradient(x, g);
            assertThat(Vectors.rms(g)).isLessThanOrEqualTo(1e-10);
        }
        assertThat(risen).isGreaterThan(1e-9); // it is made use of
    }

    @Test
    void theFirstStepIsTheScaleTimesTheGradient() {
        Landscape pair = new LennardJones(2).build();
        double[] x = {0, 0, 0, 1.13, 0, 0};
        double[] g = new double[6];
        pair.energyAndGradient(x, g);
        Stepper descent = new LimitedMemory(
                        4, Search.CONTROLLED, 1, Optional.of(Limit.WHOLE), Optional.of(0.003), Optional.empty(), 1e-10)
                .start(pair, x, Streams.of(1));
        descent.step();
        double[] y = new double[6];
        descent.state(y);
        for (int i = 0; i < 6; i++) assertThat(y[i]).isCloseTo(x[i] - 0.003 * g[i], within(1e-15));
    }

    @Test
    void aLineSearchTakesNoneOfIt() {
        assertThatThrownBy(() -> new LimitedMemory(
                        4, Search.WOLFE, 1, Optional.of(Limit.WHOLE), Optional.empty(), Optional.empty(), 1e-10))
                .hasMessageContaining("limit = WHOLE")
                .hasMessageContaining("search: controlled");
    }
}
