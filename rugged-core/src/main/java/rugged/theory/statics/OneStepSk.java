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
 * Sherrington-Kirkpatrick model for N to infinity with one step of replica symmetry breaking ({@link rugged.meanfield.statics.OneStepSpins}): an approximation between the replica-symmetric solution and full breaking. Its energy tends to -0.76526 J at T = 0, for -0.79788 J and -0.76322 J
 * of these. Numbers are right to 1e-8. T = 0.2: a second.
 */
@Named(
        value = "sk-one-step",
        title = "Sherrington-Kirkpatrick model, one step of breaking",
        doc = "Free energy, energy, entropy, both overlaps and breaking point with one step of replica symmetry"
                + " breaking.",
        source = "Parisi, Phys. Lett. A 73, 203 (1979)",
        year = 1979,
        topics = {"spin-glass", "mean-field", "equilibrium"})
public record OneStepSk(
        @SpinTheories.Coupling double coupling,
        @SpinTheories.Mean double mean,
        @SpinTheories.Field double field,
        @SpinTheories.Temperatures List<Double> temperatures)
        implements TheorySpec {
    /** Lowest temperature over J: colder, its double sums take minutes. */
    static final double COLDEST = 0.02;

    public OneStepSk {
        temperatures = List.copyOf(temperatures);
        SpinTheories.requireTemperatures(temperatures, COLDEST * coupling);
        SpinTheories.requireCentred(mean);
        SpinTheories.requireFinite("field", field);
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
        return SpinTheories.oneStep(new SymmetricSpins.Groups(1, coupling, field, field), temperatures, grid, out);
    }
}
