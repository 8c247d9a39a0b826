package rugged.theory.rules;

import java.util.List;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.api.lessons.LearningCurves;
import rugged.index.Named;
import rugged.meanfield.rules.FieldBins;
import rugged.meanfield.rules.HebbSolution;
import rugged.meanfield.rules.LearningRule;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Hebb's rule on a restricted training set, in closed form for N to infinity ({@link HebbSolution}), with flipped labels and without decay: Q, R, both errors, and the law of the fields, bands of examples that were seen 0, 1, 2 ... times. E_g at
 * late times: arccos(1/sqrt(1 + pi/(2 alpha)))/pi without flips, whatever the learning rate. Quadrature to 1e-12. Source: Rae, Sollich and Coolen, J. Phys. A 32, 3321 (1999).
 */
@Named(
        value = "hebb-exact",
        title = "Hebb's rule on a restricted training set",
        doc = "Training and generalisation error and the law of fields, in closed form.",
        source = "Rae, Sollich and Coolen, J. Phys. A 32, 3321 (1999)",
        year = 1999,
        topics = {"learning", "learning rules", "mean-field"})
public record HebbExact(
        @Param(doc = "stored examples per weight", symbol = "\u03b1", def = "1", min = 0.0, above = true)
        double alpha,

        LessonParameters lessons,

        @Param(doc = "lower end of the first bin of fields", def = "-4")
        double from,

        @Param(doc = "upper end of the last bin of fields", def = "6")
        double to,

        @Param(doc = "bins of fields", def = "50", min = 1, max = 10000)
        int bins)
        implements TheorySpec {
    /** What late times lead to. */
    private static final Quantity LATE =
            new Quantity("E_inf", "E_{g}(\u221e)", "", List.of(), "generalisation error at late times");

    /** Checks what it is defined for. */
    public HebbExact {
        FieldBins.check(from, to);
        if (lessons.decay() != 0.0)
            throw new BadParameter("decay", lessons.decay(), "the closed form is without decay", "0");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                LearningCurves.LENGTH,
                LearningCurves.OVERLAP,
                LearningCurves.TRAINING_ERROR,
                LearningCurves.GENERALISATION_ERROR,
                LearningCurves.FIELD_DENSITY,
                LearningCurves.FIELD_MEAN,
                LearningCurves.FIELD_VARIANCE,
                LATE);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        HebbSolution exact = new HebbSolution(lessons.task(LearningRule.HEBB, alpha), lessons.flips());
        LessonParameters.one(out, LATE, exact.late(), 0.0);
        for (int k = 0; k < grid.size(); k++) {
            if (!grid.single(k)) continue;
            double t = grid.time(k);
            double q = exact.length(t);
            LessonParameters.put(out, t, q, exact.overlap(t), exact.trainingError(t), 0.0);
            FieldBins cells = new FieldBins(from, to, bins);
            for (int b = 0; b < bins; b++) {
                double left = from + b * cells.width();
                double chance = exact.chance(t, left, left + cells.width()) / cells.width();
                LessonParameters.one(out, LearningCurves.FIELD_DENSITY, chance, 0.0, t, cells.middle(b));
            }
            for (int s = 0; s < FieldBins.TEACHER_BINS; s++) {
                double y = FieldBins.meanField(s, FieldBins.TEACHER_BINS);
                double spread = FieldBins.squareField(s, FieldBins.TEACHER_BINS) - y * y;
                double r = exact.overlap(t);
                LessonParameters.one(out, LearningCurves.FIELD_MEAN, exact.mean(t, y) / Math.sqrt(q), 0.0, t, y);
                double variance = exact.variance(t) + r * r * spread;
                LessonParameters.one(out, LearningCurves.FIELD_VARIANCE, variance / q, 0.0, t, y);
            }
        }
        return Solution.closedForm("closed form");
    }
}
