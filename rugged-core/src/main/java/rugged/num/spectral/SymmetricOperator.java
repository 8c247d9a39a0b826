package rugged.num.spectral;

/**
 * A symmetric operator on R^N that is known by its products with vectors. It may live on a subspace only (the tangent space of a sphere, the complement of
 * zero modes): then it is P A P with the projector P, and its eigenvalues are those M in the range of P.
 */
public interface SymmetricOperator {
    /** N, the length of vectors. */
    int dimension();

    /** Overwrites av[N] with the product with v[N], which is not modified. */
    void apply(double[] v, double[] av);

    /** M, the dimension of the subspace that it lives on. */
    default int freedom() {
        return dimension();
    }

    /** Replaces v[N] by its orthogonal projection on that subspace. */
    default void project(double[] v) {}

    /** The error of a product, relative to the largest |eigenvalue| times |v|: what two products of the same vectors, summed in another order, differ by. */
    default double noise() {
        return 0x1p-50;
    }
}
