package rugged.dynamics.minimise;

import java.util.Locale;
import rugged.api.model.Landscape;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.num.Packed;

/** A trajectory of a minimiser: steps of a {@link Method} until the gradient is small. Time counts steps, or a multiple of them; {@link #evaluations} is the work. */
final class Minimisation implements Stepper {
    private final Ground here;
    private final Method method;
    private final double tolerance;
    private final double tick;
    private long steps;

    Minimisation(Landscape landscape, double[] x, double tolerance, Method method) {
        this(landscape, x, tolerance, 1.0, method);
    }

    /** @param tick what a step adds to the time */
    Minimisation(Landscape landscape, double[] x, double tolerance, double tick, Method method) {
        here = new Ground(landscape, x);
        this.tolerance = tolerance;
        this.tick = tick;
        this.method = method;
    }

    @Override
    public void step() {
        if (!here.status().running() || !here.know()) return;
        settle();
        if (!here.status().running()) return;
        method.step(here);
        settle();
        if (!(here.status() instanceof Status.Failed)) steps++;
    }

    private void settle() {
        if (here.below(tolerance) && method.escapes(here)) return;
        here.settleBelow(tolerance);
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
        return here.work();
    }

    @Override
    public Status status() {
        return here.status();
    }

    @Override
    public String missing() {
        if (!here.status().running() || !here.know() || here.below(tolerance)) return "";
        return String.format(Locale.ROOT, "|g|/sqrt(N) = %.2g > %.2g after %d steps", here.slope(), tolerance, steps);
    }

    @Override
    public void state(double[] into) {
        System.arraycopy(here.x(), 0, into, 0, into.length);
    }

    @Override
    public byte[] save() {
        Packed.Writer out = new Packed.Writer();
        here.save(out);
        out.put(steps);
        method.save(out);
        return out.bytes();
    }

    @Override
    public void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        here.load(in);
        steps = in.readLong();
        method.load(in);
    }
}
