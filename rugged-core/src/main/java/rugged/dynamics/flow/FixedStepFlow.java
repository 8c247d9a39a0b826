package rugged.dynamics.flow;

import rugged.api.model.Landscape;
import rugged.num.Packed;

/**
 * dx/dt = -grad E in the tangent space by steps of fixed size, retracted after each: Euler, x' = x + dt F(x), or Heun, x' = x + dt (F(x) + F(x + dt F(x)))/2.
 * Every step ends with an evaluation where it arrives, so that a point counts only when its energy is known not to have risen, unless it may.
 */
final class FixedStepFlow implements Footed {
    private final Foothold here;
    private final double dt;
    private final boolean heun;
    private final double clock;
    private final double tolerance;
    private final boolean mayRise;
    private final double[] candidate;
    private final double[] scratch;
    private Stage stage = Stage.BETWEEN;

    private enum Stage {
        BETWEEN,
        PREDICTED,
        ARRIVING
    }

    /**
     * @param dt size of the step
     * @param heun Heun, else Euler
     * @param clock by how much the clock advances in a step
     * @param tolerance converged when |g|/sqrt(N) is below it
     * @param mayRise whether a step that raises the energy is taken like any other; else it fails
     */
    FixedStepFlow(
            Landscape landscape, double[] x, double dt, boolean heun, double clock, double tolerance, boolean mayRise) {
        here = new Foothold(landscape, x);
        this.dt = dt;
        this.heun = heun;
        this.clock = clock;
        this.tolerance = tolerance;
        this.mayRise = mayRise;
        candidate = new double[x.length];
        scratch = new double[x.length];
    }

    @Override
    public Foothold here() {
        return here;
    }

    @Override
    public double[] wanted() {
        if (!here.known()) return here.x();
        if (stage == Stage.BETWEEN) {
            double[] x = here.x();
            double[] drift = here.drift();
            for (int i = 0; i < x.length; i++) candidate[i] = x[i] + dt * drift[i];
            if (!heun) here.retract(candidate);
            stage = heun ? Stage.PREDICTED : Stage.ARRIVING;
        }
        return candidate;
    }

    @Override
    public boolean take(double energy, double[] g) {
        here.evaluated();
        if (!here.known()) {
            here.begin(energy, g);
            return finish(false);
        }
        if (stage == Stage.PREDICTED) {
            correct(g);
            return false;
        }
        stage = Stage.BETWEEN;
        if (!mayRise && here.rises(energy)) {
            here.fail("the energy of a descent rises: the step is unstable", energy);
            return false;
        }
        here.downhill(candidate, g);
        return finish(here.move(candidate, energy, g));
    }

    private void correct(double[] g) {
        here.downhill(candidate, g);
        double[] x = here.x();
        double[] drift = here.drift();
        for (int i = 0; i < x.length; i++) candidate[i] = x[i] + 0.5 * dt * (drift[i] + g[i]);
        here.retract(candidate);
        stage = Stage.ARRIVING;
    }

    private boolean finish(boolean stepped) {
        here.settle();
        if (here.known()) here.settleBelow(tolerance);
        return stepped;
    }

    @Override
    public double[] gradientScratch() {
        return scratch;
    }

    @Override
    public double time() {
        return here.steps() * clock;
    }

    @Override
    public byte[] save() {
        Packed.Writer out = new Packed.Writer();
        here.save(out);
        return out.bytes();
    }

    @Override
    public void load(byte[] saved) {
        here.load(new Packed.Reader(saved));
        stage = Stage.BETWEEN;
    }
}
