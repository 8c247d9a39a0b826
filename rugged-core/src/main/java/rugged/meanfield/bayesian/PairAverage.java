package rugged.meanfield.bayesian;

import java.util.function.DoubleUnaryOperator;

/**
 * E s(h) s(h') over two correlated Gaussian numbers by the rule of trapezoids in both directions, |z| &lt;= 8: exponentially accurate for smooth s, about 1e-11 where the nearest poles of s are those of tanh. A kink costs most of that: about 1e-4. The fallback where no closed form is
 * known. Cost: some thousand evaluations.
 */
final class PairAverage {
    private static final double REACH = 8.0;
    private static final double COARSEST = 0.25;
    private static final double FRACTION = 4.0;

    private PairAverage() {}

    /** E s(h) s(h') with E h^2 = a, E h'^2 = b, E h h' = c. */
    static double of(DoubleUnaryOperator s, double a, double b, double c) {
        double first = Math.sqrt(a);
        double shared = first > 0.0 ? c / first : 0.0;
        double own = Math.sqrt(Math.max(0.0, b - shared * shared));
        double widest = Math.max(1e-300, Math.sqrt(Math.max(a, b)));
        double step = Math.min(COARSEST, 0.5 * Math.PI / (FRACTION * widest));
        int half = (int) Math.ceil(REACH / step);
        double sum = 0.0;
        double total = 0.0;
        for (int i = -half; i <= half; i++) {
            double u = i * step;
            double inner = 0.0;
            double weights = 0.0;
            for (int j = -half; j <= half; j++) {
                double v = j * step;
                double weight = Math.exp(-0.5 * v * v);
                inner += weight * s.applyAsDouble(shared * u + own * v);
                weights += weight;
            }
            double weight = Math.exp(-0.5 * u * u);
            sum += weight * s.applyAsDouble(first * u) * inner / weights;
            total += weight;
        }
        return sum / total;
    }
}
