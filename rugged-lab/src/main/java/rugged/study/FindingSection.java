package rugged.study;

import java.util.Map;
import java.util.Optional;
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
 * @param reference a number known beforehand
 * @param theory a theory of the study that computes the same quantity; empty for none
 * @param bias largest known systematic deviation, such as that of a finite size, beside the statistical error
 * @param tolerance how many combined standard errors still agree
 * @param within how far from {@code at} a recorded time may be, relative to it; beyond, values are interpolated in log t
 */
public record FindingSection(
        @Param(doc = "stable name: lower case, dotted") String id,
        @Param(doc = "what it is, in words") String text,
        @Param(doc = "quantity") String quantity,

        @Param(doc = "value of each axis of the quantity", def = "{}", min = 0)
        Map<String, Double> at,

        @Param(doc = "parameters of the points that are averaged", def = "{}")
        Map<String, String> where,

        @Param(doc = "a second value that is subtracted") Optional<Minus> minus,
        @Param(doc = "a number known beforehand") Optional<Reference> reference,

        @Param(doc = "theory of the study that computes it too", def = "''")
        String theory,

        @Param(doc = "largest known systematic deviation, such as that of a finite size", def = "0", min = 0)
        double bias,

        @Param(doc = "combined standard errors that still agree", def = "2.5", min = 0, above = true)
        double tolerance,

        @Param(doc = "relative distance within which a recorded time is taken as it is", def = "1e-3", min = 0, max = 1)
        double within) {
    public FindingSection {
        if (!id.matches("[a-z0-9][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)*")) {
            throw new BadParameter(
                    "id", "\"" + id + "\"", "is not an identifier", "lower-case words with dashes, joined by dots");
        }
        if (reference.isPresent() && !theory.isEmpty()) {
            throw new BadParameter("theory", theory, "stands beside a reference", "one of the two");
        }
    }

    /** With parameters by their full path. */
    FindingSection resolved(Map<String, String> only, Optional<Minus> subtracted) {
        return new FindingSection(id, text, quantity, at, only, subtracted, reference, theory, bias, tolerance, within);
    }

    /**
     * The value subtracted; what it leaves out is as in the first value.
     *
     * @param at its axes
     * @param where its parameters
     */
    public record Minus(
            @Param(doc = "value of each axis that differs", def = "{}", min = 0)
            Map<String, Double> at,

            @Param(doc = "parameters that differ", def = "{}")
            Map<String, String> where) {}

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
