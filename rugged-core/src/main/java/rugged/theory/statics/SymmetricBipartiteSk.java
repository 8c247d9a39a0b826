package rugged.theory.statics;

import java.util.ArrayList;
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
 * Bipartite Sherrington-Kirkpatrick model for N to infinity with replica symmetry ({@link SymmetricSpins}); energies per spin of N = N1 + N2. It is exact where (J/T)^4 int Dz sech^4 X1 int Dz sech^4 X2 is below 1, at T &gt;= J without
 * fields; below, where the report names the temperatures, it is unstable. The line is that of one field on both groups.
 */
@Named(
        value = "bipartite-sk-statics",
        title = "Bipartite Sherrington-Kirkpatrick model, replica symmetric",
        doc = "Overlaps, free energy, energy and entropy of the bipartite Sherrington-Kirkpatrick model with "
                + "replica symmetry, its stability, and the line of de Almeida and Thouless.",
        source = "Barra, Genovese and Guerra, J. Phys. A 44, 245002 (2011)",
        year = 2011,
        topics = {"spin-glass", "mean-field", "equilibrium"})
public record SymmetricBipartiteSk(
        @SpinTheories.Kappa double kappa,
        @SpinTheories.Coupling double coupling,
        @SpinTheories.FirstField double field1,
        @SpinTheories.SecondField double field2,
        @SpinTheories.Temperatures List<Double> temperatures)
        implements TheorySpec {
    public SymmetricBipartiteSk {
        temperatures = List.copyOf(temperatures);
        SpinTheories.requireTemperatures(temperatures, SpinTheories.COLDEST * coupling);
        SpinTheories.requireFinite("field1", field1);
        SpinTheories.requireFinite("field2", field2);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                SpinTheories.FIRST,
                SpinTheories.SECOND,
                SpinTheories.FREE_ENERGY,
                SpinTheories.ENTROPY,
                Quantities.LADDER_ENERGY,
                SpinTheories.INSTABILITY,
                SpinTheories.LINE);
    }

    @Override
    public Validity validity() {
        return Validity.REPLICA_SYMMETRIC;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        SymmetricSpins.Groups groups = new SymmetricSpins.Groups(kappa, coupling, field1, field2);
        List<Double> unstable = new ArrayList<>();
        for (double t : temperatures) {
            SymmetricSpins of = SymmetricSpins.at(t, groups);
            double instability = of.instability();
            if (instability > 1) unstable.add(t);
            SpinTheories.put(out, SpinTheories.FIRST, of.first(), 0, t);
            SpinTheories.put(out, SpinTheories.SECOND, of.second(), 0, t);
            SpinTheories.put(out, SpinTheories.FREE_ENERGY, of.freeEnergy(), 0, t);
            SpinTheories.put(out, SpinTheories.ENTROPY, (of.energy() - of.freeEnergy()) / t, 0, t);
            SpinTheories.putEnergy(grid, out, of.energy(), 0, t);
            SpinTheories.put(out, SpinTheories.INSTABILITY, instability, 0, t);
            SpinTheories.put(out, SpinTheories.LINE, SymmetricSpins.line(t, groups), 0, t);
        }
        return SpinTheories.symmetric(unstable);
    }
}
