package rugged.landscape.spin;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Bipartite Sherrington-Kirkpatrick model: N1 spins x_i and N2 spins y_j, all +-1, coupled between the groups only,
 *
 * <pre>E = - sum_ij W_ij x_i y_j - h1 sum_i x_i - h2 sum_j y_j,   Var W_ij = J^2/sqrt(N1 N2),   kappa = sqrt(N2/N1).</pre>
 *
 * <p>This is a restricted Boltzmann machine of +-1 units with random weights. The variance makes T_c = J for every kappa; where another one is J^2/N, its temperatures and energies are these times
 * (N1 N2/N^2)^{1/4}. The energy is extensive in N = N1 + N2, N1 = N/(1 + kappa^2) to the next integer; k_B = 1. A state is x, then y. Each group is a block of units that do not
 * feel one another.
 *
 * <p>Without fields E[H(s) H(t)] = J^2 sqrt(N1 N2) q1 q2, q_a the overlaps of the groups, exactly. Couplings are kept by rows and by columns, 2 N1 N2 numbers: an accepted flip reads one row; a block that is
 * drawn at once reads a row for each spin of it that flipped, or all of them where more than half did. Fields are summed anew after 64 N flips.
 *
 * <p>Source: Barra, Genovese and Guerra, J. Phys. A 44, 245002 (2011); Hartnett, Parker and Geist, Phys. Rev. E 98, 022116 (2018).
 */
@Named(
        value = "bipartite-sk",
        title = "Bipartite Sherrington-Kirkpatrick model",
        doc = "Two groups of Ising spins with Gaussian couplings between the groups only, of variance"
                + " J^2/sqrt(N1 N2): a restricted Boltzmann machine with random weights.",
        source = "Barra, Genovese and Guerra, J. Phys. A 44, 245002 (2011)",
        year = 2011,
        topics = {"spin glasses", "mean field", "Boltzmann machines"})
public record BipartiteSpins(
        @Param(doc = "number of spins, both groups", symbol = "N", def = "128", min = 2, max = 65536)
        int n,

        @Param(
                doc = "root of the ratio of the groups: N2/N1 = kappa^2",
                symbol = "\u03ba",
                def = "1",
                min = 0,
                above = true,
                reason = "equal groups, whose spins freeze as those of the Sherrington-Kirkpatrick model")
        double kappa,

        @Param(doc = "scale of the couplings", symbol = "J", unit = "J", def = "1", min = 0)
        double coupling,

        @Param(doc = "field on the first group", symbol = "h_{1}", unit = "J", def = "0")
        double field1,

        @Param(doc = "field on the second group", symbol = "h_{2}", unit = "J", def = "0")
        double field2,

        @Param(doc = "precision of couplings and local fields", def = "float64", reason = "float32 halves memory")
        Precision precision,

        @Param(doc = "seed of the couplings", def = "1") long seed)
        implements LandscapeSpec {
    /** Keeps the normals of one seed apart from those of other models. */
    private static final long BIPARTITE = 1L << 62;

    /** Checks what the binder does not. */
    public BipartiteSpins {
        if (!(kappa > 0.0) || Double.isInfinite(kappa))
            throw new BadParameter("kappa", kappa, "is no root of a ratio", "a number above 0");
        Strengths.requireScale(coupling);
        Strengths.requireFinite("field1", field1);
        Strengths.requireFinite("field2", field2);
        long first = Math.round(n / (1.0 + kappa * kappa));
        if (first < 1 || first >= n)
            throw new BadParameter(
                    "kappa", kappa, "leaves a group of " + n + " spins empty", "a larger n, or kappa nearer to 1");
    }

    /** N1. */
    public int first() {
        return (int) Math.round(n / (1.0 + kappa * kappa));
    }

    /** N2. */
    public int second() {
        return n - first();
    }

    @Override
    public TwoGroups build() {
        CouplingRows.require(2.0 * first() * second(), precision, "n", n);
        int n1 = first();
        int n2 = second();
        CouplingRows forth = new CouplingRows(n1, n2, precision);
        CouplingRows back = new CouplingRows(n2, n1, precision);
        double pairs = n1 * (double) n2;
        NormalSequence normals = new NormalSequence(seed, BIPARTITE | (long) n1 << 31 | n2, pairs);
        double width = coupling * Math.pow(pairs, -0.25);
        for (int i = 0; i < n1; i++) {
            for (int j = 0; j < n2; j++) {
                double value = width * normals.next();
                forth.set(i, j, value);
                back.set(j, i, value);
            }
        }
        boolean centred = field1 == 0.0 && field2 == 0.0;
        return new TwoGroups(forth, back, field1, field2, centred ? coupling * coupling : Double.NaN);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.SPINS, Need.LOCAL_MOVES, Need.BLOCKS);
    }

    @Override
    public Cost cost() {
        double couplings = 2.0 * first() * second();
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

    @Override
    public Map<String, Double> sizes() {
        Map<String, Double> sizes = new LinkedHashMap<>(LandscapeSpec.super.sizes());
        sizes.put("N1", (double) first());
        sizes.put("N2", (double) second());
        return sizes;
    }
}
