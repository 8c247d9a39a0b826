package rugged.dynamics.stochastic;

import rugged.api.model.Batch;
import rugged.api.model.StochasticLandscape;
import rugged.geometry.Manifold;
import rugged.num.Packed;
import rugged.num.Streams;

/**
 * Along a running mean of gradients, m' = beta1 m + (1 - beta1) g, each coordinate scaled by a running estimate of the diagonal of the Hessian, which {@link
 * BatchCurvature} renews every so many steps from the same batch. The gradient is tangent before it is scaled. How estimate and mean make a step is a {@link Rule}.
 */
final class DiagonalDirection implements Direction {
    /** What a method makes of the estimates. */
    interface Rule {
        /** Takes an estimate d of the diagonal, which may be changed, into the running one. */
        void renew(double[] d, double[] running);

        /** g = the step over the rate, after this many steps. */
        void scale(double[] mean, double[] running, long steps, double[] g);
    }

    private final Rule rule;
    private final double memory;
    private final int every;
    private final Manifold manifold;
    private final BatchCurvature curvature;
    private final double[] d;
    private final double[] mean;
    private final double[] running;
    private long steps;

    /**
     * @param memory beta1
     * @param every steps from one estimate of the diagonal to the next
     */
    DiagonalDirection(Rule rule, double memory, int every, StochasticLandscape landscape, Streams random) {
        this.rule = rule;
        this.memory = memory;
        this.every = every;
        manifold = landscape.manifold();
        curvature = new BatchCurvature(manifold, landscape.dimension(), random.stream("probes", 0));
        d = new double[landscape.dimension()];
        mean = new double[d.length];
        running = new double[d.length];
    }

    @Override
    public double along(double[] x, BatchGradients gradients, double[] g) {
        Batch batch = gradients.next();
        double energy = gradients.at(x, batch, g);
        if (steps % every == 0) {
            curvature.estimate(x, g, gradients, batch, d);
            rule.renew(d, running);
        }
        manifold.tangent(x, g);
        steps++;
        for (int i = 0; i < g.length; i++) mean[i] = memory * mean[i] + (1.0 - memory) * g[i];
        rule.scale(mean, running, steps, g);
        return energy;
    }

    @Override
    public void save(Packed.Writer out) {
        out.put(mean).put(running).put(steps).put(curvature.random().save());
    }

    @Override
    public void load(Packed.Reader in) {
        in.read(mean);
        in.read(running);
        steps = in.readLong();
        curvature.random().load(in.readBytes());
    }
}
