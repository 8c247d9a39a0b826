package rugged.theory.aging;

import java.lang.ref.SoftReference;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import rugged.api.Archive;
import rugged.meanfield.AgingCurves;
import rugged.meanfield.AgingProblem;
import rugged.meanfield.aging.Certificate;
import rugged.meanfield.aging.Resolution;
import rugged.meanfield.uniform.Richardson;

/** Curves with errors. What is read off them does not depend on what has been solved before, in this session or another. */
final class SolvedAging implements Readings {
    private static final Map<Grid, SoftReference<Richardson>> GRIDS = new ConcurrentHashMap<>();
    private static final double LEAST = 1;
    private static final int MOST_ROWS = 1000;

    private final AgingCurves curves;
    private final ErrorOf error;
    private final String words;

    private SolvedAging(AgingCurves curves, ErrorOf error, String words) {
        this.curves = curves;
        this.error = error;
        this.words = words;
    }

    @FunctionalInterface
    private interface ErrorOf {
        double of(AgingCurves.Reading reading);
    }

    private record Grid(AgingProblem problem, double until, double step) {}

    static SolvedAging of(Chsck asked, double until, Archive archive) {
        double end = Math.max(until, LEAST / asked.problem().rate());
        return asked.method() == Chsck.Method.UNIFORM ? uniform(asked, end) : longTime(asked, end, archive);
    }

    /** The step of the coarsest uniform grid to a time. */
    static double step(Chsck asked, double until) {
        double resolving = 0.07 / asked.problem().rate();
        return asked.step() > 0 ? asked.step() : Math.max(Math.min(resolving, until), until / MOST_ROWS);
    }

    /** Curves near the last time are interpolated from one side: only the same last time gives the same. */
    private static SolvedAging uniform(Chsck asked, double until) {
        double step = step(asked, until);
        Grid grid = new Grid(asked.problem(), Math.ceil(until / step - 1e-9) * step, step);
        SoftReference<Richardson> reference = GRIDS.get(grid);
        Richardson known = reference == null ? null : reference.get();
        Richardson curves = known == null ? Richardson.solve(grid.problem, grid.until, grid.step) : known;
        if (known == null) GRIDS.put(grid, new SoftReference<>(curves));
        String words = String.format(
                Locale.ROOT, "uniform grids of step %.4g, %.4g and %.4g, extrapolated", step, step / 2, step / 4);
        return new SolvedAging(curves, reading -> curves.error(reading), words);
    }

    private static SolvedAging longTime(Chsck asked, double until, Archive archive) {
        AgingProblem problem = asked.problem();
        boolean chosen = asked.order() == 0 && asked.spacing() == 0;
        Resolution best = chosen
                ? Resolution.reaching(
                        problem, until, (resolution, to) -> AgingRows.curves(problem, resolution, to, archive))
                : Resolution.reaching(problem, until);
        if (asked.order() > 0) best = best.withOrder(Math.max(Resolution.LEAST_ORDER, asked.order()));
        if (asked.spacing() > 0) best = best.withSpacing(asked.spacing());
        Function<Resolution, AgingCurves> solved = resolution -> AgingRows.curves(problem, resolution, until, archive);
        Certificate certificate = chosen
                ? Certificate.first(best, asked.certify(), solved)
                : Certificate.of(best, asked.certify(), solved);
        String words = "row collocation, " + certificate.inWords() + (asked.certify() ? "" : ", errors not asked for");
        return new SolvedAging(certificate.curves(), certificate::error, words);
    }

    @Override
    public double value(AgingCurves.Reading reading) {
        return reading.of(curves);
    }

    @Override
    public double error(AgingCurves.Reading reading) {
        return error.of(reading);
    }

    @Override
    public String inWords() {
        return words;
    }
}
