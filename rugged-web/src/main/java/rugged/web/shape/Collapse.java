package rugged.web.shape;

import org.jspecify.annotations.Nullable;

/**
 * A scaling collapse, x' = (x - xc) N^a, y' = y N^b.
 *
 * @param parameter path of N
 * @param xc shift
 * @param a exponent of the abscissa
 * @param b exponent of the ordinate
 * @param quality mean squared distance between the curves in standard errors: 1 where they fall on one; null where no two share a
 *     range with errors
 * @param pairs distances in the mean
 */
public record Collapse(
        String parameter,
        double xc,
        double a,
        double b,
        @Nullable Double quality,
        int pairs) {}
