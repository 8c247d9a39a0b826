package rugged.theory.rules;

import java.util.List;
import java.util.Locale;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.api.lessons.LearningCurves;
import rugged.index.Named;
import rugged.meanfield.rules.ClosureFailure;
import rugged.meanfield.rules.FieldBins;
import rugged.meanfield.rules.FieldClosure;
import rugged.meanfield.rules.GridClosure;
import rugged.meanfield.rules.LearningRule;
import rugged.meanfield.rules.ParticleClosure;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Learning from a restricted training set by dynamical replica theory, for N to infinity: the dynamics is closed on Q, R and the law P[x|y] of fields on the training set, whose motion needs an average over all students that share
 * them. Level 0 takes fields to be Gaussian given y with q = R^2/Q; level 1 solves for q with conditionally Gaussian functions ({@link ParticleClosure}, a second or two); level 2 is the replica-symmetric closure in full
 * ({@link GridClosure}, half a minute).
 *
 * <p>It is exact for the batch rule of Hebb and for alpha to infinity; elsewhere it is a closure. Set beside simulations from Q = 1, R = 0 at learning rate 1: E_g of the perceptron rule at alpha = 1, t = 10 is 2.5 per cent too small, the
 * training error of the AdaTron at alpha = 2 a third, and E_g of the batch perceptron at alpha = 4 a third too large, where fields pile up at x = 0. Labels without flips. Source: Coolen and Saad, Phys. Rev. E 62, 5444 (2000).
 */
@Named(
        value = "dynamical-replica",
        title = "Dynamical replica theory of learning",
        doc = "Errors and the law of fields of a student that re-uses its examples, by closures of three levels.",
        source = "Coolen and Saad, Phys. Rev. E 62, 5444 (2000)",
        year = 2000,
        topics = {"learning", "learning rules", "mean-field"})
public record DynamicalReplica(
        @Param(doc = "stored examples per weight", symbol = "\u03b1", def = "1", min = 0.0, above = true)
        double alpha,

        @Param(doc = "hebb, perceptron or adatron", def = "perceptron")
        LearningRule rule,

        LessonParameters lessons,

        @Param(doc = "0, 1 or 2: how much of the closure", def = "1", min = 0, max = 2)
        int level,

        @Param(
                doc = "cell of the grid of level 2: the learning rate must be a multiple",
                def = "0.05",
                min = 0.0,
                above = true)
        double dx,

        @Param(doc = "largest field on the grid of level 2", def = "7", min = 1.0, max = 100.0)
        double reach,

        @Param(doc = "lower end of the first bin of fields", def = "-4")
        double from,

        @Param(doc = "upper end of the last bin of fields", def = "6")
        double to,

        @Param(doc = "bins of fields", def = "50", min = 1, max = 10000)
        int bins,

        @Param(doc = "seed of the particles", def = "1") long particles)
        implements TheorySpec {
    private static final double PARTICLES = 90000.0;

    /** Checks the parameters together. */
    public DynamicalReplica {
        FieldBins.check(from, to);
        if (!Double.isFinite(alpha))
            throw new BadParameter("alpha", alpha, "is complete-training-set", "a finite number");
        if (lessons.flips() != 0.0)
            throw new BadParameter("flips", lessons.flips(), "the closure is for labels as the teacher gave them", "0");
        if (level == 2) GridClosure.check(lessons.learningRate(), dx);
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
                LearningCurves.FIELD_VARIANCE);
    }

    @Override
    public Validity validity() {
        return Validity.APPROXIMATE;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        try {
            FieldClosure closure = level == 2
                    ? new GridClosure(lessons.task(rule, alpha), dx, reach)
                    : new ParticleClosure(lessons.task(rule, alpha), level == 0, particles);
            for (int k = 0; k < grid.size(); k++) {
                closure.advance(grid.time(k));
                if (grid.single(k)) write(closure, grid.time(k), out);
            }
        } catch (ClosureFailure failure) {
            return new Solution(false, 0, Double.NaN, String.valueOf(failure.getMessage()));
        }
        return new Solution(true, 0, 0.0, String.format(Locale.ROOT, "closure of level %d", level));
    }

    private void write(FieldClosure closure, double t, Sink out) {
        double q = closure.length();
        double wrong = closure.trainingError();
        double noise = level == 2 ? 0.0 : Math.sqrt(wrong * (1.0 - wrong) / PARTICLES);
        LessonParameters.put(out, t, q, closure.overlap(), wrong, noise);
        FieldBins cells = new FieldBins(from, to, bins);
        for (int b = 0; b < bins; b++) {
            double left = from + b * cells.width();
            double chance = closure.chance(left, left + cells.width());
            double error = level == 2 ? 0.0 : Math.sqrt(chance / PARTICLES) / cells.width();
            LessonParameters.one(out, LearningCurves.FIELD_DENSITY, chance / cells.width(), error, t, cells.middle(b));
        }
        for (int s = 0; s < FieldBins.TEACHER_BINS; s++) {
            double y = FieldBins.meanField(s, FieldBins.TEACHER_BINS);
            LessonParameters.one(out, LearningCurves.FIELD_MEAN, closure.mean(s) / Math.sqrt(q), 0.0, t, y);
            LessonParameters.one(out, LearningCurves.FIELD_VARIANCE, closure.variance(s) / q, 0.0, t, y);
        }
    }
}
