package rugged.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import rugged.analysis.array.ArrayUnit;
import rugged.analysis.array.BinScale;
import rugged.analysis.array.Histogram;
import rugged.api.Quantity;
import rugged.params.BadParameter;
import rugged.report.Analysing;
import rugged.store.Agenda;
import rugged.store.point.PointRecord;
import rugged.store.table.Analyses;
import rugged.web.Laboratory;
import rugged.web.http.Answers;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;
import rugged.web.shape.run.HistogramReply;
import rugged.web.shape.run.HistogramReply.HistogramMoment;

/** {@code /api/runs/{id}/histogram}: an array as the analysis {@code histogram} counts it, moment by moment, of a run that grows as well; of one point, or of all samples together. */
public final class HistogramResource implements Resource {
    private static final int BINS = 24;
    private static final int MOST_BINS = 400;

    private final Laboratory laboratory;

    /** @param laboratory the workspace */
    public HistogramResource(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    @Override
    public void route(RoutesConfig routes) {
        routes.get("/api/runs/{id}/histogram", laboratory.drawing().of(this::histogram));
    }

    private void histogram(Context context) {
        Known run = RunResource.run(laboratory, context);
        String name = Parameters.text(context, "array");
        Quantity array = run.folder().quantities().stream()
                .filter(quantity -> quantity.hasExtents() && quantity.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("the run has no such array"));
        int bins = Parameters.whole(context, "bins", BINS, 1, MOST_BINS);
        String point = Parameters.text(context, "point").isEmpty() ? "" : ArraysResource.point(run, context);
        if (run.folder().agenda().isEmpty()) throw Refusal.missing("the run has recorded nothing yet");
        Predicate<Agenda.Entry> counted =
                entry -> point.isEmpty() || entry.key().equals(point);
        String scale = Parameters.oneOf(context, "scale", List.of("log", "linear"))
                .orElseGet(() -> positive(run, array, counted) ? "log" : "linear");
        Histogram histogram = histogram(context, array, bins, scale);
        Analyses found = Analysing.of(run.folder(), List.of(histogram), 0, counted);
        Answers.json(
                context,
                new HistogramReply(
                        array, scale, run.version(), moments(found, array.axes().size())));
    }

    /** With bins between {@code low} and {@code high} where these are given, and from the least to the greatest number where neither is. */
    private static Histogram histogram(Context context, Quantity array, int bins, String scale) {
        boolean log = scale.equals("log");
        OptionalDouble low = Parameters.real(context, "low");
        OptionalDouble high = Parameters.real(context, "high");
        if (low.isPresent() != high.isPresent()) throw Refusal.malformed("low and high: both, or neither");
        List<Double> range = low.isPresent() ? List.of(low.getAsDouble(), high.orElseThrow()) : List.of();
        try {
            return new Histogram(
                    array.name(), array.axes(), bins, log ? BinScale.LOG : BinScale.LINEAR, range, ArrayUnit.NONE);
        } catch (BadParameter wrong) {
            throw Refusal.malformed(String.valueOf(wrong.getMessage()));
        }
    }

    /** Whether all numbers are above 0, so that a logarithmic scale leaves none out. */
    private static boolean positive(Known run, Quantity array, Predicate<Agenda.Entry> counted) {
        boolean growing = run.folder().growing();
        boolean[] positive = {true};
        for (Agenda.Entry entry : run.folder().agenda().orElseThrow().points()) {
            if (!counted.test(entry)) continue;
            new PointRecord(run.folder().point(entry.key())).arrays(array.name(), growing, k -> positive[0], frame -> {
                for (double value : frame.values()) positive[0] &= !(value <= 0.0);
            });
        }
        return positive[0];
    }

    /** What belongs to one set of parameters and one place. */
    private record Place(Map<String, String> key, List<Double> at) {}

    private static List<HistogramMoment> moments(Analyses found, int axes) {
        Map<Place, List<Analyses.Value>> places = new LinkedHashMap<>();
        for (Analyses.Value value : found.values())
            places.computeIfAbsent(
                            new Place(value.group(), List.copyOf(value.axes().subList(0, axes))),
                            unseen -> new ArrayList<>())
                    .add(value);
        List<HistogramMoment> moments = new ArrayList<>();
        places.forEach((place, values) -> moments.add(new HistogramMoment(
                place.key,
                numbers(place.at),
                values.stream().mapToDouble(value -> value.axes().getLast()).toArray(),
                values.stream().mapToDouble(Analyses.Value::value).toArray(),
                values.stream().mapToDouble(Analyses.Value::error).toArray(),
                values.getFirst().count())));
        return moments;
    }

    private static double[] numbers(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
