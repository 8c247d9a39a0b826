package rugged.compose.search;

import java.util.Arrays;
import rugged.api.model.Landscape;
import rugged.geometry.Manifold;
import rugged.num.Vectors;

/**
 * The space in which a landscape can vary at a state: the tangent space of its manifold less the zero modes of its symmetries, with the gradient and products of the Hessian in it. Scratch of its own: one thread.
 */
final class FreeSpace {
    private static final double DEPENDENT = 1e-10;

    private final Landscape landscape;
    private final Manifold manifold;
    private final double[] gradient;
    private final double[] multipliers;
    private final double[] x;
    private final double[] inside;
    private double[][] out = new double[0][];
    private double energy;
    private long evaluations;

    FreeSpace(Landscape landscape) {
        this.landscape = landscape;
        manifold = landscape.manifold();
        int n = landscape.dimension();
        gradient = new double[n];
        multipliers = new double[manifold.constraints()];
        x = new double[n];
        inside = new double[n];
    }

    /** Moves to a state, which is copied. */
    void at(double[] state) {
        System.arraycopy(state, 0, x, 0, x.length);
        energy = landscape.energyAndGradient(x, gradient);
        evaluations++;
        manifold.multipliers(x, gradient, multipliers);
        out = basis(landscape, x);
        project(gradient);
    }

    /** An orthonormal basis of what is left out at x: normals of the manifold, then zero modes. */
    static double[][] basis(Landscape landscape, double[] x) {
        int n = x.length;
        double[][] modes = landscape.zeroModes(x);
        int constraints = landscape.manifold().constraints();
        double[][] basis = new double[constraints + modes.length][];
        int rank = 0;
        for (int k = 0; k < basis.length; k++) {
            double[] u = new double[n];
            if (k < constraints) landscape.manifold().normal(x, k, u);
            else System.arraycopy(modes[k - constraints], 0, u, 0, n);
            double before = Vectors.norm(u);
            for (int turn = 0; turn < 2; turn++)
                for (int j = 0; j < rank; j++) Vectors.add(u, -Vectors.dot(basis[j], u), basis[j]);
            double after = Vectors.norm(u);
            if (!(after > DEPENDENT * before)) continue;
            Vectors.scale(u, 1.0 / after);
            basis[rank++] = u;
        }
        return Arrays.copyOf(basis, rank);
    }

    /** Replaces v[N] by its part in the space. */
    void project(double[] v) {
        for (double[] u : out) Vectors.add(v, -Vectors.dot(u, v), u);
    }

    /** Overwrites hv[N] with the product of the Hessian of the space with a v[N] that lies in it. */
    void product(double[] v, double[] hv) {
        System.arraycopy(v, 0, inside, 0, v.length);
        landscape.hessianVector(x, inside, hv);
        evaluations += 2;
        if (multipliers.length > 0) manifold.bend(x, multipliers, inside, hv);
        project(hv);
    }

    double energy() {
        return energy;
    }

    /** In the space; not to be changed. */
    double[] gradient() {
        return gradient;
    }

    double slope() {
        return Vectors.norm(gradient) / Math.sqrt(gradient.length);
    }

    /** The work done so far, in gradients. */
    long evaluations() {
        return evaluations;
    }
}
