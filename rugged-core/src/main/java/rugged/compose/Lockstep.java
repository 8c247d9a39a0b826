package rugged.compose;

import java.util.ArrayList;
import java.util.List;
import rugged.api.model.Landscape;
import rugged.api.motion.GradientStepper;
import rugged.api.motion.Stepper;

/**
 * Advances several trajectories to a common time. Those that move by gradients of one landscape share the block call
 * {@link Landscape#energiesAndGradients}; their own time, step and noise stay their own, so the result is that of advancing them one by one, up to the
 * rounding of the landscape's block call.
 */
public final class Lockstep {
    private final List<Stepper> steppers;
    private double[][] xs = new double[0][];
    private double[][] gs = new double[0][];
    private double[] es = new double[0];
    private final List<GradientStepper> asking = new ArrayList<>();

    /** @param steppers the trajectories, all to be used by one thread */
    public Lockstep(List<? extends Stepper> steppers) {
        this.steppers = List.copyOf(steppers);
    }

    /**
     * Advances until every running trajectory reached {@code time}, or until {@code pause} says so between two block evaluations.
     *
     * @return whether all are there
     */
    public boolean advance(double time, Pause pause) {
        for (Stepper stepper : steppers) {
            if (stepper instanceof GradientStepper gradient) gradient.limit(time);
        }
        while (true) {
            asking.clear();
            Stepper alone = null;
            for (Stepper stepper : steppers) {
                if (!stepper.status().running() || stepper.reached(time)) continue;
                if (stepper instanceof GradientStepper gradient) asking.add(gradient);
                else alone = stepper;
            }
            if (asking.isEmpty() && alone == null) return true;
            if (alone != null) step(time);
            if (!asking.isEmpty()) evaluate(time);
            if (pause.now()) return false;
        }
    }

    private void step(double time) {
        for (Stepper stepper : steppers) {
            if (!(stepper instanceof GradientStepper) && stepper.status().running() && !stepper.reached(time))
                stepper.step();
        }
    }

    /** One step of every asking trajectory: stages are evaluated together, and nobody is left in the middle of a step. */
    private void evaluate(double time) {
        List<GradientStepper> open = asking;
        while (!open.isEmpty()) {
            block(open);
            List<GradientStepper> still = List.of();
            for (int r = 0; r < open.size(); r++) {
                GradientStepper stepper = open.get(r);
                double energy = es[r];
                if (stepper.landscape() instanceof Tilted tilted) energy = tilted.tilt(xs[r], energy, gs[r]);
                if (!stepper.take(energy, gs[r]) && stepper.status().running()) {
                    if (still.isEmpty()) still = new ArrayList<>(open.size());
                    still.add(stepper);
                }
            }
            open = still;
        }
    }

    private void block(List<GradientStepper> open) {
        int count = open.size();
        if (xs.length != count) {
            xs = new double[count][];
            gs = new double[count][];
            es = new double[count];
        }
        Landscape base = base(open.getFirst());
        boolean shared = true;
        for (int r = 0; r < count; r++) {
            xs[r] = open.get(r).wanted();
            gs[r] = open.get(r).gradientScratch();
            shared &= base(open.get(r)) == base;
        }
        if (shared) {
            base.energiesAndGradients(xs, es, gs);
        } else {
            for (int r = 0; r < count; r++) es[r] = base(open.get(r)).energyAndGradient(xs[r], gs[r]);
        }
    }

    private static Landscape base(GradientStepper stepper) {
        return stepper.landscape() instanceof Tilted tilted ? tilted.base() : stepper.landscape();
    }

    /** Asked between two rounds of steps. */
    @FunctionalInterface
    public interface Pause {
        /** Whether to stop here for now. */
        boolean now();
    }
}
