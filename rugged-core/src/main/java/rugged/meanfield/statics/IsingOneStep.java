package rugged.meanfield.statics;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * The Ising p-spin model with one step of replica symmetry breaking. With lambda^2 = beta^2 p q^{p-1}/2 and Dz a normal measure,
 *
 * <pre>
 * -beta F/N = beta^2/4 [1 - p q^{p-1} + (p-1)(1-m) q^p] + (1/m) ln int Dz (2 cosh lambda z)^m
 * q         = int Dz cosh^m tanh^2 / int Dz cosh^m
 * </pre>
 *
 * <p>Gardner, Nucl. Phys. B 257, 747 (1985): for finite p further steps are needed at a lower temperature, where this is a lower bound. Integrals by 200 Gauss-Hermite
 * points in logarithms.
 *
 * @param q overlap within a state
 * @param m breaking point
 * @param freeEnergy F/N
 */
public record IsingOneStep(double q, double m, double freeEnergy) {
    private static final int POINTS = 200;
    private static final int CELLS = 400;
    private static final double LEAST_FIELD = 0.2;
    private static final double MOST_FIELD = 60;
    private static final NormalRule NORMAL = new NormalRule(POINTS);

    /** q, ln int Dz (2 cosh lambda z)^m and the mean of ln 2 cosh for a field of strength lambda. */
    private record Moments(double q, double logarithm, double mean) {}

    private static Moments moments(double lambda, double m) {
        double largest = Double.NEGATIVE_INFINITY;
        double[] logs = new double[POINTS];
        double[] tanh = new double[POINTS];
        double[] weights = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double field = Math.abs(lambda * NORMAL.points[i]);
            logs[i] = field + Math.log1p(Math.exp(-2 * field));
            tanh[i] = Math.tanh(field);
            double measure = Math.log(Math.max(NORMAL.weights[i], Double.MIN_NORMAL));
            weights[i] = measure + m * logs[i];
            largest = Math.max(largest, weights[i]);
        }
        double sum = 0;
        double squares = 0;
        double mean = 0;
        for (int i = 0; i < POINTS; i++) {
            double weight = Math.exp(weights[i] - largest);
            sum += weight;
            squares += weight * tanh[i] * tanh[i];
            mean += weight * logs[i];
        }
        return new Moments(squares / sum, largest + Math.log(sum), mean / sum);
    }

    /** The temperature at which a field of this strength is consistent: lambda^2 = beta^2 p q^{p-1}/2. */
    private static double temperature(int p, double lambda, Moments at) {
        return Math.sqrt(0.5 * p * Math.pow(at.q, p - 1)) / lambda;
    }

    /** d(-beta F/N)/dm. */
    private static double slope(int p, double lambda, double m) {
        Moments at = moments(lambda, m);
        double beta = 1 / temperature(p, lambda, at);
        return -0.25 * beta * beta * (p - 1) * Math.pow(at.q, p) - at.logarithm / (m * m) + at.mean / m;
    }

    /** The strength of field at which the consistent temperature is highest. */
    private static double spinodal(int p, double m) {
        DoubleUnaryOperator consistent = lambda -> temperature(p, lambda, moments(lambda, m));
        double step = 1e-4;
        return Roots.last(
                        lambda -> consistent.applyAsDouble(lambda + step) - consistent.applyAsDouble(lambda - step),
                        LEAST_FIELD,
                        10,
                        CELLS)
                .orElse(Double.NaN);
    }

    /** T_d: the highest temperature with q > 0 at m = 1. Right to 1e-8. */
    public static double dynamical(int p) {
        double lambda = spinodal(p, 1);
        return temperature(p, lambda, moments(lambda, 1));
    }

    /** T_s: the slope in m vanishes at m = 1. */
    public static double statical(int p) {
        double lambda =
                Roots.first(x -> slope(p, x, 1), spinodal(p, 1), 10, CELLS).orElse(Double.NaN);
        return temperature(p, lambda, moments(lambda, 1));
    }

    /** The field at a temperature, on the branch of the larger overlap. */
    private static double field(int p, double temperature, double m) {
        return Roots.last(
                        x -> temperature(p, x, moments(x, m)) - temperature,
                        LEAST_FIELD,
                        MOST_FIELD / temperature / 4,
                        CELLS)
                .orElse(Double.NaN);
    }

    private static double freeEnergy(int p, double beta, double m, Moments at) {
        double replicated = 0.25 * beta * beta * (1 - p * Math.pow(at.q, p - 1) + (p - 1) * (1 - m) * Math.pow(at.q, p))
                + at.logarithm / m;
        return -replicated / beta;
    }

    /** Below T_s. */
    public static Optional<IsingOneStep> at(int p, double temperature) {
        if (!(temperature > 0) || temperature >= statical(p)) return Optional.empty();
        OptionalDouble breaking = Roots.last(m -> slope(p, field(p, temperature, m), m), 0.02, 1, 40);
        if (breaking.isEmpty()) return Optional.empty();
        double m = breaking.getAsDouble();
        Moments at = moments(field(p, temperature, m), m);
        return Optional.of(new IsingOneStep(at.q, m, freeEnergy(p, 1 / temperature, m, at)));
    }
}
