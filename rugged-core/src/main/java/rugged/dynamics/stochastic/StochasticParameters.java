package rugged.dynamics.stochastic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import rugged.params.Param;

/** Parameters that several specs of this package declare in the same way. */
final class StochasticParameters {
    private StochasticParameters() {}

    /** What time counts. */
    @Param(doc = "what time counts: steps, or flow (eta times steps)", def = "steps")
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Ticks {}
}
