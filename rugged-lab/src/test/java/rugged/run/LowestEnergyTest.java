package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rugged.api.LandscapeSpec;
import rugged.api.model.SpinLandscape;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.api.motion.Stepper;
import rugged.dynamics.Order;
import rugged.dynamics.sampling.HeatBath;
import rugged.dynamics.sampling.Tempering;
import rugged.landscape.Precision;
import rugged.landscape.spin.BipartiteSpins;
import rugged.landscape.spin.ExactSum;
import rugged.landscape.spin.LayeredBoltzmann;
import rugged.landscape.spin.SherringtonKirkpatrick;
import rugged.num.Streams;
import rugged.observable.thermal.LowestEnergy;

/** The lowest energy that a tempering comes across is the lowest of all configurations, where these can be counted. */
class LowestEnergyTest {
    private static final int SWEEPS = 256;

    static List<LandscapeSpec> landscapes() {
        return List.of(
                new SherringtonKirkpatrick(18, 1.0, 0.0, 0.1, Precision.FLOAT64, 3),
                new SherringtonKirkpatrick(20, 1.0, 0.0, 0.0, Precision.FLOAT64, 4),
                new BipartiteSpins(18, 1.4, 1.0, 0.0, 0.0, Precision.FLOAT64, 5),
                new LayeredBoltzmann(3, 6, 0.3, 1.0, 0.0, Precision.FLOAT64, 6));
    }

    @ParameterizedTest
    @MethodSource("landscapes")
    void quenchesReachTheGroundState(LandscapeSpec landscape) {
        SpinLandscape model = (SpinLandscape) landscape.build();
        Stepper ladder = new Tempering(new HeatBath(1.0, Order.SEQUENTIAL), 0.3, 1.5, 5, List.of(), 1, 0.0)
                .start(model, up(model.dimension()), Streams.of(1));
        Probe probe = new LowestEnergy(32, 4).open(model, Streams.of(2));
        List<Double> written = new ArrayList<>();
        for (int t = 1; t <= SWEEPS; t++) {
            ladder.advance(t);
            if (t == 100) probe.load(probe.save());
            probe.at(moment(ladder), (quantity, replica, value, error, axes) -> written.add(value));
        }
        // at 32, 64, 128 and 256, and never higher
        assertThat(written).hasSize(4).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        double exact = ExactSum.of(model, 1.0).lowest();
        assertThat(written.getLast()).isCloseTo(exact, within(1e-9));
    }

    private static double[] up(int n) {
        double[] x = new double[n];
        Arrays.fill(x, 1.0);
        return x;
    }

    /** What the probe looks at. */
    private static Moment moment(Stepper ladder) {
        return (Moment) Proxy.newProxyInstance(
                Moment.class.getClassLoader(),
                new Class<?>[] {Moment.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "time" -> ladder.time();
                    case "single" -> true;
                    case "replicas" -> 1;
                    case "ladder" -> ladder;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
