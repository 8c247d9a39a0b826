package rugged.theory.diluted;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import rugged.params.BadParameter;
import rugged.params.Param;

/** What the theories of random active paths share: parameters by the names that the landscape has for them, and the paramagnet. */
final class PathParameters {
    private PathParameters() {}

    /** p. */
    @Retention(RetentionPolicy.RUNTIME)
    @Param(doc = "weights on a path", symbol = "p", def = "3", min = 2, max = 20)
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

    /** A copy, once all are above 0. */
    static List<Double> required(List<Double> temperatures) {
        for (double t : temperatures)
            if (!(t > 0.0) || Double.isInfinite(t))
                throw new BadParameter("temperatures", t, "is no temperature of this theory", "above 0");
        return List.copyOf(temperatures);
    }

    /** gamma = alpha rho^(p-1), active paths for each kept weight. */
    static double gamma(int layers, double alpha, double keep) {
        return alpha * Math.pow(keep, layers - 1);
    }

    /** phi = ln 2 + gamma ln cosh(beta), the free entropy of the paramagnet for each weight. */
    static double paramagnet(double gamma, double beta) {
        return Math.log(2.0) + gamma * (beta + Math.log1p(Math.exp(-2.0 * beta)) - Math.log(2.0));
    }
}
