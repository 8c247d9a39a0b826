package rugged.landscape.plain;

import java.util.random.RandomGenerator;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.model.Landscape;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * E(x) = x.A x/2 with a spectrum that is known: eigenvalues lambda_k = condition^{(k - n)/(n - 1)}, k = 1..n, evenly spaced in the logarithm from
 * 1/condition to 1. The eigenvectors are the axes, or, with rotation, the axes reflected in {@value #REFLECTIONS} random hyperplanes: A is never formed.
 * The minimum is E = 0 at x = 0; a random state is standard normal.
 *
 * <p>Gradient descent with the best step loses a factor (c - 1)/(c + 1) of its error a step, conjugate gradients (sqrt c - 1)/(sqrt c + 1), with c the
 * condition. Cost: 16 n multiply-adds a gradient or product with rotation, n without. Source: Nocedal and Wright, Numerical Optimization (2006), chapter 5.
 */
@Named(
        value = "quadratic",
        title = "Quadratic well",
        doc = "A harmonic well with eigenvalues evenly spaced in the logarithm: the test of convergence rates.",
        source = "Nocedal and Wright, Numerical Optimization (2006), chapter 5",
        topics = {"test functions"})
public record Quadratic(
        @Param(doc = "dimension", symbol = "N", def = "100", min = 1, max = 100000000)
        int n,

        @Param(doc = "largest eigenvalue (which is 1) over the smallest", symbol = "\u03ba", def = "100", min = 1)
        double condition,

        @Param(doc = "whether the eigenvectors are turned away from the axes", def = "true")
        boolean rotation,

        @Param(doc = "seed of the rotation", def = "1") long seed)
        implements LandscapeSpec {
    /** Householder reflections of the rotation. */
    static final int REFLECTIONS = 4;

    /** Checks what the binder checks too. */
    public Quadratic {
        if (n < 1) throw new BadParameter("n", n, "out of range", "an integer from 1 on");
        if (!(condition >= 1) || Double.isInfinite(condition))
            throw new BadParameter(
                    "condition", condition, "a ratio of largest to smallest", "a finite number from 1 on");
    }

    /** The eigenvalues, in increasing order. */
    public double[] spectrum() {
        double[] lambda = new double[n];
        for (int k = 0; k < n; k++) lambda[k] = n == 1 ? 1.0 : Math.pow(condition, (k + 1.0 - n) / (n - 1.0));
        return lambda;
    }

    @Override
    public Landscape build() {
        double[][] normals = new double[rotation ? REFLECTIONS : 0][n];
        RandomStream random = Streams.of(seed).stream("rotation", 0);
        for (double[] normal : normals) {
            random.normals(normal);
            double norm = Math.sqrt(Vectors.dot(normal, normal));
            for (int i = 0; i < n; i++) normal[i] /= norm;
        }
        return new Well(spectrum(), normals);
    }

    @Override
    public Cost cost() {
        return new Cost(48.0 * n, 48.0 * n, (rotation ? 16.0 : 1.0) * n);
    }

    @Override
    public double knownDimension() {
        return n;
    }

    @Override
    public double stiffness() {
        return 1.0;
    }

    /** A = Q^T diag(lambda) Q with Q the product of the reflections. */
    private record Well(double[] lambda, double[][] normals) implements Landscape {
        @Override
        public int dimension() {
            return lambda.length;
        }

        /** One reflection after another, applied to a copy: allocates; {@link #energyAndGradient} does not. */
        @Override
        public double energy(double[] x) {
            double[] turned = x.clone();
            for (double[] normal : normals) reflect(normal, turned);
            double sum = 0.0;
            for (int i = 0; i < turned.length; i++) sum += lambda[i] * turned[i] * turned[i];
            return 0.5 * sum;
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            hessianVector(x, x, g);
            return 0.5 * Vectors.dot(x, g);
        }

        @Override
        public void hessianVector(double[] x, double[] v, double[] hv) {
            System.arraycopy(v, 0, hv, 0, v.length);
            for (double[] normal : normals) reflect(normal, hv);
            for (int i = 0; i < hv.length; i++) hv[i] *= lambda[i];
            for (int k = normals.length - 1; k >= 0; k--) reflect(normals[k], hv);
        }

        private static void reflect(double[] normal, double[] v) {
            double twice = 2.0 * Vectors.dot(normal, v);
            for (int i = 0; i < v.length; i++) v[i] -= twice * normal[i];
        }

        @Override
        public void randomise(double[] x, RandomGenerator random) {
            for (int i = 0; i < x.length; i++) x[i] = random.nextGaussian();
        }
    }
}
