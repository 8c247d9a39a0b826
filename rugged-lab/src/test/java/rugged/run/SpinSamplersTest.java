package rugged.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.Quantities;
import rugged.api.model.SpinLandscape;
import rugged.api.motion.Stepper;
import rugged.dynamics.Order;
import rugged.dynamics.sampling.BlockHeatBath;
import rugged.dynamics.sampling.HeatBath;
import rugged.dynamics.sampling.Metropolis;
import rugged.dynamics.sampling.Tempering;
import rugged.landscape.Precision;
import rugged.landscape.spin.BipartiteSpins;
import rugged.landscape.spin.BipartiteSum;
import rugged.landscape.spin.CurieWeiss;
import rugged.landscape.spin.ExactSum;
import rugged.landscape.spin.LayeredBoltzmann;
import rugged.landscape.spin.SherringtonKirkpatrick;
import rugged.num.Streams;
import rugged.observable.scalar.Energy;

/** Every sampler of Ising spins beside exact sums over all configurations. */
class SpinSamplersTest {
    private static final double TEMPERATURE = 0.8;
    private static final int OBSERVATIONS = 400;
    private static final int PAIRS = 24;
    private static final double SIGMAS = 3.0;

    @TempDir
    Path directory;

    record Case(LandscapeSpec landscape, DynamicsSpec dynamics) {}

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (LandscapeSpec landscape : List.of(
                new SherringtonKirkpatrick(12, 1.0, 0.3, 0.1, Precision.FLOAT64, 3),
                new SherringtonKirkpatrick(12, 1.0, 0.0, 0.0, Precision.FLOAT32, 4),
                new BipartiteSpins(12, 1.4, 1.0, 0.1, -0.2, Precision.FLOAT64, 3),
                new LayeredBoltzmann(3, 4, 0.4, 1.0, 0.1, Precision.FLOAT64, 3),
                new LayeredBoltzmann(4, 3, 0.6, 0.0, 0.1, Precision.FLOAT64, 3),
                new CurieWeiss(12, 1.0, 0.1)))
            for (DynamicsSpec dynamics : List.of(
                    new Metropolis(TEMPERATURE, Order.RANDOM, 0.5),
                    new HeatBath(TEMPERATURE, Order.SEQUENTIAL),
                    new HeatBath(TEMPERATURE, Order.RANDOM),
                    new BlockHeatBath(TEMPERATURE),
                    new Tempering(new HeatBath(1.0, Order.SEQUENTIAL), TEMPERATURE, 2.0, 4, List.of(), 1, 0.0)))
                if (landscape.offers().containsAll(dynamics.needs())) cases.add(new Case(landscape, dynamics));
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void energiesAndOverlapsAreTheSumsOverAllConfigurations(Case of) {
        ExactSum exact = ExactSum.of((SpinLandscape) of.landscape().build(), TEMPERATURE);
        List<GuestRuns.Mean> means = new GuestRuns(directory)
                .means(of.landscape(), of.dynamics(), OBSERVATIONS, List.of(Quantities.ENERGY), new Energy());
        assertIs("energy", means.getFirst(), exact.energy());
        assertThat(means.getFirst().error()).isLessThan(0.02);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void overlapsOfReplicasAreTheirSums(Case of) {
        SpinLandscape model = (SpinLandscape) of.landscape().build();
        ExactSum exact = ExactSum.of(model, TEMPERATURE);
        double[] means = new double[PAIRS];
        double[][] x = new double[2][model.dimension()];
        for (int pair = 0; pair < PAIRS; pair++) {
            Stepper[] replicas = new Stepper[2];
            for (int r = 0; r < 2; r++) {
                Streams random = Streams.of(2L * pair + r);
                model.randomise(x[r], random.stream("start", 0));
                replicas[r] = of.dynamics().start(model, x[r], random);
            }
            for (int time = -50; time < OBSERVATIONS; time++) {
                for (int r = 0; r < 2; r++) {
                    replicas[r].step();
                    replicas[r].state(x[r]);
                }
                double q = model.overlap(x[0], x[1]);
                if (time >= 0) means[pair] += q * q / OBSERVATIONS;
            }
        }
        double mean = Arrays.stream(means).average().orElse(Double.NaN);
        double variance = Arrays.stream(means).map(q -> (q - mean) * (q - mean)).sum() / (PAIRS - 1);
        assertIs("squared overlap", new GuestRuns.Mean(mean, Math.sqrt(variance / PAIRS)), exact.square());
    }

    @Test
    void aGroupDrawnAtOnceHasTheSumOverTheOther() {
        BipartiteSpins spec = new BipartiteSpins(40, 2.0, 1.0, 0.1, -0.2, Precision.FLOAT32, 5);
        BipartiteSum exact = BipartiteSum.of(spec, TEMPERATURE);
        List<GuestRuns.Mean> means = new GuestRuns(directory)
                .means(spec, new BlockHeatBath(TEMPERATURE), OBSERVATIONS, List.of(Quantities.ENERGY), new Energy());
        assertIs("energy", means.getFirst(), exact.energy());
        assertThat(spec.provides()).contains(Need.BLOCKS);
    }

    private static void assertIs(String what, GuestRuns.Mean mean, double exact) {
        assertThat(Math.abs(mean.value() - exact))
                .as("%s: %s is not %s", what, mean, exact)
                .isLessThan(SIGMAS * mean.error());
    }
}
