package rugged.landscape.glass;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.SpinLandscape;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.kernel.CounterNormals;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Random energy model: the 2^N configurations of N Ising spins have independent Gaussian energies of mean 0 and variance N/2, the limit p to infinity of
 * {@link IsingPSpin}. For large N: ground state e = -sqrt(ln 2) = -0.832555, T_c = 1/(2 sqrt(ln 2)) = 0.600561, entropy s(e) = ln 2 - e^2.
 *
 * <p>Source: Derrida, Phys. Rev. B 24, 2613 (1981). The energy is extensive; k_B = 1. Energies are a pure function of (seed, N, configuration) and never
 * stored: a flip cost draws one normal, some 50 ns.
 */
@Named(
        value = "random-energy-model",
        title = "Random energy model",
        doc = "Independent Gaussian energies for all configurations of N Ising spins.",
        source = "Derrida, Phys. Rev. B 24, 2613 (1981)",
        year = 1981,
        topics = {"spin glasses", "mean field", "rugged landscapes"})
public record RandomEnergy(
        @Param(
                doc = "number of spins",
                symbol = "N",
                def = "16",
                min = 1,
                max = RandomEnergy.MOST,
                reason = "small enough to enumerate; relaxation takes exp(N) steps anyway")
        int n,

        @Param(doc = "seed of the energies", def = "1") long seed)
        implements LandscapeSpec {
    /** Largest N. */
    static final int MOST = 24;

    /** Checks what the binder checks too. */
    public RandomEnergy {
        if (n < 1 || n > MOST) throw new BadParameter("n", n, "out of range", "an integer from 1 to " + MOST);
    }

    @Override
    public SpinLandscape build() {
        return new Levels(n, seed);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.SPINS, Need.LOCAL_MOVES);
    }

    @Override
    public Cost cost() {
        return Cost.small(n);
    }

    /** The built model. A configuration is numbered by the bits of its up spins. */
    private static final class Levels implements SpinLandscape {
        private final int n;
        private final long seed;
        private final double width;
        private final double[] scratch = new double[CounterNormals.BLOCK];
        private int number;
        private double energy;

        Levels(int n, long seed) {
            this.n = n;
            this.seed = seed;
            width = Math.sqrt(n / 2.0);
            energy = level(number);
        }

        private double level(int configuration) {
            return width * CounterNormals.at(seed, CouplingLaw.domain(n, 0), configuration, scratch);
        }

        @Override
        public int dimension() {
            return n;
        }

        @Override
        public void load(double[] s) {
            number = 0;
            for (int i = 0; i < n; i++) if (s[i] > 0) number |= 1 << i;
            energy = level(number);
        }

        @Override
        public void state(double[] s) {
            Arrays.fill(s, -1.0);
            for (int i = 0; i < n; i++) if ((number >> i & 1) == 1) s[i] = 1.0;
        }

        @Override
        public double energy() {
            return energy;
        }

        @Override
        public int at(int i) {
            return number >> i & 1;
        }

        @Override
        public double flipCost(int i) {
            return level(number ^ 1 << i) - energy;
        }

        @Override
        public void flip(int i) {
            number ^= 1 << i;
            energy = level(number);
        }

        @Override
        public byte[] save() {
            return new Packed.Writer().put(number).bytes();
        }

        @Override
        public void restore(byte[] saved) {
            number = new Packed.Reader(saved).readInt();
            energy = level(number);
        }

        @Override
        public Levels fork() {
            Levels fork = new Levels(n, seed);
            fork.number = number;
            fork.energy = energy;
            return fork;
        }
    }
}
