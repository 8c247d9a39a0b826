package rugged.dynamics.minimise;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.motion.Stepper;
import rugged.index.Named;
import rugged.num.Cholesky;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Newton steps from the whole matrix, damped: d solves
 *
 * <pre>(P (H + curvature of the manifold) P + n n^T/|n|^2 + lambda) d = -g,</pre>
 *
 * <p>P the projector on the tangent space and n its normal, on a sphere the state itself; x' is x + d on the manifold. Where the energy falls, or the gradient
 * where rounding hides that, the step is taken and lambda becomes 0.3 times as large; else, and where the matrix is not positive definite (Cholesky), 4 times. Near a minimum
 * every step multiplies the error by about lambda over the smallest eigenvalue, and lambda vanishes.
 *
 * <p>Landscapes whose energy is that of violated constraints are also at rest where that is at most 1e-26 of the extent: nothing is violated.
 *
 * <p>Source: Levenberg, Q. Appl. Math. 2, 164 (1944); Nocedal and Wright, Numerical Optimization (2006), section 3.4. A step: one gradient, the Hessian, which counts as N products, and
 * N^3/6 multiply-adds for each lambda; 16 N^2 bytes.
 */
@Named(
        value = "damped-newton",
        title = "Damped Newton",
        doc = "Newton steps from the whole Hessian, damped until the energy falls: some tens of steps to the last"
                + " digit.",
        source = "Levenberg, Q. Appl. Math. 2, 164 (1944)",
        year = 1944,
        topics = {"zero temperature", "minimisation", "optimisers", "second order"})
public record DampedNewton(
        @Param(
                doc = "damping at the start, over the mean diagonal of the Hessian",
                symbol = "\u03bb",
                def = "1",
                min = 0.0,
                above = true)
        double damping,

        @MinimiserParameters.Tolerance double tolerance)
        implements MinimiserSpec {
    /** The largest N of an array. */
    private static final double MOST = 46340;

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        return new Minimisation((Landscape) model, x, tolerance, new Damped(damping, x.length));
    }

    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        double n = landscape.knownDimension();
        if (Double.isNaN(n)) return 1.0;
        return 1.0 + 2.0 * n + n * n * n / 6.0 / Math.max(1.0, landscape.cost().operations());
    }

    @Override
    public double usualArrival() {
        return 40.0;
    }

    @Override
    public double memory(LandscapeSpec landscape) {
        double n = landscape.knownDimension();
        return Double.isNaN(n) ? 0.0 : 2.0 * Double.BYTES * n * n;
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        double n = landscape.knownDimension();
        double largest = Math.min(MOST, Math.sqrt(0.5 * Runtime.getRuntime().maxMemory() / (2.0 * Double.BYTES)));
        if (!(n > largest)) return Optional.empty();
        return Optional.of(String.format(
                Locale.ROOT,
                "the Hessian of N = %.0f needs %.3g GB; N = %.0f is the largest that fits; newton-cg needs no matrix",
                n,
                2e-9 * Double.BYTES * n * n,
                Math.floor(largest)));
    }

    private static final class Damped implements Method {
        private static final double BETTER = 0.3;
        private static final double WORSE = 4.0;
        /** Damping over the mean diagonal: smaller is rounding, and larger has no step. */
        private static final double LEAST = 1e-16;

        private static final double MOST = 1e16;
        /** The first damping tried where a matrix needs some. */
        private static final double SOME = 1e-10;
        /** E over its extent below which constraints count as satisfied. */
        private static final double NOTHING = 1e-26;

        private final double[] h;
        private final double[] factor;
        private final double[] d;
        private final double[] row;
        private final double[][] scratch;
        private final Cholesky cholesky = new Cholesky();
        private double damping;
        private double scale;
        private boolean formed;
        private boolean counted;

        Damped(double damping, int n) {
            this.damping = damping;
            h = new double[Math.multiplyExact(n, n)];
            factor = new double[n * n];
            d = new double[n];
            row = new double[n];
            scratch = new double[][] {d, row};
        }

        @Override
        public void step(Ground here) {
            here.settleSatisfied(NOTHING);
            if (!here.status().running()) return;
            if (!formed) form(here);
            while (!decompose()) {
                damping = Math.max(WORSE * damping, SOME);
                if (damping > MOST) {
                    here.stall();
                    return;
                }
            }
            double[] g = here.g();
            for (int i = 0; i < d.length; i++) d[i] = -g[i];
            cholesky.solve(d);
            here.tangent(d);
            here.propose(1.0, d);
            if (better(here)) {
                here.accept();
                formed = false;
                counted = false;
                damping = Math.max(LEAST, BETTER * damping);
                here.settleSatisfied(NOTHING);
            } else {
                damping *= WORSE;
                if (damping > MOST) here.stall();
            }
        }

        private static boolean better(Ground here) {
            if (!here.finite()) return false;
            if (here.trialEnergy() < here.energy()) return true;
            return here.trialEnergy() <= here.energy() + here.energyBlur()
                    && here.trialSquaredSlope() < here.squaredSlope();
        }

        /** The Hessian of the manifold, with 1, in its own scale, on the normals. */
        private void form(Ground here) {
            int n = d.length;
            here.hessian(h, scratch);
            if (!counted) here.count(2.0 * n);
            counted = true;
            formed = true;
            if (here.normals() > 0) project(here, n);
            double sum = 0.0;
            for (int i = 0; i < n; i++) sum += Math.abs(h[i * n + i]);
            scale = sum > 0.0 ? sum / n : 1.0;
            for (int k = 0; k < here.normals(); k++) {
                here.normal(k, row);
                double square = 0.0;
                for (double entry : row) square += entry * entry;
                for (int i = 0; i < n; i++)
                    for (int j = 0; j <= i; j++) h[i * n + j] += scale * row[i] * row[j] / square;
            }
        }

        /** P (H + curvature) P: rows, and then columns, on and below the diagonal. */
        private void project(Ground here, int n) {
            for (int i = 0; i < n; i++) {
                System.arraycopy(h, i * n, row, 0, n);
                Arrays.fill(d, 0.0);
                d[i] = 1.0;
                here.bend(d, row);
                here.tangent(row);
                System.arraycopy(row, 0, h, i * n, n);
            }
            for (int i = 0; i < n; i++)
                for (int j = 0; j < i; j++) {
                    double kept = h[i * n + j];
                    h[i * n + j] = h[j * n + i];
                    h[j * n + i] = kept;
                }
            for (int i = 0; i < n; i++) {
                System.arraycopy(h, i * n, row, 0, n);
                here.tangent(row);
                System.arraycopy(row, 0, h, i * n, n);
            }
        }

        private boolean decompose() {
            int n = d.length;
            System.arraycopy(h, 0, factor, 0, n * n);
            for (int i = 0; i < n; i++) factor[i * n + i] += damping * scale;
            return cholesky.decompose(factor, n);
        }

        @Override
        public void save(Packed.Writer out) {
            out.put(damping).put(counted ? 1 : 0);
        }

        @Override
        public void load(Packed.Reader in) {
            damping = in.readDouble();
            counted = in.readInt() == 1;
            formed = false;
        }
    }
}
