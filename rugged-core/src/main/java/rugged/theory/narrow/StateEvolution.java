package rugged.theory.narrow;

import java.util.List;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.api.lessons.StudentCurves;
import rugged.index.Named;
import rugged.meanfield.narrow.StudentOverlaps;

/**
 * A narrow student after each round of message passing without damping, for d and n = alpha d to infinity: state evolution from the start that {@code multi-index-mixing} has, means of overlap with the teacher and with one another as the hint says, or small normal numbers. Exact round by round
 * (Bayati and Montanari, IEEE Trans. Inf. Theory 57, 764 (2011)); an instance differs by O(d^-1/2). Times that are no whole rounds are left out.
 *
 * <p>Source: Rangan, Proc. IEEE ISIT, 2168 (2011); Aubin, Krzakala, Lu and Zdeborova, arXiv:2006.06560.
 */
@Named(
        value = "state-evolution",
        title = "State evolution of a narrow student",
        doc = "Overlap with the teacher, norm, generalisation error and training loss after each round of message"
                + " passing.",
        source = "Rangan, Proc. IEEE ISIT, 2168 (2011)",
        year = 2011,
        topics = {"learning", "inference", "mean-field"})
public record StateEvolution(NarrowCase student) implements TheorySpec {
    @Override
    public List<Quantity> quantities() {
        return StudentCurves.ALL;
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        StudentOverlaps at = student.start();
        int rounds = 0;
        for (int k = 0; k < grid.size(); k++) {
            if (!grid.single(k) || grid.time(k) != Math.rint(grid.time(k))) continue;
            for (; rounds < grid.time(k); rounds++) at = student.next(at);
            student.write(at, grid.time(k), out);
        }
        return new Solution(true, rounds, 0.0, "round by round");
    }
}
