package rugged.theory.statics;

import java.util.List;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.statics.SymmetricSpins;

/**
 * Bipartite Sherrington-Kirkpatrick model for N to infinity with one step of replica symmetry breaking in both groups at once ({@link rugged.meanfield.statics.OneStepSpins}), one breaking point for both: an approximation between the replica-symmetric solution and full breaking. Overlaps
 * written are those of the first group. Groups of one size have the numbers of the Sherrington-Kirkpatrick model. Numbers are right to 1e-8.
 */
@Named(
        value = "bipartite-sk-one-step",
        title = "Bipartite Sherrington-Kirkpatrick model, one step of breaking",
        doc = "Free energy, energy, entropy, both overlaps and breaking point of two groups with one step of replica"
                + " symmetry breaking.",
        source = "Parisi, Phys. Lett. A 73, 203 (1979); Hartnett, Parker and Geist, Phys. Rev. E 98, 022116 (2018)",
        year = 2018,
        topics = {"spin-glass", "mean-field", "equilibrium"})
public record OneStepBipartiteSk(
        @SpinTheories.Kappa double kappa,
        @SpinTheories.Coupling double coupling,
        @SpinTheories.FirstField double field1,
        @SpinTheories.SecondField double field2,
        @SpinTheories.Temperatures List<Double> temperatures)
        implements TheorySpec {
    public OneStepBipartiteSk {
        temperatures = List.copyOf(temperatures);
        SpinTheories.requireTemperatures(temperatures, OneStepSk.COLDEST * coupling);
        SpinTheories.requireFinite("field1", field1);
        SpinTheories.requireFinite("field2", field2);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                SpinTheories.FREE_ENERGY,
                SpinTheories.ENTROPY,
                Quantities.LADDER_ENERGY,
                SpinTheories.SMALLEST,
                SpinTheories.LARGEST,
                SpinTheories.BREAKING);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        SymmetricSpins.Groups groups = new SymmetricSpins.Groups(kappa, coupling, field1, field2);
        return SpinTheories.oneStep(groups, temperatures, grid, out);
    }
}
