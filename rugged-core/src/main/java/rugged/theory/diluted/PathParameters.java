package rugged.theory.diluted;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import rugged.meanfield.binary.NormalAverage;
import rugged.meanfield.diluted.PathSigns;
import rugged.params.BadParameter;
import rugged.params.Param;

/** What the theories of random active paths share: parameters by the names that the landscape has for them, and the paramagnet. */
final class PathParameters {
    private PathParameters() {}

    /** p. */
    @Retention(RetentionPolicy.RUNTIME)
    @Param(doc = "weights on a path", also = "p", symbol = "p", def = "3", min = 2, max = 20)
    @interface Layers {}

    /** alpha. */
    @Retention(RetentionPolicy.RUNTIME)
    @Param(
            doc = "paths that are drawn, for each possible weight",
            symbol = "\u03b1",
            def = "1.5",
            min = 0.0,
            above = true)
    @interface Density {}

    /** rho. */
    @Retention(RetentionPolicy.RUNTIME)
    @Param(
            doc = "probability that a connection is kept",
            also = "rho",
            symbol = "\u03c1",
            def = "1",
            min = 0.0,
            above = true,
            max = 1.0)
    @interface Keep {}

    /** T. */
    @Retention(RetentionPolicy.RUNTIME)
    @Param(doc = "temperatures", symbol = "T", unit = "J", def = "[1]", min = 0.0, above = true)
    @interface Temperatures {}

    /** Signs of paths. */
    @Retention(RetentionPolicy.RUNTIME)
    @Param(doc = "signs of the paths: iid, input (one pattern), gauss, or planted (hidden weights)", def = "iid")
    @interface Signs {}

    /** The magnetisation below which there is no state but the liquid. */
    static final double GONE = 0.05;

    /** A copy, once there are some and all are above 0. */
    static List<Double> required(List<Double> temperatures) {
        if (temperatures.isEmpty())
            throw new BadParameter(
                    "temperatures",
                    "[]",
                    "names no temperature, as for an anneal that is given by from, to and steps",
                    "a list, here or in the protocol");
        for (double t : temperatures)
            if (!(t > 0.0) || Double.isInfinite(t))
                throw new BadParameter("temperatures", t, "is no temperature of this theory", "above 0");
        return List.copyOf(temperatures);
    }

    /** Throws for signs of which no population is known here. */
    static void requireSigns(PathSigns couplings) {
        if (couplings == PathSigns.GAUSS)
            throw new BadParameter(
                    "couplings",
                    "gauss",
                    "are not covered: terms have the same strength here",
                    "iid, planted or input");
    }

    /** gamma = alpha rho^(p-1), active paths for each kept weight. */
    static double gamma(int layers, double alpha, double keep) {
        return alpha * Math.pow(keep, layers - 1);
    }

    /** phi = ln 2 + gamma ln cosh(beta), the free entropy of the paramagnet for each weight. */
    static double paramagnet(double gamma, double beta) {
        return Math.log(2.0) + gamma * (NormalAverage.logTwoCosh(beta) - Math.log(2.0));
    }
}
