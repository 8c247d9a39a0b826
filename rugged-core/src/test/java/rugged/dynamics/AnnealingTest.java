package rugged.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.api.model.Landscape;
import rugged.api.model.StochasticLandscape;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.dynamics.Annealing.Way;
import rugged.dynamics.stochastic.Adam;
import rugged.landscape.perceptron.Perceptron;
import rugged.num.Streams;
import rugged.params.BadParameter;

/** Learning rates that fall. */
class AnnealingTest {
    @Test
    void ratesFallAsTheySay() {
        Annealing line = new Annealing(100, 200, 0.01, Way.LINEAR, 0);
        assertThat(line.factor(0)).isEqualTo(1.0);
        assertThat(line.factor(100)).isEqualTo(1.0);
        assertThat(line.factor(150)).isCloseTo(0.505, within(1e-15));
        assertThat(line.factor(200)).isCloseTo(0.01, within(1e-15));
        assertThat(line.factor(100_000)).isEqualTo(line.factor(200));
        assertThat(new Annealing(100, 200, 0.01, Way.GEOMETRIC, 0).factor(150)).isCloseTo(0.1, within(1e-15));
        // divided by 10 every 250000 steps, down to a thousandth
        Annealing paper = new Annealing(0, 750_000, 1e-3, Way.GEOMETRIC, 3);
        assertThat(paper.factor(249_999)).isEqualTo(1.0);
        assertThat(paper.factor(250_000)).isCloseTo(0.1, within(1e-15));
        assertThat(paper.factor(749_999)).isCloseTo(0.01, within(1e-15));
        assertThat(paper.factor(750_000)).isCloseTo(1e-3, within(1e-18));
        assertThatThrownBy(() -> new Annealing(200, 200, 0.1, Way.LINEAR, 0)).isInstanceOf(BadParameter.class);
    }

    private static Adam adam(double rate, double batch, Optional<Annealing> anneal) {
        return new Adam(rate, new Batching(batch, Sampling.WITHOUT), 0.9, 0.999, 1e-8, Clock.STEPS, 0.0, anneal);
    }

    private static Stepper start(Adam adam) {
        StochasticLandscape landscape = (StochasticLandscape) new Perceptron(20, 4.0, -0.1, 3).build();
        double[] x = new double[20];
        for (int i = 0; i < 20; i++) x[i] = Math.cos(i);
        landscape.manifold().retract(x);
        return adam.start(landscape, x, Streams.of(1));
    }

    private static double[] after(Stepper stepper, int steps) {
        for (int k = 0; k < steps; k++) stepper.step();
        double[] x = new double[20];
        stepper.state(x);
        return x;
    }

    /** Up to where it begins to fall the way is that of the full rate, to the last bit; behind, steps are shorter; a saved one goes on as it was. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 10})
    void adamFollowsTheRate(double batch) {
        Optional<Annealing> falling = Optional.of(new Annealing(10, 20, 1e-6, Way.LINEAR, 0));
        assertThat(after(start(adam(0.01, batch, falling)), 11))
                .isEqualTo(after(start(adam(0.01, batch, Optional.empty())), 11));
        Stepper stepper = start(adam(0.01, batch, falling));
        double[] then = after(stepper, 20);
        Stepper resumed = start(adam(0.01, batch, falling));
        resumed.load(stepper.save());
        double[] later = after(stepper, 5);
        double moved = 0.0;
        for (int i = 0; i < 20; i++) moved = Math.max(moved, Math.abs(later[i] - then[i]));
        assertThat(moved).isBetween(1e-10, 5 * 0.01 * 1e-6 * 3);
        assertThat(after(resumed, 5)).isEqualTo(later);
    }

    /** A network that runs away says after which step, and at what rate. */
    @Test
    void whatIsNoNumberIsSaidWithStepAndRate() {
        Landscape steep = new Landscape() {
            @Override
            public double energy(double[] x) {
                return Math.exp(x[0] * x[0]);
            }

            @Override
            public int dimension() {
                return 1;
            }

            @Override
            public void randomise(double[] x, RandomGenerator random) {
                x[0] = 1.0;
            }
        };
        Stepper stepper = adam(1e3, 0, Optional.of(new Annealing(0, 10, 0.5, Way.LINEAR, 0)))
                .start(steep, new double[] {1.0}, Streams.of(1));
        for (int k = 0; k < 20; k++) stepper.step();
        assertThat(stepper.status())
                .isInstanceOfSatisfying(
                        Status.Failed.class,
                        failed -> assertThat(failed.reason())
                                .contains("after step 1 at a learning rate of 1.00e+03: try a smaller one"));
    }

    @Test
    void aClockOfFlowHasOneRate() {
        assertThatThrownBy(() -> new Adam(
                        0.01,
                        new Batching(0, Sampling.WITHOUT),
                        0.9,
                        0.999,
                        1e-8,
                        Clock.FLOW,
                        0.0,
                        Optional.of(new Annealing(0, 10, 0.1, Way.LINEAR, 0))))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("clock");
    }
}
