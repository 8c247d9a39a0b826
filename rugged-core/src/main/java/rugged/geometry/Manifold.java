package rugged.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Where a continuous state x[N] lives: a product of {@link Factor}s, in most cases of a single one, embedded in R^N and with its metric. Dynamics, spectra and
 * observables use these operations and need no second version for another space; none of them can ask which space it is.
 *
 * <p>Immutable and without scratch: one manifold serves all threads. Every method costs O(N) and allocates nothing.
 */
public final class Manifold {
    /** R^N. */
    public static final Manifold FLAT = of(new Flat());

    /** The sphere |x|^2 = N. */
    public static final Manifold SPHERE = of(new Sphere());

    /** A state of N angles: x_i and x_i + 2 pi are the same. */
    public static final Manifold ANGLES = periodic(2.0 * Math.PI);

    private final Factor[] factors;

    /** Coordinates of each factor; the last is as long as the state leaves it where it says 0. */
    private final int[] sizes;

    private final int constraints;

    private Manifold(Factor[] factors, int[] sizes) {
        this.factors = factors;
        this.sizes = sizes;
        int sum = 0;
        for (Factor factor : factors) sum += factor.constraints();
        constraints = sum;
    }

    /** A space of one factor. */
    public static Manifold of(Factor factor) {
        return new Manifold(new Factor[] {factor}, new int[] {0});
    }

    /**
     * A box with periodic borders.
     *
     * @param lengths its length in each of the d directions: coordinate i has period lengths[i mod d]. Kept, not copied: who moves a control may change them
     */
    public static Manifold periodic(double... lengths) {
        if (lengths.length == 0) throw new IllegalArgumentException("a box without lengths");
        return of(new PeriodicBox(lengths));
    }

    /** Coordinates that are at least {@code least}, each. */
    public static Manifold above(double least) {
        return of(new Floor(least));
    }

    /** A periodic box in d dimensions whose lengths are the last d coordinates of the state. */
    public static Manifold deformable(int d) {
        return of(new DeformableBox(d));
    }

    /**
     * The product of spaces, each with the number of its coordinates.
     *
     * @param parts in the order of their coordinates
     */
    public static Manifold product(Part... parts) {
        List<Factor> factors = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (Part part : parts) {
            int left = part.size;
            for (int k = 0; k < part.space.factors.length; k++) {
                boolean last = k == part.space.factors.length - 1;
                int size = last ? left : part.space.sizes[k];
                factors.add(part.space.factors[k]);
                sizes.add(size);
                left -= size;
            }
        }
        return new Manifold(
                factors.toArray(Factor[]::new),
                sizes.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * The same space many times over: unit vectors in m dimensions, of length sqrt(m), are {@code power(SPHERE, m, n)}.
     *
     * @param size coordinates of each copy
     */
    public static Manifold power(Manifold space, int size, int copies) {
        Part[] parts = new Part[copies];
        Arrays.fill(parts, new Part(space, size));
        return product(parts);
    }

    /**
     * A space of a product.
     *
     * @param space where the part lives
     * @param size its coordinates, at least 1
     */
    public record Part(Manifold space, int size) {
        /** Checks the size. */
        public Part {
            if (size < 1) throw new IllegalArgumentException("a part of " + size + " coordinates");
        }
    }

    /** Whether all points are measured from an origin, so that x.y means something: no part is periodic. */
    public boolean origin() {
        for (Factor factor : factors) if (!factor.origin()) return false;
        return true;
    }

    private int end(int k, int from, int n) {
        return sizes[k] == 0 ? n : from + sizes[k];
    }

    /** Replaces v[N] by its projection on the tangent space at x[N]. */
    public void tangent(double[] x, double[] v) {
        for (int k = 0, from = 0; k < factors.length; k++) {
            int to = end(k, from, x.length);
            factors[k].tangent(x, v, from, to);
            from = to;
        }
    }

    /** Moves x[N] back on the manifold (the closest point). Along a tangent step it agrees with the geodesic to second order. */
    public void retract(double[] x) {
        for (int k = 0, from = 0; k < factors.length; k++) {
            int to = end(k, from, x.length);
            factors[k].retract(x, from, to);
            from = to;
        }
    }

    /** |constraint violation| of x[N], relative, the largest of the factors: 0 on the manifold. */
    public double violation(double[] x) {
        double most = 0.0;
        for (int k = 0, from = 0; k < factors.length; k++) {
            int to = end(k, from, x.length);
            double here = factors[k].violation(x, from, to);
            if (!(here <= most)) most = here;
            from = to;
        }
        return most;
    }

    /** In words where the factor of the largest {@link #violation} is, such as "|x|^2/N = 1.2". Allocates. */
    public String place(double[] x) {
        String worst = "";
        double most = 0.0;
        for (int k = 0, from = 0; k < factors.length; k++) {
            int to = end(k, from, x.length);
            double here = factors[k].violation(x, from, to);
            if (!(here <= most)) {
                most = here;
                worst = factors[k].place(x, from, to);
            }
            from = to;
        }
        return worst;
    }

    /** The dimension of the manifold for states of length n. */
    public int degreesOfFreedom(int n) {
        int sum = 0;
        for (int k = 0, from = 0; k < factors.length; k++) {
            int to = end(k, from, n);
            sum += factors[k].degreesOfFreedom(to - from);
            from = to;
        }
        return sum;
    }

    /** The constraints that cut it out of R^N, each with a Lagrange multiplier: 0 in flat space, 1 on the sphere. */
    public int constraints() {
        return constraints;
    }

    /** Overwrites n[N] with a vector normal to the manifold at x[N], that of constraint k, of any length but 0. Those of different factors are orthogonal. */
    public void normal(double[] x, int k, double[] n) {
        Arrays.fill(n, 0.0);
        int first = 0;
        for (int f = 0, from = 0; f < factors.length; f++) {
            int to = end(f, from, x.length);
            if (k < first + factors[f].constraints()) {
                factors[f].normal(x, k - first, n, from, to);
                return;
            }
            first += factors[f].constraints();
            from = to;
        }
        throw new IndexOutOfBoundsException(k);
    }

    /** Overwrites mu[constraints] with the multipliers at x[N] for the gradient g[N] of R^N, not projected: on the sphere -x.g/|x|^2. */
    public void multipliers(double[] x, double[] g, double[] mu) {
        int first = 0;
        for (int k = 0, from = 0; first < constraints; k++) {
            int to = end(k, from, x.length);
            factors[k].multipliers(x, g, mu, first, from, to);
            first += factors[k].constraints();
            from = to;
        }
    }

    /**
     * Adds to hv[N], the product of the Hessian of R^N with a tangent v[N] at x[N], what the curvature of the manifold contributes; projected by
     * {@link #tangent} afterwards it is the Hessian of the manifold: P (H + mu) v on the sphere.
     *
     * @param mu the {@link #multipliers} at x
     */
    public void bend(double[] x, double[] mu, double[] v, double[] hv) {
        int first = 0;
        for (int k = 0, from = 0; first < constraints; k++) {
            int to = end(k, from, x.length);
            factors[k].bend(x, mu, first, v, hv, from, to);
            first += factors[k].constraints();
            from = to;
        }
    }

    /** Adds to d[N], the diagonal of the Hessian of R^N, the diagonal of what {@link #bend} adds. */
    public void bendDiagonal(double[] x, double[] mu, double[] d) {
        int first = 0;
        for (int k = 0, from = 0; first < constraints; k++) {
            int to = end(k, from, x.length);
            factors[k].bendDiagonal(x, mu, first, d, from, to);
            first += factors[k].constraints();
            from = to;
        }
    }

    /**
     * dE/ds along s -> retract(x + s d).
     *
     * @param before x + s d, not retracted
     * @param y the retracted point
     * @param g the gradient at y in the tangent space there
     */
    public double slope(double[] before, double[] y, double[] g, double[] d) {
        if (factors.length == 1) return factors[0].slope(before, y, g, d, 0, y.length);
        double sum = 0.0;
        for (int k = 0, from = 0; k < factors.length; k++) {
            int to = end(k, from, y.length);
            sum += factors[k].slope(before, y, g, d, from, to);
            from = to;
        }
        return sum;
    }

    /** Overwrites d[N] with b - a: the chord on a sphere, the nearest images in a periodic box. */
    public void difference(double[] a, double[] b, double[] d) {
        for (int k = 0, from = 0; k < factors.length; k++) {
            int to = end(k, from, a.length);
            factors[k].difference(a, b, d, from, to);
            from = to;
        }
    }

    /** |b - a|^2 of the {@link #difference}, in double precision also where a and b nearly coincide. */
    public double squaredDifference(double[] a, double[] b) {
        double sum = 0.0;
        for (int k = 0, from = 0; k < factors.length; k++) {
            int to = end(k, from, a.length);
            sum = factors[k].squaredDifference(sum, a, b, from, to);
            from = to;
        }
        return sum;
    }

    /** The length of the shortest path from a to b. */
    public double distance(double[] a, double[] b) {
        double sum = 0.0;
        for (int k = 0, from = 0; k < factors.length; k++) {
            int to = end(k, from, a.length);
            sum += factors[k].squaredDistance(a, b, from, to);
            from = to;
        }
        return Math.sqrt(sum);
    }

    /** Moves the tangent vector v[N] at x to y along the shortest path; inner products stay. */
    public void transport(double[] x, double[] y, double[] v) {
        for (int k = 0, from = 0; k < factors.length; k++) {
            int to = end(k, from, x.length);
            factors[k].transport(x, y, v, from, to);
            from = to;
        }
    }

    /** Free motion for a time t: x[N] and its tangent velocity p[N] follow the geodesic, |p| stays. */
    public void geodesic(double[] x, double[] p, double t) {
        for (int k = 0, from = 0; k < factors.length; k++) {
            int to = end(k, from, x.length);
            factors[k].geodesic(x, p, t, from, to);
            from = to;
        }
    }

    /** Overwrites x[N] with a random point: uniform where the space is finite, standard normal in flat space. */
    public void randomise(double[] x, RandomGenerator random) {
        for (int k = 0, from = 0; k < factors.length; k++) {
            int to = end(k, from, x.length);
            factors[k].randomise(x, random, from, to);
            from = to;
        }
    }

    /** Turns draws[N] of the standard normal law into a momentum of the temperature T at x, of variance T in every direction of the tangent space. */
    public void momentum(double[] x, double temperature, double[] draws, double[] p) {
        double thermal = Math.sqrt(temperature);
        for (int i = 0; i < p.length; i++) p[i] = thermal * draws[i];
        tangent(x, p);
    }

    /** The length over which the energy may be expected to change along coordinate i at x[N]: 1 + |x_i|, or the period. */
    public double scale(double[] x, int i) {
        int from = 0;
        int k = 0;
        int to = end(0, 0, x.length);
        while (i >= to) {
            from = to;
            to = end(++k, from, x.length);
        }
        return factors[k].scale(x, i, from, to);
    }
}
