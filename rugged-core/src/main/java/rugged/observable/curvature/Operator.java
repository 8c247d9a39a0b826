package rugged.observable.curvature;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.Need;

/** The operators whose spectrum can be looked at. */
public enum Operator {
    /** The Hessian, on the sphere with the curvature of the sphere. */
    HESSIAN("", "H", "the Hessian", EnumSet.of(Need.HESSIAN_VECTOR)),
    /** (1/P) sum_a J_a^T l''_a J_a: the Hessian without the curvature of the function itself; never negative for a convex loss. */
    GAUSS_NEWTON("_gn", "G", "the Gauss-Newton matrix", EnumSet.of(Need.EXAMPLES)),
    /** (1/P) sum_a l'_a d^2 o_a: the rest of the Hessian, the curvature of the function itself. Of trace 0 for a relu network. */
    FUNCTION_CURVATURE("_function", "H_{p}", "the curvature of the function", EnumSet.of(Need.EXAMPLES)),
    /** The covariance of pattern gradients; never negative. */
    NOISE_COVARIANCE("_noise", "C", "the covariance of pattern gradients", EnumSet.of(Need.PATTERNS)),
    /** The part of the Hessian that contacts have as springs without force; never negative. */
    UNSTRESSED("_unstressed", "H_{0}", "the unstressed part of the Hessian", EnumSet.of(Need.CONTACTS)),
    /** The rest of it, which is proportional to the forces of contacts, with the curvature of a sphere: H - H_0. */
    PRE_STRESS(
            "_prestress",
            "H_{p}",
            "the pre-stress part of the Hessian",
            EnumSet.of(Need.CONTACTS, Need.HESSIAN_VECTOR));

    private final String suffix;
    private final String symbol;
    private final String phrase;
    private final Set<Need> needs;

    Operator(String suffix, String symbol, String phrase, Set<Need> needs) {
        this.suffix = suffix;
        this.symbol = symbol;
        this.phrase = phrase;
        this.needs = needs;
    }

    /** What the names of its quantities end in. */
    String suffix() {
        return suffix;
    }

    /** Its letter. */
    String symbol() {
        return symbol;
    }

    /** In words. */
    String phrase() {
        return phrase;
    }

    /** What a landscape must offer. */
    Set<Need> needs() {
        Set<Need> all = EnumSet.of(Need.CONTINUOUS, Need.GRADIENT);
        all.addAll(needs);
        return all;
    }
}
