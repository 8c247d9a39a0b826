package rugged.meanfield.narrow;

import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import rugged.meanfield.binary.GaussianTail;

/**
 * The student of unit length whose least stability y w.x is largest, on examples of a teacher's signs, for d and n = alpha d to infinity: with s = sqrt(1 - R^2)
 *
 * <pre>
 *   1 - R^2 = 2 alpha int_{t &lt; kappa} Dt Phi(R t/s) (kappa - t)^2     R = (2 alpha/s) int_{t &lt; kappa} Dt G(R t/s) (kappa - t)
 * </pre>
 *
 * <p>It is where students with the hinge or the logistic loss go when the decay goes to 0. Numbers to 1e-10.
 *
 * @param alpha examples for each weight
 * @param cosine R, of the angle between student and teacher
 * @param margin kappa
 */
public record MaxMargin(double alpha, double cosine, double margin) {
    private static final double REACH = 60.0;
    private static final double EDGE = 1e-9;
    private static final int MOST = 500;

    /** The solution. */
    public static MaxMargin at(double alpha) {
        double cosine = root(r -> second(alpha, r, margin(alpha, r)) - r, EDGE, 1.0 - EDGE);
        return new MaxMargin(alpha, cosine, margin(alpha, cosine));
    }

    /** arccos(R)/pi. */
    public double error() {
        return Math.acos(cosine) / Math.PI;
    }

    /** kappa from the first equation, whose right side rises with kappa. */
    private static double margin(double alpha, double r) {
        return root(kappa -> first(alpha, r, kappa) - (1.0 - r * r), -REACH, REACH);
    }

    private static double first(double alpha, double r, double kappa) {
        double steep = r / Math.sqrt(1.0 - r * r);
        return 2.0
                * alpha
                * panels(steep, kappa)
                        .average(t -> t < kappa ? GaussianTail.above(-steep * t) * (kappa - t) * (kappa - t) : 0.0);
    }

    private static double second(double alpha, double r, double kappa) {
        double s = Math.sqrt(1.0 - r * r);
        return 2.0
                * alpha
                / s
                * panels(r / s, kappa).average(t -> t < kappa ? GaussianTail.density(r / s * t) * (kappa - t) : 0.0);
    }

    private static Panels panels(double steep, double kappa) {
        return new Panels(1.0 / Math.max(1.0, steep), kappa);
    }

    private static double root(java.util.function.DoubleUnaryOperator f, double from, double to) {
        return new BracketingNthOrderBrentSolver(1e-13, 1e-13, 1e-300, 5).solve(MOST, f::applyAsDouble, from, to);
    }
}
