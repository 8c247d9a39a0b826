package rugged.protocol;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Bench;
import rugged.api.Need;
import rugged.api.ProtocolSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.model.Driven;
import rugged.api.motion.Ensemble;
import rugged.api.motion.Status;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * To the threshold of jamming from the jammed side. At the control of the landscape the start is minimised; then the control is moved, and the minimum followed. The
 * residual of a minimum ({@link Driven#residual}: the typical overlap of particles, the typical violation of patterns) vanishes linearly at the threshold a*, so that
 * two minima give
 *
 * <pre>a* = a - r (a - a')/(r - r'),</pre>
 *
 * <p>and the control goes 0.7 of the way there. Where all violations vanish it returns to the last jammed minimum and goes 0.3 of the step instead. Where the residual
 * has fallen below its target, the observables are asked once, at time 0.
 *
 * <p>A minimum counts when the largest force (component of the gradient) is at most {@code precision} times the residual, or at the rounding of the coordinates; or when the
 * minimiser has converged by its own, absolute criterion, with forces below a thousandth of the residual. Anything else ends the point, with its number. One replica: each has
 * a threshold of its own.
 *
 * <p>Source: O'Hern, Silbert, Liu and Nagel, Phys. Rev. E 68, 011306 (2003), section II. The threshold depends on the way: say with it from where.
 */
@Named(
        value = "decompress",
        title = "Decompress to the threshold",
        doc = "Drives a jammed minimum to the threshold of jamming, by extrapolation of what is left of violations.",
        source = "O'Hern, Silbert, Liu and Nagel, Phys. Rev. E 68, 011306 (2003)",
        year = 2003,
        topics = {"jamming", "minimisation"})
public record Decompress(
        @Param(
                doc = "first change of the control",
                symbol = "\u0394a",
                def = "-0.01",
                reason = "towards the threshold: less packing fraction, less margin")
        double step,

        @Param(
                doc = "residual at which it ends",
                symbol = "r",
                def = "1e-6",
                min = 1e-13,
                max = 1.0,
                reason = "contacts are counted exactly there; below 1e-13 nothing is left in double precision")
        double until,

        @Param(
                doc = "largest force of a minimum, over the residual",
                def = "1e-8",
                min = 0.0,
                above = true,
                max = 1e-3,
                reason = "forces are of the order of the residual, and the weakest of them are far smaller")
        double precision,

        @Param(
                doc = "longest time of one minimisation, in the time of the minimiser",
                def = "1e6",
                min = 1,
                reason = "near the threshold the slowest mode of some hundred particles takes some 1e5 steps")
        double longest)
        implements ProtocolSpec {
    /** Where the residual would vanish. */
    public static final Quantity THRESHOLD = new Quantity(
            "threshold",
            "a*",
            "",
            List.of("t"),
            "control at which the residual of the last two minima extrapolates to 0: phi_J of a packing, sigma_J of a"
                    + " perceptron");

    /** The control of each minimum. */
    public static final Quantity CONTROL =
            new Quantity("control", "a", "", List.of("k"), "control of the k-th jammed minimum");

    /** What is left there. */
    public static final Quantity RESIDUAL = new Quantity(
            "residual",
            "r",
            "",
            List.of("k"),
            "residual of the k-th jammed minimum: (a E/N)^{1/a} for an energy of violations to the power a");

    private static final double APPROACH = 0.7;
    private static final double BACK = 0.3;

    /** Below this part of the target there is nothing left but what a minimiser has not removed yet. */
    private static final double UNJAMMED = 1e-4;

    /** Forces up to this part of the residual count where the minimiser says that it has converged. */
    private static final double LOOSEST = 1e-3;

    public Decompress {
        if (step == 0.0 || !Double.isFinite(step))
            throw new BadParameter("step", step, "leads nowhere", "a change of the control, such as -0.01");
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTROL, Need.CONTINUOUS, Need.GRADIENT);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(THRESHOLD, CONTROL, RESIDUAL);
    }

    @Override
    public int mostReplicas() {
        return 1;
    }

    @Override
    public void run(Bench bench) {
        Descents descents = new Descents(bench);
        Descents.Minimum jammed = descents.first();
        double threshold = Double.NaN;
        double change = step;
        int found = 0;
        record(bench, found++, jammed);
        while (jammed.residual() > until) {
            double control = jammed.control() + change;
            if (control == jammed.control()) throw lost(jammed);
            Descents.Minimum next = descents.at(control);
            if (next.residual() < UNJAMMED * until) {
                descents.back(jammed);
                change *= BACK;
                continue;
            }
            double fall = jammed.residual() - next.residual();
            if (fall > 0.0) {
                threshold = next.control() + next.residual() * (next.control() - jammed.control()) / fall;
                change = APPROACH * (threshold - next.control());
            }
            jammed = next;
            record(bench, found++, jammed);
        }
        bench.record(THRESHOLD, threshold, 0.0);
        bench.drive(jammed.control());
        bench.follow(bench.startAt(new double[][] {jammed.x()}, bench.dynamics()), schedule());
    }

    private static void record(Bench bench, int k, Descents.Minimum minimum) {
        bench.record(CONTROL, minimum.control(), k);
        bench.record(RESIDUAL, minimum.residual(), k);
    }

    private BadParameter lost(Descents.Minimum jammed) {
        return new BadParameter(
                "protocol.until",
                until,
                "no jammed minimum of this residual: at control = " + jammed.control() + " it is " + jammed.residual()
                        + ", and any closer step removes all violations",
                "a larger residual");
    }

    @Override
    public Schedule schedule() {
        return Schedule.at(0.0);
    }

    /** Minima under the control, each from the one before. */
    private final class Descents {
        /** A state at rest. */
        record Minimum(double control, double residual, double[] x) {}

        private static final double LOOK = 100.0;
        private static final double LATER = 0.1;

        private final Bench bench;
        private final Driven landscape;
        private final double[] g;
        private Ensemble ensemble;

        Descents(Bench bench) {
            this.bench = bench;
            landscape = (Driven) bench.model();
            g = new double[landscape.dimension()];
            ensemble = bench.pilot(bench.dynamics());
        }

        Minimum first() {
            Minimum first = descend();
            if (first.residual() < UNJAMMED * until)
                throw new BadParameter(
                        "landscape",
                        "control = " + first.control(),
                        "energy is zero there: nothing is jammed",
                        "a start on the jammed side, such as a denser one");
            return first;
        }

        /** The minimum that the present one becomes under another control. */
        Minimum at(double control) {
            bench.drive(control);
            return descend();
        }

        /** Puts the particles back, for what comes next. */
        void back(Minimum jammed) {
            ensemble = bench.pilotAt(new double[][] {jammed.x()}, bench.dynamics());
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
                double enough = Math.max(precision * residual, stopped ? LOOSEST * residual : rounding(x));
                if (residual < UNJAMMED * until || force <= enough)
                    return new Minimum(landscape.control(), residual, x);
                if (stopped || ensemble.time() - begun >= longest) throw unsettled(residual, force, stopped);
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
        private double rounding(double[] x) {
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
                    : new BadParameter("protocol.longest", longest, where, "more time, or less precision");
        }
    }
}
