package rugged.api.lessons;

import java.util.List;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.meanfield.rules.CommitteeOverlaps;

/** What is measured and computed of a student and its teacher. */
public final class LearningCurves {
    private static final List<String> TIME = List.of("t");
    private static final List<String> FIELD = List.of("t", "x");
    private static final List<String> TEACHER = List.of("t", "y");

    /** Length of the student. */
    public static final Quantity LENGTH = new Quantity("Q", "Q", "", TIME, "J \u00b7 J of the student");

    /** What it has in common with the teacher. */
    public static final Quantity OVERLAP =
            new Quantity("R", "R", "", TIME, "J \u00b7 B of student and teacher, |B| = 1");

    /** Wrong on what it was shown. */
    public static final Quantity TRAINING_ERROR = new Quantity(
            "E_t", "E_{t}", "", TIME, "fraction of stored examples whose field x has not the sign of their label");

    /** Wrong on what it was not shown. */
    public static final Quantity GENERALISATION_ERROR = new Quantity(
            "E_g", "E_{g}", "", TIME, "probability of being wrong on a new example: arccos(R / Q^{1/2}) / \u03c0");

    /** The law of fields on the training set. */
    public static final Quantity FIELD_DENSITY =
            new Quantity("P_x", "P(x|y>0)", "", FIELD, "density of x sgn(y) over the training set, in a bin around x");

    /** Its conditional mean. */
    public static final Quantity FIELD_MEAN = new Quantity(
            "x_mean", "x / Q^{1/2}", "", TEACHER, "mean of x sgn(y) / Q^{1/2} over examples whose |y| is in the bin");

    /** Its conditional variance. */
    public static final Quantity FIELD_VARIANCE = new Quantity(
            "x_variance",
            "var(x) / Q",
            "",
            TEACHER,
            "variance of x sgn(y) / Q^{1/2} over examples whose |y| is in the bin");

    /** The student's field of every example. */
    public static final Quantity STUDENT_FIELDS = Quantity.array(
            "x_mu", "x_{\u03bc}", "", TIME, List.of("example"), "field J \u00b7 \u03be of every stored example");

    /** The teacher's. */
    public static final Quantity TEACHER_FIELDS = Quantity.array(
            "y_mu", "y_{\u03bc}", "", TIME, List.of("example"), "field B \u00b7 \u03be of every stored example");

    /** Overlaps of hidden units of the student. */
    public static final Quantity UNIT_OVERLAP =
            new Quantity("Q_ik", "Q_{ik}", "", List.of("t", "i", "k"), "J_{i} \u00b7 J_{k} of matched hidden units");

    /** Overlaps of hidden units with those of the teacher. */
    public static final Quantity UNIT_TEACHER =
            new Quantity("R_in", "R_{in}", "", List.of("t", "i", "n"), "J_{i} \u00b7 B_{n} of matched hidden units");

    /** How far units have found each a unit of the teacher. */
    public static final Quantity SPECIALISATION = new Quantity(
            "specialisation",
            "S",
            "",
            TIME,
            "mean over matched pairs of R_{ii}, less the mean of all other R_{in}; 0 on the plateau");

    /** The mean loss of a new example. */
    public static final Quantity GENERALISATION_LOSS = new Quantity(
            "eps_g",
            "\u03b5_{g}",
            "",
            TIME,
            "mean over new examples of half the squared difference of student and teacher");

    private LearningCurves() {}

    /** What is written of a committee: loss, specialisation and overlaps, units of the student matched with those of the teacher; share is that of {@link CommitteeStudent#share}, error is one standard error, NaN where a run cannot tell. */
    public static void put(CommitteeOverlaps found, double share, int replica, double error, double t, Sink out) {
        CommitteeOverlaps c = found.matched();
        out.put(GENERALISATION_LOSS, replica, share * c.loss(), error, t);
        out.put(SPECIALISATION, replica, c.specialisation(), error, t);
        for (int i = 0; i < c.units(); i++) {
            for (int k = 0; k < c.units(); k++) out.put(UNIT_OVERLAP, replica, c.at(i, k), error, t, i + 1, k + 1);
            for (int n = 0; n < c.teachers(); n++)
                out.put(UNIT_TEACHER, replica, c.at(i, c.units() + n), error, t, i + 1, n + 1);
        }
    }
}
