package rugged.figure.select;

import rugged.figure.FigureRequest;
import rugged.figure.Table;

/**
 * The rows that a request draws: those of its quantity, from the simulation and the theories that it names, and those of other quantities of theories that it names as
 * {@code source.quantity}. The latter stand among the former under that name as their source, so that they get a line and a place in the legend of their own.
 */
final class Drawable {
    private Drawable() {}

    static Table of(FigureRequest request, Table all) {
        Table.Coded quantities = all.coded("quantity");
        Table.Coded sources = all.coded("source");
        boolean[][] wanted =
                new boolean[quantities.texts().size()][sources.texts().size()];
        boolean others = false;
        for (int quantity = 0; quantity < wanted.length; quantity++) {
            String name = quantities.texts().get(quantity);
            for (int source = 0; source < wanted[quantity].length; source++)
                wanted[quantity][source] = request.draws(name, sources.texts().get(source));
            for (boolean some : wanted[quantity]) others |= some && !name.equals(request.y());
        }
        Table rows = all.rowsWhere(row -> wanted[quantities.codes()[row]][sources.codes()[row]]);
        if (!others) return rows;
        Table mixed = rows;
        return mixed.with("source", row -> source(request, mixed, row)).with("quantity", row -> request.y());
    }

    private static String source(FigureRequest request, Table rows, int row) {
        String source = rows.text("source", row);
        String quantity = rows.text("quantity", row);
        return quantity.equals(request.y()) ? source : source + "." + quantity;
    }
}
