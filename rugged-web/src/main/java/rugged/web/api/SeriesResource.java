package rugged.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import rugged.api.Quantity;
import rugged.web.Laboratory;
import rugged.web.http.Answers;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;
import rugged.web.series.Points;
import rugged.web.series.Reduction;
import rugged.web.series.Sample;
import rugged.web.series.SeriesReader;
import rugged.web.shape.Curve;
import rugged.web.shape.run.SeriesReply;

/** {@code /api/runs/{id}/series}: a quantity as curves, reduced on the server. */
public final class SeriesResource implements Resource {
    private static final int BINS = 1200;

    private final Laboratory laboratory;
    private final SeriesReader reader;
    private final ToldSeries told = new ToldSeries();

    /**
     * @param laboratory the workspace
     * @param reader reads runs
     */
    public SeriesResource(Laboratory laboratory, SeriesReader reader) {
        this.laboratory = laboratory;
        this.reader = reader;
    }

    @Override
    public void route(RoutesConfig routes) {
        routes.get("/api/runs/{id}/series", laboratory.drawing().of(this::series));
    }

    private void series(Context context) {
        Known run = RunResource.run(laboratory, context);
        String version = run.version() + "-"
                + Answers.digest(
                        String.valueOf(context.queryString()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        if (Answers.same(context, version)) return;
        String since = Parameters.text(context, "since");
        String question = run.id() + " " + withoutSince(context);
        SeriesReply now = reply(context, run);
        Answers.json(context, since.isEmpty() ? now : told.since(question, since, now));
    }

    private static String withoutSince(Context context) {
        Map<String, List<String>> rest = new TreeMap<>(context.queryParamMap());
        rest.remove("since");
        return rest.toString();
    }

    private SeriesReply reply(Context context, Known run) {
        Quantity quantity = reader.quantity(run, Parameters.text(context, "quantity"));
        String asked = Parameters.text(context, "x");
        String x = asked.isEmpty() ? reader.abscissa(run, quantity) : asked;
        boolean seeds = Parameters.oneOf(context, "average", List.of("seeds", "none"))
                .orElse("seeds")
                .equals("none");
        List<Points> all = seeds ? reader.single(run, quantity, x) : reader.curves(run, quantity, x);
        Map<String, String> where = where(context);
        boolean integrated = Parameters.flag(context, "integrated", false);
        List<Points> fitting =
                all.stream().filter(points -> fits(points, where)).toList();
        List<Points> wanted = grouped(fitting, Parameters.many(context, "by")).stream()
                .map(points -> integrated ? points.integrated() : points)
                .toList();
        Reduction reduction = reduction(context);
        List<Curve> curves = reduction.curves(wanted);
        return new SeriesReply(
                quantity,
                x,
                quantity.unit(),
                run.version(),
                reduction.samples(),
                reduction.reduced(),
                reduction.words(),
                reduction.undrawn(),
                curves.stream().filter(SeriesResource::measured).toList(),
                curves.stream().filter(curve -> !measured(curve)).toList(),
                false);
    }

    /**
     * The same with what is named alone to tell curves apart.
     *
     * @throws Refusal when something that is not named varies: curves of different things are not mixed
     */
    private static List<Points> grouped(List<Points> all, List<String> by) {
        if (by.isEmpty()) return all;
        Map<String, Set<String>> values = new TreeMap<>();
        for (Points points : all) {
            points.key().forEach((name, value) -> {
                if (!by.contains(name))
                    values.computeIfAbsent(name, unseen -> new TreeSet<>()).add(value);
            });
        }
        values.forEach((name, found) -> {
            if (found.size() > 1)
                throw Refusal.of(
                        422,
                        name + " varies as well: name it in by, or fix it with where=" + name + ":"
                                + found.iterator().next());
        });
        return all.stream()
                .map(points -> {
                    Map<String, String> key = new LinkedHashMap<>(points.key());
                    key.keySet().retainAll(by);
                    return points.named(key);
                })
                .toList();
    }

    private static boolean measured(Curve curve) {
        return curve.source().equals(Sample.SIMULATION);
    }

    private static Reduction reduction(Context context) {
        String scale = Parameters.oneOf(
                        context, "scale", List.of("lin", "log", "lin,log", "log,lin", "log,log", "lin,lin"))
                .orElse("lin");
        boolean logX = scale.startsWith("log");
        boolean logY = scale.endsWith(",log");
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        Optional<double[]> range = range(Parameters.text(context, "range"));
        if (range.isPresent()) {
            low = range.get()[0];
            high = range.get()[1];
        }
        return new Reduction(logX, logY, low, high, Parameters.whole(context, "bins", BINS, 1, 4000));
    }

    private static Optional<double[]> range(String text) {
        if (text.isEmpty()) return Optional.empty();
        String[] ends = text.split(",", -1);
        try {
            double[] range = {Double.parseDouble(ends[0]), Double.parseDouble(ends[1])};
            if (range[0] < range[1]) return Optional.of(range);
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException wrong) {
            // said below
        }
        throw Refusal.malformed("range is " + text + "; two numbers, low,high");
    }

    /** Conditions {@code path:value}. */
    private static Map<String, String> where(Context context) {
        Map<String, String> where = new LinkedHashMap<>();
        for (String condition : Parameters.values(context, "where")) {
            int colon = condition.indexOf(':');
            if (colon <= 0) throw Refusal.malformed("where is " + condition + "; path:value");
            where.put(condition.substring(0, colon), condition.substring(colon + 1));
        }
        return where;
    }

    private static boolean fits(Points points, Map<String, String> where) {
        return where.entrySet().stream().allMatch(condition -> {
            String value = points.key().get(condition.getKey());
            return value == null ? !points.source().equals(Sample.SIMULATION) : value.equals(condition.getValue());
        });
    }
}
