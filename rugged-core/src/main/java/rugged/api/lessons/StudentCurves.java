package rugged.api.lessons;

import java.util.List;
import rugged.api.Quantity;

/** What is measured and computed of a student vector that has a teacher. */
public final class StudentCurves {
    /** With the teacher. */
    public static final Quantity OVERLAP =
            one("student_overlap", "m", "w \u00b7 w'/d of the student w and its teacher w', |w'|^{2} = d");

    /** With itself. */
    public static final Quantity NORM = one("student_norm", "q", "|w|^{2}/d of the student");

    /** On new examples. */
    public static final Quantity GENERALISATION_ERROR = one(
            "generalisation_error",
            "\u03b5_{g}",
            "mean error of a new example: arccos(m/q^{1/2})/\u03c0 for signs, the mean square error of linear labels,"
                    + " 1 - 2|m| + q for phases; of a committee how often its most probable label is wrong");

    /** On those that were learnt from. */
    public static final Quantity TRAINING_LOSS =
            one("training_loss", "\u03b5_{t}", "mean loss of the examples that are learnt from, without the penalty");

    /** All of them. */
    public static final List<Quantity> ALL = List.of(OVERLAP, NORM, GENERALISATION_ERROR, TRAINING_LOSS);

    private StudentCurves() {}

    private static Quantity one(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of("t"), definition);
    }
}
