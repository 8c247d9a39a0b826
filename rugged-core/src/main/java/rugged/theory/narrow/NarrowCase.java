package rugged.theory.narrow;

import java.util.Optional;
import rugged.api.Sink;
import rugged.api.lessons.StudentCurves;
import rugged.meanfield.narrow.BayesEvolution;
import rugged.meanfield.narrow.Estimate;
import rugged.meanfield.narrow.MarginLoss;
import rugged.meanfield.narrow.RiskEvolution;
import rugged.meanfield.narrow.StudentOverlaps;
import rugged.meanfield.narrow.TeacherLabel;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/**
 * One student and its teacher, whichever way it learns, by the names that the landscapes have for their parameters. A posterior has m = q and V = 1 - q.
 *
 * @param alpha examples for each weight
 * @param label what the teacher answers
 * @param noise of linear labels
 * @param estimate what the student is
 * @param loss of the risk
 * @param decay of the risk
 * @param hint overlap of the start
 * @param margin 1, the one that is solved
 * @param sphere false, as for all that is solved
 */
public record NarrowCase(
        @Param(doc = "examples for each weight", symbol = "\u03b1", def = "2", min = 0.0, above = true)
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

        @Param(doc = "what the student is: risk, its minimum; bayes, the mean of the posterior", def = "risk")
        Estimate estimate,

        @Param(doc = "loss of an example of the risk: ridge, logistic, hinge or squared-hinge", def = "logistic")
        MarginLoss loss,

        @Param(doc = "weight decay of the risk", symbol = "\u03bb", def = "1", min = 0.0)
        double decay,

        @Param(
                doc = "overlap of the start with the teacher; 0: none but by chance",
                symbol = "q_{0}",
                def = "0",
                min = 0.0,
                max = 0.999999)
        double hint,

        @Param(doc = "margin of the squared hinge of the risk", symbol = "\u03ba", def = "1")
        double margin,

        @Param(doc = "whether |w|^2 = d is kept, which is not solved", def = "false")
        boolean sphere)
        implements ParameterGroup {
    /** Of the means where messages begin that know nothing. */
    private static final double SIZE = 0.01;

    /** Checks what must hold between them. */
    public NarrowCase {
        if (!(alpha > 0.0) || Double.isInfinite(alpha))
            throw new BadParameter("alpha", alpha, "is no density of examples", "a finite number above 0");
        if (!(noise >= 0.0) || Double.isInfinite(noise))
            throw new BadParameter("noise", noise, "is no standard deviation", "a finite number, 0 or above");
        if (!(hint >= 0.0 && hint < 1.0))
            throw new BadParameter(
                    "hint", hint, "exceeds Cauchy and Schwarz: an overlap is below 1", "from 0 to below 1");
        if (margin != 1.0) throw new BadParameter("margin", margin, "is not solved by state evolution here", "1");
        if (sphere) throw new BadParameter("sphere", true, "is not solved by state evolution here", "false");
        if (estimate == Estimate.RISK) loss.require(label, decay, "estimate: bayes");
        else if (!label.taught())
            throw new BadParameter(
                    "label", label == TeacherLabel.RANDOM ? "random" : "mixture", "has no teacher", "sign or abs");
        else if (label == TeacherLabel.LINEAR)
            throw new BadParameter(
                    "label", "linear", "has a posterior that is the ridge minimum", "estimate: risk; or sign, abs");
    }

    private RiskEvolution evolution() {
        return new RiskEvolution(alpha, loss, decay, label, noise);
    }

    private BayesEvolution posterior() {
        return new BayesEvolution(alpha, label);
    }

    private static StudentOverlaps posterior(double q) {
        return new StudentOverlaps(q, q, 1.0 - q);
    }

    StudentOverlaps start() {
        return hint > 0.0 ? new StudentOverlaps(hint, hint, 1.0 - hint) : new StudentOverlaps(0.0, SIZE * SIZE, 1.0);
    }

    StudentOverlaps next(StudentOverlaps now) {
        return estimate == Estimate.RISK
                ? evolution().next(now)
                : posterior(posterior().next(now.q()));
    }

    /** Where rounds end; empty where nothing is found. */
    Optional<StudentOverlaps> fixedPoint() {
        return estimate == Estimate.RISK
                ? evolution().fixedPoint()
                : Optional.of(posterior(posterior().from(start().q())));
    }

    /** Whether the student is the minimum of a risk. */
    boolean minimises() {
        return estimate == Estimate.RISK;
    }

    /** Error on new examples. */
    double error(StudentOverlaps at) {
        return minimises() ? evolution().error(at) : posterior().error(at.q());
    }

    /** Mean loss of the examples that were learnt from; a posterior has none. */
    double trainingLoss(StudentOverlaps at) {
        return minimises() ? evolution().trainingLoss(at) : Double.NaN;
    }

    void write(StudentOverlaps at, double t, Sink out) {
        out.put(StudentCurves.OVERLAP, Sink.ALL, at.m(), 0.0, t);
        out.put(StudentCurves.NORM, Sink.ALL, at.q(), 0.0, t);
        out.put(StudentCurves.GENERALISATION_ERROR, Sink.ALL, error(at), 0.0, t);
        if (minimises()) out.put(StudentCurves.TRAINING_LOSS, Sink.ALL, trainingLoss(at), 0.0, t);
    }
}
