package rugged.protocol.atlas;

import java.util.Optional;
import rugged.compose.search.NudgedBand;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/**
 * How a {@link NudgedBand} is spanned and relaxed.
 *
 * @param images between the ends
 * @param iterations of the relaxation
 * @param spring constant of its springs
 * @param wholeStep longest step of searches with the whole Hessian
 */
public record Band(
        @Param(doc = "images of the elastic band between its ends", def = "20", min = 1, max = 10000)
        int images,

        @Param(
                doc = "iterations by which the band is relaxed, not to its end",
                def = "100",
                min = 0,
                max = 1e6,
                reason = "its tops are where searches begin, and need not be transition states yet")
        int iterations,

        @Param(
                doc = "constant of the springs between images, in units of the landscape",
                symbol = "k",
                def = "100",
                min = 0.0)
        double spring,

        @Param(
                doc = "longest step |dx| of searches from its tops that follow a mode with the whole Hessian, for up to"
                        + " some hundred coordinates; they follow the softest one without it if left out",
                min = 0.0,
                above = true)
        Optional<Double> wholeStep)
        implements ParameterGroup {}
