package rugged.theory.rules;

import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.lessons.LearningCurves;
import rugged.meanfield.rules.LearningRule;
import rugged.meanfield.rules.LessonTask;
import rugged.meanfield.rules.Rehearsal;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/** What a student does, as theories of learning ask for it: the names are those of the landscape and of the dynamics, whose values hold where a study names no others. */
public record LessonParameters(
        @Param(doc = "on-line or batch", also = "updates", def = "on-line")
        Rehearsal order,

        @Param(doc = "learning rate", symbol = "\u03b7", def = "1", min = 0.0, above = true)
        double learningRate,

        @Param(doc = "decay of the weights", symbol = "\u03b3", def = "0", min = 0.0)
        double decay,

        @Param(doc = "probability that a stored label is flipped", symbol = "\u03bb", def = "0", min = 0.0, max = 0.5)
        double flips,

        @Param(doc = "Q of the start", symbol = "Q_{0}", def = "1", min = 0.0, above = true)
        double length,

        @Param(doc = "R of the start", symbol = "R_{0}", def = "0")
        double overlap)
        implements ParameterGroup {
    /** Refuses an order that no theory describes, and lengths that contradict one another. */
    public LessonParameters {
        if (order == Rehearsal.EPOCHS)
            throw new BadParameter(
                    "order", "epochs", "the theory is for examples that are drawn independently", "on-line or batch");
        if (!(overlap * overlap <= length))
            throw new BadParameter(
                    "overlap",
                    overlap,
                    "overlap larger than length allows: R0^2 is above Q0 = " + length,
                    "at most " + Math.sqrt(length) + " in size");
    }

    LessonTask task(LearningRule rule, double alpha) {
        return new LessonTask(rule, order == Rehearsal.BATCH, alpha, learningRate, decay, length, overlap);
    }

    /** Writes the order parameters and errors of one time. */
    static void put(Sink out, double t, double q, double r, double training, double noise) {
        one(out, LearningCurves.LENGTH, q, 0.0, t);
        one(out, LearningCurves.OVERLAP, r, 0.0, t);
        one(out, LearningCurves.TRAINING_ERROR, training, noise, t);
        one(out, LearningCurves.GENERALISATION_ERROR, LessonTask.generalisationError(q, r), 0.0, t);
    }

    static void one(Sink out, Quantity quantity, double value, double error, double... axes) {
        out.put(quantity, Sink.ALL, value, error, axes);
    }
}
