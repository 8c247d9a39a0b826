package rugged.meanfield.statics;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/** Roots on an interval that is scanned first: the first or the last change of sign, then Brent's method. */
public final class Roots {
    private static final int CELLS = 4000;

    private Roots() {}

    /** The first root from the left. */
    static OptionalDouble first(DoubleUnaryOperator function, double left, double right) {
        return first(function, left, right, CELLS);
    }

    /** The first root from the left that is not hidden within one of so many cells. */
    static OptionalDouble first(DoubleUnaryOperator function, double left, double right, int cells) {
        double before = function.applyAsDouble(left);
        for (int k = 1; k <= cells; k++) {
            double x = left + (right - left) * k / cells;
            double now = function.applyAsDouble(x);
            if (before == 0) return OptionalDouble.of(left + (right - left) * (k - 1) / cells);
            if (before * now < 0)
                return OptionalDouble.of(between(function, left + (right - left) * (k - 1) / cells, x));
            before = now;
        }
        return OptionalDouble.empty();
    }

    /** The first root from the right. */
    static OptionalDouble last(DoubleUnaryOperator function, double left, double right) {
        return last(function, left, right, CELLS);
    }

    /** As {@link #last(DoubleUnaryOperator, double, double)}, with so many cells. */
    static OptionalDouble last(DoubleUnaryOperator function, double left, double right, int cells) {
        OptionalDouble mirrored = first(x -> function.applyAsDouble(-x), -right, -left, cells);
        return mirrored.isPresent() ? OptionalDouble.of(-mirrored.getAsDouble()) : mirrored;
    }

    /** The root between two points of opposite sign. */
    public static double between(DoubleUnaryOperator function, double left, double right) {
        return new BracketingNthOrderBrentSolver(1e-15, 1e-15, 1e-300, 5)
                .solve(500, function::applyAsDouble, left, right);
    }
}
