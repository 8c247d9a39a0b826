package rugged.theory.aging;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import rugged.api.Archive;
import rugged.meanfield.AgingCurves;
import rugged.meanfield.AgingProblem;
import rugged.meanfield.aging.LongTimeSolver;
import rugged.meanfield.aging.Resolution;

/**
 * The rows of one problem at one resolution, solved once for all that ask for them up to the same or an earlier time, and continued for those that ask for later
 * ones: panels of one figure and figures of one session share them while memory lasts, sessions share them through an {@link Archive}. A row depends on none
 * after it, so that it does not show how far they had been solved before.
 */
final class AgingRows {
    private static final Map<Key, AgingRows> KNOWN = new ConcurrentHashMap<>();
    private static final int FORMAT = 4;
    /** In units of the fast relaxation: rows up to here are quickly solved, and from here on kept once a decade, so that little is lost with an interruption. */
    private static final double QUICK = 1e3;

    private final Key key;
    private SoftReference<Solved> reference = new SoftReference<>(null);

    private AgingRows(Key key) {
        this.key = key;
    }

    private record Key(AgingProblem problem, Resolution resolution) {}

    /** @param saved from where {@link LongTimeSolver} goes on */
    private record Solved(AgingCurves curves, byte[] saved) {}

    /**
     * The curves up to a time or beyond.
     *
     * @throws rugged.meanfield.aging.AgingFailure when it cannot be reached
     */
    static AgingCurves curves(AgingProblem problem, Resolution resolution, double until, Archive archive) {
        return KNOWN.computeIfAbsent(new Key(problem, resolution), AgingRows::new)
                .upTo(until, archive);
    }

    /** Forgets what is in memory. */
    static void forget() {
        KNOWN.clear();
    }

    private synchronized AgingCurves upTo(double until, Archive archive) {
        Solved known = reference.get();
        if (known == null || known.curves.until() < until) {
            byte[] saved = known == null ? new byte[0] : known.saved;
            byte[] kept = archive.find(name()).orElse(saved);
            known = solve(kept.length > saved.length ? kept : saved, until, archive);
            reference = new SoftReference<>(known);
        }
        return known.curves;
    }

    private Solved solve(byte[] saved, double until, Archive archive) {
        try (LongTimeSolver solver = solver(saved)) {
            byte[] last = saved;
            if (solver.reached() > 0) solver.foresee(until);
            while (solver.reached() < until) {
                solver.solve(Math.min(until, Math.max(QUICK / key.problem.rate(), 10 * solver.reached())));
                last = solver.save();
                archive.keep(name(), last);
                solver.foresee(until);
            }
            return new Solved(solver.curves(Double.POSITIVE_INFINITY), last);
        }
    }

    /** With saved rows where there are any. */
    private LongTimeSolver solver(byte[] saved) {
        int threads = Runtime.getRuntime().availableProcessors();
        LongTimeSolver solver = new LongTimeSolver(key.problem, key.resolution, threads);
        if (saved.length == 0) return solver;
        try {
            solver.load(saved);
            return solver;
        } catch (RuntimeException unreadable) {
            solver.close();
            return new LongTimeSolver(key.problem, key.resolution, threads);
        }
    }

    private String name() {
        Resolution at = key.resolution;
        return "aging rows, format " + FORMAT + ": " + key.problem + ", order " + at.order() + ", spacing "
                + at.spacing() + ", stride " + at.stride() + ", clock " + at.clock() + ", finest " + at.finest()
                + (at.smoothed() ? ", smoothed" : "");
    }
}
