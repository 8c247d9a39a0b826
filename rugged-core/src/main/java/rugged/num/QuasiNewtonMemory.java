package rugged.num;

import rugged.num.kernel.Dots;

/**
 * The last m pairs s = x' - x, y = g' - g of a quasi-Newton method, and the product of its inverse Hessian with a vector by the two-loop recursion, scaled by
 * s.y/y.y of the newest pair. Pairs with s.y below 1e-10 |s|^2 are left out. 4 m N multiply-adds a product.
 *
 * <p>Source: Nocedal, Math. Comp. 35, 773 (1980); Nocedal and Wright, Numerical Optimization (2006), algorithm 7.4.
 */
public final class QuasiNewtonMemory {
    private static final double LEAST_CURVATURE = 1e-10;

    private final double[][] s;
    private final double[][] y;
    private final double[] curvature;
    private final double[] square;
    private final double[] weight;
    private final Dots dots = new Dots();
    private int pairs;
    private int newest;

    /** @param m pairs kept */
    public QuasiNewtonMemory(int m, int n) {
        s = new double[m][n];
        y = new double[m][n];
        curvature = new double[m];
        square = new double[m];
        weight = new double[m];
        newest = m - 1;
    }

    /** Whether there is no pair. */
    public boolean empty() {
        return pairs == 0;
    }

    /** Drops all pairs. */
    public void forget() {
        pairs = 0;
    }

    /** Keeps copies of a pair, in place of the oldest, where its curvature is positive. */
    public void remember(double[] ds, double[] dy) {
        double along = dots.dot(ds, dy);
        if (!(along > LEAST_CURVATURE * dots.dot(ds, ds))) return;
        newest = (newest + 1) % s.length;
        curvature[newest] = along;
        square[newest] = dots.dot(dy, dy);
        pairs = Math.min(pairs + 1, s.length);
        System.arraycopy(ds, 0, s[newest], 0, ds.length);
        System.arraycopy(dy, 0, y[newest], 0, dy.length);
    }

    /** Where pairs are carried to: a state with its tangent space. */
    @FunctionalInterface
    public interface Place {
        /** Replaces v[N] by its projection on the tangent space. */
        void tangent(double[] v);
    }

    /** Moves all pairs into another tangent space. */
    public void carry(Place place) {
        for (int k = 0; k < pairs; k++) {
            int at = Math.floorMod(newest - k, s.length);
            place.tangent(s[at]);
            place.tangent(y[at]);
            curvature[at] = dots.dot(s[at], y[at]);
            square[at] = dots.dot(y[at], y[at]);
        }
    }

    /** Overwrites v[N] with the inverse Hessian times v. */
    public void solve(double[] v) {
        for (int k = 0; k < pairs; k++) {
            int at = Math.floorMod(newest - k, s.length);
            weight[at] = dots.dot(s[at], v) / curvature[at];
            Vectors.add(v, -weight[at], y[at]);
        }
        if (pairs > 0) Vectors.scale(v, curvature[newest] / square[newest]);
        for (int k = pairs - 1; k >= 0; k--) {
            int at = Math.floorMod(newest - k, s.length);
            double back = dots.dot(y[at], v) / curvature[at];
            Vectors.add(v, weight[at] - back, s[at]);
        }
    }

    /** Writes all pairs. */
    public void save(Packed.Writer out) {
        out.put(pairs).put(newest);
        for (int k = 0; k < s.length; k++) out.put(s[k]).put(y[k]);
    }

    /** The inverse of {@link #save}. */
    public void load(Packed.Reader in) {
        pairs = in.readInt();
        newest = in.readInt();
        for (int k = 0; k < s.length; k++) {
            in.read(s[k]);
            in.read(y[k]);
            curvature[k] = dots.dot(s[k], y[k]);
            square[k] = dots.dot(y[k], y[k]);
        }
    }
}
