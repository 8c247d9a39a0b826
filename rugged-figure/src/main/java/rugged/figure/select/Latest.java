package rugged.figure.select;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rugged.figure.FigureRequest;
import rugged.figure.Table;

/**
 * Of the rows of a quantity, those recorded last: the greatest time of each set of parameters and ages. A theory, which may reach further, is read at the
 * last time of the simulation that it stands beside, at its nearest own time within {@value #NEAR}; alone, at its own last. Rows without a time stay.
 */
public final class Latest {
    private static final double NEAR = 0.02;
    private static final String TIME = "t";
    private static final Set<String> MEASURED =
            Set.of("quantity", "source", "value", "error", "count", "planned", TIME);

    private final Table rows;
    private final double[] times;
    private final List<String> columns;

    private Latest(Table rows) {
        this.rows = rows;
        times = rows.numbers(TIME);
        columns = rows.columns().stream()
                .filter(column -> !MEASURED.contains(column))
                .toList();
    }

    public static Table of(Table rows) {
        return rows.has(TIME) ? new Latest(rows).selected() : rows;
    }

    private Table selected() {
        Map<List<String>, Integer> last = new HashMap<>();
        Map<List<String>, List<Integer>> theories = new HashMap<>();
        boolean[] kept = new boolean[rows.rows()];
        for (int row = 0; row < kept.length; row++) {
            kept[row] = Double.isNaN(times[row]);
            if (kept[row]) continue;
            if (rows.text("source", row).equals(FigureRequest.SIMULATION)) {
                last.merge(key(row), row, (one, other) -> times[other] > times[one] ? other : one);
            } else {
                List<String> key = new ArrayList<>(key(row));
                key.add(rows.text("source", row));
                theories.computeIfAbsent(key, unseen -> new ArrayList<>()).add(row);
            }
        }
        for (int row : last.values()) kept[row] = true;
        for (Map.Entry<List<String>, List<Integer>> theory : theories.entrySet()) {
            double time = last.entrySet().stream()
                    .filter(simulated -> beside(theory.getKey(), simulated.getKey()))
                    .mapToDouble(simulated -> times[simulated.getValue()])
                    .max()
                    .orElse(Double.POSITIVE_INFINITY);
            int row = nearest(theory.getValue(), time);
            if (row >= 0) kept[row] = true;
        }
        return rows.rowsWhere(row -> kept[row]);
    }

    private List<String> key(int row) {
        return columns.stream().map(column -> rows.text(column, row)).toList();
    }

    /** Whether a theory agrees with a simulation in every parameter that it has. */
    private boolean beside(List<String> theory, List<String> simulated) {
        for (int k = 0; k < columns.size(); k++) {
            String own = theory.get(k);
            if (!own.isEmpty() && !own.equals("nan") && !own.equals(simulated.get(k))) return false;
        }
        return true;
    }

    private int nearest(List<Integer> line, double time) {
        int best = line.getFirst();
        for (int row : line) {
            boolean closer = Double.isInfinite(time)
                    ? times[row] > times[best]
                    : Math.abs(times[row] - time) < Math.abs(times[best] - time);
            if (closer) best = row;
        }
        return Double.isInfinite(time) || Math.abs(times[best] - time) <= NEAR * Math.abs(time) ? best : -1;
    }
}
