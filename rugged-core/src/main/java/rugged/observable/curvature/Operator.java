package rugged.observable.curvature;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.Need;

/** The operators whose spectrum can be looked at. */
public enum Operator {
    /** The Hessian, on the sphere with the curvature of the sphere. */
    HESSIAN("", "H", Need.HESSIAN_VECTOR),
    /** (1/P) sum_a J_a^T l''_a J_a: the Hessian without the curvature of the function itself; never negative for a convex loss. */
    GAUSS_NEWTON("_gn", "G", Need.EXAMPLES),
    /** (1/P) sum_a l'_a d^2 o_a: the rest of the Hessian, the curvature of the function itself. Of trace 0 for a relu network. */
    FUNCTION_CURVATURE("_function", "H_{p}", Need.EXAMPLES),
    /** The covariance of pattern gradients; never negative. */
    NOISE_COVARIANCE("_noise", "C", Need.PATTERNS);

    private final String suffix;
    private final String symbol;
    private final Need need;

    Operator(String suffix, String symbol, Need need) {
        this.suffix = suffix;
        this.symbol = symbol;
        this.need = need;
    }

    /** What the names of its quantities end in. */
    String suffix() {
        return suffix;
    }

    /** One letter. */
    String symbol() {
        return symbol;
    }

    /** What a landscape must offer. */
    Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, need);
    }
}
