package rugged.figure.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import rugged.figure.FigureRequest;
import rugged.figure.FigureRequest.Range;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.Labels;
import rugged.figure.Table;
import rugged.figure.select.Series.Spot;
import rugged.figure.select.Tally.Fate;

/**
 * Sorts the rows of a table into curves. It works on columns and row numbers; only points that are drawn, after thinning, become objects, so that a curve of a
 * million rows costs little more than looking at each number.
 */
public final class Gathering {
    private final FigureRequest request;
    private final Table rows;
    private final Abscissa abscissa;
    private final double[] x;
    private final double[] y;
    private final double[] errors;
    private final double[] counts;
    private final double[] planned;
    private final double[] times;
    private final double[] ages;
    private final boolean[] measured;
    private final Coordinate panels;
    private final Coordinate curves;
    private final Coordinate marks;
    private final Coordinate sources;
    private final Tally simulation = new Tally();
    private final Tally theory = new Tally();

    /**
     * What a request finds in a table.
     *
     * @throws IllegalArgumentException where it finds nothing, or asks for what the table does not have
     */
    public static Selection select(FigureRequest request, Table table) {
        for (String needed : List.of("quantity", "source", "value")) {
            if (!table.has(needed)) {
                throw new IllegalArgumentException("the table has no column '" + needed + "'");
            }
        }
        Table all = table;
        for (Map.Entry<String, String> condition : request.where().entrySet()) {
            all = all.where(condition.getKey(), condition.getValue());
        }
        Table rows = Drawable.of(request, all);
        if (rows.rows() == 0) {
            throw new IllegalArgumentException("y: no rows of '" + request.y() + "'"
                    + (request.where().isEmpty() ? "" : " where " + request.where()) + "; there are the quantities "
                    + String.join(", ", all.distinct("quantity")));
        }
        List<String> palette = request.curves().isEmpty() ? List.of() : table.distinct(request.curves());
        if (request.last()) rows = Latest.of(rows);
        Gathering found = new Gathering(request, rows, Abscissa.of(request, rows, all));
        return found.selection(palette, Vertical.of(request, all, found.shown()));
    }

    private Gathering(FigureRequest request, Table rows, Abscissa abscissa) {
        this.request = request;
        this.rows = rows;
        this.abscissa = abscissa;
        x = abscissa.x();
        y = rows.numbers("value").clone();
        for (int row = 0; row < y.length; row++) y[row] += request.offset();
        errors = optional("error");
        counts = optional("count");
        planned = optional("planned");
        times = optional("t");
        ages = optional("tw");
        panels = Coordinate.of(rows, request.panels());
        curves = Coordinate.of(rows, request.curves());
        marks = Coordinate.of(rows, request.marks());
        sources = Coordinate.sources(rows);
        measured = new boolean[y.length];
        for (int row = 0; row < y.length; row++) measured[row] = sources.at(row) == 0;
    }

    private double[] optional(String column) {
        if (rows.has(column)) return rows.numbers(column);
        double[] none = new double[rows.rows()];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    /**
     * Places of the rows along one column in drawing order.
     *
     * @param values what is drawn, in order
     * @param codes a row's number, by which {@code order} gives its place; null for a column that is not there
     * @param order the place of each code; {@code values.size()} for an empty cell
     */
    private record Coordinate(List<String> values, int @org.jspecify.annotations.Nullable [] codes, int[] order) {
        static Coordinate of(Table rows, String column) {
            if (column.isEmpty()) return new Coordinate(List.of(), null, new int[0]);
            Table.Coded coded = rows.coded(column);
            List<String> values = Labels.sorted(coded.texts().stream()
                    .filter(text -> !text.isEmpty() && !text.equals("nan"))
                    .toList());
            return new Coordinate(values, coded.codes(), placed(coded.texts(), values));
        }

        /** Simulation first, theories in order of appearance. */
        static Coordinate sources(Table rows) {
            Table.Coded coded = rows.coded("source");
            List<String> values = new ArrayList<>(List.of(FigureRequest.SIMULATION));
            coded.texts().stream()
                    .filter(source -> !source.equals(FigureRequest.SIMULATION))
                    .forEach(values::add);
            return new Coordinate(values, coded.codes(), placed(coded.texts(), values));
        }

        private static int[] placed(List<String> texts, List<String> values) {
            Map<String, Integer> places = new HashMap<>();
            for (int k = 0; k < values.size(); k++) places.put(values.get(k), k);
            return texts.stream()
                    .mapToInt(text -> places.getOrDefault(text, values.size()))
                    .toArray();
        }

        /** Where a row belongs; the number of values for nowhere in particular. */
        int at(int row) {
            return codes == null ? values.size() : order[codes[row]];
        }

        String text(int place) {
            return place < values.size() ? values.get(place) : "";
        }

        long places() {
            return values.size() + 1L;
        }
    }

    /** Row numbers of one curve. */
    private static final class Members {
        private int[] rows = new int[16];
        private int size;

        void add(int row) {
            if (size == rows.length) rows = Arrays.copyOf(rows, 2 * size);
            rows[size++] = row;
        }
    }

    private List<String> shown() {
        return panels.values().isEmpty() ? List.of("") : panels.values();
    }

    /** @param palette values of the curves' column in the whole table */
    private Selection selection(List<String> palette, List<Vertical> verticals) {
        List<String> shownPanels = shown();
        int[] lines = lines();
        List<Series> series = new ArrayList<>();
        gather(shownPanels.size()).forEach((key, members) -> series.add(series(key, members, lines)));
        List<String> theories =
                List.copyOf(sources.values().subList(1, sources.values().size()));
        return new Selection(
                Common.once(series),
                shownPanels,
                curves.values(),
                palette,
                marks.values(),
                theories,
                verticals,
                abscissa.label(),
                simulation,
                theory);
    }

    /** Rows that are drawn, by panel, curve, mark and source: keys sort in drawing order. */
    private TreeMap<Long, Members> gather(int shown) {
        TreeMap<Long, Members> found = new TreeMap<>();
        long last = -1;
        Members members = new Members();
        for (int row = 0; row < y.length; row++) {
            Fate fate = fate(row);
            int own = panels.at(row);
            boolean everywhere = own == panels.values().size();
            // a theory that does not depend on the panels' parameter belongs to every panel
            int from = everywhere ? 0 : own;
            int to = everywhere ? shown : own + 1;
            for (int panel = from; panel < to; panel++) {
                (measured[row] ? simulation : theory).count(fate);
                if (fate != Fate.DRAWN) continue;
                if (measured[row] && counts[row] < planned[row]) simulation.fewer(counts[row], planned[row]);
                long key = key(panel, row);
                if (key != last) members = found.computeIfAbsent(key, unseen -> new Members());
                last = key;
                members.add(row);
            }
        }
        return found;
    }

    private long key(int panel, int row) {
        int mark = measured[row] ? marks.at(row) : marks.values().size();
        return ((panel * curves.places() + curves.at(row)) * marks.places() + mark) * sources.places()
                + sources.at(row);
    }

    private Series series(long key, Members members, int[] lines) {
        int source = (int) (key % sources.places());
        long rest = key / sources.places();
        int mark = (int) (rest % marks.places());
        rest /= marks.places();
        int curve = (int) (rest % curves.places());
        int panel = (int) (rest / curves.places());
        boolean simulated = source == 0;
        int[] drawn = along(Arrays.copyOf(members.rows, members.size));
        boolean cloud = simulated && request.cloud();
        Thinning thinning =
                cloud ? Thinning.evenly(drawn) : Thinning.of(drawn, x, y, lines, request.xScale(), simulated);
        if (thinning.thinned() || cloud) (simulated ? simulation : theory).thin(thinning.left(), thinning.of());
        List<Spot> points = new ArrayList<>(thinning.kept().length);
        for (int k = 0; k < thinning.kept().length; k++) {
            int row = thinning.kept()[k];
            int line = simulated && thinning.thinned() ? thinning.bins()[k] : lines[row];
            points.add(new Spot(line, x[row], y[row], bar(abscissa.error()[row]), bar(errors[row]), counts[row]));
        }
        return new Series(
                panels.text(panel),
                curves.text(curve),
                marks.text(mark),
                sources.text(source),
                points,
                thinning.thinned(),
                cloud);
    }

    /** An error that is negative is none. */
    private static double bar(double error) {
        return error >= 0 ? error : Double.NaN;
    }

    private Fate fate(int row) {
        if (origin(row)) return Fate.ORIGIN;
        if (!abscissa.paired()[row]) return Fate.UNPAIRED;
        if (!Double.isFinite(x[row]) || !Double.isFinite(y[row])) return Fate.NOT_FINITE;
        if ((request.xScale() == Scale.LOG && x[row] <= 0) || (request.yScale() == Scale.LOG && y[row] <= 0))
            return Fate.NOT_POSITIVE;
        if (beyond(x[row], request.xScale()) || beyond(y[row], request.yScale())) return Fate.BEYOND;
        // a line that leaves the frame is seen to leave it
        boolean inside = !measured[row] || (holds(request.xRange(), x[row]) && holds(request.yRange(), y[row]));
        return inside ? Fate.DRAWN : Fate.OUTSIDE;
    }

    /**
     * Whether a row is at the beginning, of the run or of an age, which a logarithmic axis of times does not have, or at lag 0, where displacement and
     * response are 0 by definition.
     */
    private boolean origin(int row) {
        boolean across = request.xScale() == Scale.LOG && x[row] == 0;
        if (abscissa.clock() && across) return true;
        return (across || (request.yScale() == Scale.LOG && y[row] == 0)) && times[row] == ages[row];
    }

    private static boolean beyond(double value, Scale scale) {
        double size = Math.abs(value);
        return size > Abscissa.BEYOND || (scale == Scale.LOG && size < 1 / Abscissa.BEYOND);
    }

    private static boolean holds(java.util.Optional<Range> range, double value) {
        return range.isEmpty()
                || (value >= range.get().low() && value <= range.get().high());
    }

    /** Rows along their line: by the running column where there is one, so that no line turns back on itself. */
    private int[] along(int[] members) {
        if (abscissa.running().isEmpty()) return members;
        double[] running = rows.numbers(abscissa.running());
        boolean sorted = true;
        for (int k = 1; k < members.length && sorted; k++)
            sorted = Double.compare(running[members[k - 1]], running[members[k]]) <= 0;
        if (sorted) return members;
        return Arrays.stream(members)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> running[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The line each row of a theory lies on; a row that cannot be drawn interrupts its line. */
    private int[] lines() {
        int[] out = new int[y.length];
        int[] theories =
                IntStream.range(0, y.length).filter(row -> !measured[row]).toArray();
        if (theories.length == 0) return out;
        List<String> identity = abscissa.identity(rows);
        Map<List<String>, Integer> open = new HashMap<>();
        int next = 0;
        for (int row : along(theories)) {
            List<String> key = new ArrayList<>();
            key.add(sources.text(sources.at(row)));
            for (String column : identity) key.add(rows.text(column, row));
            Integer line = open.get(key);
            if (line == null) {
                line = next++;
                open.put(key, line);
            }
            out[row] = line;
            if (fate(row) != Fate.DRAWN) open.remove(key);
        }
        return out;
    }
}
