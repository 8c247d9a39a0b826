package rugged.landscape.narrow;

import rugged.meanfield.narrow.TeacherLabel;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/**
 * How examples are drawn, of a teacher or without one: the same for one seed, whoever learns from them.
 *
 * @param alpha examples for each weight, n = alpha d rounded
 * @param label what stands beside an input
 * @param noise standard deviation of linear labels around the teacher's output; snr of a mixture
 * @param seed of inputs, teacher and noise; of two numbers of examples the smaller has the first examples of the larger
 */
public record ExampleLaw(
        @Param(
                doc = "examples for each weight, n = alpha d rounded",
                symbol = "\u03b1",
                def = "2",
                min = 0.0,
                above = true)
        double alpha,

        @Param(
                doc = "what the teacher answers to its output h: sign of h, linear, or abs of h; without a teacher"
                        + " random, fair coins, or mixture, which of two clouds an input is of",
                also = "labels",
                def = "sign")
        TeacherLabel label,

        @Param(
                doc = "standard deviation of linear labels around the teacher's output; of a mixture the distance of"
                        + " each cloud from their middle, in standard deviations of an input",
                symbol = "\u03c3",
                def = "0",
                min = 0.0)
        double noise,

        @Param(doc = "seed of the inputs, the teacher and the noise", def = "1")
        long seed)
        implements ParameterGroup {
    private static final double LARGEST = 1L << 30;

    /** Checks what must hold between them. */
    public ExampleLaw {
        if (!(alpha > 0.0) || Double.isInfinite(alpha))
            throw new BadParameter("alpha", alpha, "is no density of examples", "a finite number above 0");
        if (!(noise >= 0.0) || Double.isInfinite(noise))
            throw new BadParameter("noise", noise, "is no standard deviation", "a finite number, 0 or above");
        if (noise > 0.0 && label != TeacherLabel.LINEAR && label != TeacherLabel.MIXTURE)
            throw new BadParameter(
                    "noise", noise, "is that of linear labels or of a mixture", "0, or label: linear or mixture");
    }

    /** n. */
    public int count(int d) {
        return (int) Math.rint(alpha * d);
    }

    /** Refuses what leaves no example, or too many numbers. */
    void require(int d) {
        if (Math.rint(alpha * d) < 1.0)
            throw new BadParameter("alpha", alpha, "leaves no example for d = " + d, "at least " + 1.0 / d);
        if (Math.rint(alpha * d) * d > LARGEST)
            throw new BadParameter(
                    "alpha", alpha, "n d = " + alpha * d * d + " inputs do not fit an array", "at most " + LARGEST);
    }
}
