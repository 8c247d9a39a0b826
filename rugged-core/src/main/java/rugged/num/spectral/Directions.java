package rugged.num.spectral;

import java.util.Arrays;
import rugged.num.Vectors;

/** Directions that are left out, such as zero modes or eigenvectors that are known already: an orthonormal basis of what given vectors span. */
public final class Directions {
    /** None. */
    public static final Directions NONE = new Directions(new double[0][]);

    private static final double DEPENDENT = 1e-10;

    private final double[][] basis;
    private final GramSchmidt gramSchmidt = new GramSchmidt();

    private Directions(double[][] basis) {
        this.basis = basis;
    }

    /**
     * Of vectors [k][N], which are not modified.
     *
     * @param within the operator on whose subspace they are projected first; vectors that depend on others, or that it leaves out already, are dropped
     */
    public static Directions of(SymmetricOperator within, double[]... vectors) {
        double[][] basis = new double[vectors.length][];
        GramSchmidt gramSchmidt = new GramSchmidt();
        int rank = 0;
        for (double[] vector : vectors) {
            double[] v = vector.clone();
            double before = SpectralVectors.norm(v);
            within.project(v);
            gramSchmidt.remove(basis, rank, v);
            within.project(v);
            double norm = gramSchmidt.remove(basis, rank, v);
            if (!(norm > DEPENDENT * before)) continue;
            Vectors.scale(v, 1.0 / norm);
            basis[rank++] = v;
        }
        return new Directions(Arrays.copyOf(basis, rank));
    }

    /** How many are independent. */
    public int count() {
        return basis.length;
    }

    /** Replaces v[N] by its part orthogonal to all of them. */
    public void remove(double[] v) {
        if (basis.length > 0) gramSchmidt.remove(basis, basis.length, v);
    }

    /** The basis, not to be changed. */
    double[][] basis() {
        return basis;
    }
}
