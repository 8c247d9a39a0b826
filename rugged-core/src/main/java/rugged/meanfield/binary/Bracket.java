package rugged.meanfield.binary;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/** Roots and maxima that are bracketed, by Brent's methods. */
final class Bracket {
    private static final int MOST = 500;

    private Bracket() {}

    /** The root between two points of opposite sign. */
    static double root(DoubleUnaryOperator function, double left, double right) {
        return new BracketingNthOrderBrentSolver(1e-14, 1e-14, 1e-300, 5)
                .solve(MOST, function::applyAsDouble, left, right);
    }

    /** Where a function with one maximum between two points has it. */
    static double maximum(DoubleUnaryOperator function, double left, double right) {
        return new BrentOptimizer(1e-9, 1e-12)
                .optimize(
                        new MaxEval(MOST),
                        GoalType.MAXIMIZE,
                        new SearchInterval(left, right),
                        new UnivariateObjectiveFunction(function::applyAsDouble))
                .getPoint();
    }
}
