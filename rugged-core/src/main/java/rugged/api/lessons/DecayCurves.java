package rugged.api.lessons;

import java.util.List;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.meanfield.decay.SymmetricOverlaps;

/** What is measured and computed of a committee in equilibrium, against A = beta P/N: overlaps that treat all units alike, units of the student matched with those of the teacher so that the sum of R_ii is largest. */
public final class DecayCurves {
    private static final List<String> LOAD = List.of("A");

    /** Squared length of a unit. */
    public static final Quantity LENGTH =
            one("unit_length", "Q", "mean of J_{k} \u00b7 J_{k} over units of the student");

    /** Overlap of two of them. */
    public static final Quantity COMMON =
            one("unit_common", "C", "mean of J_{k} \u00b7 J_{l} over pairs of units of the student");

    /** With its own unit of the teacher. */
    public static final Quantity OWN = one(
            "unit_own",
            "R",
            "mean of J_{k} \u00b7 B_{k} over matched units; above that of theory where none is specialised, by"
                    + " O(N^{-1/2})");

    /** With others. */
    public static final Quantity OTHERS =
            one("unit_others", "S", "mean of J_{k} \u00b7 B_{n} over units that are not matched");

    /** With all. */
    public static final Quantity TOGETHER = one(
            "unit_together", "R + (K - 1)S", "mean over k of J_{k} \u00b7 sum_{n} B_{n}, which no matching changes");

    /** Own less others. */
    public static final Quantity APART = one("unit_apart", "R - S", "R less S: specialisation");

    /** On new examples. */
    public static final Quantity ERROR = one(
            "eps_new",
            "\u03b5_{g}",
            "half the mean squared error of a new example, outputs (1/K^{1/2}) sum_{k} erf(x_{k}/2^{1/2}): exact for"
                    + " the overlaps of all units");

    /** On those that are stored. */
    public static final Quantity TRAINING =
            one("eps_old", "\u03b5_{t}", "half the mean squared error of stored examples");

    /** What follows from overlaps alone. */
    public static final List<Quantity> OVERLAPS = List.of(LENGTH, COMMON, OWN, OTHERS, TOGETHER, APART, ERROR);

    private static final String METASTABLE_NAME = "_metastable";

    /** The same of the metastable minimum of least free energy. */
    public static final List<Quantity> METASTABLE = OVERLAPS.stream()
            .map(of -> new Quantity(
                    of.name() + METASTABLE_NAME,
                    of.symbol(),
                    "",
                    LOAD,
                    of.definition() + "; of the metastable minimum of least free energy"))
            .toList();

    private DecayCurves() {}

    private static Quantity one(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", LOAD, definition);
    }

    /** Values in the order of {@link #OVERLAPS}; S, R - S and C of one unit are no numbers. */
    public static double[] values(SymmetricOverlaps of, double error) {
        boolean one = of.units() == 1;
        return new double[] {
            of.q(),
            one ? Double.NaN : of.c(),
            of.r(),
            one ? Double.NaN : of.s(),
            of.together(),
            one ? Double.NaN : of.apart(),
            error
        };
    }

    /** Writes them. */
    public static void put(List<Quantity> as, double[] values, int replica, double error, double a, Sink out) {
        for (int k = 0; k < values.length; k++) out.put(as.get(k), replica, values[k], error, a);
    }
}
