package rugged.study;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * How a grid in two parameters becomes finer where the answer changes, as a study asks for it under {@code refine}. When all points have ended, each tile of the grid, a rectangle with four neighbouring places at its corners, is looked at; where the answer changes in it, it is halved in both directions, and the five places that this
 * takes are computed with all seeds. The four new tiles are looked at in turn, {@code levels} times in all. Other swept parameters, and cases, each have a plane of their own.
 *
 * @param where what a change is
 * @param quantity whose mean over seeds, at the last recorded time, is the answer
 * @param in the two parameters; empty for the only two that are swept
 * @param value of the contour
 * @param levels how many times a tile is halved
 * @param errors standard errors within which the answer may be on either side
 * @param most sets of parameters that may be added, over all planes
 */
public record Refinement(
        @Param(
                doc = "contour: where a corner of a tile is above the value and another below, or one so close that it"
                        + " may be either; change: where two corners differ by more than their errors",
                def = "contour")
        Where where,

        @Param(doc = "quantity whose mean over seeds, at the last recorded time, decides")
        String quantity,

        @Param(doc = "the two swept parameters of the plane; empty: the only two that there are", def = "[]")
        List<String> in,

        @Param(doc = "value of the contour") Optional<Double> value,

        @Param(doc = "how many times a tile may be halved", def = "1", min = 1, max = 8)
        int levels,

        @Param(doc = "standard errors within which the answer may be on either side", def = "1", min = 0)
        double errors,

        @Param(doc = "most sets of parameters that are added", def = "400", min = 1, max = 1000000)
        int most) {
    /** What a change is. */
    public enum Where {
        /** A value is passed. */
        CONTOUR,
        /** The answer differs by more than its errors. */
        CHANGE
    }

    /** Checks what needs no study. */
    public Refinement {
        in = List.copyOf(in);
        if (!in.isEmpty() && (in.size() != 2 || in.get(0).equals(in.get(1))))
            throw new BadParameter("in", in, "does not span a plane", "two swept parameters");
        if (where == Where.CONTOUR && value.isEmpty())
            throw new BadParameter("value", "missing", "says at which value the contour is", "a number");
        if (where == Where.CHANGE && value.isPresent())
            throw new BadParameter("value", value.get(), "belongs to a contour", "where: contour");
        if (value.isPresent() && !Double.isFinite(value.get()))
            throw new BadParameter("value", value.get(), "is no level", "a finite number");
    }

    /** In these parameters, by their full path. */
    public Refinement within(String across, String up) {
        return new Refinement(where, quantity, List.of(across, up), value, levels, errors, most);
    }

    /**
     * A refinement and the grid that it begins with.
     *
     * @param how the request, its parameters by their full path
     * @param across values of the first parameter in the grid, ascending
     * @param up values of the second
     */
    public record Grid(Refinement how, List<BigDecimal> across, List<BigDecimal> up) {
        public Grid {
            across = List.copyOf(across);
            up = List.copyOf(up);
        }
    }
}
