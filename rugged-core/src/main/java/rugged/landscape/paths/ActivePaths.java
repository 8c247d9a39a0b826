package rugged.landscape.paths;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.constraint.ProductConstraints;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * H(w) = - sum over active paths a of J_a w_{a,1} ... w_{a,p}: weights w = +-1 of a network of p layers of n^2 connections, of which each is kept with probability rho; alpha p n^2 different random paths from input to output, of which those are active whose connections are all kept. N is the number of
 * kept weights. What matters for large n is the number of active paths for each of them, gamma = alpha rho^(p-1).
 *
 * <p>Couplings: {@code iid} +-1 with equal probability, the glass; {@code input} xi_{i_0}, one binary input pattern, which a gauge turns into a ferromagnet with a ground state of energy -M; {@code gauss} standard normal. The energy is extensive, that of +-1 couplings an integer and
 * exact after any number of flips. A flip costs 2 sum_{a with i} J_a prod w, one read for each path of the weight, p gamma of them.
 *
 * <p>Source: Huang and Goudarzi, Phys. Rev. E 98, 042311 (2018), whose normalisation is not known; the theory is that of diluted p-spin models: Mezard, Ricci-Tersenghi and Zecchina, J. Stat. Phys. 111, 505 (2003).
 */
@Named(
        value = "active-paths",
        title = "Random active paths",
        doc = "Binary weights of a diluted layered network, with a term for each path from input to output that is"
                + " left.",
        source = "Huang and Goudarzi, Phys. Rev. E 98, 042311 (2018)",
        year = 2018,
        topics = {"spin glasses", "constraint satisfaction", "learning", "rugged landscapes"})
public record ActivePaths(
        @Param(doc = "layers of weights, those on a path", symbol = "p", def = "3", min = 2, max = 20)
        int layers,

        @Param(doc = "units of a layer", symbol = "n", def = "30", min = 2, max = 3000)
        int width,

        @Param(
                doc = "paths that are drawn, for each possible weight",
                symbol = "\u03b1",
                def = "1.5",
                min = 0.0,
                above = true,
                max = 100.0,
                reason = "more than can all be satisfied when nothing is cut")
        double alpha,

        @Param(
                doc = "probability that a connection is kept",
                symbol = "\u03c1",
                def = "1",
                min = 0.0,
                above = true,
                max = 1.0)
        double keep,

        @Param(doc = "signs of the paths", def = "iid", reason = "the glass: many patterns")
        PathSigns couplings,

        @Param(doc = "seed of dilution, paths and couplings", def = "1")
        long seed)
        implements LandscapeSpec {
    private static final double LARGEST = 1 << 27;

    /** Checks the parameters together. */
    public ActivePaths {
        if (layers < 2) throw new BadParameter("layers", layers, "a path needs at least two weights", "2 or more");
        if (width < 2) throw new BadParameter("width", width, "leaves one unit to a layer", "2 or more");
        if (!(keep > 0.0 && keep <= 1.0))
            throw new BadParameter("keep", keep, "is no probability of keeping something", "above 0, at most 1");
        double possible = (double) layers * width * width;
        if (!(alpha > 0.0) || Math.rint(alpha * possible) < 1.0)
            throw new BadParameter("alpha", alpha, "draws no path", "at least " + 1.0 / possible);
        if (Math.rint(alpha * possible) > Math.pow(width, layers + 1))
            throw new BadParameter(
                    "alpha",
                    alpha,
                    "draws more paths than there are",
                    "at most " + Math.pow(width, layers + 1) / possible + " with this width");
        if (layers * Math.max(alpha, 1.0) * possible > LARGEST)
            throw new BadParameter(
                    "width", width, "paths of " + layers * alpha * possible + " weights are too many", "a smaller one");
    }

    /** M_0, paths that are drawn. */
    private int drawn() {
        return (int) Math.rint(alpha * layers * width * width);
    }

    private PathNetwork.Law law() {
        return new PathNetwork.Law(layers, width, drawn(), keep, couplings, seed);
    }

    @Override
    public ProductConstraints build() {
        PathNetwork network = PathNetwork.of(law());
        if (network.paths().length == 0)
            throw new BadParameter("keep", keep, "all paths were removed: rho is too small", "a larger one");
        return new PathModel(network);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.SPINS, Need.LOCAL_MOVES, Need.PARITY);
    }

    @Override
    public double knownDimension() {
        return PathNetwork.kept(law());
    }

    @Override
    public String remark() {
        return layers == 2 ? "with two weights on a path the transitions are continuous" : "";
    }

    @Override
    public Cost cost() {
        double kept = keep * layers * width * width;
        double paths = Math.pow(keep, layers) * drawn();
        double ends = layers * paths;
        return new Cost(8.0 * ends + 40.0 * kept + 40.0 * paths, 12.0 * ends * layers, ends * layers);
    }
}
