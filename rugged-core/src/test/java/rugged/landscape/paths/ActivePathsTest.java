package rugged.landscape.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rugged.api.constraint.ProductConstraints;
import rugged.api.motion.Stepper;
import rugged.dynamics.Order;
import rugged.dynamics.sampling.Metropolis;
import rugged.meanfield.diluted.PathSigns;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.parity.Elimination;
import rugged.num.parity.ParitySystem;
import rugged.num.parity.Solvability;
import rugged.params.BadParameter;

class ActivePathsTest {
    private static ActivePaths spec(int layers, int width, double alpha, double keep, PathSigns couplings, long seed) {
        return new ActivePaths(new PathLaw(layers, width, alpha, keep, couplings, 0.5, seed));
    }

    /** Integers stay integers; sums of normal numbers have rounding errors. */
    @ParameterizedTest
    @EnumSource(PathSigns.class)
    void theEnergyAfterFlipsIsTheEnergy(PathSigns couplings) {
        ActivePaths spec = spec(3, 12, 1.5, 0.8, couplings, 3);
        ProductConstraints model = spec.build();
        assertThat(model.dimension()).isEqualTo((int) spec.knownDimension());
        RandomStream random = Streams.of(1).stream("flips", 0);
        double[] x = new double[model.dimension()];
        model.randomise(x, random);
        model.load(x);
        for (int k = 0; k < 5000; k++) model.flip(random.nextInt(x.length));
        double[] after = new double[x.length];
        model.state(after);
        double held = model.energy();
        ProductConstraints anew = model.fork();
        anew.load(after);
        if (couplings == PathSigns.GAUSS) assertThat(held).isCloseTo(anew.energy(), within(1e-9));
        else assertThat(held).isEqualTo(anew.energy());
        for (int i = 0; i < x.length; i += 7) {
            double cost = anew.flipCost(i);
            double before = anew.energy();
            after[i] = -after[i];
            anew.load(after);
            assertThat(cost).isCloseTo(anew.energy() - before, within(1e-12));
        }
    }

    /** Each weight of the first layer that is the sign of its input, all others +1, satisfies every path. */
    @Test
    void oneInputPatternIsAFerromagnetInDisguise() {
        for (double keep : new double[] {1.0, 0.7}) {
            ProductConstraints model =
                    spec(4, 10, 1.2, keep, PathSigns.INPUT, 5).build();
            double[] x = new double[model.dimension()];
            Arrays.fill(x, 1.0);
            // the first weight of a path decides its sign: all paths that begin with it agree
            for (int a = 0; a < model.constraints(); a++) x[model.members(a)[0]] = model.odd(a) ? -1.0 : 1.0;
            model.load(x);
            assertThat(model.energy()).isEqualTo(-model.constraints());
        }
    }

    /** Weights of different layers, a share rho of them, and rho^p of the paths; the same paths and signs whatever is kept. */
    @Test
    void whatIsKept() {
        ActivePaths spec = spec(3, 60, 1.5, 0.8, PathSigns.IID, 1);
        ProductConstraints model = spec.build();
        double possible = 3 * 60 * 60;
        assertThat(model.dimension() / possible).isCloseTo(0.8, within(5 * Math.sqrt(0.16 / possible)));
        double paths = 1.5 * possible;
        // fluctuations of the dilution are common to the paths of a weight: three times a binomial's
        assertThat(model.constraints() / paths).isCloseTo(0.512, within(5 * 3 * Math.sqrt(0.25 / paths)));
        for (int a = 0; a < model.constraints(); a++)
            assertThat(Arrays.stream(model.members(a)).distinct().count()).isEqualTo(3);
        ProductConstraints again = spec.build();
        assertThat(again.constraints()).isEqualTo(model.constraints());
        assertThat(spec(3, 60, 1.5, 0.8, PathSigns.IID, 2).build().dimension()).isNotEqualTo(model.dimension());
    }

    /** Mezard, Ricci-Tersenghi and Zecchina's core at gamma = 1.5 (nothing is cut), and none below its threshold. */
    @Test
    void coresAreThoseOfRandomEquations() {
        ParitySystem whole = system(spec(3, 120, 1.5, 1.0, PathSigns.IID, 1).build());
        int[] core = whole.core();
        assertThat((double) whole.of(core).unknowns() / whole.unknowns()).isCloseTo(0.9331, within(0.003));
        assertThat((double) core.length / whole.unknowns()).isCloseTo(1.4448, within(0.003));
        ParitySystem cut = system(spec(3, 120, 1.5, 0.73, PathSigns.IID, 1).build());
        assertThat((double) cut.of(cut.core()).unknowns() / cut.unknowns()).isLessThan(0.005);
    }

    private static ParitySystem system(ProductConstraints model) {
        int m = model.constraints();
        int[][] members = new int[m][];
        boolean[] odd = new boolean[m];
        for (int a = 0; a < m; a++) {
            members[a] = model.members(a);
            odd[a] = model.odd(a);
        }
        return new ParitySystem(model.dimension(), members, odd);
    }

    /** Two paths of the same weights and opposite signs could never be satisfied together. */
    @Test
    void noPathIsDrawnTwice() {
        ProductConstraints model = spec(3, 40, 1.5, 1.0, PathSigns.IID, 2).build();
        assertThat(model.constraints()).isEqualTo(7200);
        long different = IntStream.range(0, 7200)
                .mapToObj(a -> Arrays.toString(model.members(a)))
                .distinct()
                .count();
        assertThat(different).isEqualTo(7200);
        assertThat(spec(2, 2, 1.0, 1.0, PathSigns.IID, 1).build().constraints()).isEqualTo(8);
    }

    /** A ground state of energy -M is reached if and only if the equations have a solution: all states of some sixteen weights. */
    @Test
    void satisfiabilityIsThatOfAllStates() {
        int both = 0;
        for (int seed = 1; seed <= 30; seed++) {
            ProductConstraints model = spec(4, 2, 0.6, 1.0, PathSigns.IID, seed).build();
            int n = model.dimension();
            double lowest = Double.POSITIVE_INFINITY;
            int ground = 0;
            double[] x = new double[n];
            Arrays.fill(x, 1.0);
            model.load(x);
            for (int k = 0; k < 1 << n; k++) {
                if (model.energy() < lowest) {
                    lowest = model.energy();
                    ground = 0;
                }
                if (model.energy() == lowest) ground++;
                model.flip(Math.min(n - 1, Integer.numberOfTrailingZeros(k + 1)));
            }
            Solvability verdict = Elimination.of(system(model));
            assertThat(verdict.solvable()).isEqualTo(lowest == -model.constraints());
            if (verdict.solvable()) assertThat(1 << n - verdict.rank()).isEqualTo(ground);
            both |= verdict.solvable() ? 1 : 2;
        }
        assertThat(both).isEqualTo(3);
    }

    /** Metropolis on some twelve weights beside all their states: the histogram of energies within the 0.001 quantile of chi^2, from states a sweep of many apart. */
    @Test
    void metropolisSamplesGibbs() {
        ProductConstraints model = spec(3, 2, 1.0, 1.0, PathSigns.IID, 4).build();
        int n = model.dimension();
        double temperature = 1.3;
        Map<Integer, Double> exact = new TreeMap<>();
        double[] x = new double[n];
        for (int k = 0; k < 1 << n; k++) {
            for (int i = 0; i < n; i++) x[i] = (k >> i & 1) == 0 ? 1.0 : -1.0;
            model.load(x);
            exact.merge((int) model.energy(), Math.exp(-model.energy() / temperature), Double::sum);
        }
        double partition = exact.values().stream().mapToDouble(one -> one).sum();
        Stepper walk = new Metropolis(temperature, Order.RANDOM, 0.5).start(model, x, Streams.of(3));
        int samples = 20_000;
        Map<Integer, Integer> seen = new TreeMap<>();
        ProductConstraints other = model.fork();
        for (int k = 0; k < samples; k++) {
            for (int apart = 0; apart < 10; apart++) walk.step();
            walk.state(x);
            other.load(x);
            seen.merge((int) other.energy(), 1, Integer::sum);
        }
        double square = 0.0;
        for (Map.Entry<Integer, Double> level : exact.entrySet()) {
            double expected = samples * level.getValue() / partition;
            double off = seen.getOrDefault(level.getKey(), 0) - expected;
            square += off * off / expected;
        }
        assertThat(exact).hasSizeGreaterThan(4);
        assertThat(square).isLessThan(new ChiSquaredDistribution(exact.size() - 1).inverseCumulativeProbability(0.999));
    }

    @Test
    void wrongParametersAreRefused() {
        assertThatThrownBy(() -> spec(1, 10, 1.0, 1.0, PathSigns.IID, 1))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("at least two weights");
        assertThatThrownBy(() -> spec(3, 10, 1.0, 0.0, PathSigns.IID, 1)).hasMessageContaining("keep");
        assertThatThrownBy(() -> spec(3, 10, 1e-4, 1.0, PathSigns.IID, 1)).hasMessageContaining("draws no path");
        assertThatThrownBy(() -> spec(2, 2, 1.5, 1.0, PathSigns.IID, 1))
                .hasMessageContaining("more paths than there are");
        assertThatThrownBy(() -> spec(3, 10, 1.0, 1e-3, PathSigns.IID, 1).build())
                .hasMessageContaining("all paths were removed");
    }
}
