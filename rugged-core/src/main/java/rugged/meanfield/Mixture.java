package rugged.meanfield;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rugged.params.BadParameter;

/**
 * The covariance of a Gaussian random landscape on the sphere, E[H(s) H(t)] = N f(s.t/N), as a mixture of orders:
 * f(q) = 1/2 sum_p a_p q^p with variance weights a_p = J_p^2 >= 0. Pure p has a_p = 1, so f = q^p / 2.
 *
 * <p>Written as a sum of weighted orders: {@code 3}, {@code 3+4}, {@code 0.6*3+1.4*12}. Equal orders add up. Immutable, compared by value.
 */
public final class Mixture {
    /** Highest order. */
    public static final int HIGHEST = 12;

    private static final Pattern TERM = Pattern.compile("(?:([^*]*)\\*)?([^*]*)");
    private static final String ALLOWED =
            "a sum of weighted orders such as 3, 3+4 or 0.6*3+1.4*12, with integer orders from 1 to " + HIGHEST;

    /** weight[p] = a_p for p = 0 ... highest order present. */
    private final double[] weight;
    /** Coefficients of f, f' and f'', lowest power first. */
    private final double[] value;

    private final double[] first;
    private final double[] second;

    private Mixture(double[] weights) {
        int highest = weights.length - 1;
        while (highest > 0 && weights[highest] == 0.0) highest--;
        weight = Arrays.copyOf(weights, highest + 1);
        value = new double[highest + 1];
        for (int p = 1; p <= highest; p++) value[p] = 0.5 * weight[p];
        first = derivative(value);
        second = derivative(first);
    }

    /** The mixture with the single order p of weight 1. */
    public static Mixture pure(int p) {
        return parse(Integer.toString(p));
    }

    /**
     * Reads a sum of weighted orders. {@code toString} and this are inverse to each other.
     *
     * @throws BadParameter when it is none, an order is not an integer from 1 to 12, a weight is negative or not finite, or all are zero
     */
    public static Mixture parse(String text) {
        double[] weights = new double[HIGHEST + 1];
        // a plus sign behind e belongs to a number such as 1e+3
        for (String part : text.strip().split("(?<![0-9.][eE])\\+", -1)) {
            Matcher term = TERM.matcher(part);
            if (!term.matches() || term.group(2).isBlank())
                throw wrong(text, "\"" + part.strip() + "\" is not a weighted order");
            int p = order(text, term.group(2).strip());
            weights[p] +=
                    term.group(1) == null ? 1.0 : weight(text, term.group(1).strip());
        }
        return of(text, weights);
    }

    private static int order(String text, String digits) {
        int p;
        try {
            p = Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw wrong(text, "the order p = " + digits + " is not an integer");
        }
        if (p < 1 || p > HIGHEST)
            throw wrong(
                    text, "the order p = " + digits + " is out of range: p must be an integer >= 1 and <= " + HIGHEST);
        return p;
    }

    private static double weight(String text, String digits) {
        double a;
        try {
            a = Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            throw wrong(text, "the weight \"" + digits + "\" is not a number");
        }
        if (!Double.isFinite(a)) throw wrong(text, "the weight " + digits + " is not finite");
        if (a < 0) throw wrong(text, "variance weights J_p^2 must be >= 0 and not all zero, but one is " + digits);
        return a;
    }

    private static Mixture of(String text, double[] weights) {
        for (double a : weights) if (a > 0) return new Mixture(weights);
        throw wrong(text, "variance weights J_p^2 must be >= 0 and not all zero");
    }

    private static BadParameter wrong(String text, String message) {
        return new BadParameter("mixture", text, message, ALLOWED);
    }

    private static double[] derivative(double[] coefficients) {
        double[] derivative = new double[Math.max(1, coefficients.length - 1)];
        for (int k = 1; k < coefficients.length; k++) derivative[k - 1] = k * coefficients[k];
        return derivative;
    }

    /** f(q) = 1/2 sum_p a_p q^p. */
    public double f(double q) {
        return horner(value, q);
    }

    /** f'(q) = 1/2 sum_p p a_p q^{p-1}. */
    public double fPrime(double q) {
        return horner(first, q);
    }

    /** f''(q) = 1/2 sum_p p (p-1) a_p q^{p-2}. */
    public double fSecond(double q) {
        return horner(second, q);
    }

    private static double horner(double[] coefficients, double q) {
        double sum = coefficients[coefficients.length - 1];
        for (int k = coefficients.length - 2; k >= 0; k--) sum = sum * q + coefficients[k];
        return sum;
    }

    /** The orders whose weight is not zero, increasing. A new array. */
    public int[] orders() {
        int[] orders = new int[weight.length];
        int count = 0;
        for (int p = 1; p < weight.length; p++) if (weight[p] > 0) orders[count++] = p;
        return Arrays.copyOf(orders, count);
    }

    /** The variance weight a_p = J_p^2; 0 for an order that is not there. */
    public double weight(int p) {
        return p >= 0 && p < weight.length ? weight[p] : 0.0;
    }

    /** The lowest order present. */
    public int lowest() {
        return orders()[0];
    }

    /** The highest order present. */
    public int highest() {
        return weight.length - 1;
    }

    /** Whether only one order is present, with whatever weight. */
    public boolean pure() {
        return lowest() == highest();
    }

    /**
     * The mixture of c f, for c > 0: the landscape times sqrt(c). Energies and temperatures scale as sqrt(c), times of the Langevin dynamics as 1/sqrt(c).
     */
    public Mixture scaled(double c) {
        if (!(c > 0) || Double.isInfinite(c))
            throw new BadParameter("covariance-scale", c, "the covariance must stay positive", "a finite number > 0");
        double[] weights = weight.clone();
        for (int p = 1; p < weights.length; p++) weights[p] *= c;
        return of(c + " * (" + this + ")", weights);
    }

    /** The canonical form: increasing orders, weights of 1 left out. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int p : orders()) {
            if (!text.isEmpty()) text.append('+');
            double a = weight[p];
            if (a != 1.0)
                text.append(a == Math.rint(a) && a < 1e6 ? Long.toString((long) a) : Double.toString(a))
                        .append('*');
            text.append(p);
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mixture mixture && Arrays.equals(weight, mixture.weight);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weight);
    }
}
