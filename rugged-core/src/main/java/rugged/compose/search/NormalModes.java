package rugged.compose.search;

import java.util.Arrays;
import rugged.api.model.Landscape;
import rugged.geometry.Manifold;
import rugged.num.Vectors;
import rugged.num.spectral.DenseSpectrum;

/**
 * The Hessian of a landscape at a state, diagonalised in the space in which it can vary: the tangent space of its manifold less the zero modes of its symmetries, which are projected out and never taken for the smallest
 * eigenvalues. kappa = N - constraints - zero modes values. Scratch of its own: one thread.
 *
 * <p>Cost: the Hessian, and about 10 N^3 operations; 32 N^2 bytes.
 */
public final class NormalModes {
    private final Landscape landscape;
    private final Manifold manifold;
    private final double[] h;
    private final double[][] scratch;
    private final double[] gradient;
    private final double[] multipliers;
    private double[][] out = new double[0][];
    private double energy;
    private double[] values = new double[0];
    private double[][] vectors = new double[0][];

    /** At no state yet. */
    public NormalModes(Landscape landscape) {
        this.landscape = landscape;
        manifold = landscape.manifold();
        int n = landscape.dimension();
        h = new double[Math.multiplyExact(n, n)];
        scratch = new double[2][n];
        gradient = new double[n];
        multipliers = new double[manifold.constraints()];
    }

    /** Diagonalises at x[N], which is not modified. */
    public void at(double[] x) {
        int n = x.length;
        energy = landscape.energyAndGradient(x, gradient);
        landscape.hessian(x, h, scratch);
        if (multipliers.length > 0) bend(x);
        out = FreeSpace.basis(landscape, x);
        double height = project();
        manifold.tangent(x, gradient);
        for (double[] u : out) Vectors.add(gradient, -Vectors.dot(u, gradient), u);
        if (!Double.isFinite(height)) {
            values = new double[n - out.length];
            Arrays.fill(values, Double.NaN);
            vectors = new double[values.length][n];
            return;
        }
        DenseSpectrum whole = DenseSpectrum.of(n, h, true);
        values = Arrays.copyOf(whole.values(), n - out.length);
        vectors = Arrays.copyOf(whole.vectors(), n - out.length);
    }

    /** Adds what the curvature of the manifold contributes, column by column. */
    private void bend(double[] x) {
        int n = x.length;
        manifold.multipliers(x, gradient, multipliers);
        double[] unit = scratch[0];
        double[] column = scratch[1];
        Arrays.fill(unit, 0.0);
        for (int i = 0; i < n; i++) {
            unit[i] = 1.0;
            Arrays.fill(column, 0.0);
            manifold.bend(x, multipliers, unit, column);
            unit[i] = 0.0;
            for (int j = 0; j < n; j++) h[i * n + j] += column[j];
        }
    }

    /** P H P + height (1 - P), by one update of rank one for each direction; returns the height, above every eigenvalue. */
    private double project() {
        int n = gradient.length;
        double[] image = scratch[1];
        for (double[] u : out) {
            for (int i = 0; i < n; i++) {
                double sum = 0.0;
                for (int j = 0; j < n; j++) sum += h[i * n + j] * u[j];
                image[i] = sum;
            }
            double middle = Vectors.dot(u, image);
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++) h[i * n + j] += middle * u[i] * u[j] - u[i] * image[j] - image[i] * u[j];
        }
        double bound = 0.0;
        for (int i = 0; i < n; i++) {
            double sum = 0.0;
            for (int j = 0; j < n; j++) sum += Math.abs(h[i * n + j]);
            bound = Math.max(bound, sum);
            if (Double.isNaN(sum)) return Double.NaN;
        }
        double height = 2.0 * bound + 1.0;
        for (double[] u : out)
            for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) h[i * n + j] += height * u[i] * u[j];
        return height;
    }

    /** E there. */
    public double energy() {
        return energy;
    }

    /** The gradient there [N], without what is left out; not to be changed. */
    public double[] gradient() {
        return gradient;
    }

    /** kappa eigenvalues in increasing order; NaN where the energy or its derivatives are no numbers. Not to be changed. */
    public double[] values() {
        return values;
    }

    /** Their eigenvectors [kappa][N], of length 1; not to be changed. */
    public double[][] vectors() {
        return vectors;
    }

    /** |g|/sqrt(N). */
    public double slope() {
        return Vectors.norm(gradient) / Math.sqrt(gradient.length);
    }

    /** How many eigenvalues are negative, by more than rounding. */
    public int index() {
        int count = 0;
        double least = rounding();
        for (double value : values) if (value < -least) count++;
        return count;
    }

    /** Whether an eigenvalue cannot be told from 0: the point is at a bifurcation, or a symmetry was not named. */
    public boolean flat() {
        double least = rounding();
        for (double value : values) if (Math.abs(value) <= least) return true;
        return false;
    }

    private double rounding() {
        double most = values.length == 0 ? 0.0 : Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
        return Math.max(1e-9, 100.0 * landscape.rounding()) * most;
    }

    /** ln of the product of the positive eigenvalues. */
    public double logDeterminant() {
        double sum = 0.0;
        double least = rounding();
        for (double value : values) if (value > least) sum += Math.log(value);
        return sum;
    }
}
