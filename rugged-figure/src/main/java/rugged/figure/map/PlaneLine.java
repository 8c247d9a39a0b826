package rugged.figure.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rugged.figure.FigureRequest;
import rugged.figure.Labels;
import rugged.figure.Table;

/**
 * Places in a plane at which one of its two columns has the value of a quantity, for each value of the other column: where a theory has a transition, or where one was measured.
 *
 * @param panel where it is drawn
 * @param name what was asked for, {@code column = source.quantity}
 * @param measured whether the values were measured
 * @param upwards whether the values are places on the vertical axis
 * @param points in the order of the other column
 */
public record PlaneLine(String panel, String name, boolean measured, boolean upwards, List<Point> points) {
    /** A place; the error is that of the column that has the value. */
    public record Point(double x, double y, double error) {}

    /**
     * Those of a request, for each panel that has any.
     *
     * @param across column of the horizontal axis
     * @param up column of the vertical axis
     * @throws IllegalArgumentException where an entry does not name one of the two columns, or has two values at one place
     */
    public static List<PlaneLine> of(FigureRequest request, Table table, String across, String up) {
        List<PlaneLine> lines = new ArrayList<>();
        for (String name : request.lines()) {
            int sign = name.indexOf('=');
            String column = name.substring(0, Math.max(0, sign)).strip();
            String asked = name.substring(sign + 1).strip();
            boolean upwards = column.equals(up);
            if (!upwards && !column.equals(across))
                throw new IllegalArgumentException(
                        "lines: '" + name + "' does not begin with " + across + " = or " + up + " =");
            int stop = asked.indexOf('.');
            String source = stop < 0 ? FigureRequest.SIMULATION : asked.substring(0, stop);
            Table rows = table.where("source", source).where("quantity", asked.substring(stop + 1));
            for (Map.Entry<String, String> condition : request.where().entrySet())
                if (rows.has(condition.getKey())) rows = matching(rows, condition.getKey(), condition.getValue());
            lines.addAll(of(request, rows, name, stop < 0, upwards, upwards ? across : up));
        }
        return lines;
    }

    /** Rows with this value, and rows that have none because they do not depend on it. */
    private static Table matching(Table rows, String column, String value) {
        double wanted = Labels.number(value);
        return rows.rowsWhere(row -> {
            String there = rows.text(column, row);
            double number = Labels.number(there);
            return there.isEmpty() || there.equals("NaN") || there.equals(value) || number == wanted;
        });
    }

    private static List<PlaneLine> of(
            FigureRequest request, Table rows, String name, boolean measured, boolean upwards, String other) {
        Map<String, TreeMap<Double, Point>> panels = new TreeMap<>();
        double[] values = rows.numbers("value");
        double[] errors = rows.has("error") ? rows.numbers("error") : new double[values.length];
        double[] places = rows.numbers(other);
        for (int row = 0; row < values.length; row++) {
            if (!Double.isFinite(values[row]) || !Double.isFinite(places[row])) continue;
            String panel = request.panels().isEmpty() ? "" : rows.text(request.panels(), row);
            double x = upwards ? places[row] : values[row];
            double y = upwards ? values[row] : places[row];
            Point point = new Point(x, y, measured ? errors[row] : Double.NaN);
            Point there = panels.computeIfAbsent(panel, key -> new TreeMap<>()).putIfAbsent(places[row], point);
            if (there != null && (there.x != x || there.y != y))
                throw new IllegalArgumentException("lines: '" + name + "' has several values at " + other + " = "
                        + Labels.plain(places[row]) + ": where or panels must tell them apart");
        }
        return panels.entrySet().stream()
                .map(entry -> new PlaneLine(
                        entry.getKey(),
                        name,
                        measured,
                        upwards,
                        List.copyOf(entry.getValue().values())))
                .sorted(Comparator.comparing(PlaneLine::panel))
                .toList();
    }
}
