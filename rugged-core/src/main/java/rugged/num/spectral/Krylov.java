package rugged.num.spectral;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import rugged.num.Vectors;
import rugged.num.kernel.Dots;

/**
 * The Krylov space of a vector, grown one product at a time by Lanczos's recursion, kept orthogonal so that no eigenvalue appears a second time by rounding, and projected
 * at every step: what rounding leaves of directions that the operator leaves out would grow wherever 0 lies outside the spectrum. An eigenvalue of any multiplicity is
 * found once, as long as rounding does not bring in others of its eigenvectors; see {@link Extremes} for all of them.
 *
 * <p>Cost of m steps: m products, and, where every vector is made orthogonal to all before it, m^2 N multiply-adds; m vectors are kept. For Ritz values and weights alone
 * it is enough that vectors are orthogonal to the root of the rounding of products, see {@link #sparing}.
 *
 * <p>Source: Lanczos, J. Res. Nat. Bur. Stand. 45, 255 (1950); Parlett, The Symmetric Eigenvalue Problem (1980), chapter 13.
 */
public final class Krylov {
    /**
     * What is left of a product, relative to the largest, when the space is invariant. Where products are less exact than that, what is left is their error: a direction like
     * any other of what is orthogonal to the space, and a part of the spectrum that the start did not reach.
     */
    private static final double EXHAUSTED = 1e-13;

    /** What is left, relative to the largest, below which it is cleaned a second time: rounding would be more than 1e-13 of it. */
    private static final double LITTLE = 1e-3;

    private final SymmetricOperator operator;
    private final GramSchmidt gramSchmidt = new GramSchmidt();
    private final Dots dots = new Dots();
    /** Of vectors that are made orthogonal only when they have to be. */
    private final @Nullable Drift drift;

    private final double[] local = new double[4];
    private double[][] basis = new double[16][];
    private double[][] grown = new double[16][];
    private double[] main = new double[16];
    private double[] beside = new double[16];
    private double[] next;
    private double size;
    private int steps;
    private long overlaps;
    private boolean exhausted;

    /** @param start start[N], of any length above 0 after projection; not modified */
    public Krylov(SymmetricOperator operator, double[] start) {
        this(operator, start, null);
    }

    private Krylov(SymmetricOperator operator, double[] start, @Nullable Drift drift) {
        this.operator = operator;
        this.drift = drift;
        next = start.clone();
        operator.project(next);
        double norm = SpectralVectors.norm(next);
        if (!(norm > 0.0)) throw new IllegalArgumentException("a start of length " + norm);
        Vectors.scale(next, 1.0 / norm);
    }

    /**
     * A space whose vectors are made orthogonal to others only when, and only to those with which, their overlaps may have grown towards the root of the operator's noise,
     * see {@link Drift}. Ritz values and weights are, up to that noise, those of a space with orthogonal vectors; Ritz vectors and their residuals only up to its root.
     */
    public static Krylov sparing(SymmetricOperator operator, double[] start) {
        return new Krylov(operator, start, new Drift(operator.noise(), operator.dimension()));
    }

    /** Grows to {@code upTo} steps, or less where the space is exhausted: its eigenvalues are then exact. */
    public Krylov grow(int upTo) {
        int most = Math.min(upTo, operator.freedom());
        while (steps < most && !exhausted) {
            reserve();
            basis[steps] = next;
            next = new double[next.length];
            operator.apply(basis[steps], next);
            main[steps] = dots.dot(next, basis[steps]);
            if (steps == 0) Vectors.add(next, -main[0], basis[0]);
            else SpectralVectors.add(next, -main[steps], basis[steps], -beside[steps - 1], basis[steps - 1]);
            operator.project(next);
            beside[steps] = drift == null ? gramSchmidt.remove(basis, steps + 1, next) : watched(drift);
            size = Math.max(size, Math.hypot(main[steps], beside[steps]));
            if (beside[steps] < LITTLE * size) {
                operator.project(next);
                beside[steps] = gramSchmidt.remove(basis, steps + 1, next);
                overlaps += steps + 1;
            }
            exhausted = steps + 1 == operator.freedom() || beside[steps] <= EXHAUSTED * size;
            if (exhausted) beside[steps] = 0.0;
            else Vectors.scale(next, 1.0 / beside[steps]);
            steps++;
        }
        return this;
    }

    /** The length of what comes next, from which its components along all vectors are removed if they may have grown too large. */
    private double watched(Drift watch) {
        dots.four(basis[steps], basis[Math.max(0, steps - 1)], next, next, next, local);
        double length = Math.sqrt(local[2]);
        if (length == 0.0) return 0.0;
        beside[steps] = length;
        size = Math.max(size, Math.sqrt(main[steps] * main[steps] + local[2]));
        boolean far = watch.step(steps, main, beside, size, local[0] / length, steps == 0 ? 0.0 : local[1] / length);
        if (!far) return length;
        int count = 0;
        for (int k = 0; k <= steps; k++) if (watch.from(k)) grown[count++] = basis[k];
        overlaps += count;
        return gramSchmidt.remove(grown, count, next);
    }

    private void reserve() {
        if (steps < basis.length) return;
        basis = Arrays.copyOf(basis, 2 * steps);
        grown = Arrays.copyOf(grown, 2 * steps);
        main = Arrays.copyOf(main, 2 * steps);
        beside = Arrays.copyOf(beside, 2 * steps);
    }

    /** Steps done, the dimension of the space. */
    public int steps() {
        return steps;
    }

    /** Pairs of vectors of which one was made orthogonal to the other, beyond what the recursion does. */
    public long overlaps() {
        return drift == null ? steps * (steps + 1L) / 2 : overlaps;
    }

    /** Whether the operator does not leave the space. */
    public boolean exhausted() {
        return exhausted;
    }

    /**
     * Eigenvalues of the operator restricted to the space.
     *
     * @param values in increasing order
     * @param residuals |A u - theta u| for each unit vector u: there is an eigenvalue of A within that distance
     * @param weights squared overlap of each u with the start; they sum to 1: nodes and weights of a quadrature that is exact for polynomials of order
     *     2 m - 1 in A
     * @param components components[k][j]: u_k in the basis of the space
     */
    public record Ritz(double[] values, double[] residuals, double[] weights, double[][] components) {}

    /** Of the space as it is now. */
    public Ritz ritz() {
        return ritz(true);
    }

    /** As above without components, which is cheaper. */
    public Ritz rule() {
        return ritz(false);
    }

    private Ritz ritz(boolean whole) {
        Tridiagonal.Solved small = Tridiagonal.solve(steps, main, beside, whole);
        double[] residuals = new double[steps];
        double[] weights = new double[steps];
        for (int k = 0; k < steps; k++) {
            double[] u = small.components()[k];
            residuals[k] = beside[steps - 1] * Math.abs(u[u.length - 1]);
            weights[k] = u[0] * u[0];
        }
        return new Ritz(small.values(), residuals, weights, whole ? small.components() : new double[0][]);
    }

    /**
     * An upper bound of the squared overlap of the start with all eigenvectors of an eigenvalue x, or of one further out, where x lies outside of all Ritz values: 1 over the sum of
     * the squares p_k(x)^2, k = 0 ... m, of the orthonormal polynomials of the recursion (Christoffel's function). What a space knows of an eigenvalue that it has not found.
     *
     * @param enough a bound that is small enough: the sum ends there
     */
    double unseen(double x, double enough) {
        double sum = 1.0;
        double before = 0.0;
        double now = 1.0;
        for (int k = 0; k < steps && beside[k] > 0.0; k++) {
            double further = (x - main[k]) * now - (k > 0 ? beside[k - 1] * before : 0.0);
            before = now;
            now = further / beside[k];
            sum += now * now;
            if (!(sum * enough < 1.0)) break;
        }
        return 1.0 / sum;
    }

    /** u[N] for components in the basis. */
    public double[] vector(double[] components) {
        double[] u = new double[operator.dimension()];
        for (int k = 0; k < steps; k++) Vectors.add(u, components[k], basis[k]);
        return u;
    }
}
