package rugged.compose;

import java.util.random.RandomGenerator;
import rugged.api.bayesian.GaussianParts;

/**
 * Parts with a Gaussian law, in a field: their means are moved by Sigma h.
 *
 * @param moved scratch [N]
 */
record PartsInField(GaussianParts base, Tilted tilted, double[] moved) implements GaussianParts, InField {
    @Override
    public int parts() {
        return base.parts();
    }

    @Override
    public int from(int part) {
        return base.from(part);
    }

    @Override
    public int to(int part) {
        return base.to(part);
    }

    @Override
    public void draw(int part, double[] x, RandomGenerator random) {
        base.draw(part, x, random);
        base.covariance(part, x, tilted.field(), moved);
        for (int i = from(part); i < to(part); i++) x[i] += moved[i];
    }

    @Override
    public void covariance(int part, double[] x, double[] h, double[] c) {
        base.covariance(part, x, h, c);
    }

    @Override
    public PartsInField fork() {
        GaussianParts fork = base.fork();
        return new PartsInField(fork, new Tilted(fork, tilted.field()), new double[moved.length]);
    }
}
