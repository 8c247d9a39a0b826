package rugged.observable.curvature;

import rugged.api.model.Landscape;
import rugged.num.spectral.Directions;
import rugged.num.spectral.SymmetricOperator;

/** M^(-1/2) A M^(-1/2) for an operator A of a state and the inertia M of its coordinates. Its zero modes are M^(1/2) times those of A. */
final class WeightedOperator implements SymmetricOperator {
    private final StateOperator whole;
    private final Landscape landscape;
    private final double[] root;
    private final double[] scratch;
    private final boolean even;
    private Directions flat = Directions.NONE;

    WeightedOperator(StateOperator whole, Landscape landscape) {
        this.whole = whole;
        this.landscape = landscape;
        int n = landscape.dimension();
        scratch = new double[n];
        root = new double[n];
        boolean ones = true;
        for (int i = 0; i < n; i++) {
            root[i] = Math.sqrt(landscape.inertia(i));
            ones &= root[i] == 1.0;
        }
        even = ones;
        if (!even && landscape.manifold().constraints() > 0)
            throw new IllegalArgumentException("coordinates that are constrained must have inertia 1");
    }

    /** Moves to a state; inertia may have changed with the control. */
    WeightedOperator at(double[] state) {
        whole.at(state);
        if (even) return this;
        double[][] modes = landscape.zeroModes(state);
        for (int i = 0; i < root.length; i++) {
            root[i] = Math.sqrt(landscape.inertia(i));
            for (double[] mode : modes) mode[i] *= root[i];
        }
        flat = Directions.NONE;
        flat = Directions.of(this, modes);
        return this;
    }

    @Override
    public int dimension() {
        return whole.dimension();
    }

    @Override
    public int freedom() {
        return even ? whole.freedom() : dimension() - flat.count();
    }

    @Override
    public double noise() {
        return whole.noise();
    }

    @Override
    public void project(double[] v) {
        if (even) whole.project(v);
        else flat.remove(v);
    }

    /** A leaves its own zero modes out, which it maps to 0 in any case. */
    @Override
    public void apply(double[] v, double[] av) {
        System.arraycopy(v, 0, scratch, 0, v.length);
        project(scratch);
        for (int i = 0; i < root.length; i++) scratch[i] /= root[i];
        whole.apply(scratch, av);
        for (int i = 0; i < root.length; i++) av[i] /= root[i];
        project(av);
    }
}
