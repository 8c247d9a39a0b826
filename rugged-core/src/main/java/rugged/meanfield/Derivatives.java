package rugged.meanfield;

/** f', f'' and f''' of a mixture by Horner's rule: the inner loop evaluates them at every point of every integral. */
public final class Derivatives {
    private final double[] first;
    private final double[] second;
    private final double[] third;
    private final Mixture mixture;

    /** Of a mixture. */
    public Derivatives(Mixture mixture) {
        this.mixture = mixture;
        int highest = mixture.highest();
        first = new double[highest];
        second = new double[Math.max(1, highest - 1)];
        third = new double[Math.max(1, highest - 2)];
        for (int p : mixture.orders()) {
            double half = 0.5 * mixture.weight(p);
            first[p - 1] = half * p;
            if (p >= 2) second[p - 2] = half * p * (p - 1);
            if (p >= 3) third[p - 3] = half * p * (p - 1) * (p - 2);
        }
    }

    /** f(q). */
    public double value(double q) {
        return mixture.f(q);
    }

    /** f'(q). */
    public double first(double q) {
        return horner(first, q);
    }

    /** f''(q). */
    public double second(double q) {
        return horner(second, q);
    }

    /** f'''(q). */
    public double third(double q) {
        return horner(third, q);
    }

    private static double horner(double[] coefficients, double q) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) sum = sum * q + coefficients[k];
        return sum;
    }
}
