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
 * Sherrington-Kirkpatrick model for N to infinity with full replica symmetry breaking, which is exact (Talagrand, Ann. Math. 163, 221 (2006)), on K + 1 levels ({@link FullBreaking}): free energy, energy, entropy, q(x), and
 * with it P(|q|), of which the innermost bin holds the peak at q(1). Errors given are changes from half as many levels. Above the line of de Almeida and Thouless it is replica symmetric of itself. K = 40: below a second a temperature.
 *
 * <p>The energy at T = 0 is -0.76321667 J (Oppermann and Schmidt, Phys. Rev. E 78, 061124 (2008)); energies of low temperatures tend to it as T^3.
 */
@Named(
        value = "sk-full-rsb",
        title = "Sherrington-Kirkpatrick model, full replica symmetry breaking",
        doc = "Free energy, energy, entropy, q(x) and P(q) of the Sherrington-Kirkpatrick model by Parisi's "
                + "equations.",
        source = "Parisi, J. Phys. A 13, L115 (1980); Crisanti and Rizzo, Phys. Rev. E 65, 046137 (2002)",
        year = 1980,
        topics = {"spin-glass", "mean-field", "equilibrium"})
public record FullBreakingSk(
        @SpinTheories.Coupling double coupling,
        @SpinTheories.Mean double mean,
        @SpinTheories.Field double field,
        @SpinTheories.Temperatures List<Double> temperatures,
        @SpinTheories.Levels int levels,
        @SpinTheories.Window double window,
        @SpinTheories.Bins int bins)
        implements TheorySpec {
    public FullBreakingSk {
        temperatures = List.copyOf(temperatures);
        SpinTheories.requireTemperatures(temperatures, FullBreaking.COLDEST * coupling);
        SpinTheories.requireCentred(mean);
        SpinTheories.requireFinite("field", field);
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
        SymmetricSpins.Groups groups = new SymmetricSpins.Groups(1, coupling, field, field);
        return SpinTheories.broken(groups, temperatures, levels, window, bins, grid, out);
    }
}
