package rugged.landscape.glass;

import java.util.Arrays;
import java.util.Random;
import rugged.geometry.Manifold;
import rugged.num.kernel.CounterNormals;

/** The p-spin written down naively: one loop over the multisets (or sets) of indices, one coupling at a time, from the definition. */
final class Tuples {
    private Tuples() {}

    /** E(x), and its gradient in g. */
    static double energy(PSpin spec, double[] planted, double[] x, double[] g) {
        Arrays.fill(g, 0.0);
        double energy = 0.0;
        for (int p : spec.mixture().orders()) energy += order(spec, p, planted, x, g);
        return energy;
    }

    private static double order(PSpin spec, int p, double[] planted, double[] x, double[] g) {
        MultiIndex all = new MultiIndex(x.length, p, spec.couplings() == PSpin.Couplings.DISTINCT);
        int[] tuple = new int[p];
        double energy = 0.0;
        for (long rank = 0; rank < all.count(); rank++) {
            all.unrank(rank, tuple);
            double coupling = coupling(spec, p, tuple, rank, planted);
            energy -= coupling * product(x, tuple, -1);
            for (int a = 0; a < p; a++) g[tuple[a]] -= coupling * product(x, tuple, a);
        }
        return energy;
    }

    private static double coupling(PSpin spec, int p, int[] tuple, long rank, double[] planted) {
        int n = spec.n();
        double c = factorial(p);
        for (int a = 0; a < p; ) {
            int b = a;
            while (b < p && tuple[b] == tuple[a]) b++;
            c /= factorial(b - a);
            a = b;
        }
        double variance = c * spec.covariance().weight(p) / (2.0 * Math.pow(n, p - 1));
        double value = Math.sqrt(variance) * CounterNormals.at(spec.seed(), CouplingLaw.domain(n, p), rank);
        return planted.length == 0 ? value : value + variance / spec.planted() * product(planted, tuple, -1);
    }

    private static double product(double[] x, int[] tuple, int without) {
        double product = 1.0;
        for (int a = 0; a < tuple.length; a++) if (a != without) product *= x[tuple[a]];
        return product;
    }

    private static double factorial(int m) {
        double factorial = 1.0;
        for (int k = 2; k <= m; k++) factorial *= k;
        return factorial;
    }

    /** A random point of the sphere. */
    static double[] point(int n, long seed) {
        double[] x = new double[n];
        Random random = new Random(seed);
        for (int i = 0; i < n; i++) x[i] = random.nextGaussian();
        Manifold.SPHERE.retract(x);
        return x;
    }
}
