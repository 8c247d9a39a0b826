package rugged.num.tail;

/**
 * A power law fitted to a tail.
 *
 * @param alpha exponent of x^-alpha, by maximum likelihood
 * @param error 1/sqrt(n d^2 ln Z/d alpha^2), of independent numbers
 * @param from where the tail begins
 * @param first index of the first number of the tail
 * @param count numbers in it
 * @param distance of Kolmogorov and Smirnov between the tail and the law
 */
public record PowerFit(double alpha, double error, double from, int first, double count, double distance) {
    /** No fit. */
    static final PowerFit NONE = new PowerFit(Double.NaN, Double.NaN, Double.NaN, -1, 0.0, Double.POSITIVE_INFINITY);

    /** Whether there is one. */
    public boolean found() {
        return first >= 0;
    }
}
