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
 * Layered Boltzmann machine: L layers of n Ising spins each, couplings between neighbouring layers only,
 *
 * <pre>E = - sum_l sum_ij W^l_ij s^l_i s^{l+1}_j - h sum_l sum_i s^l_i,   W^l_ij = J0/n + J z^l_ij/sqrt(n),   z normal.</pre>
 *
 * <p>Extensive in N = L n; k_B = 1. A state is layer after layer. For n to infinity and h = 0 the paramagnet becomes unstable towards a ferromagnet at T = 2 J0 cos(pi/(L+1)) and towards a glass at
 * T = J sqrt(2 cos(pi/(L+1))), at whichever is higher; two layers are the bipartite model of equal groups. The layers that are even, and those that are odd, are two blocks of spins that do not feel one another.
 *
 * <p>Without mean and field E[H(s) H(t)] = n J^2 sum_l q_l q_{l+1}, q_l the overlap of layer l, exactly. Couplings that are random are kept both ways, 2 (L - 1) n^2 numbers, and a flip reads two rows; those that
 * are all alike (J = 0) are not kept, and a flip costs a few operations. Fields are summed anew after 64 N flips.
 *
 * <p>Source: Oprisa and Toth, arXiv:1702.08039 (2017), for layered machines at criticality; the formulas are those of mean field.
 */
@Named(
        value = "layered-boltzmann",
        title = "Layered Boltzmann machine",
        doc = "Layers of Ising spins of one width, neighbouring layers coupled by J0/n and Gaussian numbers of variance"
                + " J^2/n, in a field.",
        source = "Oprisa and Toth, arXiv:1702.08039 (2017)",
        year = 2017,
        topics = {"Boltzmann machines", "mean field", "ferromagnets", "spin glasses", "criticality"})
public record LayeredBoltzmann(
        @Param(doc = "number of layers", symbol = "L", def = "3", min = 2, max = 1000)
        int layers,

        @Param(doc = "spins in each layer", symbol = "n", def = "100", min = 1, max = 1e6)
        int n,

        @Param(doc = "ferromagnetic part: couplings have the mean J0/n", symbol = "J_{0}", unit = "J", def = "1")
        double mean,

        @Param(
                doc = "scale of their random part, of variance J^2/n",
                symbol = "J",
                unit = "J",
                def = "0",
                min = 0,
                reason = "all couplings alike")
        double coupling,

        @Param(doc = "magnetic field", symbol = "h", unit = "J", def = "0")
        double field,

        @Param(doc = "precision of couplings and local fields", def = "float64", reason = "float32 halves memory")
        Precision precision,

        @Param(doc = "seed of the couplings", def = "1") long seed)
        implements LandscapeSpec {
    /** Keeps the normals of one seed apart from those of other models. */
    private static final long LAYERED = 3L << 61;

    private static final double MOST = 1e8;

    /** Checks what the binder does not. */
    public LayeredBoltzmann {
        if (layers < 2) throw new BadParameter("layers", layers, "leaves nothing to couple", "an integer from 2 on");
        if (n < 1) throw new BadParameter("n", n, "is no number of spins", "an integer from 1 on");
        Strengths.requireScale(coupling);
        Strengths.requireFinite("mean", mean);
        Strengths.requireFinite("field", field);
        if (layers * (double) n > MOST)
            throw new BadParameter("n", n, "makes more than 1e8 spins in " + layers + " layers", "a smaller n");
    }

    private double numbers() {
        return coupling == 0.0 ? 0.0 : 2.0 * (layers - 1.0) * n * n;
    }

    @Override
    public SpinLayers build() {
        CouplingRows.require(numbers(), precision, "n", n);
        boolean random = coupling > 0.0;
        CouplingRows[] up = new CouplingRows[random ? layers - 1 : 0];
        CouplingRows[] down = new CouplingRows[up.length];
        NormalSequence normals = new NormalSequence(seed, LAYERED | (long) layers << 32 | n, 0.5 * numbers());
        double width = coupling / Math.sqrt(n);
        for (int l = 0; l < up.length; l++) {
            up[l] = new CouplingRows(n, n, precision);
            down[l] = new CouplingRows(n, n, precision);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double value = width * normals.next();
                    up[l].set(i, j, value);
                    down[l].set(j, i, value);
                }
            }
        }
        boolean centred = mean == 0.0 && field == 0.0;
        double square = centred ? coupling * coupling : Double.NaN;
        return new SpinLayers(layers, n, mean / n, field, square, up, down);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.SPINS, Need.LOCAL_MOVES, Need.BLOCKS);
    }

    @Override
    public Cost cost() {
        double bytes = numbers() * precision.bytes();
        return coupling == 0.0 ? Cost.small(layers * n) : new Cost(bytes, bytes, numbers());
    }

    @Override
    public double held() {
        return 4.0 * Double.BYTES * layers * n;
    }

    @Override
    public double knownDimension() {
        return layers * (double) n;
    }

    @Override
    public Map<String, Double> sizes() {
        Map<String, Double> sizes = new LinkedHashMap<>(LandscapeSpec.super.sizes());
        sizes.put("L", (double) layers);
        sizes.put("n", (double) n);
        return sizes;
    }
}
