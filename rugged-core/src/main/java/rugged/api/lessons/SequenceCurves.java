package rugged.api.lessons;

import java.util.List;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.meanfield.sequence.SequenceOverlaps;

/** What is measured and computed of a student of a few units that sees sequences. */
public final class SequenceCurves {
    private static final List<String> TIME = List.of("t");

    /** With the teacher. */
    public static final Quantity TEACHER = new Quantity(
            "teacher_products",
            "m_{ak}",
            "",
            List.of("t", "a", "k"),
            "w'_{a} \u00b7 S w_{k}/d of unit a of the teacher and unit k of the student, S the covariance of tokens;"
                    + " units in the order, and with signs, in which the overlaps are largest");

    /** With one another. */
    public static final Quantity UNITS = new Quantity(
            "unit_products",
            "q_{ik}",
            "",
            List.of("t", "i", "k"),
            "w_{i} \u00b7 S w_{k}/d of units of the student, in the same order and with the same signs");

    /** With the direction of clusters. */
    public static final Quantity MEAN = new Quantity(
            "mean_overlap",
            "|b|",
            "",
            TIME,
            "length of the vector b_{k} = u \u00b7 w_{k}/d, u the direction of clusters and places, |u|^{2} = d");

    /** Whatever the order, signs and rotation of units. */
    public static final Quantity ALIGNMENT = new Quantity(
            "alignment",
            "cos",
            "",
            TIME,
            "cosine between w w^{T} and w' w'^{T} as tokens see them: |m|^{2}/(|q| |\u03c1|), Frobenius norms");

    /** On new examples. */
    public static final Quantity NEW_ERROR = new Quantity(
            "sequence_error",
            "\u03b5_{g}",
            "",
            TIME,
            "mean error of a new example without noise: how often a sign is wrong, else the squared difference of"
                    + " answers, or the loss of phases, attention and auto-encoders");

    /** On those that were learnt from. */
    public static final Quantity TRAINING_LOSS = StudentCurves.TRAINING_LOSS;

    /** All of them. */
    public static final List<Quantity> ALL = List.of(TEACHER, UNITS, MEAN, ALIGNMENT, NEW_ERROR, TRAINING_LOSS);

    private SequenceCurves() {}

    /** Writes what follows from overlaps of a state, whose errors a run cannot tell. */
    public static void put(SequenceOverlaps found, double variance, int replica, double t, Sink out) {
        SequenceOverlaps none = found.scaled(Double.NaN);
        put(found, none, variance, replica, t, out);
    }

    /**
     * Writes what follows from overlaps.
     *
     * @param coarser the same but for an error
     */
    public static void put(
            SequenceOverlaps found, SequenceOverlaps coarser, double variance, int replica, double t, Sink out) {
        SequenceOverlaps at = found.matched();
        SequenceOverlaps other = coarser.matched();
        int r = at.units();
        for (int k = 0; k < r; k++) {
            for (int a = 0; a < at.teachers(); a++)
                put(TEACHER, replica, at.m()[a * r + k], other.m()[a * r + k], out, t, a + 1, k + 1);
            for (int i = 0; i < r; i++)
                put(UNITS, replica, at.q()[i * r + k], other.q()[i * r + k], out, t, i + 1, k + 1);
        }
        put(MEAN, replica, length(at.mean()), length(other.mean()), out, t);
        put(ALIGNMENT, replica, at.alignment(variance), other.alignment(variance), out, t);
    }

    private static void put(Quantity quantity, int replica, double value, double other, Sink out, double... axes) {
        out.put(quantity, replica, value, Math.abs(value - other), axes);
    }

    private static double length(double[] x) {
        double square = 0.0;
        for (double one : x) square += one * one;
        return Math.sqrt(square);
    }
}
