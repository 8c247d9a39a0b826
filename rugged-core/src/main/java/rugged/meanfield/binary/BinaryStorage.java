package rugged.meanfield.binary;

import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Random patterns stored in binary weights, replica symmetric. With x = (kappa - sqrt(q) z)/sqrt(1 - q), Z and h_b as in {@link PatternChannel}:
 *
 * <pre>
 *   q = int Dz tanh^2(sqrt(q^) z),   q^ = alpha/(1 - q) int Dz h_b(x)^2,
 *   phi = -q^ (1 - q)/2 + int Dz log 2 cosh(sqrt(q^) z) + alpha int Dz log Z(x),
 *   lambda = alpha/(1 - q)^2 int Dz [h_b'(x)]^2 int Dz sech^4(sqrt(q^) z),   stable where it is below 1.
 * </pre>
 *
 * <p>phi is the logarithm of the partition function per weight: the entropy of solutions where beta is infinite, else s - beta e. lambda is also the factor by which one sweep of approximate message passing multiplies small
 * independent errors, so that its fixed point is lost where replica symmetry is.
 *
 * <p>q^ is the parameter: it gives q and alpha without iterations, and alpha(q^) rises from 0, so that the solution at a density is the first root; capacity and instability are found along q^ as well. Integrals as in
 * {@code NormalAverage}; numbers to 1e-9 while 1 - q is above 0.013. Cost: a millisecond for each q^.
 *
 * <p>Source: Gardner and Derrida, J. Phys. A 21, 271 (1988); Krauth and Mezard, J. Phys. France 50, 3057 (1989); Zhao, Qiu, Xie and Huang, arXiv:2111.13302.
 *
 * @param alpha patterns per weight
 * @param q overlap of two samples
 * @param conjugate q^
 * @param phi log Z/N
 * @param energy violated patterns per weight, 0 where beta is infinite
 * @param lambda instability
 */
public record BinaryStorage(double alpha, double q, double conjugate, double phi, double energy, double lambda) {
    private static final double FIRST = 1e-9;
    /** Beyond it tanh(sqrt(q^) z) turns within three steps of the integrals; 1 - q is 0.013 there. */
    private static final double LARGEST = 4000.0;

    private static final double GROWTH = 1.15;

    /** s = phi + beta e. */
    public double entropy(double beta) {
        return Double.isInfinite(beta) ? phi : phi + beta * energy;
    }

    /** The solution of a conjugate overlap, above 0. */
    public static BinaryStorage of(double margin, double beta, double conjugate) {
        PatternChannel channel = new PatternChannel(false, margin, beta);
        double field = Math.sqrt(conjugate);
        double left = NormalAverage.of(z -> NormalAverage.sechSquared(field * z));
        double q = NormalAverage.of(z -> Math.pow(Math.tanh(field * z), 2));
        double root = Math.sqrt(q);
        double width = Math.sqrt(left);
        double squares = NormalAverage.of(z -> Math.pow(channel.hazard((margin - root * z) / width), 2));
        double alpha = conjugate * left / squares;
        double log = NormalAverage.of(z -> channel.logZ(root * z, left));
        double phi = -0.5 * conjugate * left + NormalAverage.of(z -> NormalAverage.logTwoCosh(field * z)) + alpha * log;
        double outputs = NormalAverage.of(z -> {
            double x = (margin - root * z) / width;
            double h = channel.hazard(x);
            return Math.pow(h * (h - x), 2);
        });
        double weights = NormalAverage.of(z -> Math.pow(NormalAverage.sechSquared(field * z), 2));
        double violated = channel.violated();
        double energy = violated == 0.0
                ? 0.0
                : alpha
                        * violated
                        * NormalAverage.of(z -> {
                            double x = (margin - root * z) / width;
                            return GaussianTail.above(-x) / channel.weight(x);
                        });
        return new BinaryStorage(alpha, q, conjugate, phi, energy, alpha / (left * left) * outputs * weights);
    }

    /** The solution at a density of patterns; empty where q would be within 0.013 of 1. */
    public static Optional<BinaryStorage> at(double alpha, double margin, double beta) {
        return first(margin, beta, point -> point.alpha - alpha);
    }

    /** Where the entropy of solutions at infinite beta vanishes: the largest density at which there are any. */
    public static Optional<BinaryStorage> capacity(double margin) {
        return first(margin, Double.POSITIVE_INFINITY, point -> -point.phi);
    }

    /** Where lambda = 1: empty where the solution is stable as far as it goes. */
    public static Optional<BinaryStorage> unstable(double margin, double beta) {
        return first(margin, beta, point -> point.lambda - 1.0);
    }

    /** The first q^ at which a function that begins below 0 vanishes. */
    private static Optional<BinaryStorage> first(double margin, double beta, ToDoubleFunction<BinaryStorage> function) {
        double below = FIRST;
        if (function.applyAsDouble(of(margin, beta, below)) >= 0.0) return Optional.of(of(margin, beta, below));
        for (double above = below * 10.0; ; above *= above < 0.1 ? 10.0 : GROWTH) {
            BinaryStorage point = of(margin, beta, above);
            if (above > LARGEST || Double.isNaN(point.alpha)) return Optional.empty();
            if (function.applyAsDouble(point) >= 0.0) {
                double root = Bracket.root(c -> function.applyAsDouble(of(margin, beta, c)), below, above);
                return Optional.of(of(margin, beta, root));
            }
            below = above;
        }
    }
}
