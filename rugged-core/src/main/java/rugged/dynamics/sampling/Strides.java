package rugged.dynamics.sampling;

import rugged.params.Param;
import rugged.params.ParameterGroup;

/** Moves of a random walk in flat space: by how much, what moves at once, and how its step finds its size. */
public record Strides(
        @Param(
                doc = "in flat space: standard deviation of the change of each coordinate that moves, at the start",
                symbol = "s",
                def = "0.3",
                min = 0.0,
                above = true,
                reason = "vectors |w|^2 = N of weights of order 1 then change by a third of their length")
        double step,

        @Param(
                doc = "in flat space: coordinates one by one, or all of a vector at once, as the weights of a hidden"
                        + " unit",
                def = "coordinates")
        Moved moves,

        @Param(
                doc = "in flat space: sweeps at the start, and after each change of a control, in which the step is"
                        + " adapted; then it is fixed, and only then the law is exact",
                def = "0",
                min = 0,
                max = 100000000)
        int settling,

        @Param(
                doc = "in flat space: part of the moves that are accepted, which the step is adapted to",
                def = "0.4",
                min = 0.01,
                max = 0.99,
                reason = "the best part is 0.44 for one coordinate and 0.23 for very many, and hardly matters")
        double acceptance)
        implements ParameterGroup {
    /** What moves at once. */
    public enum Moved {
        COORDINATES,
        VECTORS
    }

    /** A sweep of single weights takes P error functions for each of them: 13 to 18 gradients of a committee of two units on 40 inputs. */
    private static final int BY_COORDINATES = 16;

    /** Single coordinates, a step of 0.3 that stays. */
    public static final Strides USUAL = new Strides(0.3, Moved.COORDINATES, 0, 0.4);

    /** Gradients that a sweep costs about as much as. */
    int evaluations() {
        return moves == Moved.COORDINATES ? BY_COORDINATES : 1;
    }
}
