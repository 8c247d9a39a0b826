package rugged.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rugged.api.Quantity;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.Setting;
import rugged.store.Agenda;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;
import rugged.web.series.CollapseQuality;
import rugged.web.series.Differences;
import rugged.web.series.Overlay;
import rugged.web.series.Pooled;
import rugged.web.series.Sample;
import rugged.web.series.SeriesReader;
import rugged.web.shape.ChiSquared;
import rugged.web.shape.Collapse;
import rugged.web.shape.CompareReply;
import rugged.web.shape.DifferenceRow;
import rugged.web.shape.ParameterRow;

/** A comparison of runs: quantities are matched by name, definition and unit; what is not the same is not overlaid. */
final class SideBySide {
    private static final String THEORY = "theory";
    private static final int MOST_ROWS = 5000;

    private final List<Known> runs;
    private final RunItems items;
    private final SeriesReader reader;
    private final ComparisonRequest asked;
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();

    SideBySide(List<Known> runs, RunItems items, SeriesReader reader, ComparisonRequest asked) {
        this.runs = runs;
        this.items = items;
        this.reader = reader;
        this.asked = asked;
    }

    CompareReply reply() {
        List<String> differing = items.differing(runs);
        List<ParameterRow> parameters = differing.stream()
                .map(path -> new ParameterRow(
                        path,
                        runs.stream()
                                .map(run -> items.values(run, List.of(path)).getOrDefault(path, ""))
                                .toList()))
                .toList();
        List<String> refused = new ArrayList<>();
        List<String> common = common(refused);
        Quantity quantity = quantity(common, refused);
        if (quantity == null) {
            return new CompareReply(
                    runs.stream().map(items::of).toList(),
                    parameters,
                    common,
                    refused,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    null,
                    "");
        }
        label(differing);
        String x = asked.x().isEmpty() ? reader.abscissa(runs.getFirst(), quantity) : asked.x();
        for (Known run : runs) samples.put(run.id(), reader.averaged(run, quantity, x));
        boolean pool = pooled(differing);
        Map<String, List<Differences.Row>> differences = differences();
        return new CompareReply(
                runs.stream().map(items::of).toList(),
                parameters,
                common,
                refused,
                quantity,
                overlay(quantity, x, pool),
                difference(quantity, x, differences),
                rows(differences),
                differences.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry -> chiSquared(entry.getKey(), entry.getValue()))
                        .toList(),
                collapse(),
                pool ? "these runs differ in their seeds alone: their pooled mean is drawn as well" : "");
    }

    private List<String> common(List<String> refused) {
        Map<String, Set<String>> meanings = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Known run : runs) {
            for (Quantity quantity : run.folder().quantities()) {
                meanings.computeIfAbsent(quantity.name(), unseen -> new LinkedHashSet<>())
                        .add(quantity.definition() + (quantity.unit().isEmpty() ? "" : " [" + quantity.unit() + "]"));
                counts.merge(quantity.name(), 1, Integer::sum);
            }
        }
        List<String> common = new ArrayList<>();
        counts.forEach((name, count) -> {
            if (count < runs.size()) return;
            Set<String> meaning = meanings.getOrDefault(name, Set.of());
            if (meaning.size() == 1) common.add(name);
            else refused.add(name + ": " + String.join(" | ", meaning));
        });
        return common;
    }

    private @Nullable Quantity quantity(List<String> common, List<String> refused) {
        if (runs.isEmpty()) return null;
        String name = asked.quantity();
        if (name.isEmpty()) {
            if (common.isEmpty()) return null;
            name = common.getFirst();
        }
        if (!common.contains(name)) {
            String wanted = name + ":";
            if (refused.stream().anyMatch(line -> line.startsWith(wanted))) return null;
            throw Refusal.missing("not all of these runs record " + name);
        }
        return reader.quantity(runs.getFirst(), name);
    }

    /** A run is called by what distinguishes it, where that is short; else by its name. */
    private void label(List<String> differing) {
        List<String> paths = differing.stream().limit(2).toList();
        Set<String> used = new LinkedHashSet<>();
        for (Known run : runs) {
            String text = items.values(run, paths).entrySet().stream()
                    .map(entry ->
                            entry.getKey().substring(entry.getKey().lastIndexOf('.') + 1) + "=" + entry.getValue())
                    .collect(Collectors.joining(" "));
            boolean good = !text.isEmpty() && text.length() <= 32 && used.add(text);
            labels.put(run.id(), good ? "\\text{" + text + "}" : "\\text{" + run.id() + "}");
        }
    }

    private Scale logX(String x) {
        boolean times = x.equals("t") || x.contains("tw");
        return asked.logX().orElse(times) ? Scale.LOG : Scale.LINEAR;
    }

    private Setting setting() {
        return asked.width() == 0 ? Setting.PAPER : new Setting(asked.width(), true, false, asked.dark());
    }

    private @Nullable Object overlay(Quantity quantity, String x, boolean pool) {
        Overlay overlay = new Overlay();
        Optional<ComparisonRequest.Scaling> scaling = asked.collapse();
        samples.forEach((run, all) -> {
            for (Sample sample : all) {
                Sample shown = scaling.map(how -> scaled(run, sample, how)).orElse(sample);
                overlay.add(curve(run, sample), panel(sample), shown);
            }
        });
        if (pool) {
            // runs that are pooled have the same parameters
            String any = runs.getFirst().id();
            for (Sample sample : Pooled.of(List.copyOf(samples.values()))) {
                Sample shown = scaling.map(how -> scaled(any, sample, how)).orElse(sample);
                overlay.add(curve("\\text{pooled mean}", sample), panel(sample), shown);
            }
        }
        Scale logY = asked.logY().orElse(false) ? Scale.LOG : Scale.LINEAR;
        String across = scaling.map(how -> scaledLabel(x, how.xc(), how.a(), how.parameter()))
                .orElse(x);
        String up = scaling.map(how -> scaledLabel(quantity.symbol(), 0, how.b(), how.parameter()))
                .orElse(quantity.symbol());
        return overlay.specification(up, across, logX(x), logY, asked.by(), setting());
    }

    /** A sample at its place in a scaling collapse. */
    private Sample scaled(String run, Sample sample, ComparisonRequest.Scaling how) {
        double size = number(size(run, sample, how), how);
        double factor = Math.pow(size, how.b());
        return new Sample(
                sample.source(),
                sample.key(),
                (sample.x() - how.xc()) * Math.pow(size, how.a()),
                factor * sample.y(),
                factor * sample.error(),
                sample.count());
    }

    private static String scaledLabel(String symbol, double shift, double power, String parameter) {
        String shifted = shift == 0 ? symbol : "(" + symbol + (shift > 0 ? " - " : " + ") + Math.abs(shift) + ")";
        String size = "\\text{" + parameter.substring(parameter.lastIndexOf('.') + 1) + "}";
        return power == 0 ? shifted : shifted + " " + size + "^{" + power + "}";
    }

    /** The value of the parameter that scales, of a sample's own curve or of its whole run. */
    private String size(String run, Sample sample, ComparisonRequest.Scaling how) {
        String own = sample.key().get(how.parameter());
        if (own != null) return own;
        return runs.stream()
                .filter(known -> known.id().equals(run))
                .findFirst()
                .map(known -> items.values(known, List.of(how.parameter())).getOrDefault(how.parameter(), ""))
                .orElse("");
    }

    private String curve(String run, Sample sample) {
        String rest = sample.key().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(asked.by()))
                .map(entry -> entry.getKey().substring(entry.getKey().lastIndexOf('.') + 1) + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
        String label = labels.getOrDefault(run, run);
        return rest.isEmpty() ? label : label + " \\text{" + rest + "}";
    }

    private String panel(Sample sample) {
        return asked.by().isEmpty() ? "" : sample.key().getOrDefault(asked.by(), "");
    }

    private Map<String, List<Differences.Row>> differences() {
        Map<String, List<Differences.Row>> all = new LinkedHashMap<>();
        if (asked.base().isEmpty()) return all;
        if (!asked.base().equals(THEORY) && !samples.containsKey(asked.base()))
            throw Refusal.malformed("diff is " + asked.base() + "; theory, or one of the runs");
        samples.forEach((run, own) -> {
            if (run.equals(asked.base())) return;
            List<Sample> measured = own.stream().filter(Sample::measured).toList();
            List<Sample> base = asked.base().equals(THEORY)
                    ? own.stream().filter(sample -> !sample.measured()).toList()
                    : samples.getOrDefault(asked.base(), List.of()).stream()
                            .filter(Sample::measured)
                            .toList();
            all.put(run, new Differences(base, asked.interpolate()).of(measured));
        });
        return all;
    }

    private @Nullable Object difference(Quantity quantity, String x, Map<String, List<Differences.Row>> differences) {
        Overlay overlay = new Overlay();
        // where no difference has an error, units are all there is
        boolean sigma = asked.sigma()
                && differences.values().stream().flatMap(List::stream).anyMatch(row -> Double.isFinite(row.sigmas()));
        differences.forEach((run, rows) -> {
            for (Differences.Row row : rows) {
                Sample ours = row.sample();
                double value = sigma ? row.sigmas() : row.difference();
                double error = sigma ? 1 : row.error();
                overlay.add(
                        curve(run, ours),
                        panel(ours),
                        new Sample(ours.source(), ours.key(), ours.x(), value, error, ours.count()));
            }
        });
        String base = asked.base().equals(THEORY) ? "theory" : "base";
        String units = quantity.symbol() + " - \\text{" + base + "}";
        String label = sigma ? "(" + units + ")/σ" : units;
        return overlay.specification(label, x, logX(x), Scale.LINEAR, asked.by(), setting());
    }

    private static List<DifferenceRow> rows(Map<String, List<Differences.Row>> differences) {
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

    private static ChiSquared chiSquared(String run, List<Differences.Row> rows) {
        double sum = 0;
        int degrees = 0;
        for (Differences.Row row : rows) {
            double sigmas = row.sigmas();
            if (!Double.isFinite(sigmas)) continue;
            sum += sigmas * sigmas;
            degrees++;
        }
        String words = degrees == 0
                ? rows.size() + " differences, none with an error"
                : String.format(Locale.ROOT, "\u03c7\u00b2/\u03bd = %.3g, %d points", sum / degrees, degrees);
        return new ChiSquared(run, sum, degrees, words);
    }

    private @Nullable Collapse collapse() {
        if (asked.collapse().isEmpty()) return null;
        ComparisonRequest.Scaling scaling = asked.collapse().get();
        List<CollapseQuality.Sized> curves = new ArrayList<>();
        for (Known run : runs) {
            Map<String, List<Sample>> bySize = new LinkedHashMap<>();
            for (Sample sample : samples.getOrDefault(run.id(), List.of())) {
                if (!sample.measured()) continue;
                bySize.computeIfAbsent(size(run.id(), sample, scaling), unseen -> new ArrayList<>())
                        .add(sample);
            }
            bySize.forEach((size, own) -> curves.add(new CollapseQuality.Sized(number(size, scaling), own)));
        }
        CollapseQuality quality = CollapseQuality.of(curves, scaling.xc(), scaling.a(), scaling.b());
        return new Collapse(
                scaling.parameter(), scaling.xc(), scaling.a(), scaling.b(), quality.value(), quality.pairs());
    }

    private static double number(String text, ComparisonRequest.Scaling scaling) {
        try {
            double number = Double.parseDouble(text);
            if (number > 0) return number;
        } catch (NumberFormatException wrong) {
            // said below
        }
        throw Refusal.malformed(
                "collapse: " + scaling.parameter() + " is \"" + text + "\"; it has to be a positive number");
    }

    /** Whether the runs differ in seed alone: then they are samples of the same thing. */
    private boolean pooled(List<String> differing) {
        return runs.size() > 1 && !differing.isEmpty() && differing.stream().allMatch(Agenda::seed);
    }
}
