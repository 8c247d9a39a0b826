package rugged.web.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.api.Quantity;
import rugged.store.Agenda;
import rugged.store.Column;
import rugged.store.Results;
import rugged.store.Table;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;

/** Reads a quantity of a run from its folder: averaged over seeds, or seed by seed. Keeps the averages of the runs that were looked at last. */
public final class SeriesReader {
    private static final int KEPT = 8;

    private final Map<String, Table> averages = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Table> eldest) {
            return size() > KEPT;
        }
    };

    /** The definition of a quantity of a run. */
    public Quantity quantity(Known run, String name) {
        Optional<Quantity> found = run.folder().quantities().stream()
                .filter(quantity -> quantity.name().equals(name))
                .findFirst();
        return found.orElseThrow(() -> Refusal.missing("this run records no quantity of this name"));
    }

    /** The abscissa when none is asked for: the first axis, or the first parameter that varies. */
    public String abscissa(Known run, Quantity quantity) {
        if (!quantity.axes().isEmpty()) return quantity.axes().getFirst();
        return run.folder()
                .agenda()
                .map(agenda -> agenda.coordinates(false))
                .filter(paths -> !paths.isEmpty())
                .map(List::getFirst)
                .orElseThrow(() -> Refusal.of(422, quantity.name() + " depends on nothing: its value is a finding"));
    }

    /** Means over seeds with their errors, and the theories. */
    public List<Sample> averaged(Known run, Quantity quantity, String x) {
        return samples(
                table(run),
                quantity,
                x,
                run.folder().agenda().map(agenda -> agenda.coordinates(false)).orElse(List.of()));
    }

    /** Seed by seed, replica by replica. */
    public List<Sample> single(Known run, Quantity quantity, String x) {
        Results results = Results.of(run.folder());
        List<Sample> all = new ArrayList<>();
        for (Agenda.Entry point : results.agenda().points()) {
            Table table = results.observations(point);
            Map<String, String> coordinates = new LinkedHashMap<>(point.coordinates());
            for (Sample sample : samples(table, quantity, x, List.of("replica"))) {
                Map<String, String> key = new LinkedHashMap<>(coordinates);
                key.putAll(sample.key());
                key.remove(x);
                double across = coordinates.containsKey(x) ? number(coordinates.get(x)) : sample.x();
                all.add(new Sample(Sample.SIMULATION, key, across, sample.y(), sample.error(), 1));
            }
        }
        return all;
    }

    private Table table(Known run) {
        String key = run.id() + " " + run.version();
        synchronized (averages) {
            Table there = averages.get(key);
            if (there != null) return there;
        }
        Table read = Results.of(run.folder()).averages();
        synchronized (averages) {
            averages.put(key, read);
        }
        return read;
    }

    private static List<Sample> samples(Table table, Quantity quantity, String x, List<String> coordinates) {
        boolean expression = Abscissa.expression(x);
        if (!expression && table.column(x).isEmpty())
            throw Refusal.malformed("x is " + x + "; an axis of the quantity, a parameter, or one of "
                    + String.join(", ", Abscissa.texts()));
        Column names = column(table, "quantity");
        Optional<Column> sources = table.column("source");
        Column values = column(table, "value");
        Column errors = column(table, "error");
        Optional<Column> counts = table.column("count");
        List<String> keys = new ArrayList<>(coordinates);
        quantity.axes().stream().filter(axis -> !keys.contains(axis)).forEach(keys::add);
        keys.remove(x);
        if (expression) keys.remove(x.equals("log t") || x.contains("t") ? "t" : x);
        // looked up once: a table may have a million rows
        Map<String, Column> axes = new LinkedHashMap<>();
        for (String name : keys) table.column(name).ifPresent(column -> axes.put(name, column));
        Map<String, Column> times = new LinkedHashMap<>();
        for (String name : List.of("t", "tw")) table.column(name).ifPresent(column -> times.put(name, column));
        Optional<Column> abscissa = expression ? Optional.empty() : table.column(x);
        List<Sample> samples = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            if (!quantity.name().equals(names.at(row))) continue;
            int at = row;
            double across = abscissa.isPresent()
                    ? real(abscissa.get(), row)
                    : Abscissa.of(x).at(axis -> {
                        Column column = times.get(axis);
                        return column == null ? Double.NaN : real(column, at);
                    });
            Map<String, String> key = new LinkedHashMap<>();
            axes.forEach((name, column) -> {
                Object value = column.at(at);
                if (value != null) key.put(name, text(value));
            });
            String source = sources.map(column -> String.valueOf(column.at(at))).orElse(Sample.SIMULATION);
            double count = counts.map(column -> real(column, at)).orElse(1.0);
            samples.add(new Sample(source, key, across, real(values, row), real(errors, row), count));
        }
        return samples;
    }

    private static Column column(Table table, String name) {
        return table.column(name).orElseThrow(() -> new IllegalStateException("no column " + name));
    }

    private static double real(Column column, int row) {
        return switch (column) {
            case Column.Reals reals -> reals.values()[row];
            case Column.Wholes wholes -> wholes.values()[row];
            case Column.Words words -> number(words.values()[row]);
        };
    }

    private static double number(String text) {
        try {
            return switch (text) {
                case "inf", ".inf" -> Double.POSITIVE_INFINITY;
                case "-inf", "-.inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
        } catch (NumberFormatException word) {
            return Double.NaN;
        }
    }

    /** A number in its shortest form, so that 4.0 and 4 are the same key. */
    static String text(Object value) {
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15)
            return Long.toString(number.longValue());
        return String.valueOf(value);
    }
}
