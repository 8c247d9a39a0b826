package rugged.theory.aging;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import rugged.api.Archive;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.AgingCurves;
import rugged.meanfield.AgingProblem;
import rugged.meanfield.Mixture;
import rugged.meanfield.aging.AgingFailure;
import rugged.meanfield.aging.LongTimeSolver;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.theory.GlassParameters;

/**
 * Dynamical mean field of the spherical glass: the equations of {@link AgingProblem} solved from a random or a thermalised start, in the limit of infinitely many
 * spins. Next to the energy, the multiplier and the memory of the start it gives C, R, chi at every pair of times asked for, the ratio X = T R/(dC/dtw), the local
 * effective temperature (dC/dtw)/R, and (1 - C)/chi as simulations measure it.
 *
 * <p>Errors are by how much each value differs when the equations are solved again at a coarser resolution ({@code certify}), or what the last extrapolation changed
 * ({@code method: uniform}). Methods: {@link LongTimeSolver} and {@link rugged.meanfield.uniform.Richardson}.
 */
@Named(
        value = "chsck",
        title = "Dynamical mean field of the spherical p-spin glass",
        doc = "Correlation, response and energy of Langevin dynamics (gradient flow at T = 0) for N to infinity, from a"
                + " random or a thermalised start: noise-free aging curves to late times, t = 1e8 for p = 3 and 3+4"
                + " and 4e6 for 3+12.",
        source = "Crisanti, Horner and Sommers, Z. Phys. B 92, 257 (1993); Cugliandolo and Kurchan, Phys. Rev."
                + " Lett. 71, 173 (1993)",
        year = 1993,
        topics = {"spin-glass", "mean-field", "aging"})
public record Chsck(
        @GlassParameters.Covariance Mixture mixture,

        @Param(doc = "temperature of the bath", symbol = "T", unit = "J", def = "0", min = 0)
        double temperature,

        @Param(
                doc = "temperature at which the start is in equilibrium; inf is a random start",
                symbol = "T_{0}",
                unit = "J",
                def = "inf",
                min = 0,
                above = true)
        double startTemperature,

        @Param(
                doc = "planting temperature of the landscape beside which it is drawn, if the run starts from its"
                        + " planted state: the start's, unless that is given",
                symbol = "T_{0}",
                unit = "J",
                def = "inf",
                min = 0,
                above = true)
        double planted,

        @GlassParameters.CovarianceScale double covarianceScale,

        @Param(doc = "further times", symbol = "t", unit = "1/J", def = "[]", min = 0)
        List<Double> times,

        @Param(doc = "give two-time quantities for tw = t/2 at the further times", def = "true")
        boolean halves,

        @Param(
                doc = "time in these equations of one unit of the times asked for: a learning rate, where they count"
                        + " steps",
                def = "1",
                min = 0,
                above = true)
        double tick,

        @Param(doc = "auto, uniform (a grid of equal steps, extrapolated) or long-time", def = "auto")
        Method method,

        @Param(
                doc = "step of the coarsest uniform grid; 0 takes what resolves the fast relaxation and keeps 4000"
                        + " rows",
                symbol = "h",
                unit = "1/J",
                def = "0",
                min = 0)
        double step,

        @Param(
                doc = "polynomial order of the long-time method; 0 chooses by the last time, and a higher one where"
                        + " that is not steady",
                def = "0",
                min = 0,
                max = 15)
        int order,

        @Param(doc = "spacing of its rows in ln t; 0 chooses", def = "0", min = 0, max = 0.1)
        double spacing,

        @Param(doc = "solve once more, more coarsely, to state errors", def = "true")
        boolean certify)
        implements TheorySpec {
    /** How it is solved. */
    public enum Method {
        /** The long-time method. */
        AUTO,
        /** A uniform grid with extrapolation. */
        UNIFORM,
        /** Row collocation on a dyadic grid of ratios. */
        LONG_TIME
    }

    private static final List<String> TWO_TIMES = List.of("t", "tw");

    /** Response to a kick. */
    public static final Quantity KICK =
            new Quantity("R", "R(t, t_{w})", "", TWO_TIMES, "\u03b4x(t)/\u03b4h(t_{w}) per spin, for a kick at t_{w}");

    /** Violation of the fluctuation-dissipation theorem. */
    public static final Quantity RATIO = new Quantity(
            "X",
            "X(t, t_{w})",
            "",
            TWO_TIMES,
            "T R(t, t_{w}) / (\u2202C(t, t_{w})/\u2202t_{w}): 1 in equilibrium, undefined at T = 0");

    /** Effective temperature of one pair of times. */
    public static final Quantity LOCAL_TEMPERATURE = new Quantity(
            "T_loc",
            "T_{eff}",
            "J",
            TWO_TIMES,
            "(\u2202C(t, t_{w})/\u2202t_{w}) / R(t, t_{w}): T/X, and defined at T = 0, too");

    /** In units of the fast relaxation. */
    private static final double LATEST = 3e8;

    /** What the long-time method takes at its finest, hundreds of rows of 64-bit numbers, twice, and two matrices. */
    private static final double LONG_TIME_BYTES = 128.0 * (1 << 20);

    public Chsck {
        times = List.copyOf(times);
        if (times.stream()
                .anyMatch(t -> t * Math.sqrt(mixture.scaled(covarianceScale).fSecond(1)) > LATEST))
            throw new BadParameter(
                    "times",
                    times,
                    "later than 3e8/sqrt(f''(1)), where the long-time method ends",
                    String.format(
                            Locale.ROOT,
                            "times up to %.2g",
                            LATEST / Math.sqrt(mixture.scaled(covarianceScale).fSecond(1))));
        problem(mixture, temperature, startTemperature, planted, covarianceScale);
    }

    private static AgingProblem problem(
            Mixture mixture, double temperature, double startTemperature, double planted, double covarianceScale) {
        double start = Double.isInfinite(startTemperature) ? planted : startTemperature;
        return new AgingProblem(mixture.scaled(covarianceScale), temperature, 1 / start);
    }

    /** What is solved. */
    AgingProblem problem() {
        return problem(mixture, temperature, startTemperature, planted, covarianceScale);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantities.ENERGY,
                Quantities.MULTIPLIER,
                Quantities.MEMORY,
                Quantities.CORRELATION,
                KICK,
                Quantities.RESPONSE,
                RATIO,
                LOCAL_TEMPERATURE,
                Quantities.EFFECTIVE_TEMPERATURE,
                Quantities.FLUCTUATION_DISSIPATION,
                Quantities.DISPLACEMENT);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    /** Three grids, each of half the step of the one before, of C and R below the diagonal; or the rows and Jacobians of the long-time method. */
    @Override
    public double memory(Schedule grid) {
        if (method != Method.UNIFORM) return LONG_TIME_BYTES;
        double until = tick * (grid.size() == 0 ? 0.0 : grid.until());
        for (double t : times) until = Math.max(until, tick * t);
        double rows = until / SolvedAging.step(problem(), step, until);
        return Double.BYTES * rows * rows * (1 + 4 + 16);
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        return solve(grid, out, Archive.NONE);
    }

    @Override
    public Solution solve(Schedule grid, Sink out, Archive archive) {
        double until = grid.size() == 0 ? 0 : grid.until();
        for (double t : times) until = Math.max(until, t);
        if (until * tick * problem().rate() > LATEST)
            return new Solution(
                    false,
                    0,
                    Double.NaN,
                    String.format(
                            Locale.ROOT,
                            "t = %.4g is later than 3e8/sqrt(f''(1)), where the long-time method ends: t = %.2g",
                            until,
                            LATEST / problem().rate() / tick));
        Readings solved;
        try {
            solved = readings(grid, until * tick, archive);
        } catch (AgingFailure failure) {
            return new Solution(false, 0, failure.residual(), String.valueOf(failure.getMessage()));
        } catch (ArithmeticException failure) {
            return new Solution(false, 0, Double.NaN, String.valueOf(failure.getMessage()));
        }
        emit(grid, solved, out);
        double late = until * tick;
        double error = until > 0 ? solved.error(curves -> curves.correlation(late, late / 2)) : 0;
        solved.finish();
        return new Solution(
                true,
                0,
                Double.isNaN(error) ? 0 : error,
                Double.isNaN(error)
                        ? solved.inWords()
                        : String.format(
                                Locale.ROOT, "%s; error of C(t, t/2) at the end %.1e", solved.inWords(), error));
    }

    /** Uniform grids take megabytes, of which a few readings are wanted: these are kept. */
    private Readings readings(Schedule grid, double until, Archive archive) {
        if (method != Method.UNIFORM) return SolvedAging.longTime(problem(), order, spacing, certify, until, archive);
        StringBuilder name = new StringBuilder("aging readings, format 1: ").append(this);
        for (int k = 0; k < grid.size(); k++) {
            name.append(" t ").append(grid.time(k)).append(grid.single(k) ? " alone" : "");
            for (int a = 0; a < grid.ages(); a++)
                if (grid.due(k, a)) name.append(" tw ").append(grid.age(a));
        }
        return KeptReadings.of(archive, name.toString(), () -> SolvedAging.uniform(problem(), step, until));
    }

    private void emit(Schedule grid, Readings solved, Sink out) {
        TreeSet<Double> own = new TreeSet<>(times);
        for (int k = 0; k < grid.size(); k++) {
            double t = grid.time(k);
            if (grid.single(k) || own.contains(t)) oneTime(solved, out, t);
            for (int a = 0; a < grid.ages(); a++) if (grid.due(k, a)) twoTimes(solved, out, t, grid.age(a));
            if (own.remove(t) && halves && t > 0) twoTimes(solved, out, t, t / 2);
        }
        for (double t : own) {
            oneTime(solved, out, t);
            if (halves && t > 0) twoTimes(solved, out, t, t / 2);
        }
    }

    private void oneTime(Readings solved, Sink out, double asked) {
        double t = asked * tick;
        put(solved, out, Quantities.ENERGY, curves -> curves.energy(t), asked);
        put(solved, out, Quantities.MULTIPLIER, curves -> curves.multiplier(t), asked);
        put(solved, out, Quantities.MEMORY, curves -> curves.correlation(t, 0), asked);
    }

    private void twoTimes(Readings solved, Sink out, double asked, double age) {
        double t = asked * tick;
        double s = age * tick;
        put(solved, out, Quantities.CORRELATION, curves -> curves.correlation(t, s), asked, age);
        put(solved, out, Quantities.DISPLACEMENT, curves -> 2 * (1 - curves.correlation(t, s)), asked, age);
        put(solved, out, KICK, curves -> curves.response(t, s), asked, age);
        put(solved, out, Quantities.RESPONSE, curves -> curves.integratedResponse(t, s), asked, age);
        put(
                solved,
                out,
                Quantities.FLUCTUATION_DISSIPATION,
                curves -> temperature * curves.integratedResponse(t, s) + curves.correlation(t, s),
                asked,
                age);
        if (t == s) return;
        put(
                solved,
                out,
                RATIO,
                curves -> temperature == 0
                        ? Double.NaN
                        : temperature * curves.response(t, s) / curves.correlationSlope(t, s),
                asked,
                age);
        put(
                solved,
                out,
                LOCAL_TEMPERATURE,
                curves -> curves.correlationSlope(t, s) / curves.response(t, s),
                asked,
                age);
        put(
                solved,
                out,
                Quantities.EFFECTIVE_TEMPERATURE,
                curves -> (1 - curves.correlation(t, s)) / curves.integratedResponse(t, s),
                asked,
                age);
    }

    private static void put(Readings solved, Sink out, Quantity quantity, AgingCurves.Reading reading, double... axes) {
        out.put(quantity, Sink.ALL, solved.value(reading), solved.error(reading), axes);
    }
}
