package rugged.protocol;

import org.jspecify.annotations.Nullable;
import rugged.api.Bench;
import rugged.api.Quantities;
import rugged.api.Schedule;
import rugged.api.model.Driven;
import rugged.api.motion.Ensemble;
import rugged.api.motion.Status;
import rugged.params.BadParameter;

/**
 * Minima of a landscape under its control, each from the one before: what every protocol does that drives a landscape to its threshold, or over it. A minimum counts when
 * the largest force (component of the gradient) is at most {@link Resting#precision} times the residual, or at the rounding of the coordinates; when the minimiser has converged by its own,
 * absolute criterion, with forces below a thousandth of the residual; or when nothing is left of the residual. Anything else ends the point, with its number.
 */
final class DrivenMinima {
    /**
     * A state at rest.
     *
     * @param control where it is one
     * @param residual what is left of violations
     * @param x the state
     * @param jammed whether anything is left
     */
    record Minimum(double control, double residual, double[] x, boolean jammed) {}

    private static final double LOOK = 100.0;
    private static final double LATER = 0.1;

    /** Forces up to this part of the residual count where the minimiser says that it has converged. */
    private static final double LOOSEST = 1e-3;

    private final Bench bench;
    private final Driven landscape;
    private final Resting resting;
    private final double nothing;
    private final double[] g;
    private Ensemble ensemble;
    private @Nullable Ensemble watched;
    private int kept;

    /** @param nothing residual below which nothing is left but what a minimiser has not removed yet */
    DrivenMinima(Bench bench, Resting resting, double nothing) {
        this.bench = bench;
        this.resting = resting;
        this.nothing = nothing;
        landscape = (Driven) bench.model();
        g = new double[landscape.dimension()];
        ensemble = bench.pilot(bench.dynamics());
    }

    /** The minimum of the start, at the control of the landscape. */
    Minimum first() {
        return descend();
    }

    /** The minimum that the present one becomes under another control. */
    Minimum at(double control) {
        drive(control);
        return descend();
    }

    /** Moves the control, and nothing else. */
    void drive(double control) {
        bench.drive(control);
    }

    /** Lets the present state come to rest. */
    Minimum settle() {
        return descend();
    }

    /** Puts the state of a minimum back, for what comes next. */
    void back(Minimum minimum) {
        ensemble = bench.pilotAt(new double[][] {minimum.x()}, bench.dynamics());
    }

    /** Records the control and the residual of the next minimum on the way, where the landscape is now, and lets the observables look at it if they are to look at every one. */
    void record(Minimum minimum) {
        bench.record(Quantities.CONTROL, minimum.control(), kept);
        bench.record(Quantities.RESIDUAL, minimum.residual(), kept);
        if (resting.watch().isPresent()) {
            double[][] states = {minimum.x()};
            if (watched == null) watched = bench.startAt(states, bench.dynamics());
            else bench.move(watched, states, kept);
            bench.follow(watched, Schedule.at(kept));
        }
        kept++;
    }

    /** Asks the observables at the minimum that was recorded last, unless they have looked at it. */
    void observe(Minimum last) {
        if (resting.watch().isPresent()) return;
        bench.drive(last.control());
        bench.follow(bench.startAt(new double[][] {last.x()}, bench.dynamics()), Schedule.at(0.0));
    }

    /** Said where a way down begins without anything to remove. */
    BadParameter notJammed(Minimum first) {
        return new BadParameter(
                "landscape",
                "control = " + first.control(),
                "energy is zero there: nothing is jammed",
                "a start on the jammed side, such as a denser one");
    }

    private Minimum descend() {
        double begun = ensemble.time();
        double[] x = new double[g.length];
        while (true) {
            double spent = ensemble.time() - begun;
            bench.follow(ensemble, Schedule.at(ensemble.time() + LOOK + LATER * spent));
            ensemble.state(0, x);
            double residual = landscape.residual(x);
            double force = force(x);
            boolean stopped = ensemble.status(0) instanceof Status.Converged;
            double enough = Math.max(resting.precision() * residual, stopped ? LOOSEST * residual : rounding(x));
            boolean free = residual < nothing;
            if (free || force <= enough) return new Minimum(landscape.control(), residual, x, !free);
            if (stopped || ensemble.time() - begun >= resting.longest()) throw unsettled(residual, force, stopped);
        }
    }

    /** The largest component of the force. */
    private double force(double[] x) {
        landscape.energyAndGradient(x, g);
        landscape.manifold().tangent(x, g);
        double most = 0.0;
        for (double gi : g) most = Math.max(most, Math.abs(gi));
        return most;
    }

    /** What a contact of stiffness 1 feels of the spacing of numbers as large as the coordinates. */
    private static double rounding(double[] x) {
        double most = 0.0;
        for (double xi : x) most = Math.max(most, Math.abs(xi));
        return 2.0 * Math.ulp(most);
    }

    private BadParameter unsettled(double residual, double force, boolean stopped) {
        String where = "not converged at control = " + landscape.control() + ": the largest force is " + force
                + ", the residual " + residual;
        return stopped
                ? new BadParameter(
                        "dynamics", "its tolerance", where, "a minimiser whose tolerance is far below the residual")
                : new BadParameter("protocol.longest", resting.longest(), where, "more time, or less precision");
    }
}
