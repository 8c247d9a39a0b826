package rugged.theory.aging;

import java.util.ArrayList;
import java.util.List;
import rugged.api.CheckSpec.Row;
import rugged.api.Schedule;
import rugged.api.Solution;
import rugged.meanfield.Mixture;

/** Reference values of the dynamical mean-field equations as lines of text, and what the theory {@code chsck} makes of them as users ask for it. */
public final class ChsckReference {
    private ChsckReference() {}

    /**
     * Rows for lines {@code mixture T T0 t e C(t,0) C(t,t/2) chi(t,t/2) R(t,t/2) tolerance}; NaN where nothing is known.
     *
     * @param lines in groups of equal equations, by time
     */
    public static List<Row> rows(List<String> lines, String source) {
        List<Row> rows = new ArrayList<>();
        for (int from = 0; from < lines.size(); ) {
            int to = from + 1;
            while (to < lines.size() && equations(lines.get(to)).equals(equations(lines.get(from)))) to++;
            group(lines.subList(from, to), source, rows);
            from = to;
        }
        return List.copyOf(rows);
    }

    private static String equations(String line) {
        String[] words = line.split(" ");
        return words[0] + " " + words[1] + " " + words[2];
    }

    private static void group(List<String> lines, String source, List<Row> rows) {
        String[] first = lines.getFirst().split(" ");
        List<Double> times = new ArrayList<>();
        for (String line : lines) times.add(Double.valueOf(line.split(" ")[3]));
        double start = first[2].equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(first[2]);
        Chsck theory = new Chsck(
                Mixture.parse(first[0]),
                Double.parseDouble(first[1]),
                start,
                Double.POSITIVE_INFINITY,
                1,
                times,
                true,
                1,
                Chsck.Method.AUTO,
                0,
                0,
                0,
                true);
        List<Value> values = new ArrayList<>();
        Solution solution = theory.solve(
                Schedule.at(),
                (quantity, replica, value, error, axes) ->
                        values.add(new Value(quantity.name(), axes[0], value, error)));
        String failure = solution.converged() ? "" : ": " + solution.branch();
        for (String line : lines) compare(line, values, failure, source, rows);
    }

    private record Value(String quantity, double t, double value, double error) {}

    private static void compare(String line, List<Value> values, String failure, String source, List<Row> rows) {
        String[] words = line.split(" ");
        double t = Double.parseDouble(words[3]);
        String[] quantities = {"e", "C0", "C", "chi", "R"};
        String[] meanings = {"e(t)", "C(t, 0)", "C(t, t/2)", "chi(t, t/2)", "R(t, t/2)"};
        String model = "p" + words[0] + ".T" + words[1] + (words[2].equals("inf") ? "" : ".T0-" + words[2]);
        for (int k = 0; k < quantities.length; k++) {
            double reference = Double.parseDouble(words[4 + k]);
            if (Double.isNaN(reference)) continue;
            Value ours = new Value(quantities[k], t, Double.NaN, 0);
            for (Value each : values) if (each.quantity.equals(quantities[k]) && each.t == t) ours = each;
            String id = ("chsck." + model + ".t" + words[3] + "." + quantities[k])
                    .replace('+', '-')
                    .toLowerCase(java.util.Locale.ROOT)
                    .replaceAll("(?<=\\d)\\.(?=\\d)", "-");
            String text = meanings[k] + " of " + words[0] + " at T = " + words[1] + ", start " + words[2] + ", t = "
                    + words[3] + failure;
            double tolerance = Double.parseDouble(words[9]);
            rows.add(new Row(id, text, ours.value, ours.error, reference, 0, tolerance, false, source));
        }
    }
}
