package rugged.meanfield.binary;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A binary perceptron that learns from a hidden one, Bayes optimal: a sample has the same overlap q with the teacher as with another sample. With x = -sqrt(q/(1 - q)) z:
 *
 * <pre>
 *   q = int Dz tanh(q^ + sqrt(q^) z),   q^ = 2 alpha/(1 - q) int Dz G(x)^2/H(x),
 *   s = -q^ (1 + q)/2 + int Dz log 2 cosh(q^ + sqrt(q^) z) + 2 alpha int Dz H(x) log H(x)
 * </pre>
 *
 * <p>s is the entropy per weight of all vectors that agree with the teacher on the patterns. Beside the branch with q below 1 there is q = 1 with s = 0 at every density. Where s of the branch vanishes the teacher is all that is left; the
 * branch itself, in which an algorithm without knowledge of the teacher is caught, ends at the spinodal, the maximum of alpha(q^). Numbers to 1e-9; a millisecond for each q^.
 *
 * <p>Source: Gyorgyi, Phys. Rev. A 41, 7097 (1990); Seung, Sompolinsky and Tishby, Phys. Rev. A 45, 6056 (1992).
 *
 * @param alpha patterns per weight
 * @param q overlap
 * @param conjugate q^
 * @param entropy s
 */
public record BinaryTeacher(double alpha, double q, double conjugate, double entropy) {
    private static final double FIRST = 1e-9;
    /** Beyond it alpha(q^) falls: the spinodal is at 4.4. */
    private static final double FAR = 12.0;

    /** The solution of a conjugate overlap, above 0. */
    public static BinaryTeacher of(double conjugate) {
        double root = Math.sqrt(conjugate);
        double q = NormalAverage.of(z -> Math.tanh(conjugate + root * z));
        // E tanh = E tanh^2 where the mean of the field is its variance
        double left = NormalAverage.of(z -> NormalAverage.sechSquared(conjugate + root * z));
        double slope = -Math.sqrt(q / left);
        double response = NormalAverage.of(z -> GaussianTail.density(slope * z) * GaussianTail.hazard(slope * z));
        double alpha = 0.5 * conjugate * left / response;
        double entropy = -0.5 * conjugate * (1.0 + q)
                + NormalAverage.of(z -> NormalAverage.logTwoCosh(conjugate + root * z))
                + 2.0
                        * alpha
                        * NormalAverage.of(z -> {
                            double h = GaussianTail.above(slope * z);
                            return h == 0.0 ? 0.0 : h * GaussianTail.logAbove(slope * z);
                        });
        return new BinaryTeacher(alpha, q, conjugate, entropy);
    }

    /** The end of the branch with q below 1. */
    public static BinaryTeacher spinodal() {
        DoubleUnaryOperator alpha = c -> of(c).alpha;
        return of(Bracket.maximum(alpha, 1.0, FAR));
    }

    /** Where s vanishes on the branch with q below 1: beyond it the teacher is the only solution. */
    public static BinaryTeacher transition() {
        return of(Bracket.root(c -> of(c).entropy, 1.0, spinodal().conjugate));
    }

    /** The branch with q below 1 at a density; empty beyond the spinodal. */
    public static Optional<BinaryTeacher> at(double alpha) {
        BinaryTeacher end = spinodal();
        if (alpha > end.alpha) return Optional.empty();
        if (alpha <= of(FIRST).alpha) return Optional.of(of(FIRST));
        return Optional.of(of(Bracket.root(c -> of(c).alpha - alpha, FIRST, end.conjugate)));
    }
}
