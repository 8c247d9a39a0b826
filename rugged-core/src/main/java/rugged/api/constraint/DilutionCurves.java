package rugged.api.constraint;

import java.util.List;
import rugged.api.Quantity;

/** What is measured and computed of diluted constraints against the probability rho of keeping a spin. */
public final class DilutionCurves {
    private static final List<String> KEEP = List.of("rho");

    /** Share of constraints that are not satisfied. */
    public static final Quantity VIOLATED = one(
            "violated_rho",
            "v",
            "share of the constraints that count which are not satisfied, (1 - <J prod s>)/2 for signs J");

    /** Overlap with what is hidden. */
    public static final Quantity HIDDEN =
            one("hidden_rho", "m", "overlap with the hidden configuration, of the spins that are kept");

    private DilutionCurves() {}

    private static Quantity one(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", KEEP, definition);
    }
}
