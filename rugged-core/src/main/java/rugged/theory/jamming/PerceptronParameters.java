package rugged.theory.jamming;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import rugged.params.BadParameter;
import rugged.params.Param;

/** What the theories of the perceptron share: its two parameters, by the names that the landscape has for them. */
final class PerceptronParameters {
    private PerceptronParameters() {}

    /** alpha. */
    @Retention(RetentionPolicy.RUNTIME)
    @Param(doc = "patterns per weight", symbol = "\u03b1", def = "4", min = 0.0, above = true)
    @interface Density {}

    /** alpha where all patterns can be satisfied at the usual margin. */
    @Retention(RetentionPolicy.RUNTIME)
    @Param(doc = "patterns per weight", symbol = "\u03b1", def = "1", min = 0.0, above = true)
    @interface FewPatterns {}

    /** sigma. */
    @Retention(RetentionPolicy.RUNTIME)
    @Param(doc = "margin by which a pattern has to be on its side", also = "sigma", symbol = "\u03c3", def = "-0.2")
    @interface Margin {}

    static void require(double alpha, double margin) {
        if (!Double.isFinite(margin)) throw new BadParameter("margin", margin, "is no margin", "a finite number");
        if (!Double.isFinite(alpha)) throw new BadParameter("alpha", alpha, "is no density", "a finite number");
    }
}
