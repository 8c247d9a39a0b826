package rugged.num.spectral;

/**
 * An operator with directions taken out: P A P, P the projector on what is orthogonal to all of them. For zero modes, such as translations, and for
 * eigenvectors that are known already.
 */
public final class Projected implements SymmetricOperator {
    private static final double DEPENDENT = 1e-10;

    private final SymmetricOperator whole;
    private final double[][] removed;
    private final double[] tangent;
    private final GramSchmidt gramSchmidt = new GramSchmidt();

    /**
     * @param whole the operator
     * @param directions any vectors [k][N]; made orthonormal here, those that depend on others or that the operator leaves out already are dropped
     */
    public Projected(SymmetricOperator whole, double[]... directions) {
        this.whole = whole;
        removed = orthonormal(whole, directions);
        tangent = new double[whole.dimension()];
    }

    /** An orthonormal basis, within the subspace of the operator, of what vectors span. */
    static double[][] orthonormal(SymmetricOperator within, double[][] vectors) {
        double[][] basis = new double[vectors.length][];
        int rank = 0;
        for (double[] vector : vectors) {
            double[] v = vector.clone();
            double before = Vectors.norm(v);
            for (int turn = 0; turn < 2; turn++) {
                within.project(v);
                for (int k = 0; k < rank; k++) Vectors.add(v, -Vectors.dot(v, basis[k]), basis[k]);
            }
            double norm = Vectors.norm(v);
            if (!(norm > DEPENDENT * before)) continue;
            Vectors.scale(v, 1.0 / norm);
            basis[rank++] = v;
        }
        return java.util.Arrays.copyOf(basis, rank);
    }

    @Override
    public int dimension() {
        return whole.dimension();
    }

    @Override
    public int freedom() {
        return whole.freedom() - removed.length;
    }

    @Override
    public void project(double[] v) {
        whole.project(v);
        gramSchmidt.remove(removed, removed.length, v);
    }

    @Override
    public void apply(double[] v, double[] av) {
        System.arraycopy(v, 0, tangent, 0, v.length);
        project(tangent);
        whole.apply(tangent, av);
        project(av);
    }
}
