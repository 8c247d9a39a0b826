package rugged.landscape.spin;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Sherrington-Kirkpatrick model: E(s) = - sum_{i&lt;j} J_ij s_i s_j - h sum_i s_i, s_i = +-1, with independent Gaussian couplings of mean J0/N and variance J^2/N. Extensive; k_B = 1.
 * Without field and mean it freezes at T_c = J.
 *
 * <p>With J0 = h = 0, E[H(s) H(t)] = N f(s.t/N), f(q) = J^2 (q^2 - 1/N)/2, exactly; for one seed it has the couplings of the {@code ising-pspin} of order 2.
 *
 * <p>Couplings are kept in full, N^2 of them, so that an accepted flip reads one row of N, and a flip cost is one read. Local fields are summed anew after every 64 N accepted flips, so that their
 * rounding errors do not add up: in single precision they stay below 1e-5.
 *
 * <p>Source: Sherrington and Kirkpatrick, Phys. Rev. Lett. 35, 1792 (1975).
 */
@Named(
        value = "sk",
        title = "Sherrington-Kirkpatrick model",
        doc = "Ising spins, all pairs coupled by Gaussian numbers of variance J^2/N and mean J0/N, in a field.",
        source = "Sherrington and Kirkpatrick, Phys. Rev. Lett. 35, 1792 (1975)",
        year = 1975,
        topics = {"spin glasses", "mean field", "rugged landscapes"})
public record SherringtonKirkpatrick(
        @Param(doc = "number of spins", symbol = "N", def = "128", min = 1, max = 65536)
        int n,

        @Param(doc = "scale of the couplings", symbol = "J", unit = "J", def = "1", min = 0)
        double coupling,

        @Param(
                doc = "ferromagnetic mean: couplings have the mean J0/N",
                symbol = "J_{0}",
                unit = "J",
                def = "0",
                reason = "above J the system is a ferromagnet")
        double mean,

        @Param(doc = "magnetic field", symbol = "h", unit = "J", def = "0")
        double field,

        @Param(doc = "precision of couplings and local fields", def = "float64", reason = "float32 halves memory")
        Precision precision,

        @Param(doc = "seed of the couplings", def = "1") long seed)
        implements LandscapeSpec {
    /** Keeps the normals of one seed apart: those of the p-spin of order 2. */
    private static final long ORDER = 2L << 32;

    /** Checks what the binder does not. */
    public SherringtonKirkpatrick {
        if (n < 1) throw new BadParameter("n", n, "is no number of spins", "an integer from 1 on");
        Strengths.requireScale(coupling);
        Strengths.requireFinite("mean", mean);
        Strengths.requireFinite("field", field);
    }

    @Override
    public DenseSpins build() {
        CouplingRows.require((double) n * n, precision, "n", n);
        CouplingRows rows = new CouplingRows(n, n, precision);
        NormalSequence normals = new NormalSequence(seed, ORDER | n, 0.5 * n * (n - 1.0));
        double width = coupling * Math.sqrt(1.0 / n);
        for (int i = 0; i < n; i++) {
            for (int k = i + 1; k < n; k++) {
                double value = width * normals.next() + mean / n;
                rows.set(i, k, value);
                rows.set(k, i, value);
            }
        }
        boolean centred = mean == 0.0 && field == 0.0;
        return new DenseSpins(rows, field, centred ? coupling * coupling : Double.NaN);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.SPINS, Need.LOCAL_MOVES);
    }

    @Override
    public Cost cost() {
        double couplings = (double) n * n;
        // a sweep in which every spin flips is what compares with a gradient
        return new Cost(couplings * precision.bytes(), couplings * precision.bytes(), couplings);
    }

    @Override
    public double held() {
        return 4.0 * Double.BYTES * n;
    }

    @Override
    public double knownDimension() {
        return n;
    }
}
