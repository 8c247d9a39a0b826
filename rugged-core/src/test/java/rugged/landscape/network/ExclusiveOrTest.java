package rugged.landscape.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.api.motion.Stepper;
import rugged.data.Xor;
import rugged.dynamics.minimise.LimitedMemory;
import rugged.geometry.Symmetry;
import rugged.landscape.Precision;
import rugged.num.Streams;
import rugged.num.spectral.DenseSpectrum;

/** The loss of two hyperbolic tangents on exclusive or, with decay of all weights and biases: E = mean cross-entropy + lambda |W|^2, l2 = 2 lambda. */
class ExclusiveOrTest {
    private static Landscape network(double lambda) {
        return network(lambda, 2);
    }

    private static Landscape network(double lambda, int units) {
        return (Landscape) spec(lambda, units).build();
    }

    private static Network spec(double lambda, int units) {
        return new Network(
                new Xor(4, 0, 2, 0, Optional.of(Xor.Values.BITS), Optional.of(Xor.Answers.CLASSES), 1),
                List.of(units),
                Activation.TANH,
                Network.Parametrisation.STANDARD,
                Network.Bias.ALL,
                Initialisation.GAUSSIAN,
                0,
                NetworkLoss.CROSS_ENTROPY,
                1,
                2 * lambda,
                Precision.FLOAT64);
    }

    @Test
    void theIdleNetworkIsAMinimumOfKnownCurvature() {
        for (double lambda : new double[] {0.1, 0.01, 0.001}) {
            Landscape loss = network(lambda);
            assertThat(loss.dimension()).isEqualTo(12);
            double[] x = new double[12];
            double[] g = new double[12];
            assertThat(loss.energyAndGradient(x, g)).isCloseTo(Math.log(2), within(1e-15));
            for (double each : g) assertThat(each).isCloseTo(0, within(1e-16));
            double[] h = new double[144];
            loss.hessian(x, h, new double[2][12]);
            double[] values = DenseSpectrum.of(12, h, false).values();
            double logDeterminant = 0;
            for (int k = 0; k < 12; k++) {
                assertThat(values[k]).isCloseTo(k < 11 ? 2 * lambda : 2 * lambda + 0.5, within(1e-14));
                logDeterminant += Math.log(values[k]);
            }
            if (lambda == 0.1) assertThat(logDeterminant).isCloseTo(-18.0605, within(1e-4));
            assertThat(loss.symmetry().order(x)).isEqualTo(8);
        }
    }

    /** n! 2^n moves leave a network without weights as it is: beyond an int from ten units on. */
    @Test
    void theIdleNetworkOfTenUnitsHasManyMoves() {
        Symmetry symmetry = network(0.1, 10).symmetry();
        double moves = 3628800.0 * 1024.0;
        assertThat(symmetry.order(new double[52])).isEqualTo(moves);
        assertThat(symmetry.logCopies()).isCloseTo(Math.log(moves), within(1e-12));
    }

    @Test
    void withoutDecayThereIsNoMap() {
        assertThat(spec(0.1, 2).offers()).contains(Need.ISOLATED);
        assertThat(spec(0.0, 2).offers()).doesNotContain(Need.ISOLATED);
    }

    @Test
    void quenchesEndAtKnownMinima() {
        double[] known = {0.42653889, 0.46921456, 0.59290379, 0.69314718};
        Landscape loss = network(0.01);
        boolean[] seen = new boolean[4];
        for (int seed = 0; seed < 60; seed++) {
            double[] x = new double[12];
            Streams.of(seed).stream("x", 0).normals(x);
            Stepper descent = new LimitedMemory(10, LimitedMemory.Search.WOLFE, 1, 1e-10).start(loss, x, Streams.of(1));
            descent.advance(3000);
            descent.state(x);
            double energy = loss.energy(x);
            int which = 0;
            while (which < 3 && energy > known[which] + 1e-6) which++;
            assertThat(energy).isCloseTo(known[which], within(1e-7));
            seen[which] = true;
        }
        assertThat(seen[0] && seen[1] && seen[2]).isTrue();
    }
}
