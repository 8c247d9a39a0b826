package rugged.figure.select;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import rugged.figure.FigureRequest;
import rugged.figure.Markup;
import rugged.figure.Table;

/**
 * The horizontal coordinate of each row.
 *
 * @param x one number a row; NaN where the partner of a parametric figure is missing
 * @param error its standard error, NaN where there is none
 * @param running the column along which a line runs; empty if the rows' own order is all there is
 * @param label what the axis is called when the request does not say
 * @param paired false where a parametric figure's row has no partner
 * @param clock whether it counts time, from the start or from an age: a logarithmic axis has no 0 of it
 */
record Abscissa(double[] x, double[] error, String running, String label, boolean[] paired, boolean clock) {
    private static final Set<String> TIMES = Set.of("t", "tw");

    private static final Set<String> MEASURED = Set.of("quantity", "source", "value", "error", "count", "planned");

    private record Expression(String label, DoubleBinaryOperator of) {}

    /** Expressions in t and tw, by their text without spaces. No other expression is ever evaluated. */
    private static final Map<String, Expression> EXPRESSIONS = Map.of(
            "t-tw", new Expression("t - t_{w}", (t, tw) -> t - tw),
            "t/tw", new Expression("t/t_{w}", (t, tw) -> t / tw),
            "(t-tw)/tw", new Expression("(t - t_{w})/t_{w}", (t, tw) -> (t - tw) / tw));

    /** The coordinate {@code request.x()} of the rows, whose partners may be anywhere in {@code all}. */
    static Abscissa of(FigureRequest request, Table rows, Table all) {
        String x = request.x().strip();
        if (rows.has(x) && rows.numeric(x)) {
            return column(rows, x);
        }
        Expression expression = EXPRESSIONS.get(x.replace(" ", ""));
        if (expression != null) {
            return expression(rows, expression);
        }
        if (all.distinct("quantity").contains(x)) {
            return parametric(rows, all.where("quantity", x), x);
        }
        throw new IllegalArgumentException(
                "x: '" + x + "' is neither a column of numbers nor t - tw, t/tw, (t - tw)/tw,"
                        + " nor a quantity; there are the quantities " + String.join(", ", all.distinct("quantity")));
    }

    private static Abscissa column(Table rows, String column) {
        double[] x = rows.numbers(column);
        return new Abscissa(
                x, none(x.length), column, Markup.symbolOf(column), everyRow(x.length), TIMES.contains(column));
    }

    private static Abscissa expression(Table rows, Expression expression) {
        double[] t = rows.numbers("t");
        double[] tw = rows.numbers("tw");
        double[] x = new double[rows.rows()];
        Arrays.setAll(x, row -> expression.of.applyAsDouble(t[row], tw[row]));
        return new Abscissa(
                x, none(x.length), "t", expression.label, everyRow(x.length), expression.label.contains("-"));
    }

    private static Abscissa parametric(Table rows, Table partners, String quantity) {
        List<String> keys = rows.columns().stream()
                .filter(column -> !MEASURED.contains(column))
                .toList();
        Map<List<String>, Integer> at = new HashMap<>();
        for (int row = 0; row < partners.rows(); row++) {
            at.put(key(partners, keys, row), row);
        }
        int count = rows.rows();
        double[] x = none(count);
        double[] error = none(count);
        boolean[] paired = new boolean[count];
        for (int row = 0; row < count; row++) {
            Integer partner = at.get(key(rows, keys, row));
            if (partner != null) {
                paired[row] = true;
                x[row] = partners.number("value", partner);
                error[row] = partners.has("error") ? partners.number("error", partner) : Double.NaN;
            }
        }
        return new Abscissa(x, error, rows.has("t") ? "t" : "", quantity, paired, false);
    }

    private static List<String> key(Table rows, List<String> columns, int row) {
        java.util.ArrayList<String> key = new java.util.ArrayList<>();
        key.add(rows.text("source", row));
        columns.forEach(column -> key.add(rows.text(column, row)));
        return key;
    }

    private static double[] none(int length) {
        double[] out = new double[length];
        Arrays.fill(out, Double.NaN);
        return out;
    }

    private static boolean[] everyRow(int length) {
        boolean[] out = new boolean[length];
        Arrays.fill(out, true);
        return out;
    }

    /** The greatest size of a number that an axis reaches; on a logarithmic one its inverse is the least. */
    static final double BEYOND = 1e290;

    /** The columns other than the running one whose values tell one line from another. */
    List<String> identity(Table rows) {
        return rows.columns().stream()
                .filter(column -> !MEASURED.contains(column) && !column.equals(running))
                .toList();
    }
}
