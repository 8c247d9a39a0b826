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
import rugged.meanfield.rules.CommitteeFlow;
import rugged.meanfield.rules.CommitteeOverlaps;
import rugged.params.Param;

/**
 * Overlaps of a soft committee under on-line descent with fresh examples, for N to infinity ({@link CommitteeFlow}): the plateau on which units of the student are alike, and the escape from it, whose time depends on the logarithm of what sets them
 * apart at the start. At finite N overlaps of the start that are not exactly those asked for count as much. Integrated to 1e-7. Source: Saad and Solla, Phys. Rev. E 52, 4225 (1995).
 */
@Named(
        value = "soft-committee-flow",
        title = "Order parameters of a soft committee",
        doc = "Overlaps and generalisation error under on-line descent, by ordinary differential equations.",
        source = "Saad and Solla, Phys. Rev. E 52, 4225 (1995)",
        year = 1995,
        topics = {"learning", "learning rules", "mean-field"})
public record SoftCommitteeFlow(
        @Param(doc = "hidden units of the teacher", symbol = "M", def = "2", min = 1, max = 20)
        int teachers,

        @Param(doc = "squared lengths of the student's units at the start, one for each", def = "[0.4, 0.2]")
        List<Double> lengths,

        @Param(
                doc = "overlap of the first unit of the student with the first of the teacher at the start",
                def = "0.05")
        double shift,

        @Param(doc = "learning rate", symbol = "\u03b7", def = "1", min = 0.0, above = true)
        double learningRate)
        implements TheorySpec {
    /** Checks the covariance of the start. */
    public SoftCommitteeFlow {
        lengths = List.copyOf(lengths);
        CommitteeOverlaps.start(lengths, teachers, shift);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                LearningCurves.GENERALISATION_LOSS,
                LearningCurves.UNIT_OVERLAP,
                LearningCurves.UNIT_TEACHER,
                LearningCurves.SPECIALISATION);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        CommitteeFlow flow = new CommitteeFlow(CommitteeOverlaps.start(lengths, teachers, shift), learningRate);
        try {
            for (int k = 0; k < grid.size(); k++) {
                flow.advance(grid.time(k));
                if (grid.single(k)) LearningCurves.put(flow.overlaps(), 1.0, Sink.ALL, 0.0, grid.time(k), out);
            }
        } catch (ClosureFailure failure) {
            return new Solution(false, 0, Double.NaN, String.valueOf(failure.getMessage()));
        }
        return Solution.closedForm("ordinary differential equations");
    }
}
