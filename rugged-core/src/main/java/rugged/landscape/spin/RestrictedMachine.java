package rugged.landscape.spin;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.DiscreteBlocks;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.num.boltzmann.BitMachine;
import rugged.num.boltzmann.UnitValues;
import rugged.num.file.ArrayFile;
import rugged.num.file.Npy;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Restricted Boltzmann machine: Nv visible and Nh hidden units that interact between the layers only,
 *
 * <pre>E = - sum_ij W_ij v_i h_j - sum_i a_i v_i - sum_j b_j h_j,   units 0 and 1 (bits) or -1 and +1 (spins).</pre>
 *
 * <p>Weights are Gaussian of mean 0 and standard deviation sigma, with the same bias for all units of a layer; or weights and biases are read from a file, such as the state in which a run of {@code rbm-learning} ended. The usual law of a machine is that of T = 1. A state is v, then h; each layer is a block of units
 * that do not feel one another. The energy is extensive in Nv + Nh.
 *
 * <p>Bits with W, a, b are spins with W/4, a/2 + sum_j W_ij/4, b/2 + sum_i W_ij/4 and a constant. Spins without biases are {@code bipartite-sk} with J = sigma (Nv Nh)^{1/4}, which is also the temperature where they freeze.
 *
 * <p>Weights are kept by rows and by columns: 2 Nv Nh numbers.
 *
 * <p>Source: Smolensky, in Parallel Distributed Processing 1, 194 (1986); Hartnett, Parker and Geist, Phys. Rev. E 98, 022116 (2018).
 */
@Named(
        value = "rbm",
        title = "Restricted Boltzmann machine",
        doc = "Two layers of units, bits or spins, that interact between the layers only, with random weights or"
                + " weights from a file.",
        source = "Smolensky, Parallel Distributed Processing 1, 194 (1986)",
        year = 1986,
        topics = {"spin glasses", "Boltzmann machines", "mean field"})
public record RestrictedMachine(
        @Param(doc = "visible units", symbol = "N_{v}", def = "64", min = 1, max = 65536)
        int visible,

        @Param(doc = "hidden units", symbol = "N_{h}", def = "16", min = 1, max = 65536)
        int hidden,

        @Param(doc = "bits (0 and 1) or spins (-1 and +1)", def = "bits")
        UnitValues units,

        @Param(
                doc = "standard deviation of the weights",
                symbol = "\u03c3",
                unit = "J",
                def = "0.1",
                min = 0,
                reason = "spins of 64 and 16 units would freeze at T = 0.57")
        double scale,

        @Param(doc = "bias of every visible unit", symbol = "a", unit = "J", def = "0")
        double visibleBias,

        @Param(doc = "bias of every hidden unit", symbol = "b", unit = "J", def = "0")
        double hiddenBias,

        @Param(
                doc = "weights in place of random ones: a .npy file, or one array of an .npz (x.npz:name), of shape"
                    + " (visible, hidden), then with these biases, or (visible hidden + visible + hidden,): W row by"
                    + " row, a, b, as a state of rbm-learning",
                def = "''",
                file = true)
        String file,

        @Param(doc = "precision of weights and local fields", def = "float64", reason = "float32 halves memory")
        Precision precision,

        @Param(doc = "seed of the weights", def = "1") long seed)
        implements LandscapeSpec {
    /** Keeps the normals of one seed apart from those of other models. */
    private static final long RESTRICTED = 3L << 61;

    /** Checks what the binder does not. */
    public RestrictedMachine {
        if (!(scale >= 0.0) || Double.isInfinite(scale))
            throw new BadParameter("scale", scale, "is no standard deviation", "a number from 0 on");
        Strengths.requireFinite("visible-bias", visibleBias);
        Strengths.requireFinite("hidden-bias", hiddenBias);
    }

    /** Where parameters lie. */
    public BitMachine machine() {
        return new BitMachine(visible, hidden);
    }

    /** W row by row, then a, then b. */
    public double[] parameters() {
        double[] all = new double[machine().size()];
        Arrays.fill(all, machine().a(), machine().b(), visibleBias);
        Arrays.fill(all, machine().b(), all.length, hiddenBias);
        if (file.isBlank()) {
            double pairs = visible * (double) hidden;
            NormalSequence normals = new NormalSequence(seed, RESTRICTED | (long) visible << 31 | hidden, pairs);
            for (int k = 0; k < machine().a(); k++) all[k] = scale * normals.next();
            return all;
        }
        Npy array = read();
        System.arraycopy(array.values(), 0, all, 0, array.values().length);
        for (double one : all) if (!Double.isFinite(one)) throw bad("holds " + one, "finite weights");
        return all;
    }

    private Npy read() {
        Npy array;
        try {
            array = ArrayFile.of(file).read();
        } catch (IOException e) {
            throw bad(String.valueOf(e.getMessage()), "a .npy file of numbers");
        }
        int[] shape = array.shape();
        boolean weights = Arrays.equals(shape, new int[] {visible, hidden});
        boolean everything = Arrays.equals(shape, new int[] {machine().size()});
        if (!weights && !everything) {
            String wanted = String.format(
                    "shape (%d, %d), or (%d,) with biases, for %d visible and %d hidden units",
                    visible, hidden, machine().size(), visible, hidden);
            throw bad("has shape " + array.shapeText(), wanted);
        }
        return array;
    }

    private BadParameter bad(String wrong, String allowed) {
        return new BadParameter("file", file, wrong, allowed);
    }

    @Override
    public DiscreteBlocks build() {
        CouplingRows.require(2.0 * visible * hidden, precision, "visible", visible);
        double[] all = parameters();
        CouplingRows forth = new CouplingRows(visible, hidden, precision);
        CouplingRows back = new CouplingRows(hidden, visible, precision);
        for (int i = 0; i < visible; i++) {
            for (int j = 0; j < hidden; j++) {
                forth.set(i, j, all[i * hidden + j]);
                back.set(j, i, all[i * hidden + j]);
            }
        }
        double[] biases = Arrays.copyOfRange(all, machine().a(), all.length);
        return units == UnitValues.SPINS
                ? new LayeredSpins(forth, back, biases)
                : new LayeredUnits(units, forth, back, biases);
    }

    @Override
    public Set<Need> provides() {
        Need kind = units == UnitValues.SPINS ? Need.SPINS : Need.UNITS;
        return EnumSet.of(kind, Need.LOCAL_MOVES, Need.BLOCKS);
    }

    /** Whatever is wrong with a file is said before anything runs. */
    @Override
    public String remark() {
        if (!file.isBlank()) parameters();
        return "";
    }

    @Override
    public Cost cost() {
        double weights = 2.0 * visible * hidden;
        return new Cost(weights * precision.bytes(), weights * precision.bytes(), weights);
    }

    @Override
    public double held() {
        return 4.0 * Double.BYTES * (visible + hidden);
    }

    @Override
    public double knownDimension() {
        return visible + hidden;
    }

    @Override
    public Map<String, Double> sizes() {
        Map<String, Double> sizes = new LinkedHashMap<>(LandscapeSpec.super.sizes());
        sizes.put("Nv", (double) visible);
        sizes.put("Nh", (double) hidden);
        return sizes;
    }
}
