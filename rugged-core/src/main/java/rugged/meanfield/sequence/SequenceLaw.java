package rugged.meanfield.sequence;

import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/**
 * How many examples there are of what, and who labels them.
 *
 * @param d length of a token
 * @param alpha examples for each input, n = alpha d rounded
 * @param tokens L, of a sequence
 * @param student r, units of the student
 * @param teacher t, units of the teacher
 * @param label what labels are
 * @param noise standard deviation of labels that are numbers around the teacher's answer
 */
public record SequenceLaw(
        @Param(doc = "numbers of a token, and weights of a unit", symbol = "d", def = "500", min = 2, max = 100000)
        int d,

        @Param(
                doc = "examples for each weight of a unit, n = alpha d rounded",
                symbol = "\u03b1",
                def = "2",
                min = 0.0,
                max = 1e6,
                above = true)
        double alpha,

        @Param(doc = "tokens of a sequence", symbol = "L", def = "1", min = 1, max = 16)
        int tokens,

        @Param(doc = "units of the student", symbol = "r", def = "1", min = 1, max = 16)
        int student,

        @Param(doc = "units of the teacher", symbol = "t", def = "1", min = 1, max = 16)
        int teacher,

        @Param(
                doc = "what labels are: teacher, the answer of a teacher of the student's form (its sign, for losses"
                        + " of classes); sign, the sign of its output; cluster, which of two clusters",
                def = "teacher")
        SequenceLabel label,

        @Param(
                doc = "standard deviation of labels that are numbers around the teacher's answer",
                symbol = "\u03c3",
                def = "0",
                min = 0.0,
                max = 1e6)
        double noise)
        implements ParameterGroup {
    /** Checks what no loss can change. */
    public SequenceLaw {
        if (!(alpha > 0.0) || Double.isInfinite(alpha))
            throw new BadParameter("alpha", alpha, "is no density of examples", "a finite number above 0");
        if (teacher > d / 2)
            throw new BadParameter("teacher", teacher, "leaves no room for orthogonal units in d = " + d, "d of more");
    }

    /** n. */
    public int count() {
        return (int) Math.rint(alpha * d);
    }

    /** The label that a loss makes of this. */
    public SequenceLabel resolved(UnitLoss loss) {
        return label == SequenceLabel.TEACHER && loss.classifies() ? SequenceLabel.SIGN : label;
    }

    /** Refuses labels that a loss does not know, noise where nothing takes it, and clusters that are none. */
    public void require(UnitLoss loss, double decay, TokenLaw law) {
        law.require(tokens);
        if (!(decay >= 0.0) || Double.isInfinite(decay))
            throw new BadParameter("decay", decay, "is no weight decay", "a finite number, 0 or above");
        if (decay == 0.0 && loss.classifies())
            throw new BadParameter(
                    "decay", decay, "leaves no finite minimum on separable examples", "above 0; or loss: ridge");
        if (label == SequenceLabel.CLUSTER && law.clusters() != 2)
            throw new BadParameter("label", "cluster", "names one of two clusters", "clusters: 2 and a separation");
        if (label != SequenceLabel.TEACHER && loss.labels() != 1)
            throw new BadParameter("label", label.name().toLowerCase(), "is no label of this loss", "teacher");
        SequenceLabel said = resolved(loss);
        if (said == SequenceLabel.SIGN && (teacher != 1 || tokens != 1 || student != 1))
            throw new BadParameter(
                    "label", "sign", "is the sign of one output", "teacher: 1, tokens: 1 and student: 1");
        if (noise > 0.0 && (said != SequenceLabel.TEACHER || loss.labels() == 0))
            throw new BadParameter("noise", noise, "is added to labels that are numbers", "0, or label: teacher");
    }
}
