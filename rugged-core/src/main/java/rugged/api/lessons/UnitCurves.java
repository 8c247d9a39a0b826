package rugged.api.lessons;

import java.util.List;
import rugged.api.Quantity;

/** What is measured and computed of a student of several units that has a teacher, after the best matching of its units with the teacher's. */
public final class UnitCurves {
    /** Of a unit with itself. */
    public static final Quantity OWN = one(
            "unit_norm",
            "q_{11}",
            "mean of |w_a|^{2}/d over the units w_a of a student whose teacher has units w'_a, |w'_a|^{2} = d");

    /** Of two units. */
    public static final Quantity CROSS =
            one("unit_cross", "q_{12}", "mean of w_a \u00b7 w_b/d over pairs of different units of the student");

    /** q_d. */
    public static final Quantity SPECIALISATION = one(
            "specialisation",
            "q_{d}",
            "q_{11} - q_{12}, 0 where each unit knows as much of one unit of the teacher as of another");

    /** With the teacher's own unit. */
    public static final Quantity MATCHED =
            one("unit_overlap", "m_{11}", "mean of w_a \u00b7 w'_a/d over units, numbered so that it is largest");

    /** With the teacher's other units. */
    public static final Quantity OTHER = one(
            "unit_overlap_cross",
            "m_{12}",
            "mean of w_a \u00b7 w'_b/d over pairs of different units, numbered as for m_{11}");

    /** Of Gibbs's student. */
    public static final Quantity GIBBS_ERROR = one(
            "gibbs_error",
            "\u03b5_{G}",
            "how often the label of one student of the posterior is wrong on a new example");

    /** On old examples. */
    public static final Quantity TRAINING_ERROR = one(
            "training_error",
            "\u03b5_{t}",
            "how often the most probable label is wrong on the examples that are learnt from");

    /** All of them, with the error on new examples. */
    public static final List<Quantity> ALL = List.of(
            OWN,
            CROSS,
            SPECIALISATION,
            MATCHED,
            OTHER,
            StudentCurves.GENERALISATION_ERROR,
            GIBBS_ERROR,
            TRAINING_ERROR);

    private UnitCurves() {}

    private static Quantity one(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of("t"), definition);
    }
}
