package rugged.figure.select;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import rugged.figure.FigureRequest;
import rugged.figure.Table;

/**
 * A place on the horizontal axis that is marked by a line from bottom to top, such as where a theory has a transition.
 *
 * @param panel where it is drawn
 * @param x the place
 * @param dashed whether the line is
 * @param name what was asked for
 */
public record Vertical(String panel, double x, boolean dashed, String name) {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]*[.]?[0-9]+([eE][-+]?[0-9]+)?");
    private static final String NOWHERE = "";

    /**
     * Those of a request, each once for a panel: a number, or the values of a quantity of a source in the table. What the table does not have is left out: a theory need not have every transition.
     *
     * @param panels shown
     */
    static List<Vertical> of(FigureRequest request, Table table, List<String> panels) {
        Set<Vertical> all = new LinkedHashSet<>();
        for (int k = 0; k < request.verticals().size(); k++) {
            String name = request.verticals().get(k);
            boolean dashed = k > 0;
            if (NUMBER.matcher(name).matches()) {
                for (String panel : panels) all.add(new Vertical(panel, Double.parseDouble(name), dashed, name));
                continue;
            }
            int stop = name.indexOf('.');
            Table rows = table.where("source", name.substring(0, Math.max(0, stop)))
                    .where("quantity", name.substring(stop + 1));
            for (int row = 0; row < rows.rows(); row++) {
                double x = rows.number("value", row);
                String own = request.panels().isEmpty() ? NOWHERE : rows.text(request.panels(), row);
                for (String panel : panels)
                    if (Double.isFinite(x) && (own.equals(NOWHERE) || own.equals(panel)))
                        all.add(new Vertical(panel, x, dashed, name));
            }
        }
        return new ArrayList<>(all);
    }

    /** What is marked, for the description. */
    public static Set<String> names(List<Vertical> verticals) {
        Set<String> names = new LinkedHashSet<>();
        for (Vertical each : verticals) names.add((each.dashed ? "dashed " : "full ") + each.name);
        return names;
    }
}
