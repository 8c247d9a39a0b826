package rugged.store.export;

import java.util.ArrayList;
import java.util.List;
import rugged.api.Quantity;
import rugged.store.Agenda;
import rugged.store.table.Column;
import rugged.store.table.Results;
import rugged.store.table.Rows;
import rugged.store.table.Table;

/** The recorded arrays of a point as a table: point, replica, axes, a place along each extent from 0, value. */
final class ArrayTable {
    private ArrayTable() {}

    /** The quantities that are arrays. */
    static List<Quantity> recorded(Results results) {
        return results.quantities().stream().filter(Quantity::hasExtents).toList();
    }

    static Table of(Results results, Quantity quantity, Agenda.Entry point) {
        List<String> reals = new ArrayList<>(List.of("replica"));
        reals.addAll(quantity.axes());
        reals.addAll(quantity.extents());
        reals.add("value");
        Rows rows = new Rows(List.of("point"), reals);
        int first = 1 + quantity.axes().size();
        boolean growing = results.folder().growing();
        results.records().point(point.key()).arrays(quantity.name(), growing, frame -> {
            for (int k = 0; k < frame.values().length; k++) {
                rows.add(point.key());
                rows.set(0, frame.replica());
                for (int a = 0; a < frame.axes().length; a++) rows.set(1 + a, frame.axes()[a]);
                int rest = k;
                for (int e = frame.shape().size() - 1; e >= 0; e--) {
                    rows.set(first + e, rest % frame.shape().get(e));
                    rest /= frame.shape().get(e);
                }
                rows.set(reals.size() - 1, frame.values()[k]);
            }
        });
        List<Column> columns = new ArrayList<>(List.of(rows.words("point"), rows.wholes("replica")));
        for (String axis : quantity.axes()) columns.add(rows.reals(axis, true));
        for (String extent : quantity.extents()) columns.add(rows.wholes(extent));
        columns.add(rows.reals("value", false));
        return new Table(quantity.name(), columns);
    }
}
