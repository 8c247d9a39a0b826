package rugged.landscape.spin;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.SpinLandscape;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Curie-Weiss model: E(s) = - (J/N) sum_{i&lt;j} s_i s_j - h sum_i s_i = - J (M^2 - N)/(2N) - h M with M = sum_i s_i, s_i = +-1. Extensive; k_B = 1. A ferromagnet below T_c = J, where
 * m = tanh((J m + h)/T). The magnetisation is all there is: a flip costs a few operations, whatever N, and energies do not drift.
 *
 * <p>Source: Weiss, J. Phys. Theor. Appl. 6, 661 (1907); Kac, in Statistical Physics, Phase Transitions and Superfluidity (1968).
 */
@Named(
        value = "curie-weiss",
        title = "Curie-Weiss ferromagnet",
        doc = "Ising spins, all pairs coupled by J/N, in a field.",
        source = "Weiss, J. Phys. Theor. Appl. 6, 661 (1907)",
        year = 1907,
        topics = {"mean field", "ferromagnets"})
public record CurieWeiss(
        @Param(doc = "number of spins", symbol = "N", def = "128", min = 1, max = 1e8)
        int n,

        @Param(doc = "scale of the couplings", symbol = "J", unit = "J", def = "1", min = 0)
        double coupling,

        @Param(doc = "magnetic field", symbol = "h", unit = "J", def = "0")
        double field)
        implements LandscapeSpec {
    /** Checks what the binder does not. */
    public CurieWeiss {
        if (n < 1) throw new BadParameter("n", n, "is no number of spins", "an integer from 1 on");
        Strengths.requireScale(coupling);
        Strengths.requireFinite("field", field);
    }

    @Override
    public SpinLandscape build() {
        return new Spins(coupling / n, field, new byte[n]);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.SPINS, Need.LOCAL_MOVES);
    }

    @Override
    public Cost cost() {
        return Cost.small(n);
    }

    @Override
    public double knownDimension() {
        return n;
    }

    /** The built model. */
    private static final class Spins implements SpinLandscape {
        private final double pair;
        private final double external;
        private final byte[] up;
        private long magnetisation;

        Spins(double pair, double external, byte[] up) {
            this.pair = pair;
            this.external = external;
            this.up = up;
            Arrays.fill(up, (byte) 1);
            magnetisation = up.length;
        }

        @Override
        public int dimension() {
            return up.length;
        }

        @Override
        public void load(double[] configuration) {
            magnetisation = 0;
            for (int i = 0; i < up.length; i++) {
                up[i] = (byte) (configuration[i] > 0.0 ? 1 : 0);
                magnetisation += 2 * up[i] - 1;
            }
        }

        @Override
        public double energy() {
            double m = magnetisation;
            return -0.5 * pair * (m * m - up.length) - external * m;
        }

        @Override
        public int at(int i) {
            return up[i];
        }

        @Override
        public double flipCost(int i) {
            int spin = 2 * up[i] - 1;
            return 2.0 * spin * (pair * (magnetisation - spin) + external);
        }

        @Override
        public void flip(int i) {
            up[i] = (byte) (1 - up[i]);
            magnetisation += 2 * (2 * up[i] - 1);
        }

        @Override
        public byte[] save() {
            return new Packed.Writer().put(up).bytes();
        }

        @Override
        public void restore(byte[] saved) {
            byte[] from = new Packed.Reader(saved).readBytes();
            System.arraycopy(from, 0, up, 0, up.length);
            magnetisation = 0;
            for (byte value : up) magnetisation += 2 * value - 1;
        }

        @Override
        public Spins fork() {
            Spins fork = new Spins(pair, external, new byte[up.length]);
            System.arraycopy(up, 0, fork.up, 0, up.length);
            fork.magnetisation = magnetisation;
            return fork;
        }
    }
}
