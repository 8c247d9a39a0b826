package rugged.dynamics.minimise;

import rugged.num.Vectors;

/**
 * Minimises the model g.p + p.A p/2 for |p| at most a radius, by conjugate gradients from p = 0: stops where the residual is small, and goes to the boundary
 * where a direction has no positive curvature or leads out. For positive A and a large radius it is linear conjugate gradients on A p = -g, exact after as
 * many products as A has distinct eigenvalues.
 *
 * <p>Source: Steihaug, SIAM J. Numer. Anal. 20, 626 (1983). One product a step.
 */
final class Steihaug {
    private static final double NO_CURVATURE = 1e-14;

    private final int most;
    private final double[] p;
    private final double[] r;
    private final double[] d;
    private final double[] h;
    private double predicted;
    private boolean boundary;
    private int products;

    /** A symmetric matrix. */
    @FunctionalInterface
    interface Product {
        /** Overwrites av[N] with A v, A the matrix where {@code here} stands. */
        void times(Ground here, double[] v, double[] av);
    }

    /** @param most products at most */
    Steihaug(int n, int most) {
        this.most = most;
        p = new double[n];
        r = new double[n];
        d = new double[n];
        h = new double[n];
    }

    /** The step found, p[N]. */
    double[] step() {
        return p;
    }

    /** By how much the model falls: -(g.p + p.A p/2). */
    double predicted() {
        return predicted;
    }

    /** Whether p ended on the boundary. */
    boolean boundary() {
        return boundary;
    }

    /** Products taken. */
    int products() {
        return products;
    }

    /** Checks the Hessian where {@code here} stands for symmetry. Two products. */
    void check(Ground here) {
        here.checkSymmetry(p, r, d, h);
    }

    /**
     * Finds the step for the gradient g where {@code here} stands.
     *
     * @param small residual |A p + g| that is small enough
     */
    void solve(Ground here, Product a, double radius, double small) {
        double[] g = here.g();
        java.util.Arrays.fill(p, 0.0);
        System.arraycopy(g, 0, r, 0, r.length);
        Vectors.set(d, -1.0, g);
        products = 0;
        boundary = false;
        double squared = Vectors.dot(r, r);
        while (Math.sqrt(squared) > small && products < most && !boundary) {
            a.times(here, d, h);
            products++;
            double curvature = Vectors.dot(d, h);
            double along = squared / curvature;
            if (curvature <= NO_CURVATURE * Vectors.dot(d, d) || length(along) >= radius) {
                along = toBoundary(radius);
                boundary = true;
            }
            Vectors.add(p, along, d);
            Vectors.add(r, along, h);
            double next = Vectors.dot(r, r);
            for (int i = 0; i < d.length; i++) d[i] = -r[i] + next / squared * d[i];
            squared = next;
        }
        predicted = -0.5 * (Vectors.dot(g, p) + Vectors.dot(r, p));
    }

    /** |p + a d|. */
    private double length(double a) {
        double sum = 0.0;
        for (int i = 0; i < p.length; i++) sum += (p[i] + a * d[i]) * (p[i] + a * d[i]);
        return Math.sqrt(sum);
    }

    /** The a above 0 with |p + a d| = radius. */
    private double toBoundary(double radius) {
        double dd = Vectors.dot(d, d);
        double pd = Vectors.dot(p, d);
        double left = Math.max(0.0, radius * radius - Vectors.dot(p, p));
        double root = Math.sqrt(pd * pd + dd * left);
        return pd > 0.0 ? left / (pd + root) : (root - pd) / dd;
    }
}
