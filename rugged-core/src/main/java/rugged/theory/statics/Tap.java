package rugged.theory.statics;

import java.util.List;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.Mixture;
import rugged.meanfield.Threshold;
import rugged.meanfield.statics.TapState;
import rugged.meanfield.statics.ZeroTemperature;
import rugged.params.BadParameter;
import rugged.params.Param;

/** States followed in temperature: see {@link TapState}. */
@Named(
        value = "tap",
        title = "Metastable states followed in temperature",
        doc = "Self-overlap and free energy of the states of a pure spherical glass as functions of temperature; they"
                + " do not cross, and end at their spinodals.",
        source = "Kurchan, Parisi and Virasoro, J. Phys. I 3, 1819 (1993)",
        year = 1993,
        topics = {"spin-glass", "mean-field", "landscape"})
public record Tap(
        @Param(doc = "one order p >= 3", def = "3", symbol = "f")
        Mixture mixture,

        @Param(
                doc = "energies of the states at T = 0; none takes the ground state, the threshold and one between",
                def = "[]")
        List<Double> energies,

        @Param(doc = "temperatures, evenly spaced from 0 to the last spinodal", def = "11", min = 2, max = 10000)
        int points)
        implements TheorySpec {
    private static final List<String> AXES = List.of("e0", "T");
    private static final Quantity OVERLAP = new Quantity("q_tap", "q", "", AXES, "self-overlap of the state");
    private static final Quantity FREE_ENERGY = new Quantity("F_tap", "F/N", "J", AXES, "free energy of the state");

    public Tap {
        energies = List.copyOf(energies);
        if (!mixture.pure() || mixture.lowest() < 3)
            throw new BadParameter("mixture", mixture, "states are followed for one order of weight 1", "3, 4, 5 ...");
        for (double energy : energies) TapState.at(mixture, energy, 0);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(OVERLAP, FREE_ENERGY);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        double low = ZeroTemperature.groundState(mixture).energy();
        double high = Threshold.energy(mixture);
        List<Double> followed = energies.isEmpty() ? List.of(low, 0.5 * (low + high), high) : energies;
        double last = followed.stream()
                .mapToDouble(e -> TapState.spinodal(mixture.lowest(), e))
                .max()
                .orElse(1);
        for (double energy : followed) {
            for (int k = 0; k < points; k++) {
                double temperature = last * k / (points - 1);
                var state = TapState.at(mixture, energy, temperature);
                out.put(OVERLAP, Sink.ALL, state.map(TapState::q).orElse(Double.NaN), 0.0, energy, temperature);
                out.put(
                        FREE_ENERGY,
                        Sink.ALL,
                        state.map(TapState::freeEnergy).orElse(Double.NaN),
                        0.0,
                        energy,
                        temperature);
            }
        }
        return Solution.closedForm("states in closed form");
    }
}
