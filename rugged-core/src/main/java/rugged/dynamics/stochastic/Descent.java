package rugged.dynamics.stochastic;

import java.util.Locale;
import rugged.api.model.StochasticLandscape;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.dynamics.Statuses;
import rugged.geometry.Manifold;
import rugged.num.Packed;
import rugged.num.Vectors;

/**
 * x' = x - eta g, retracted where there is a manifold, with g from a {@link Direction}. Where energy or direction are not finite nothing can go on: the trajectory
 * fails, says after which step, with which last energy, and how far the step was beyond the stability edge (eta lambda_max = 2), and keeps the state before.
 */
final class Descent implements Stepper {
    private static final int POWER_STEPS = 30;

    private final StochasticLandscape landscape;
    private final Manifold manifold;
    private final double learningRate;
    private final double tick;
    private final Direction direction;
    private final BatchGradients gradients;
    private final double[] x;
    private final double[] previous;
    private final double[] g;
    private double energy = Double.NaN;
    private long steps;
    private Status status = Status.RUNNING;

    Descent(
            StochasticLandscape landscape,
            double[] x,
            double learningRate,
            double tick,
            Direction direction,
            BatchGradients gradients) {
        this.landscape = landscape;
        this.manifold = landscape.manifold();
        this.learningRate = learningRate;
        this.tick = tick;
        this.direction = direction;
        this.gradients = gradients;
        this.x = x.clone();
        this.previous = x.clone();
        this.g = new double[x.length];
    }

    @Override
    public void step() {
        if (!status.running()) return;
        double here = direction.along(x, gradients, g);
        if (!Double.isFinite(here) || !Vectors.finite(g)) {
            stepBack(here);
            return;
        }
        energy = here;
        manifold.tangent(x, g);
        for (int i = 0; i < x.length; i++) {
            previous[i] = x[i];
            x[i] -= learningRate * g[i];
        }
        manifold.retract(x);
        steps++;
    }

    /** The state before is the last one at which energy and gradient were finite. */
    private void stepBack(double here) {
        String what = Double.isFinite(here) ? "the gradient" : "the energy";
        System.arraycopy(previous, 0, x, 0, x.length);
        String reason = String.format(
                Locale.ROOT,
                "%s is not finite after step %d; last finite energy %.6g; eta lambda_max is about %.3g there, stable"
                        + " below 2",
                what,
                steps,
                energy,
                learningRate * topCurvature());
        status = new Status.Failed(reason, here);
        if (steps > 0) steps--;
    }

    /** Largest |eigenvalue| of the Hessian at x, by power iteration: a lower bound. */
    private double topCurvature() {
        double[] v = new double[x.length];
        double[] hv = new double[x.length];
        for (int i = 0; i < v.length; i++) v[i] = 1.0 + 0.5 * Math.sin(i);
        double size = 0.0;
        for (int k = 0; k < POWER_STEPS; k++) {
            double norm = Math.sqrt(Vectors.dot(v, v));
            if (!(norm > 0.0) || Double.isInfinite(norm)) return size;
            for (int i = 0; i < v.length; i++) v[i] /= norm;
            landscape.hessianVector(x, v, hv);
            size = Math.sqrt(Vectors.dot(hv, hv));
            System.arraycopy(hv, 0, v, 0, v.length);
        }
        return size;
    }

    @Override
    public double time() {
        return steps * tick;
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public long evaluations() {
        return Math.round((double) gradients.patterns() / landscape.patterns());
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public void state(double[] into) {
        System.arraycopy(x, 0, into, 0, x.length);
    }

    @Override
    public byte[] save() {
        Packed.Writer out = new Packed.Writer();
        out.put(x).put(previous).put(steps).put(energy);
        direction.save(out);
        gradients.save(out);
        Statuses.save(status, out);
        return out.bytes();
    }

    @Override
    public void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        in.read(x);
        in.read(previous);
        steps = in.readLong();
        energy = in.readDouble();
        direction.load(in);
        gradients.load(in);
        status = Statuses.load(in);
    }
}
