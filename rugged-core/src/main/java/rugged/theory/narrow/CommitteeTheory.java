package rugged.theory.narrow;

import java.util.List;
import java.util.stream.Stream;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.api.lessons.UnitCurves;
import rugged.index.Named;
import rugged.meanfield.narrow.CommitteeEvolution;
import rugged.meanfield.narrow.UnitOverlaps;
import rugged.params.Param;

/**
 * What a Bayes-optimal student committee of two knows in the end, for d and n = alpha d to infinity: a fixed point of state evolution, at every time alike (replica symmetric, exact for a posterior; equations at {@code rugged.meanfield.narrow.CommitteeEvolution}). Up to alpha = 2.0524(2) units know as much of
 * one of the teacher's units as of the other, q_11 = q_12; above, they specialise, continuously, and the fixed point whose units are alike is there but unstable. The mean of the posterior has m = q. Overlaps to 1e-9 away from the transition, rates of errors to 2e-5. Seconds, more near the transition.
 *
 * <p>Source: Aubin, Maillard, Barbier, Krzakala, Macris and Zdeborova, NeurIPS 31, 3223 (2018), arXiv:1806.05451, whose committee has another law where units disagree.
 */
@Named(
        value = "committee",
        title = "Committee of two in high dimension",
        doc = "Overlaps of the units of a Bayes-optimal committee with its teacher's, and its errors.",
        source = "Aubin, Maillard, Barbier, Krzakala, Macris and Zdeborova, NeurIPS 31, 3223 (2018)",
        year = 2018,
        topics = {"learning", "inference", "mean-field"})
public record CommitteeTheory(
        CommitteeCase student,

        @Param(
                doc = "which fixed point: reached from the start, equilibrium (largest free entropy), or alike"
                        + " (units are the same)",
                def = "reached")
        CommitteeBranch branch)
        implements TheorySpec {
    private static final double NEAR = 1e-7;
    private static final double ALL_BUT = 0.999;
    /** q_d of units that count as alike. */
    private static final double SAME = 1e-5;

    @Override
    public List<Quantity> quantities() {
        return Stream.concat(UnitCurves.ALL.stream(), Stream.of(Quantities.MESSAGE_ENTROPY))
                .toList();
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        CommitteeEvolution evolution = student.evolution();
        UnitOverlaps found = found(evolution);
        double residual = Math.abs(evolution.next(found).own() - found.own());
        if (!(residual < NEAR)) return new Solution(false, 0, residual, "no fixed point was reached");
        double[] errors = CommitteeCase.errors(found);
        double entropy = 0.5 * evolution.freeEntropy(found);
        for (int k = 0; k < grid.size(); k++)
            if (grid.single(k)) CommitteeCase.write(found, errors, entropy, grid.time(k), out);
        String words = Math.abs(found.specialisation()) < SAME ? "units are alike" : "units have specialised";
        return new Solution(true, 0, residual, words);
    }

    private UnitOverlaps found(CommitteeEvolution evolution) {
        return switch (branch) {
            case REACHED -> evolution.from(student.start());
            case ALIKE -> evolution.alike();
            case EQUILIBRIUM -> {
                UnitOverlaps alike = evolution.alike();
                UnitOverlaps informed = evolution.from(UnitOverlaps.alike(ALL_BUT, 0.0));
                yield evolution.freeEntropy(informed) > evolution.freeEntropy(alike) ? informed : alike;
            }
        };
    }
}
