package rugged.num.spectral;

import rugged.num.RandomStream;

/**
 * Stochastic Lanczos quadrature: the density of eigenvalues from Krylov spaces of random vectors. For a vector u, uniform on the unit sphere of the subspace,
 * E[u.f(A)u] = tr f(A)/M; the Ritz values and weights of its space are the Gauss quadrature of u.f(A)u. Errors: the scatter between vectors; for counts,
 * which are no smooth f, also how well the quadrature knows where an eigenvalue is (the bounds of Chebyshev, Markov and Stieltjes on a cumulative weight).
 *
 * <p>Cost: vectors times steps products. Source: Ubaru, Chen and Saad, SIAM J. Matrix Anal. Appl. 38, 1075 (2017); Golub and Meurant, Matrices, Moments and
 * Quadrature (2010).
 */
public final class Quadrature {
    private static final double SQRT_12 = Math.sqrt(12.0);

    private final int freedom;
    private final Krylov.Ritz[] rules;
    private final boolean[] exact;

    private Quadrature(int freedom, Krylov.Ritz[] rules, boolean[] exact) {
        this.freedom = freedom;
        this.rules = rules;
        this.exact = exact;
    }

    /** From so many vectors, each with so many steps. */
    public static Quadrature of(SymmetricOperator operator, int vectors, int steps, RandomStream random) {
        double[] u = new double[operator.dimension()];
        Krylov.Ritz[] rules = new Krylov.Ritz[vectors];
        boolean[] exact = new boolean[vectors];
        for (int s = 0; s < vectors; s++) {
            random.normals(u);
            Krylov space = new Krylov(operator, u).grow(steps);
            rules[s] = space.ritz();
            exact[s] = space.exhausted();
        }
        return new Quadrature(operator.freedom(), rules, exact);
    }

    /** (1/M) tr f(A). */
    public Estimated mean(java.util.function.DoubleUnaryOperator f) {
        double[] each = new double[rules.length];
        for (int s = 0; s < rules.length; s++) {
            double sum = 0.0;
            for (int k = 0; k < rules[s].values().length; k++)
                sum += rules[s].weights()[k] * f.applyAsDouble(rules[s].values()[k]);
            each[s] = sum;
        }
        return Estimated.mean(each);
    }

    /** (1/M) sum_i of normal densities of the given width about the eigenvalues, at lambda. */
    public Estimated density(double lambda, double width) {
        return mean(theta -> bell((lambda - theta) / width) / width);
    }

    /** tr A^order. */
    public Estimated trace(int order) {
        Estimated mean = mean(theta -> Math.pow(theta, order));
        return new Estimated(freedom * mean.value(), freedom * mean.error());
    }

    /** Number of eigenvalues below a threshold. */
    public Estimated below(double threshold) {
        double[] each = new double[rules.length];
        double doubt = 0.0;
        for (int s = 0; s < rules.length; s++) {
            double[] values = rules[s].values();
            int k = 0;
            while (k < values.length && values[k] < threshold) each[s] += freedom * rules[s].weights()[k++];
            if (!exact[s]) doubt += doubt(rules[s], k, threshold);
        }
        return Estimated.mean(each).with(freedom * doubt / rules.length / SQRT_12);
    }

    /** Number of eigenvalues with |lambda| at most so large. */
    public Estimated within(double size) {
        double[] each = new double[rules.length];
        double doubt = 0.0;
        for (int s = 0; s < rules.length; s++) {
            double[] values = rules[s].values();
            int low = 0;
            while (low < values.length && values[low] < -size) low++;
            int high = low;
            while (high < values.length && values[high] <= size) each[s] += freedom * rules[s].weights()[high++];
            if (!exact[s]) doubt += Math.hypot(doubt(rules[s], low, -size), doubt(rules[s], high, size));
        }
        return Estimated.mean(each).with(freedom * doubt / rules.length / SQRT_12);
    }

    /** The weight that may lie on either side of a threshold between the nodes k - 1 and k: theirs, unless they are eigenvalues that stay on their side. */
    private static double doubt(Krylov.Ritz rule, int k, double threshold) {
        double doubt = 0.0;
        for (int j = Math.max(0, k - 1); j <= Math.min(k, rule.values().length - 1); j++)
            if (rule.residuals()[j] > Math.abs(rule.values()[j] - threshold)) doubt += rule.weights()[j];
        return doubt;
    }

    /** Density of the standard normal distribution. */
    public static double bell(double z) {
        return Math.exp(-0.5 * z * z) / Math.sqrt(2.0 * Math.PI);
    }
}
