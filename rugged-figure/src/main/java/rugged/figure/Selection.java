package rugged.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import rugged.figure.FigureRequest.Range;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.Series.Spot;
import rugged.figure.Tally.Fate;

/**
 * What a request finds in a table: the curves to draw and the account of what cannot be drawn.
 *
 * @param series sorted by panel, curve, source (simulation first)
 * @param panels values of the panels' column in drawing order; one empty text if there are no panels
 * @param curves values of the curves' column in drawing order; empty if there is one curve only
 * @param palette every value of the curves' column in the whole table: a word has the same colour in all figures of a table
 * @param marks values of the marks' column in drawing order; empty if there is one only
 * @param theories in order of appearance
 * @param xLabel the derived label of the horizontal axis
 */
record Selection(
        List<Series> series,
        List<String> panels,
        List<String> curves,
        List<String> palette,
        List<String> marks,
        List<String> theories,
        String xLabel,
        Tally simulation,
        Tally theory) {

    static Selection of(FigureRequest request, Table table) {
        for (String needed : List.of("quantity", "source", "value")) {
            if (!table.has(needed)) {
                throw new IllegalArgumentException("the table has no column '" + needed + "'");
            }
        }
        Table all = table;
        for (Map.Entry<String, String> condition : request.where().entrySet()) {
            all = all.where(condition.getKey(), condition.getValue());
        }
        Table rows = all.where("quantity", request.y());
        rows = rows.rowsWhere(wantedSource(request, rows));
        if (rows.rows() == 0) {
            throw new IllegalArgumentException("y: no rows of '" + request.y() + "'"
                    + (request.where().isEmpty() ? "" : " where " + request.where()) + "; there are the quantities "
                    + String.join(", ", all.distinct("quantity")));
        }
        List<String> palette = request.curves().isEmpty() ? List.of() : table.distinct(request.curves());
        return new Reader(request, rows, Abscissa.of(request, rows, all)).read(palette);
    }

    private static java.util.function.IntPredicate wantedSource(FigureRequest request, Table rows) {
        boolean every = request.theories().equals(FigureRequest.EVERY_THEORY);
        return row -> every
                || rows.text("source", row).equals(FigureRequest.SIMULATION)
                || request.theories().contains(rows.text("source", row));
    }

    /** The place of a curve among colours and markers: of a word in the whole table, of a number in this figure. */
    int place(String curve) {
        return Labels.ordered(curves) ? curves.indexOf(curve) : Math.max(0, palette.indexOf(curve));
    }

    /** Points that markers or lines will show, over all panels. */
    int drawn() {
        return simulation.drawn() + theory.drawn();
    }

    /** The small print under the figure. */
    List<String> smallPrint() {
        List<String> out = new ArrayList<>(simulation.sentences("simulation"));
        out.addAll(theory.sentences("theory"));
        return out;
    }

    private static final class Reader {
        private final FigureRequest request;
        private final Table rows;
        private final Abscissa abscissa;
        private final Tally simulation = new Tally();
        private final Tally theory = new Tally();

        private record Key(String panel, String curve, String mark, String source) {}

        Reader(FigureRequest request, Table rows, Abscissa abscissa) {
            this.request = request;
            this.rows = rows;
            this.abscissa = abscissa;
        }

        Selection read(List<String> palette) {
            List<String> panels = values(request.panels());
            List<String> curves = values(request.curves());
            List<String> theories = rows.distinct("source").stream()
                    .filter(source -> !source.equals(FigureRequest.SIMULATION))
                    .toList();
            List<String> shownPanels = panels.isEmpty() ? List.of("") : panels;
            Map<Key, List<Spot>> found = gather(shownPanels);
            List<Series> series = new ArrayList<>();
            List<String> sources = new ArrayList<>(List.of(FigureRequest.SIMULATION));
            sources.addAll(theories);
            List<String> everyCurve = new ArrayList<>(curves);
            everyCurve.add("");
            List<String> marks = values(request.marks());
            List<String> everyMark = new ArrayList<>(marks);
            everyMark.add("");
            for (String panel : shownPanels) {
                for (String curve : everyCurve) {
                    for (String mark : everyMark) {
                        for (String source : sources) {
                            List<Spot> points = found.get(new Key(panel, curve, mark, source));
                            if (points == null) continue;
                            Series whole = new Series(panel, curve, mark, source, points, false);
                            series.add(Thinning.of(whole, request.xScale(), whole.measured() ? simulation : theory));
                        }
                    }
                }
            }
            return new Selection(
                    series, shownPanels, curves, palette, marks, theories, abscissa.label(), simulation, theory);
        }

        private Map<Key, List<Spot>> gather(List<String> panels) {
            Map<Key, List<Spot>> found = new LinkedHashMap<>();
            int[] lines = lines();
            for (int row : order()) {
                String source = rows.text("source", row);
                boolean measured = source.equals(FigureRequest.SIMULATION);
                Spot spot = spot(row, lines[row]);
                Fate fate = fate(row, spot);
                String own = cell(request.panels(), row);
                // a theory that does not depend on the panels' parameter belongs to every panel
                for (String panel : own.isEmpty() ? panels : List.of(own)) {
                    (measured ? simulation : theory).count(fate);
                    if (fate == Fate.DRAWN) {
                        found.computeIfAbsent(
                                        new Key(
                                                panel,
                                                cell(request.curves(), row),
                                                measured ? cell(request.marks(), row) : "",
                                                source),
                                        key -> new ArrayList<>())
                                .add(spot);
                    }
                }
            }
            return found;
        }

        private Spot spot(int row, int line) {
            return new Spot(
                    line,
                    abscissa.x()[row],
                    rows.number("value", row) + request.offset(),
                    abscissa.error()[row],
                    rows.has("error") ? rows.number("error", row) : Double.NaN,
                    rows.has("count") ? rows.number("count", row) : Double.NaN);
        }

        private Fate fate(int row, Spot spot) {
            if (!abscissa.paired()[row]) {
                return Fate.UNPAIRED;
            }
            if (!Double.isFinite(spot.x()) || !Double.isFinite(spot.y())) {
                return Fate.NOT_FINITE;
            }
            if ((request.xScale() == Scale.LOG && spot.x() <= 0) || (request.yScale() == Scale.LOG && spot.y() <= 0)) {
                return Fate.NOT_POSITIVE;
            }
            // a line that leaves the frame is seen to leave it
            boolean inside = !rows.text("source", row).equals(FigureRequest.SIMULATION)
                    || (request.xRange().map(range -> holds(range, spot.x())).orElse(true)
                            && request.yRange()
                                    .map(range -> holds(range, spot.y()))
                                    .orElse(true));
            return inside ? Fate.DRAWN : Fate.OUTSIDE;
        }

        private static boolean holds(Range range, double value) {
            return value >= range.low() && value <= range.high();
        }

        /** Rows along each line: by the running column where there is one, so that no line turns back on itself. */
        private List<Integer> order() {
            Comparator<Integer> along = Comparator.comparingInt(row -> 0);
            if (!abscissa.running().isEmpty()) {
                along = Comparator.comparingDouble(row -> rows.number(abscissa.running(), row));
            }
            return IntStream.range(0, rows.rows()).boxed().sorted(along).toList();
        }

        /** The line each row lies on; a row that cannot be drawn interrupts its line. */
        private int[] lines() {
            List<String> identity = abscissa.identity(rows);
            Map<List<String>, Integer> open = new HashMap<>();
            int[] out = new int[rows.rows()];
            int next = 0;
            for (int row : order()) {
                List<String> key = new ArrayList<>();
                key.add(rows.text("source", row));
                if (key.getFirst().equals(FigureRequest.SIMULATION)) {
                    continue;
                }
                for (String column : identity) {
                    key.add(rows.text(column, row));
                }
                Integer line = open.get(key);
                if (line == null) {
                    line = next++;
                    open.put(key, line);
                }
                out[row] = line;
                if (fate(row, spot(row, line)) != Fate.DRAWN) {
                    open.remove(key);
                }
            }
            return out;
        }

        private List<String> values(String column) {
            if (column.isEmpty()) {
                return List.of();
            }
            return Labels.sorted(rows.distinct(column).stream()
                    .filter(value -> !absent(value))
                    .toList());
        }

        private String cell(String column, int row) {
            String value = column.isEmpty() ? "" : rows.text(column, row);
            return absent(value) ? "" : value;
        }

        private static boolean absent(String value) {
            return value.isEmpty() || value.equals("nan");
        }
    }
}
