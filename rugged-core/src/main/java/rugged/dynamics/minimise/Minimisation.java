package rugged.dynamics.minimise;

import rugged.api.Landscape;
import rugged.api.Status;
import rugged.api.Stepper;
import rugged.num.Packed;

/** A trajectory of a minimiser: steps of a {@link Method} until the gradient is small. Time counts steps; {@link #evaluations} is the work. */
final class Minimisation implements Stepper {
    private final Ground here;
    private final Method method;
    private final double tolerance;
    private long steps;

    Minimisation(Landscape landscape, double[] x, double tolerance, Method method) {
        here = new Ground(landscape, x);
        this.tolerance = tolerance;
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
        return steps;
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
