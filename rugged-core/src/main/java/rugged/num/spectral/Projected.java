package rugged.num.spectral;

/** An operator with directions taken out: P A P, P the projector on what is orthogonal to all of them. */
public final class Projected implements SymmetricOperator {
    private final SymmetricOperator whole;
    private final Directions removed;
    private final double[] tangent;

    /**
     * @param whole the operator
     * @param directions any vectors [k][N], see {@link Directions#of}
     */
    public Projected(SymmetricOperator whole, double[]... directions) {
        this(whole, Directions.of(whole, directions));
    }

    Projected(SymmetricOperator whole, Directions removed) {
        this.whole = whole;
        this.removed = removed;
        tangent = new double[whole.dimension()];
    }

    @Override
    public int dimension() {
        return whole.dimension();
    }

    @Override
    public int freedom() {
        return whole.freedom() - removed.count();
    }

    @Override
    public void project(double[] v) {
        whole.project(v);
        removed.remove(v);
    }

    @Override
    public void apply(double[] v, double[] av) {
        System.arraycopy(v, 0, tangent, 0, v.length);
        project(tangent);
        whole.apply(tangent, av);
        project(av);
    }

    @Override
    public double noise() {
        return whole.noise();
    }
}
