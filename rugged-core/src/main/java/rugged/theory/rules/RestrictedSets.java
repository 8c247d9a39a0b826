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
import rugged.meanfield.rules.LearningRule;
import rugged.params.Param;

/**
 * Learning curves of a perceptron that sees stored examples again and again, by the best theory that there is: {@link HebbExact} for Hebb's rule without decay, {@link CompleteSet} where no example is seen twice (alpha infinite), else the closure of {@link DynamicalReplica} at a level. Q, R and both
 * errors at the times asked for, with the errors of whichever it is; the laws of fields are written by these three.
 *
 * <p>Source: Rae, Sollich and Coolen, J. Phys. A 32, 3321 (1999); Mace and Coolen, Stat. Comput. 8, 55 (1998); Coolen and Saad, Phys. Rev. E 62, 5444 (2000).
 */
@Named(
        value = "restricted-sets",
        title = "Learning curves with restricted training sets",
        doc = "Overlaps and errors of rules of learning on stored examples: exact for Hebb's rule and for complete"
                + " sets, else by dynamical replica theory.",
        source = "Coolen and Saad, Phys. Rev. E 62, 5444 (2000)",
        year = 2000,
        topics = {"learning", "learning rules", "mean-field"})
public record RestrictedSets(
        @Param(
                doc = "stored examples per weight; inf: none is seen twice",
                symbol = "\u03b1",
                def = "1",
                min = 0.0,
                above = true,
                infinite = true)
        double alpha,

        @Param(doc = "hebb, perceptron or adatron", def = "perceptron")
        LearningRule rule,

        LessonParameters lessons,

        @Param(doc = "0, 1 or 2: how much of the closure, where one is needed", def = "1", min = 0, max = 2)
        int level,

        @Param(doc = "seed of the particles of levels 0 and 1", def = "1")
        long particles)
        implements TheorySpec {
    private static final List<Quantity> CURVES = List.of(
            LearningCurves.LENGTH,
            LearningCurves.OVERLAP,
            LearningCurves.TRAINING_ERROR,
            LearningCurves.GENERALISATION_ERROR);

    /** Cell and reach of the grid of level 2, and bins of fields that nobody reads. */
    private static final double CELL = 0.05;

    private static final double REACH = 7.0;
    private static final double FROM = -4.0;
    private static final double TO = 6.0;

    /** Checks what the theory that is used checks. */
    public RestrictedSets {
        chosen(alpha, rule, lessons, level, particles);
    }

    private static TheorySpec chosen(
            double alpha, LearningRule rule, LessonParameters lessons, int level, long particles) {
        if (Double.isInfinite(alpha)) return new CompleteSet(rule, lessons);
        if (rule == LearningRule.HEBB && lessons.decay() == 0.0) return new HebbExact(alpha, lessons, FROM, TO, 1);
        return new DynamicalReplica(alpha, rule, lessons, level, CELL, REACH, FROM, TO, 1, particles);
    }

    @Override
    public List<Quantity> quantities() {
        return CURVES;
    }

    @Override
    public Validity validity() {
        return chosen(alpha, rule, lessons, level, particles).validity();
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        return chosen(alpha, rule, lessons, level, particles).solve(grid, (quantity, replica, value, error, axes) -> {
            if (CURVES.contains(quantity)) out.put(quantity, replica, value, error, axes);
        });
    }
}
