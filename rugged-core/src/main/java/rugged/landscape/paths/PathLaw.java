package rugged.landscape.paths;

import rugged.meanfield.diluted.PathSigns;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/**
 * How a layered network and its paths are drawn: the same for one seed whatever is made of them, a landscape or messages. Different probabilities of keeping a connection share paths and, unless they are planted, signs.
 *
 * @param layers p
 * @param width n
 * @param alpha paths that are drawn, for each of the p n^2 possible weights
 * @param keep rho
 * @param couplings signs of paths
 * @param planting temperature at which the hidden weights are a configuration of equilibrium, where signs are planted
 * @param seed of dilution, paths and couplings
 */
public record PathLaw(
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

        @Param(
                doc = "signs of the paths: iid, input (one pattern), gauss, or planted (hidden weights)",
                def = "iid",
                reason = "the glass: many patterns")
        PathSigns couplings,

        @Param(
                doc = "temperature at which the hidden weights are one of equilibrium; has no effect unless couplings:"
                        + " planted",
                symbol = "T_{p}",
                unit = "J",
                def = "0.5",
                min = 0.0,
                above = true)
        double planting,

        @Param(doc = "seed of dilution, paths and couplings", def = "1")
        long seed)
        implements ParameterGroup {
    private static final double LARGEST = 1 << 27;

    /** Checks the parameters together. */
    public PathLaw {
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
    int drawn() {
        return (int) Math.rint(alpha * layers * width * width);
    }

    /** Weights on active paths, each counted as often as it is on one, on average. */
    double expectedEnds() {
        return layers * expectedPaths();
    }

    /** M, on average. */
    double expectedPaths() {
        return Math.pow(keep, layers) * drawn();
    }
}
