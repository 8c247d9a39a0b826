package rugged.report;

import java.util.List;
import rugged.figure.FigureRequest;
import rugged.figure.Table;
import rugged.study.About;
import rugged.study.FigureSection;

/** Published numbers as horizontal lines across the figures on whose vertical axis they lie, under what was measured. */
final class Levels {
    private Levels() {}

    /** What a published number is called in a legend: shortly where it is alone in its figure. */
    static String source(About.Published number, List<About.Published> levels) {
        return levels.size() == 1 ? FigureRequest.PUBLISHED : FigureRequest.PUBLISHED + ": " + number.text();
    }

    /** Of these, the ones of a figure. */
    static List<About.Published> of(FigureSection section, List<About.Published> published) {
        return published.stream()
                .filter(number -> number.figure().equals(section.name()))
                .toList();
    }

    /**
     * The rows of a figure's quantity, and two more for each level: from the first to the last abscissa that was measured. Unchanged where the abscissa is no
     * column of its own, or nothing was measured.
     */
    static Table added(Table table, FigureRequest request, List<About.Published> levels) {
        if (levels.isEmpty() || !table.has(request.x())) return table;
        Table own = table.rowsWhere(row -> request.draws(table.text("quantity", row), table.text("source", row)));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < own.rows(); row++) {
            double x = own.number(request.x(), row);
            boolean drawn = Double.isFinite(x) && (request.xScale() == FigureRequest.Scale.LINEAR || x > 0);
            if (!drawn || !own.text("source", row).equals(FigureRequest.SIMULATION)) continue;
            low = Math.min(low, x);
            high = Math.max(high, x);
        }
        if (!(low < high)) return table;
        Table.Builder all = Table.builder();
        for (String column : own.columns()) {
            int rows = own.rows() + 2 * levels.size();
            if (own.numeric(column)) all.numbers(column, numbers(own, column, rows, request, levels, low, high));
            else all.texts(column, texts(own, column, rows, request, levels));
        }
        return all.build();
    }

    private static double[] numbers(
            Table own,
            String column,
            int rows,
            FigureRequest request,
            List<About.Published> levels,
            double low,
            double high) {
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
            int end = row - own.rows();
            if (end < 0) {
                values[row] = own.number(column, row);
            } else {
                About.Published level = levels.get(end / 2);
                if (column.equals(request.x())) values[row] = end % 2 == 0 ? low : high;
                else if (column.equals("value")) values[row] = level.value();
                else if (column.equals("error")) values[row] = level.error() > 0 ? level.error() : Double.NaN;
                else values[row] = wanted(request, column);
            }
        }
        return values;
    }

    /** What a row needs to pass the figure's own filter. */
    private static double wanted(FigureRequest request, String column) {
        String value = request.where().get(column);
        try {
            return value == null ? Double.NaN : Double.parseDouble(value);
        } catch (NumberFormatException word) {
            return Double.NaN;
        }
    }

    private static String[] texts(
            Table own, String column, int rows, FigureRequest request, List<About.Published> levels) {
        String[] texts = new String[rows];
        for (int row = 0; row < rows; row++) {
            int end = row - own.rows();
            if (end < 0) texts[row] = own.text(column, row);
            else if (column.equals("quantity")) texts[row] = request.y();
            else if (column.equals("source")) texts[row] = source(levels.get(end / 2), levels);
            else texts[row] = request.where().getOrDefault(column, "");
        }
        return texts;
    }
}
