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
import rugged.meanfield.aging.Horizon;
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

    /**
     * The step of the coarsest uniform grid to a time.
     *
     * @param asked a step; 0 chooses
     */
    static double step(AgingProblem problem, double asked, double until) {
        double resolving = 0.07 / problem.rate();
        return asked > 0 ? asked : Math.max(Math.min(resolving, until), until / MOST_ROWS);
    }

    /**
     * On uniform grids. Curves near the last time are interpolated from one side: only the same last time gives the same.
     *
     * @param asked step of the coarsest; 0 chooses
     */
    static SolvedAging uniform(AgingProblem problem, double asked, double latest) {
        double until = Math.max(latest, LEAST / problem.rate());
        double step = step(problem, asked, until);
        Grid grid = new Grid(problem, Math.ceil(until / step - 1e-9) * step, step);
        SoftReference<Richardson> reference = GRIDS.get(grid);
        Richardson known = reference == null ? null : reference.get();
        Richardson curves = known == null ? Richardson.solve(grid.problem, grid.until, grid.step) : known;
        if (known == null) GRIDS.put(grid, new SoftReference<>(curves));
        String words = String.format(
                Locale.ROOT, "uniform grids of step %.4g, %.4g and %.4g, extrapolated", step, step / 2, step / 4);
        return new SolvedAging(curves, reading -> curves.error(reading), words);
    }

    /**
     * By the long-time method.
     *
     * @param order polynomial order; 0 chooses
     * @param spacing of rows in ln t; 0 chooses
     * @param certify whether errors are asked for
     */
    static SolvedAging longTime(
            AgingProblem problem, int order, double spacing, boolean certify, double latest, Archive archive) {
        double until = Math.max(latest, LEAST / problem.rate());
        boolean chosen = order == 0 && spacing == 0;
        Resolution best = chosen
                ? Horizon.resolution(
                        problem, until, (resolution, to) -> AgingRows.curves(problem, resolution, to, archive))
                : Resolution.reaching(problem, until);
        if (order > 0) best = best.withOrder(Math.max(Resolution.LEAST_ORDER, order));
        if (spacing > 0) best = best.withSpacing(spacing);
        Function<Resolution, AgingCurves> solved = resolution -> AgingRows.curves(problem, resolution, until, archive);
        Certificate certificate =
                chosen ? Certificate.first(best, certify, solved) : Certificate.of(best, certify, solved);
        String words = "row collocation, " + certificate.inWords() + (certify ? "" : ", errors not asked for");
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
