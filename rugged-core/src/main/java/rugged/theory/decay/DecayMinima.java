package rugged.theory.decay;

import java.util.List;
import java.util.Locale;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.meanfield.decay.StudentState;

/** The minima of the free energy at one A: f, overlaps and error of each by its place, 0 the lowest; and once more those of equilibrium alone, whose place is no number. */
final class DecayMinima {
    private static final List<String> PLACE = List.of("branch");

    static final List<Quantity> QUANTITIES = List.of(
            one("f", "f", "free energy \u03b2F/N but for a constant"),
            one("Q", "Q", "squared length of a unit"),
            one("C", "C", "overlap of two units"),
            one("R", "R", "overlap of a unit with its own of the teacher"),
            one("S", "S", "overlap of a unit with another of the teacher"),
            one("eps_g", "\u03b5_{g}", "half the mean squared error of a new example"));

    private DecayMinima() {}

    private static Quantity one(String name, String symbol, String definition) {
        String where = " in the minima at A = size, lowest first; without a branch that of equilibrium";
        return new Quantity(name, symbol, "", PLACE, definition + where);
    }

    /** Writes them; which there are, in words. */
    static String put(List<StudentState> minima, double a, Sink out) {
        if (minima.isEmpty()) {
            for (Quantity quantity : QUANTITIES) out.put(quantity, Sink.ALL, Double.NaN, Double.NaN, Double.NaN);
            return String.format(Locale.ROOT, "no minimum was found at A = %.6g", a);
        }
        put(minima.getFirst(), Double.NaN, out);
        for (int k = 0; k < minima.size(); k++) put(minima.get(k), k, out);
        List<String> kinds = minima.stream().map(state -> state.units().words()).toList();
        return String.format(Locale.ROOT, "minima at A = %.6g, lowest first: %s", a, String.join(", ", kinds));
    }

    private static void put(StudentState at, double place, Sink out) {
        boolean one = at.overlaps().units() == 1;
        double[] values = {
            at.freeEnergy(),
            at.overlaps().q(),
            one ? Double.NaN : at.overlaps().c(),
            at.overlaps().r(),
            one ? Double.NaN : at.overlaps().s(),
            at.overlaps().error()
        };
        for (int i = 0; i < values.length; i++) out.put(QUANTITIES.get(i), Sink.ALL, values[i], 0.0, place);
    }
}
