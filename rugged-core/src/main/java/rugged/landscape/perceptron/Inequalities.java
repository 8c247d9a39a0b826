package rugged.landscape.perceptron;

import java.util.Arrays;
import rugged.api.model.Batch;
import rugged.api.model.ContactLandscape;
import rugged.api.model.Contacts;
import rugged.api.model.Driven;
import rugged.api.model.StochasticLandscape;
import rugged.geometry.Manifold;
import rugged.num.kernel.Matrices;

/** The built perceptron. Patterns are shared between forks; scratch is what the violated ones among them are gathered in for a matrix. */
final class Inequalities implements Driven, ContactLandscape, StochasticLandscape {
    /** Rows of one product. */
    private static final int STRIP = 96;

    private final int n;
    private final int patterns;
    private final double[] xi;
    private final double scale;
    private final Matrices matrices = Matrices.best();
    private double[] rows = new double[0];
    private double margin;

    /** @param xi patterns, [P N] */
    Inequalities(int n, double[] xi, double margin) {
        this.n = n;
        this.xi = xi;
        this.margin = margin;
        patterns = xi.length / n;
        scale = 1.0 / Math.sqrt(n);
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public int patterns() {
        return patterns;
    }

    @Override
    public Manifold manifold() {
        return Manifold.SPHERE;
    }

    @Override
    public double control() {
        return margin;
    }

    @Override
    public void control(double value) {
        if (!Double.isFinite(value)) throw new IllegalArgumentException("a margin of " + value);
        margin = value;
    }

    @Override
    public Inequalities fork() {
        return new Inequalities(n, xi, margin);
    }

    /** xi^mu.x, in four sums so that none waits for another. */
    private double along(int mu, double[] x) {
        int from = mu * n;
        double one = 0.0;
        double two = 0.0;
        double three = 0.0;
        double four = 0.0;
        int i = 0;
        for (; i + 4 <= n; i += 4) {
            one += xi[from + i] * x[i];
            two += xi[from + i + 1] * x[i + 1];
            three += xi[from + i + 2] * x[i + 2];
            four += xi[from + i + 3] * x[i + 3];
        }
        for (; i < n; i++) one += xi[from + i] * x[i];
        return one + two + (three + four);
    }

    /** h_mu. */
    double gap(int mu, double[] x) {
        return scale * along(mu, x) - margin;
    }

    private void add(double[] y, double factor, int mu) {
        int from = mu * n;
        for (int i = 0; i < n; i++) y[i] += factor * xi[from + i];
    }

    @Override
    public double energy(double[] x) {
        double sum = 0.0;
        for (int mu = 0; mu < patterns; mu++) {
            double gap = gap(mu, x);
            if (!(gap >= 0.0)) sum += gap * gap;
        }
        return 0.5 * sum;
    }

    @Override
    public double energyAndGradient(double[] x, double[] g) {
        Arrays.fill(g, 0.0);
        double sum = 0.0;
        for (int mu = 0; mu < patterns; mu++) sum += violation(mu, x, 1.0, g);
        return 0.5 * sum;
    }

    @Override
    public double energyAndGradient(double[] x, Batch batch, double[] g) {
        Arrays.fill(g, 0.0);
        double weight = (double) patterns / batch.size();
        double sum = 0.0;
        for (int k = batch.from(); k < batch.to(); k++) sum += violation(batch.index()[k], x, weight, g);
        return 0.5 * weight * sum;
    }

    /** Adds what a violated pattern contributes to the gradient, times a weight, and returns the square of its gap; of a satisfied one both are 0. */
    private double violation(int mu, double[] x, double weight, double[] g) {
        double gap = gap(mu, x);
        if (gap >= 0.0) return 0.0;
        add(g, weight * scale * gap, mu);
        return gap * gap;
    }

    @Override
    public void patternEnergies(double[] x, double[] e) {
        for (int mu = 0; mu < patterns; mu++) {
            double gap = Math.min(0.0, gap(mu, x));
            e[mu] = 0.5 * patterns * gap * gap;
        }
    }

    /** (1/N) sum xi (xi.v) over violated patterns. */
    @Override
    public void hessianVector(double[] x, double[] v, double[] hv) {
        Arrays.fill(hv, 0.0);
        for (int mu = 0; mu < patterns; mu++) if (gap(mu, x) < 0.0) add(hv, along(mu, v) / n, mu);
    }

    /** (1/N) U^T U, U the violated patterns, on and below the diagonal, and the rest by symmetry: c N^3/2 multiply-adds. */
    @Override
    public void hessian(double[] x, double[] h, double[][] scratch) {
        int count = gather(x);
        for (int from = 0; from < n; from += STRIP) {
            int to = Math.min(n, from + STRIP);
            matrices.multiply(to - from, to, count, rows, from, 1, n, rows, 0, n, h, from * n, n, false);
        }
        for (int i = 0; i < n; i++) for (int j = 0; j <= i; j++) h[i * n + j] = h[j * n + i] = h[i * n + j] / n;
    }

    /** Copies the violated patterns and returns their number. */
    private int gather(double[] x) {
        int count = 0;
        for (int mu = 0; mu < patterns; mu++) {
            if (!(gap(mu, x) < 0.0)) continue;
            if (rows.length < (count + 1) * n) rows = Arrays.copyOf(rows, Math.min(xi.length, (2 * count + 8) * n));
            System.arraycopy(xi, mu * n, rows, count * n, n);
            count++;
        }
        return count;
    }

    /** All of it: gaps are linear in x, and what forces contribute is the multiplier of the sphere. */
    @Override
    public void unstressedVector(double[] x, double[] v, double[] hv) {
        hessianVector(x, v, hv);
    }

    /** Violated patterns; forces -h. */
    @Override
    public Contacts contacts(double[] x) {
        double[] forces = new double[patterns];
        int count = 0;
        for (int mu = 0; mu < patterns; mu++) {
            double gap = gap(mu, x);
            if (gap < 0.0) forces[count++] = -gap;
        }
        double[] all = Arrays.copyOf(forces, count);
        return new Contacts(n, 0, 0, n, (double) count / n, Double.NaN, all, all, new double[0]);
    }

    @Override
    public long[] violated(double[] x) {
        long[] found = new long[patterns];
        int count = 0;
        for (int mu = 0; mu < patterns; mu++) if (gap(mu, x) < 0.0) found[count++] = mu;
        return Arrays.copyOf(found, count);
    }

    @Override
    public double[] gaps(double[] x) {
        double[] gaps = new double[patterns];
        int count = 0;
        for (int mu = 0; mu < patterns; mu++) {
            double gap = gap(mu, x);
            if (gap > 0.0) gaps[count++] = gap;
        }
        return Arrays.copyOf(gaps, count);
    }

    @Override
    public double reach() {
        return Double.POSITIVE_INFINITY;
    }
}
