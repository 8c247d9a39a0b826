package rugged.protocol;

import java.util.Optional;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/**
 * When a state of a driven landscape is at rest, and which of these states are looked at.
 *
 * @param precision largest force over the residual
 * @param longest longest time of one minimisation
 * @param watch whether the observables look on the way
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
        double longest,

        @Param(
                doc = "steps: the observables are asked at every minimum that is kept, its number k as time; once,"
                        + " at time 0, at the last one if left out")
        Optional<Watch> watch)
        implements ParameterGroup {
    /** The last minimum alone is looked at. */
    public Resting(double precision, double longest) {
        this(precision, longest, Optional.empty());
    }

    /** The most that one minimisation may take. */
    double evaluations(LandscapeSpec landscape, DynamicsSpec dynamics) {
        return longest * dynamics.evaluationsPerUnitTime(landscape);
    }
}
