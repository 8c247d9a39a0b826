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
import rugged.meanfield.statics.LayeredStatics;
import rugged.meanfield.statics.SymmetricSpins;

/**
 * Sherrington-Kirkpatrick model for N to infinity with replica symmetry, in a field h ({@link SymmetricSpins} with equal groups): q = int Dz tanh^2 X, X = (J sqrt(q) z + h)/T. It is exact where (J/T)^2 int Dz sech^4 X is below 1,
 * at T &gt;= J without field; below, where the report names the temperatures, it is unstable: its energy at T = 0 is -0.798 J, lower than the true -0.763 J, and its entropy is negative.
 *
 * <p>With a ferromagnetic mean J0 of the couplings X = (J sqrt(q) z + J0 m + h)/T, m = int Dz tanh X, from all spins up ({@link LayeredStatics} with two layers, which has the same equations): a ferromagnet below T = J0 for J0 &gt; J. No line is drawn then.
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
        SpinTheories.requireFinite("mean", mean);
        SpinTheories.requireFinite("field", field);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                SpinTheories.OVERLAP,
                SpinTheories.MAGNETISATION,
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
        if (mean != 0) return magnetised(grid, out);
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

    private Solution magnetised(Schedule grid, Sink out) {
        LayeredStatics.Net net = new LayeredStatics.Net(2, mean, coupling, field);
        List<Double> unstable = new ArrayList<>();
        int rounds = 0;
        for (double t : temperatures) {
            LayeredStatics of = LayeredStatics.at(t, net, 1);
            if (of.instability() > 1) unstable.add(t);
            rounds += of.rounds();
            SpinTheories.put(out, SpinTheories.OVERLAP, of.overlap(), of.change(), t);
            SpinTheories.put(out, SpinTheories.MAGNETISATION, of.magnetisation(), of.change(), t);
            SpinTheories.put(out, SpinTheories.FREE_ENERGY, of.freeEnergy(), 0, t);
            SpinTheories.put(out, SpinTheories.ENTROPY, (of.energy() - of.freeEnergy()) / t, 0, t);
            SpinTheories.putEnergy(grid, out, of.energy(), 0, t);
            SpinTheories.put(out, SpinTheories.INSTABILITY, of.instability(), 0, t);
        }
        Solution solution = SpinTheories.symmetric(unstable);
        return new Solution(true, rounds, 0.0, solution.branch());
    }
}
