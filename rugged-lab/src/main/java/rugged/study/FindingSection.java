package rugged.study;

import java.util.Map;
import java.util.Optional;
import rugged.index.Withers;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * A number that a study reports: a quantity at given times and parameters, averaged over seeds, beside what it should be.
 *
 * @param id stable, lower case, dotted
 * @param text what it is, in words
 * @param quantity name of the quantity
 * @param at its axes: {@code t}, {@code tw}
 * @param where parameters of the points it is averaged over; paths as in figures
 * @param minus a second value that is subtracted
 * @param over a value by which it is divided
 * @param average how the samples are taken together
 * @param reference a number known beforehand
 * @param theory a theory of the study that computes the same quantity; empty for none
 * @param approximate whether that theory is known not to be exact here: the finding is then ours less the theory's, beside nothing
 * @param bias largest known systematic deviation, such as that of a finite size, beside the statistical error
 * @param effect the difference from the reference that would matter: agreement is said where one as large is excluded
 * @param tolerance how many combined standard errors still agree, if they were known exactly; more where they come from few samples
 * @param within how far from {@code at} a recorded time may be, relative to it; beyond, values are interpolated in log t
 */
@Withers
public record FindingSection(
        @Param(doc = "stable name: lower case, dotted") String id,

        @Param(
                doc = "what it is, in words; ${t} stands for where it reads along t, ${n} for a parameter of its where,"
                        + " ${protocol.until} for what the study has there")
        String text,

        @Param(doc = "quantity") String quantity,

        @Param(
                doc = "where along each axis of the quantity: a number; along t also last, or a window such as 1e3..1e4"
                        + " over which is averaged",
                def = "{}")
        Map<String, Position> at,

        @Param(doc = "parameters of the points that are averaged", def = "{}")
        Map<String, String> where,

        @Param(doc = "a second value that is subtracted") Optional<Minus> minus,

        @Param(doc = "a value by which it is divided: mean over mean, with a jackknife error")
        Optional<Over> over,

        @Param(doc = "how the samples are taken together", def = "mean")
        Average average,

        @Param(doc = "a number known beforehand") Optional<Reference> reference,

        @Param(doc = "theory of the study that computes it too", def = "''")
        String theory,

        @Param(
                doc = "true where the theory is known not to be exact: by how much the value is above it is reported,"
                        + " without a verdict")
        Optional<Boolean> approximate,

        @Param(doc = "largest known systematic deviation, such as that of a finite size", def = "0", min = 0)
        double bias,

        @Param(
                doc = "difference from the reference that would matter: agreement is said only where one as large is"
                        + " excluded; 0 for the size of the reference",
                def = "0",
                min = 0)
        double effect,

        @Param(
                doc = "combined standard errors that still agree, of a normal law; those of Student's where an error"
                        + " rests on few samples",
                def = "2.5",
                min = 0,
                above = true)
        double tolerance,

        @Param(doc = "relative distance within which a recorded time is taken as it is", def = "1e-3", min = 0, max = 1)
        double within)
        implements FindingSectionWithers {
    public FindingSection {
        if (!id.matches("[a-z0-9][a-z0-9-]*(\\.([a-z0-9][a-z0-9-]*|[A-Z]))*")) {
            throw new BadParameter(
                    "id",
                    "\"" + id + "\"",
                    "is not an identifier",
                    "lower-case words with dashes, or one capital letter for a symbol, joined by dots");
        }
        if (reference.isPresent() && !theory.isEmpty()) {
            throw new BadParameter("theory", theory, "stands beside a reference", "one of the two");
        }
        if (beyondTheory(approximate) && theory.isEmpty())
            throw new BadParameter(
                    "approximate",
                    true,
                    "belongs beside a theory, and this finding has none",
                    "theory: NAME beside it, or without it");
        if (beyondTheory(approximate) && (bias > 0.0 || effect > 0.0))
            throw new BadParameter(
                    "approximate",
                    true,
                    "reports a difference without a verdict, which bias and effect are for",
                    "without bias and effect");
        if (over.isPresent() && !theory.isEmpty())
            throw new BadParameter("theory", theory, "knows no quotient of two values", "a reference");
        if (over.isPresent() && average == Average.MEDIAN)
            throw new BadParameter("average", "median", "is not defined for a quotient of means", "mean");
    }

    private static boolean beyondTheory(Optional<Boolean> approximate) {
        return approximate.orElse(false);
    }

    /** Whether the finding is by how much a value is above that of an approximate theory. */
    public boolean aboveTheory() {
        return beyondTheory(approximate);
    }

    /** How samples are taken together. */
    public enum Average {
        /** Their mean. */
        MEAN,
        /** Their median, for laws with long tails. */
        MEDIAN
    }

    /** With parameters by their full path. */
    public FindingSection resolved(Map<String, String> only, Optional<Minus> subtracted, Optional<Over> divided) {
        return withWhere(only).withMinus(subtracted).withOver(divided);
    }

    /**
     * The value subtracted; what it leaves out is as in the first value.
     *
     * @param at its axes
     * @param where its parameters
     */
    public record Minus(
            @Param(doc = "value of each axis that differs", def = "{}")
            Map<String, Position> at,

            @Param(doc = "parameters that differ", def = "{}")
            Map<String, String> where) {}

    /**
     * The value by which is divided; what it leaves out is as in the first value.
     *
     * @param quantity its name; empty for that of the first
     * @param at its axes
     * @param where its parameters
     * @param minus a value that is subtracted from it
     * @param factor by which the quotient is multiplied
     */
    public record Over(
            @Param(doc = "quantity, the same if left out", def = "''")
            String quantity,

            @Param(doc = "value of each axis that differs", def = "{}")
            Map<String, Position> at,

            @Param(doc = "parameters that differ", def = "{}")
            Map<String, String> where,

            @Param(doc = "a value that is subtracted from it")
            Optional<Minus> minus,

            @Param(doc = "factor of the quotient", def = "1")
            double factor) {}

    /**
     * What the value should be.
     *
     * @param value the number
     * @param error one standard error; 0 when it is exact
     * @param source paper and equation, or how the digits were made
     */
    public record Reference(
            @Param(doc = "the number") double value,

            @Param(doc = "one standard error, 0 when it is exact", def = "0", min = 0)
            double error,

            @Param(doc = "paper and equation, or how the digits were made")
            String source) {}
}
