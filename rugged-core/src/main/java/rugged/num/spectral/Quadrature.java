package rugged.num.spectral;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
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

    private final double[] known;
    private final int rest;
    private final Krylov.Ritz[] rules;
    private final boolean[] exact;

    private Quadrature(double[] known, int rest, Krylov.Ritz[] rules, boolean[] exact) {
        this.known = known;
        this.rest = rest;
        this.rules = rules;
        this.exact = exact;
    }

    /** From so many vectors, each with so many steps. */
    public static Quadrature of(SymmetricOperator operator, int vectors, int steps, RandomStream random) {
        return of(operator, new double[0], vectors, steps, random);
    }

    /**
     * As above on what is left when the converged eigenvectors at the ends are taken out; these count exactly. Few eigenvalues far out would otherwise carry most of
     * the scatter between vectors, which is then so skew that its standard error means little.
     */
    public static Quadrature of(
            SymmetricOperator operator, Extremes ends, int vectors, int steps, RandomStream random) {
        Map<double[], Double> pairs = new IdentityHashMap<>();
        List<double[]> directions = new ArrayList<>();
        for (Extremes.End end : List.of(ends.top(), ends.bottom())) {
            for (int k = 0; k < end.size(); k++) {
                // in a small space both ends hold the same pairs
                boolean further = end.reliable(k) && pairs.put(end.vectors()[k], end.values()[k]) == null;
                if (further) directions.add(end.vectors()[k]);
            }
        }
        Projected left = new Projected(operator, directions.toArray(double[][]::new));
        double[] known = directions.stream().mapToDouble(pairs::get).toArray();
        if (left.freedom() + known.length != operator.freedom())
            throw new IllegalArgumentException("eigenvectors that depend on each other");
        return of(left, known, vectors, steps, random);
    }

    private static Quadrature of(
            SymmetricOperator operator, double[] known, int vectors, int steps, RandomStream random) {
        if (operator.freedom() == 0) return new Quadrature(known, 0, new Krylov.Ritz[0], new boolean[0]);
        double[] u = new double[operator.dimension()];
        Krylov.Ritz[] rules = new Krylov.Ritz[vectors];
        boolean[] exact = new boolean[vectors];
        for (int s = 0; s < vectors; s++) {
            random.normals(u);
            Krylov space = Krylov.sparing(operator, u).grow(steps);
            rules[s] = space.rule();
            exact[s] = space.exhausted();
        }
        return new Quadrature(known, operator.freedom(), rules, exact);
    }

    /** M. */
    private double freedom() {
        return known.length + rest;
    }

    /** tr f(A). */
    public Estimated sum(DoubleUnaryOperator f) {
        double exactly = 0.0;
        for (double value : known) exactly += f.applyAsDouble(value);
        if (rest == 0) return new Estimated(exactly, 0.0);
        double[] each = new double[rules.length];
        for (int s = 0; s < rules.length; s++) {
            double sum = 0.0;
            for (int k = 0; k < rules[s].values().length; k++)
                sum += rules[s].weights()[k] * f.applyAsDouble(rules[s].values()[k]);
            each[s] = exactly + rest * sum;
        }
        return Estimated.mean(each);
    }

    /** (1/M) tr f(A). */
    public Estimated mean(DoubleUnaryOperator f) {
        return sum(f).over(freedom());
    }

    /** (1/M) sum_i of normal densities of the given width about the eigenvalues, at lambda. */
    public Estimated density(double lambda, double width) {
        return mean(theta -> bell((lambda - theta) / width) / width);
    }

    /** tr A^order. */
    public Estimated trace(int order) {
        return sum(theta -> Math.pow(theta, order));
    }

    /** Number of eigenvalues below a threshold. */
    public Estimated below(double threshold) {
        double doubt = 0.0;
        for (int s = 0; s < rules.length; s++) {
            if (!exact[s]) doubt += doubt(rules[s], threshold);
        }
        return sum(theta -> theta < threshold ? 1.0 : 0.0).with(uncertain(doubt));
    }

    /** Number of eigenvalues with |lambda| at most so large. */
    public Estimated within(double size) {
        double doubt = 0.0;
        for (int s = 0; s < rules.length; s++) {
            if (!exact[s]) doubt += Math.hypot(doubt(rules[s], -size), doubt(rules[s], size));
        }
        return sum(theta -> Math.abs(theta) <= size ? 1.0 : 0.0).with(uncertain(doubt));
    }

    /** What doubtful weight is worth as a standard error: it lies anywhere between its bounds. */
    private double uncertain(double doubt) {
        return rules.length == 0 ? 0.0 : rest * doubt / rules.length / SQRT_12;
    }

    /** The weight that may lie on either side of a threshold: that of the nodes next to it, unless they are eigenvalues that stay on their side. */
    private static double doubt(Krylov.Ritz rule, double threshold) {
        int above = 0;
        while (above < rule.values().length && rule.values()[above] < threshold) above++;
        double doubt = 0.0;
        for (int j = Math.max(0, above - 1); j <= Math.min(above, rule.values().length - 1); j++)
            if (rule.residuals()[j] > Math.abs(rule.values()[j] - threshold)) doubt += rule.weights()[j];
        return doubt;
    }

    /** Density of the standard normal distribution. */
    public static double bell(double z) {
        return Math.exp(-0.5 * z * z) / Math.sqrt(2.0 * Math.PI);
    }
}
