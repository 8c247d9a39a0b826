package rugged.dynamics.stochastic;

import rugged.api.model.Batch;
import rugged.api.model.StochasticLandscape;
import rugged.geometry.Manifold;
import rugged.num.Packed;
import rugged.num.QuasiNewtonMemory;
import rugged.num.Vectors;

/** The direction of stochastic quasi-Newton methods: see {@link OnlineBfgs} and {@link StochasticDampedBfgs}. */
final class QuasiNewtonDirection implements Direction {
    private static final double ENOUGH = 0.25;

    private final Manifold manifold;
    private final QuasiNewtonMemory memory;
    private final double halving;
    private final double damping;
    private final boolean damped;
    private final double[] s;
    private final double[] y;
    private final double[] before;
    private final double[] gBefore;
    private int[] index = new int[0];
    private long steps;

    /**
     * @param damping lambda of online BFGS, delta of damped BFGS
     * @param damped which of the two
     */
    QuasiNewtonDirection(StochasticLandscape landscape, int pairs, double halving, double damping, boolean damped) {
        manifold = landscape.manifold();
        this.halving = halving;
        this.damping = damping;
        this.damped = damped;
        s = new double[landscape.dimension()];
        y = new double[s.length];
        before = new double[s.length];
        gBefore = new double[s.length];
        memory = new QuasiNewtonMemory(pairs, s.length);
    }

    @Override
    public double along(double[] x, BatchGradients gradients, double[] g) {
        if (index.length > 0) learn(x, gradients);
        Batch batch = gradients.next();
        double energy = gradients.at(x, batch, g);
        manifold.tangent(x, g);
        keep(x, g, batch);
        if (memory.empty()) shorten(g, Math.sqrt(Vectors.dot(g, g)));
        else memory.solve(g);
        double most = 0.0;
        for (double gi : g) most = Math.max(most, Math.abs(gi));
        shorten(g, most);
        double fall = halving / (halving + steps++);
        for (int i = 0; i < g.length; i++) g[i] *= fall;
        return energy;
    }

    private static void shorten(double[] g, double length) {
        if (length > 1.0) for (int i = 0; i < g.length; i++) g[i] /= length;
    }

    private void keep(double[] x, double[] g, Batch batch) {
        System.arraycopy(x, 0, before, 0, x.length);
        System.arraycopy(g, 0, gBefore, 0, x.length);
        if (index.length != batch.size()) index = new int[batch.size()];
        System.arraycopy(batch.index(), batch.from(), index, 0, index.length);
    }

    /** The pair of the step just done, from the batch of that step. */
    private void learn(double[] x, BatchGradients gradients) {
        gradients.at(x, new Batch(index, 0, index.length), y);
        for (int i = 0; i < x.length; i++) {
            s[i] = x[i] - before[i];
            y[i] -= gBefore[i];
        }
        manifold.tangent(x, s);
        manifold.tangent(x, y);
        if (damped) damp();
        else for (int i = 0; i < x.length; i++) y[i] += damping * s[i];
        memory.remember(s, y);
    }

    private void damp() {
        double sy = Vectors.dot(s, y);
        double ss = Vectors.dot(s, s);
        double ratio = Vectors.dot(y, y) / sy;
        double gamma = Math.max(ratio, damping); // a negative s.y leaves the least curvature
        if (!(gamma < Double.MAX_VALUE)) gamma = damping;
        double flat = gamma * ss;
        if (sy >= ENOUGH * flat) return;
        double theta = (1.0 - ENOUGH) * flat / (flat - sy);
        for (int i = 0; i < y.length; i++) y[i] = theta * y[i] + (1.0 - theta) * gamma * s[i];
    }

    @Override
    public void save(Packed.Writer out) {
        memory.save(out);
        out.put(before).put(gBefore).put(index).put(steps);
    }

    @Override
    public void load(Packed.Reader in) {
        memory.load(in);
        in.read(before);
        in.read(gBefore);
        index = in.readInts();
        steps = in.readLong();
    }
}
