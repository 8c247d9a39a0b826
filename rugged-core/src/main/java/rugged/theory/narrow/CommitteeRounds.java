package rugged.theory.narrow;

import java.util.List;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.api.lessons.UnitCurves;
import rugged.index.Named;
import rugged.meanfield.narrow.UnitOverlaps;

/**
 * A Bayes-optimal student committee of two after each round of message passing without damping, for d and n = alpha d to infinity: state evolution from the start that {@code committee-mixing} has. With a hint it is exact round by round (Bayati and Montanari, IEEE Trans. Inf. Theory 57, 764 (2011)) and an
 * instance differs by O(d^-1/2). Without one, units of an instance differ in what they know by chance, O(d^-1/2), which decides after how many rounds they specialise: here it is 1e-4. Times that are no whole rounds are left out.
 *
 * <p>Source: Aubin, Maillard, Barbier, Krzakala, Macris and Zdeborova, NeurIPS 31, 3223 (2018), arXiv:1806.05451.
 */
@Named(
        value = "committee-evolution",
        title = "State evolution of a committee of two",
        doc = "Overlaps of the units of a Bayes-optimal committee with its teacher's, and its errors, after each round"
                + " of message passing.",
        source = "Aubin, Maillard, Barbier, Krzakala, Macris and Zdeborova, NeurIPS 31, 3223 (2018)",
        year = 2018,
        topics = {"learning", "inference", "mean-field"})
public record CommitteeRounds(CommitteeCase student) implements TheorySpec {
    @Override
    public List<Quantity> quantities() {
        return UnitCurves.ALL;
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        UnitOverlaps at = student.start();
        int rounds = 0;
        for (int k = 0; k < grid.size(); k++) {
            if (!grid.single(k) || grid.time(k) != Math.rint(grid.time(k))) continue;
            for (; rounds < grid.time(k); rounds++) at = student.evolution().next(at);
            CommitteeCase.write(at, CommitteeCase.errors(at), Double.NaN, grid.time(k), out);
        }
        return new Solution(true, rounds, 0.0, "round by round");
    }
}
