package rugged.theory.narrow;

import java.util.List;
import java.util.Optional;
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
 * What a narrow student knows in the end, for d and n = alpha d to infinity: the fixed point of state evolution, at every time alike. Of a convex risk there is one, its minimum (replica symmetric, exact); its equations stand at {@code rugged.meanfield.narrow.RiskEvolution}.
 * Of a posterior it is where messages come to rest that begin with the hint; a student of phases who begins with none or little stays below the spinodal, one of much knowledge finds the teacher before. A posterior has no loss.
 * Risks to 1e-10, posteriors of signs to 1e-10, of phases to 1e-7. A millisecond; seconds for phases.
 *
 * <p>Source: Aubin, Krzakala, Lu and Zdeborova, NeurIPS 33, 12199 (2020), arXiv:2006.06560; Barbier, Krzakala, Macris, Miolane and Zdeborova, PNAS 116, 5451 (2019).
 */
@Named(
        value = "multi-index",
        title = "Narrow students in high dimension",
        doc = "Overlap with the teacher, norm, generalisation error and training loss of the minimum of a risk, or of"
                + " the mean of a posterior.",
        source = "Aubin, Krzakala, Lu and Zdeborova, NeurIPS 33, 12199 (2020)",
        year = 2020,
        topics = {"learning", "inference", "mean-field"})
public record NarrowTheory(NarrowCase student) implements TheorySpec {
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
        Optional<StudentOverlaps> found = student.fixedPoint();
        if (found.isEmpty()) return new Solution(false, 0, Double.NaN, "no fixed point was reached");
        for (int k = 0; k < grid.size(); k++) if (grid.single(k)) student.write(found.get(), grid.time(k), out);
        return Solution.closedForm(found.get().m() == 1.0 ? "the teacher" : "fixed point of state evolution");
    }
}
