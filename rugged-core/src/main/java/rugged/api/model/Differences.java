package rugged.api.model;

import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import rugged.geometry.Manifold;
import rugged.num.Vectors;

/**
 * Derivatives by central differences: the fallback of a landscape that gives less than the caller needs, not the route of a production landscape.
 * Errors are of order h^2 |E'''| + eps |E| / h with h = eps^(1/3) (1 + |x_i|), so about 1e-10 relative at best.
 */
final class Differences {
    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    private Differences() {}

    /** g_i = (E(x + h e_i) - E(x - h e_i)) / (2h); returns E(x). 2N + 1 energies; allocates. */
    static double gradient(ToDoubleFunction<double[]> energy, Manifold manifold, double[] x, double[] g) {
        double[] moved = x.clone();
        for (int i = 0; i < x.length; i++) {
            double h = STEP * manifold.scale(x, i);
            moved[i] = x[i] + h;
            double up = energy.applyAsDouble(moved);
            moved[i] = x[i] - h;
            double down = energy.applyAsDouble(moved);
            moved[i] = x[i];
            g[i] = (up - down) / (2.0 * h);
        }
        return energy.applyAsDouble(x);
    }

    /** hv = (g(x + h v) - g(x - h v)) / (2h). Two gradients; allocates. */
    static void hessianVector(BiConsumer<double[], double[]> gradient, double[] x, double[] v, double[] hv) {
        double sizeX = Vectors.norm(x);
        double sizeV = Vectors.norm(v);
        if (sizeV == 0.0) {
            java.util.Arrays.fill(hv, 0.0);
            return;
        }
        double h = STEP * (1.0 + sizeX) / sizeV;
        double[] moved = new double[x.length];
        double[] down = new double[x.length];
        for (int i = 0; i < x.length; i++) moved[i] = x[i] - h * v[i];
        gradient.accept(moved, down);
        for (int i = 0; i < x.length; i++) moved[i] = x[i] + h * v[i];
        gradient.accept(moved, hv);
        for (int i = 0; i < x.length; i++) hv[i] = (hv[i] - down[i]) / (2.0 * h);
    }
}
