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
import rugged.meanfield.rules.ClosureFailure;
import rugged.meanfield.rules.CompleteTrainingSet;
import rugged.meanfield.rules.LearningRule;
import rugged.meanfield.rules.LessonTask;
import rugged.params.Param;

/**
 * Learning from a complete training set, alpha to infinity, for N to infinity ({@link CompleteTrainingSet}): no example is seen twice, fields stay Gaussian, and Q and R obey two ordinary differential equations. The
 * training error is the generalisation error, or lambda + (1 - 2 lambda) E_g by labels that are flipped with probability lambda. Integrated to 1e-9. Source: Mace and Coolen, Stat. Comput. 8, 55 (1998).
 */
@Named(
        value = "complete-training-set",
        title = "Learning from a complete training set",
        doc = "Overlaps and errors where no example is seen twice.",
        source = "Mace and Coolen, Stat. Comput. 8, 55 (1998)",
        year = 1998,
        topics = {"learning", "learning rules", "mean-field"})
public record CompleteSet(
        @Param(doc = "hebb, perceptron or adatron", def = "perceptron")
        LearningRule rule,

        LessonParameters lessons) implements TheorySpec {
    @Override
    public List<Quantity> quantities() {
        return List.of(
                LearningCurves.LENGTH,
                LearningCurves.OVERLAP,
                LearningCurves.TRAINING_ERROR,
                LearningCurves.GENERALISATION_ERROR);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        double flips = lessons.flips();
        CompleteTrainingSet flow = new CompleteTrainingSet(lessons.task(rule, Double.POSITIVE_INFINITY), flips);
        try {
            for (int k = 0; k < grid.size(); k++) {
                flow.advance(grid.time(k));
                if (!grid.single(k)) continue;
                double error = LessonTask.generalisationError(flow.length(), flow.overlap());
                double training = flips + (1.0 - 2.0 * flips) * error;
                LessonParameters.put(out, grid.time(k), flow.length(), flow.overlap(), training, 0.0);
            }
        } catch (ClosureFailure failure) {
            return new Solution(false, 0, Double.NaN, String.valueOf(failure.getMessage()));
        }
        return Solution.closedForm("Gaussian fields");
    }
}
