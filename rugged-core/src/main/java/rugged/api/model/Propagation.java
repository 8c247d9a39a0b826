package rugged.api.model;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import rugged.api.LandscapeSpec;
import rugged.api.Need;

/**
 * A directed net of stochastic Ising spins: a state x[N] is one layer, and the next is drawn given the fields that it makes there. There is no energy and no equilibrium, and time counts layers. Weights belong to the layer and are quenched: all replicas
 * go through the same ones. {@link LandscapeSpec#provides} names {@link Need#PROPAGATION}.
 */
public non-sealed interface Propagation extends Model {
    /**
     * Overwrites h[N] with the fields on the spins of a layer, counted from 1 after the input, from the layer x[N] before it. x is not modified; scratch is that of this model.
     */
    void fields(long layer, double[] x, double[] h);

    /** Without an energy: NaN. */
    @Override
    default void energies(double[][] xs, double[] es) {
        Arrays.fill(es, Double.NaN);
    }

    /** Overwrites x[N] with an input. */
    @Override
    void randomise(double[] x, RandomGenerator random);

    @Override
    default double squaredDifference(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }

    @Override
    default double violation(double[] x) {
        return place(x).isEmpty() ? 0.0 : Double.POSITIVE_INFINITY;
    }

    @Override
    default String place(double[] x) {
        for (double xi : x) if (Math.abs(xi) != 1.0) return xi + " is no spin";
        return "";
    }

    @Override
    Propagation fork();
}
