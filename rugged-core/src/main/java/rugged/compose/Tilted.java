package rugged.compose;

import java.util.random.RandomGenerator;
import rugged.api.model.Landscape;
import rugged.geometry.Manifold;

/**
 * E(x) - h.x: a landscape in a linear field, the probe of response functions. {@link Lockstep} recognises it and lets tilted and untilted trajectories
 * share one pass over the base landscape.
 *
 * @param base the landscape without field
 * @param field h[N]
 */
public record Tilted(Landscape base, double[] field) implements Landscape {
    @Override
    public int dimension() {
        return base.dimension();
    }

    @Override
    public double extent() {
        return base.extent();
    }

    @Override
    public double energy(double[] x) {
        return base.energy(x) - work(x);
    }

    @Override
    public double energyAndGradient(double[] x, double[] g) {
        return tilt(x, base.energyAndGradient(x, g), g);
    }

    /** Adds the field to an energy and a gradient of the base landscape: g -= h; returns energy - h.x. */
    double tilt(double[] x, double energy, double[] g) {
        for (int i = 0; i < g.length; i++) g[i] -= field[i];
        return energy - work(x);
    }

    @Override
    public void hessianVector(double[] x, double[] v, double[] hv) {
        base.hessianVector(x, v, hv);
    }

    @Override
    public double rounding() {
        return base.rounding();
    }

    @Override
    public Manifold manifold() {
        return base.manifold();
    }

    @Override
    public void randomise(double[] x, RandomGenerator random) {
        base.randomise(x, random);
    }

    @Override
    public Tilted fork() {
        return new Tilted(base.fork(), field);
    }

    /** h.x. */
    double work(double[] x) {
        double sum = 0.0;
        for (int i = 0; i < x.length; i++) sum += field[i] * x[i];
        return sum;
    }
}
