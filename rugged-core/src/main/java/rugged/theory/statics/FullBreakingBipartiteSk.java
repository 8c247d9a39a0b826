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
import rugged.meanfield.statics.FullBreaking;
import rugged.meanfield.statics.SymmetricSpins;

/**
 * Bipartite Sherrington-Kirkpatrick model for N to infinity with replica symmetry broken in both groups at once, on K + 1 levels ({@link FullBreaking}): free energy, energy and entropy per spin of N = N1 + N2, q1(x), and with
 * q = n1 q1 + n2 q2 the distribution P(|q|). Errors given are changes from half as many levels. Groups of one size have the numbers of the Sherrington-Kirkpatrick model. K = 40: some two seconds a temperature.
 */
@Named(
        value = "bipartite-sk-full-rsb",
        title = "Bipartite Sherrington-Kirkpatrick model, full replica symmetry breaking",
        doc = "Free energy, energy, entropy, q(x) and P(q) of the bipartite Sherrington-Kirkpatrick model by "
                + "Parisi's equations for two groups.",
        source = "Hartnett, Parker and Geist, Phys. Rev. E 98, 022116 (2018)",
        year = 2018,
        topics = {"spin-glass", "mean-field", "equilibrium"})
public record FullBreakingBipartiteSk(
        @SpinTheories.Kappa double kappa,
        @SpinTheories.Coupling double coupling,
        @SpinTheories.FirstField double field1,
        @SpinTheories.SecondField double field2,
        @SpinTheories.Temperatures List<Double> temperatures,
        @SpinTheories.Levels int levels,
        @SpinTheories.Window double window,
        @SpinTheories.Bins int bins)
        implements TheorySpec {
    public FullBreakingBipartiteSk {
        temperatures = List.copyOf(temperatures);
        SpinTheories.requireTemperatures(temperatures, FullBreaking.COLDEST * coupling);
        SpinTheories.requireFinite("field1", field1);
        SpinTheories.requireFinite("field2", field2);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                SpinTheories.FREE_ENERGY,
                SpinTheories.ENTROPY,
                Quantities.LADDER_ENERGY,
                SpinTheories.LARGEST,
                SpinTheories.FUNCTION,
                Quantities.LADDER_OVERLAPS,
                Quantities.LADDER_SHARE);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        SymmetricSpins.Groups groups = new SymmetricSpins.Groups(kappa, coupling, field1, field2);
        return SpinTheories.broken(groups, temperatures, levels, window, bins, grid, out);
    }
}
