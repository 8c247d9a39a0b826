package rugged.compose;

import java.util.random.RandomGenerator;
import rugged.api.model.Landscape;
import rugged.geometry.Manifold;

/** What every landscape in a field has of the tilted one. */
interface InField extends Landscape {
    /** The landscape without field. */
    Landscape base();

    /** The landscape in the field, without the interfaces by which a dynamics drives it. */
    Tilted tilted();

    @Override
    default int dimension() {
        return tilted().dimension();
    }

    @Override
    default double extent() {
        return tilted().extent();
    }

    @Override
    default double energy(double[] x) {
        return tilted().energy(x);
    }

    @Override
    default double energyAndGradient(double[] x, double[] g) {
        return tilted().energyAndGradient(x, g);
    }

    @Override
    default void hessianVector(double[] x, double[] v, double[] hv) {
        tilted().hessianVector(x, v, hv);
    }

    @Override
    default Manifold manifold() {
        return tilted().manifold();
    }

    @Override
    default void randomise(double[] x, RandomGenerator random) {
        tilted().randomise(x, random);
    }

    @Override
    default double rounding() {
        return tilted().rounding();
    }
}
