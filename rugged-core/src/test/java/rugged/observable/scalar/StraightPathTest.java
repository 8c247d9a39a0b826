package rugged.observable.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rugged.api.model.Landscape;
import rugged.data.Xor;
import rugged.landscape.Precision;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;
import rugged.landscape.plain.Quadratic;
import rugged.num.Streams;

/** Barriers on straight ways that are known. */
class StraightPathTest {
    private static double barrier(Landscape landscape, double[] a, double[] b) {
        return StraightPath.barrier(landscape, a, b, 49, new double[a.length], new double[a.length]);
    }

    /** No way in a bowl rises above its higher end. */
    @Test
    void aBowlHasNone() {
        Landscape bowl = (Landscape) new Quadratic(5, 10.0, true, 1).build();
        double[] a = {1, 2, 3, 4, 5};
        double[] b = {-2, 1, 0, 1, 7};
        assertThat(barrier(bowl, a, b)).isZero();
        assertThat(barrier(bowl, a, a)).isZero();
    }

    /** On the way to the copy with all signs turned a network is scaled down to no weights, where the loss is ln 2, and up again. After alignment the copy is no way off. */
    @Test
    void aCopyLiesBehindABarrierThatAlignmentTakesAway() {
        Landscape loss = (Landscape) new Network(
                        new Xor(4, 0, 2, 0, Optional.of(Xor.Values.BITS), Optional.of(Xor.Answers.CLASSES), 1),
                        List.of(2),
                        Activation.TANH,
                        Network.Parametrisation.STANDARD,
                        Network.Bias.NONE,
                        Initialisation.GAUSSIAN,
                        0,
                        NetworkLoss.CROSS_ENTROPY,
                        1,
                        1e-4,
                        Precision.FLOAT64)
                .build();
        // the first unit answers or, the second and: their difference is exclusive or
        double[] x = {1.5, 0.3, 1.5, 0.3, -4, 4, 8, -8};
        double[] y = new double[x.length];
        for (int k = 0; k < x.length; k++) y[k] = -x[k];
        assertThat(loss.energy(x)).isLessThan(0.5).isCloseTo(loss.energy(y), within(1e-14));
        double highest = 0.0;
        for (int k = -25; k <= 25; k++) {
            double[] scaled = new double[x.length];
            for (int i = 0; i < x.length; i++) scaled[i] = k / 25.0 * x[i];
            highest = Math.max(highest, loss.energy(scaled));
        }
        assertThat(highest).isBetween(Math.log(2), Math.log(2) + 0.01);
        assertThat(barrier(loss, x, y)).isCloseTo(highest - loss.energy(x), within(1e-12));
        double[] moved = new double[x.length];
        assertThat(loss.symmetry().align(x, y, moved)).isCloseTo(0.0, within(1e-14));
        assertThat(barrier(loss, x, moved)).isCloseTo(0.0, within(1e-14));
        double[] random = new double[x.length];
        Streams.of(1).stream("x", 0).normals(random);
        assertThat(barrier(loss, x, random)).isNotNegative();
    }
}
