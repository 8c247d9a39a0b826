package rugged.dynamics.minimise;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import rugged.params.Param;

/** Parameters that several specs of this package declare in the same way. */
final class MinimiserParameters {
    private MinimiserParameters() {}

    /** When a minimisation has converged. */
    @Param(doc = "converged when |g|/sqrt(N) is at most", unit = "J", def = "1e-8", min = 0.0, above = true)
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Tolerance {}
}
