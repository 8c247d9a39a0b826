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
import rugged.meanfield.rules.LessonTask;
import rugged.meanfield.rules.ParticleClosure;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Learning from a restricted training set by dynamical replica theory, for N to infinity: the dynamics is closed on Q, R and the law P[x|y] of fields on the training set, whose motion needs an average over all students that share
 * them. Level 0 takes fields to be Gaussian given y with q = R^2/Q; level 1 solves for q with conditionally Gaussian functions ({@link ParticleClosure}, a second or two); level 2 is the replica-symmetric closure in full
 * ({@link GridClosure}, ten seconds).
 *
 * <p>It is exact for the batch rule of Hebb and for alpha to infinity; elsewhere it is a closure. Beside simulations from Q = 1, R = 0 at learning rate 1, t = 10, the closure of level 1 has an E_g of 0.312 for 0.320 (perceptron rule, alpha = 1),
 * 0.161 for 0.170 (alpha = 4), 0.404 for 0.396 (alpha = 0.5), a training error of 0.078 for 0.107 (AdaTron, alpha = 2), and an E_g of 0.254 for 0.187 where fields pile up at x = 0 (perceptron rule as a batch, alpha = 4). Level 2 comes to the
 * same numbers as its cells become small. Noise of particles: 0.002 of Q and R, 0.0008 of E_g; of the others it stands with them. Labels without flips. Source: Coolen and Saad, Phys. Rev. E 62, 5444 (2000).
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

    /** Scatter of Q and R from one seed of the particles to the next, at t = 10. */
    private static final double OF_ORDER_PARAMETERS = 0.002;

    /** The same of E_g. */
    private static final double OF_ERROR = 0.0008;

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
        double r = closure.overlap();
        boolean exact = level == 2;
        LessonParameters.one(out, LearningCurves.LENGTH, q, exact ? 0.0 : OF_ORDER_PARAMETERS, t);
        LessonParameters.one(out, LearningCurves.OVERLAP, r, exact ? 0.0 : OF_ORDER_PARAMETERS, t);
        LessonParameters.one(out, LearningCurves.TRAINING_ERROR, wrong, noise, t);
        double fresh = LessonTask.generalisationError(q, r);
        LessonParameters.one(out, LearningCurves.GENERALISATION_ERROR, fresh, exact ? 0.0 : OF_ERROR, t);
        FieldBins cells = new FieldBins(from, to, bins);
        for (int b = 0; b < bins; b++) {
            double left = from + b * cells.width();
            double chance = closure.chance(left, left + cells.width());
            double error = level == 2 ? 0.0 : Math.sqrt(chance / PARTICLES) / cells.width();
            LessonParameters.one(out, LearningCurves.FIELD_DENSITY, chance / cells.width(), error, t, cells.middle(b));
        }
        double each = level == 2 ? Double.POSITIVE_INFINITY : PARTICLES / FieldBins.TEACHER_BINS;
        for (int s = 0; s < FieldBins.TEACHER_BINS; s++) {
            double y = FieldBins.meanField(s, FieldBins.TEACHER_BINS);
            double variance = closure.variance(s) / q;
            double mean = closure.mean(s) / Math.sqrt(q);
            LessonParameters.one(out, LearningCurves.FIELD_MEAN, mean, Math.sqrt(variance / each), t, y);
            LessonParameters.one(out, LearningCurves.FIELD_VARIANCE, variance, variance * Math.sqrt(3.0 / each), t, y);
        }
    }
}
