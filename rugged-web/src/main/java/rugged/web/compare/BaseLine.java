package rugged.web.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rugged.web.http.Refusal;
import rugged.web.series.Differences;
import rugged.web.series.Sample;
import rugged.web.shape.ChiSquared;
import rugged.web.shape.DifferenceRow;

/** What is subtracted in a comparison, a run or each run's own theory, and the differences to it, run by run. */
record BaseLine(String base, Map<String, List<Differences.Row>> differences) {
    /** The word for a base that is each run's own theory. */
    static final String THEORY = "theory";

    private static final int MOST_ROWS = 5000;

    /**
     * The differences of these samples.
     *
     * @param base "theory", or the name of a run; empty for no differences
     * @param interpolate whether values may be read between points
     * @throws Refusal when the base is neither
     */
    static BaseLine of(Map<String, List<Sample>> samples, String base, boolean interpolate) {
        Map<String, List<Differences.Row>> all = new LinkedHashMap<>();
        if (base.isEmpty()) return new BaseLine(base, all);
        boolean theory = base.equals(THEORY);
        if (!theory && !samples.containsKey(base))
            throw Refusal.malformed("diff is " + base + "; theory, or one of the runs");
        samples.forEach((run, own) -> {
            if (run.equals(base)) return;
            List<Sample> less = theory
                    ? own.stream().filter(sample -> !sample.measured()).toList()
                    : samples.getOrDefault(base, List.of()).stream()
                            .filter(Sample::measured)
                            .toList();
            // a theory has as many points as one likes: only where we measured does it say anything
            Differences.Reading reading = !interpolate
                    ? Differences.Reading.SAME_PLACES
                    : theory ? Differences.Reading.AT_OURS : Differences.Reading.AT_BOTH;
            List<Sample> measured = own.stream().filter(Sample::measured).toList();
            all.put(run, new Differences(less, reading).of(measured));
        });
        return new BaseLine(base, all);
    }

    /** What the base is called in a label. */
    String word() {
        return base.equals(THEORY) ? THEORY : "base";
    }

    /** Whether any difference has an error; where none has, units are all there is. */
    boolean hasErrors() {
        return differences.values().stream().flatMap(List::stream).anyMatch(row -> Double.isFinite(row.sigmas()));
    }

    /** The differences as a table, the first of each run. */
    List<DifferenceRow> rows() {
        List<DifferenceRow> rows = new ArrayList<>();
        differences.forEach((run, own) -> own.stream()
                .limit(MOST_ROWS)
                .forEach(row -> rows.add(new DifferenceRow(
                        run,
                        row.sample().key(),
                        row.sample().x(),
                        row.sample().y(),
                        row.base(),
                        row.difference(),
                        finite(row.error()),
                        finite(row.sigmas()),
                        row.interpolated()))));
        return rows;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    /** How well each run agrees with the base. */
    List<ChiSquared> summary() {
        return differences.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> chiSquared(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ChiSquared chiSquared(String run, List<Differences.Row> rows) {
        double sum = 0;
        int degrees = 0;
        int interpolated = 0;
        for (Differences.Row row : rows) {
            double sigmas = row.sigmas();
            if (!Double.isFinite(sigmas)) continue;
            sum += sigmas * sigmas;
            degrees++;
            if (row.interpolated()) interpolated++;
        }
        String words = degrees == 0
                ? rows.size() + " differences, none with an error"
                : String.format(Locale.ROOT, "\u03c7\u00b2/\u03bd = %.3g, %d points", sum / degrees, degrees)
                        + (interpolated > 0 ? ", " + interpolated + " of them interpolated" : "");
        return new ChiSquared(run, sum, degrees, words);
    }
}
