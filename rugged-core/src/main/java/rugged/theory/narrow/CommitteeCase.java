package rugged.theory.narrow;

import rugged.api.Quantities;
import rugged.api.Sink;
import rugged.api.lessons.StudentCurves;
import rugged.api.lessons.UnitCurves;
import rugged.meanfield.narrow.CommitteeErrors;
import rugged.meanfield.narrow.CommitteeEvolution;
import rugged.meanfield.narrow.UnitOverlaps;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/**
 * A Bayes-optimal student committee of two and its teacher, by the names that the landscape has for its parameters.
 *
 * @param units of both, 2
 * @param alpha examples for each weight of a unit
 * @param hint overlap of the start
 */
public record CommitteeCase(
        @Param(doc = "units of student and teacher", symbol = "K", def = "2", min = 1, max = 2)
        int units,

        @Param(doc = "examples for each weight of a unit", symbol = "\u03b1", def = "2", min = 0.0, above = true)
        double alpha,

        @Param(
                doc = "overlap of the start with the teacher; 0: none but by chance",
                symbol = "q_{0}",
                def = "0",
                min = 0.0,
                max = 0.999999)
        double hint)
        implements ParameterGroup {
    /** Of the means where messages begin that know nothing. */
    private static final double SIZE = 0.01;

    /** Checks what must hold between them. */
    public CommitteeCase {
        if (units != 2) throw new BadParameter("units", units, "is no committee", "2; theory multi-index has one unit");
        if (!(alpha > 0.0) || Double.isInfinite(alpha))
            throw new BadParameter("alpha", alpha, "is no density of examples", "a finite number above 0");
        if (!(hint >= 0.0 && hint < 1.0))
            throw new BadParameter(
                    "hint", hint, "exceeds Cauchy and Schwarz: an overlap is below 1", "from 0 to below 1");
    }

    CommitteeEvolution evolution() {
        return new CommitteeEvolution(alpha);
    }

    /** Where messages begin. Without a hint units differ by as little as the means of a start do. */
    UnitOverlaps start() {
        return UnitOverlaps.alike(hint > 0.0 ? hint : SIZE * SIZE, 0.0);
    }

    /** Errors of a posterior with these overlaps, whose mean they are of. */
    static double[] errors(UnitOverlaps at) {
        double[][] q = {{at.q11(), at.q12()}, {at.q12(), at.q22()}};
        double[][] v = {{1.0 - at.q11(), -at.q12()}, {-at.q12(), 1.0 - at.q22()}};
        CommitteeErrors errors = new CommitteeErrors();
        errors.of(q, q, v);
        return new double[] {errors.bayes(), errors.gibbs(), CommitteeErrors.training(at)};
    }

    /**
     * Writes what is known with these overlaps.
     *
     * @param errors as {@link #errors} has them
     * @param entropy of the posterior, for each unknown; NaN: not at a fixed point
     */
    static void write(UnitOverlaps at, double[] errors, double entropy, double t, Sink out) {
        out.put(UnitCurves.OWN, Sink.ALL, at.own(), 0.0, t);
        out.put(UnitCurves.CROSS, Sink.ALL, at.q12(), 0.0, t);
        out.put(UnitCurves.SPECIALISATION, Sink.ALL, at.specialisation(), 0.0, t);
        out.put(UnitCurves.MATCHED, Sink.ALL, at.own(), 0.0, t);
        out.put(UnitCurves.OTHER, Sink.ALL, at.q12(), 0.0, t);
        out.put(StudentCurves.GENERALISATION_ERROR, Sink.ALL, errors[0], 0.0, t);
        out.put(UnitCurves.GIBBS_ERROR, Sink.ALL, errors[1], 0.0, t);
        out.put(UnitCurves.TRAINING_ERROR, Sink.ALL, errors[2], 0.0, t);
        if (!Double.isNaN(entropy)) out.put(Quantities.MESSAGE_ENTROPY, Sink.ALL, entropy, 0.0, t);
    }
}
