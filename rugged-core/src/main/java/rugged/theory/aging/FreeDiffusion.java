package rugged.theory.aging;

import java.util.List;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.params.Param;

/**
 * Free diffusion: where nothing but the noise of independent steps moves the state, Delta(t, tw) = D(tw) n after n steps, D the displacement of one step.
 * In units of that noise every age lies on the line Delta/D = n. Drift lifts curves above it (ballistic motion grows as n^2), confinement bends them below.
 *
 * <p>Source: the sum of n independent steps. Time counts steps times {@code tick}.
 */
@Named(
        value = "free-diffusion",
        title = "Free diffusion",
        doc = "Displacement of a walk with the noise of one step and nothing else: Delta/D is the number of steps.",
        source = "A. Einstein, Ann. Phys. 322, 549 (1905)",
        year = 1905,
        topics = {"noise", "aging"})
public record FreeDiffusion(
        @Param(
                doc = "time of one step",
                def = "1",
                min = 0,
                above = true,
                reason = "the clock of optimisers counts steps")
        double tick)
        implements TheorySpec {
    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.NOISE_SCALED);
    }

    @Override
    public Validity validity() {
        return Validity.EXACT;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        for (int k = 0; k < grid.size(); k++) {
            for (int a = 0; a < grid.ages(); a++) {
                if (!grid.due(k, a)) continue;
                double steps = (grid.time(k) - grid.age(a)) / tick;
                out.put(Quantities.NOISE_SCALED, Sink.ALL, steps, 0.0, grid.time(k), grid.age(a));
            }
        }
        return Solution.closedForm("independent steps");
    }
}
