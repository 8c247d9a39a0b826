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
 * Sherrington-Kirkpatrick model for N to infinity with replica symmetry, in a field h ({@link SymmetricSpins} with equal groups): q = int Dz tanh^2 X, X = (J sqrt(q) z + h)/T. It is exact where (J/T)^2 int Dz sech^4 X is below 1,
 * at T &gt;= J without field; below, where the report names the temperatures, it is unstable: its energy at T = 0 is -0.798 J, lower than the true -0.763 J, and its entropy is negative.
 */
@Named(
        value = "sk-statics",
        title = "Sherrington-Kirkpatrick model, replica symmetric",
        doc = "Overlap, free energy, energy and entropy of the Sherrington-Kirkpatrick model with replica "
                + "symmetry, its stability, and the line of de Almeida and Thouless.",
        source = "Sherrington and Kirkpatrick, Phys. Rev. Lett. 35, 1792 (1975); de Almeida and Thouless, J. Phys. "
                + "A 11, 983 (1978)",
        year = 1978,
        topics = {"spin-glass", "mean-field", "equilibrium"})
public record SymmetricSk(
        @SpinTheories.Coupling double coupling,
        @SpinTheories.Mean double mean,
        @SpinTheories.Field double field,
        @SpinTheories.Temperatures List<Double> temperatures)
        implements TheorySpec {
    public SymmetricSk {
        temperatures = List.copyOf(temperatures);
        SpinTheories.requireTemperatures(temperatures, SpinTheories.COLDEST * coupling);
        SpinTheories.requireCentred(mean);
        SpinTheories.requireFinite("field", field);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                SpinTheories.OVERLAP,
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
        SymmetricSpins.Groups groups = new SymmetricSpins.Groups(1, coupling, field, field);
        List<Double> unstable = new ArrayList<>();
        for (double t : temperatures) {
            SymmetricSpins of = SymmetricSpins.at(t, groups);
            double instability = Math.sqrt(of.instability());
            if (instability > 1) unstable.add(t);
            SpinTheories.put(out, SpinTheories.OVERLAP, of.first(), 0, t);
            SpinTheories.put(out, SpinTheories.FREE_ENERGY, of.freeEnergy(), 0, t);
            SpinTheories.put(out, SpinTheories.ENTROPY, (of.energy() - of.freeEnergy()) / t, 0, t);
            SpinTheories.putEnergy(grid, out, of.energy(), 0, t);
            SpinTheories.put(out, SpinTheories.INSTABILITY, instability, 0, t);
            SpinTheories.put(out, SpinTheories.LINE, SymmetricSpins.line(t, groups), 0, t);
        }
        return SpinTheories.symmetric(unstable);
    }
}
