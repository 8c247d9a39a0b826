package rugged.num.spectral;

import rugged.num.RandomStream;

/**
 * Trace and diagonal from products with random signs z. Hutchinson: E[z.Az] = tr A with variance 2 sum_{i != j} A_ij^2 a probe; E[z o Az] = diag A with
 * variance sum_{j != i} A_ij^2. On a subspace z is projected, and A in these formulas is P A P. All unbiased.
 *
 * <p>Sources: Hutchinson, Commun. Stat. Simul. Comput. 18, 1059 (1989); Bekas, Kokiopoulou and Saad, Appl. Numer. Math. 57, 1214 (2007); Meyer, Musco, Musco
 * and Woodruff, SIAM Symp. Simplicity Algorithms (2021), arXiv:2010.09649.
 */
public final class Traces {
    private Traces() {}

    /** tr A by so many products. */
    public static Estimated hutchinson(SymmetricOperator operator, int probes, RandomStream random) {
        double[] z = new double[operator.dimension()];
        double[] az = new double[z.length];
        double[] each = new double[probes];
        for (int s = 0; s < probes; s++) {
            signs(operator, random, z);
            operator.apply(z, az);
            each[s] = SpectralVectors.dot(z, az);
        }
        return Estimated.mean(each);
    }

    /**
     * tr A, exactly on the range of A S for k random vectors S and by Hutchinson on the rest: where few eigenvalues carry most of the trace the error falls as
     * the number of products, not as its root. 2 k + probes products; the error is that of the rest.
     */
    public static Estimated hutchPlusPlus(SymmetricOperator operator, int k, int probes, RandomStream random) {
        int n = operator.dimension();
        double[][] sketch = new double[Math.min(k, operator.freedom())][n];
        double[] z = new double[n];
        for (double[] column : sketch) {
            signs(operator, random, z);
            operator.apply(z, column);
        }
        Directions range = Directions.of(operator, sketch);
        double[] az = new double[n];
        double inside = 0.0;
        for (double[] q : range.basis()) {
            operator.apply(q, az);
            inside += SpectralVectors.dot(q, az);
        }
        if (range.count() == operator.freedom()) return new Estimated(inside, 0.0);
        Estimated rest = hutchinson(new Projected(operator, range), probes, random);
        return new Estimated(inside + rest.value(), rest.error());
    }

    /** Overwrites diagonal[N] and its standard errors errors[N]. */
    public static void diagonal(
            SymmetricOperator operator, int probes, RandomStream random, double[] diagonal, double[] errors) {
        int n = operator.dimension();
        double[] z = new double[n];
        double[] az = new double[n];
        java.util.Arrays.fill(diagonal, 0.0);
        java.util.Arrays.fill(errors, 0.0);
        for (int s = 1; s <= probes; s++) {
            signs(operator, random, z);
            operator.apply(z, az);
            for (int i = 0; i < n; i++) {
                double step = z[i] * az[i] - diagonal[i];
                diagonal[i] += step / s;
                errors[i] += step * (z[i] * az[i] - diagonal[i]);
            }
        }
        for (int i = 0; i < n; i++)
            errors[i] = probes < 2 ? Double.NaN : Math.sqrt(errors[i] / (probes - 1.0) / probes);
    }

    private static void signs(SymmetricOperator operator, RandomStream random, double[] z) {
        for (int i = 0; i < z.length; i++) z[i] = random.nextBoolean() ? 1.0 : -1.0;
        operator.project(z);
    }
}
