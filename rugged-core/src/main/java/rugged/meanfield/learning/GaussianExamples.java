package rugged.meanfield.learning;

import rugged.meanfield.narrow.TeacherLabel;
import rugged.params.BadParameter;

/**
 * What is learnt: n = alpha d examples with independent standard normal inputs x and h{@code *} = w{@code *}.x/sqrt(d); of a mixture x = y snr v/sqrt(d) + z, v in the place of the teacher.
 *
 * @param labels their law; not absolute values
 * @param alpha examples for each weight
 * @param spread sigma of linear labels, the distance of the two clouds from their middle, snr, of a mixture; unused else
 */
public record GaussianExamples(TeacherLabel labels, double alpha, double spread) {
    /** Checks the parameters. */
    public GaussianExamples {
        if (labels == TeacherLabel.ABS)
            throw new BadParameter(
                    "label", "abs", "is not among those that are solved", "linear, sign, random or mixture");
        if (!(alpha > 0.0 && Double.isFinite(alpha)))
            throw new BadParameter("alpha", alpha, "is not above 0", "a finite number above 0");
        if (!(spread >= 0.0 && Double.isFinite(spread)))
            throw new BadParameter("noise", spread, "is below 0", "a finite number, 0 or above");
        if (spread > 0.0 && labels != TeacherLabel.LINEAR && labels != TeacherLabel.MIXTURE)
            throw new BadParameter("noise", spread, "is that of linear labels or of a mixture", "0");
    }
}
