package rugged.theory;

import java.lang.ref.SoftReference;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import rugged.meanfield.AgingCurves;
import rugged.meanfield.AgingProblem;
import rugged.meanfield.aging.Certificate;
import rugged.meanfield.aging.LongTimeSolver;
import rugged.meanfield.aging.Resolution;
import rugged.meanfield.uniform.Richardson;

/**
 * Curves with errors, solved once for all that ask for the same equations, method and resolution up to the same or an earlier time: panels of one figure, and
 * figures of one session, share them while memory lasts.
 */
final class SolvedAging {
    private static final Map<Chsck.Question, SoftReference<SolvedAging>> KNOWN = new ConcurrentHashMap<>();
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

    static SolvedAging of(Chsck asked, double until) {
        double end = Math.max(until, LEAST / asked.problem().rate());
        Chsck.Question question = asked.question();
        SoftReference<SolvedAging> reference = KNOWN.get(question);
        SolvedAging known = reference == null ? null : reference.get();
        if (known != null && known.curves.until() >= end) return known;
        SolvedAging solved = asked.method() == Chsck.Method.UNIFORM ? uniform(question, end) : longTime(question, end);
        KNOWN.put(question, new SoftReference<>(solved));
        return solved;
    }

    private static SolvedAging uniform(Chsck.Question question, double until) {
        double resolving = 0.07 / question.problem().rate();
        double step = question.step() > 0 ? question.step() : Math.max(Math.min(resolving, until), until / MOST_ROWS);
        Richardson curves = Richardson.solve(question.problem(), Math.ceil(until / step - 1e-9) * step, step);
        String words = String.format(
                Locale.ROOT, "uniform grids of step %.4g, %.4g and %.4g, extrapolated", step, step / 2, step / 4);
        return new SolvedAging(curves, reading -> curves.error(reading), words);
    }

    private static SolvedAging longTime(Chsck.Question question, double until) {
        AgingProblem problem = question.problem();
        Resolution best = Resolution.reaching(problem, until);
        if (question.order() > 0) best = best.withOrder(Math.max(Resolution.LEAST_ORDER, question.order()));
        if (question.spacing() > 0) best = best.withSpacing(question.spacing());
        int threads = Runtime.getRuntime().availableProcessors();
        String words = "row collocation, " + best;
        if (question.certify()) {
            Certificate certificate = Certificate.solve(problem, best, until, threads);
            return new SolvedAging(certificate.curves(), reading -> certificate.error(reading), words);
        }
        try (LongTimeSolver solver = new LongTimeSolver(problem, best, threads)) {
            return new SolvedAging(solver.solve(until), reading -> Double.NaN, words + ", errors not asked for");
        }
    }

    double value(AgingCurves.Reading reading) {
        return reading.of(curves);
    }

    double error(AgingCurves.Reading reading) {
        return error.of(reading);
    }

    String inWords() {
        return words;
    }
}
