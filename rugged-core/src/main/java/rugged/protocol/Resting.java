package rugged.protocol;

import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/**
 * When a state of a driven landscape is at rest.
 *
 * @param precision largest force over the residual
 * @param longest longest time of one minimisation
 */
public record Resting(
        @Param(
                doc = "largest force of a minimum, over the residual",
                def = "1e-8",
                min = 0.0,
                above = true,
                max = 1e-3,
                reason = "forces are of the order of the residual, and the weakest of them are far smaller")
        double precision,

        @Param(
                doc = "longest time of one minimisation, in the time of the minimiser",
                def = "1e5",
                min = 1,
                reason = "near the threshold the slowest mode of some hundred particles takes some 1e4")
        double longest)
        implements ParameterGroup {
    /** The most that one minimisation may take. */
    double evaluations(LandscapeSpec landscape, DynamicsSpec dynamics) {
        return longest * dynamics.evaluationsPerUnitTime(landscape);
    }
}
