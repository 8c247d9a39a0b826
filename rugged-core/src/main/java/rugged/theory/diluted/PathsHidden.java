package rugged.theory.diluted;

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
import rugged.meanfield.diluted.PathSigns;
import rugged.meanfield.diluted.PlantedPopulation;
import rugged.meanfield.diluted.PlantedPopulation.Settled;
import rugged.params.Param;

/**
 * The state around hidden weights of random active paths over temperatures, as {@code planted-paths} has it at one: its energy and the magnetisation along it, at each temperature where it exists. With one input pattern that is the ferromagnet, stable or metastable; with planted signs, drawn anew at each temperature, a
 * state of the glass. At temperatures where the magnetisation goes to 0, or still drifts, nothing is written: there is no such state, or it is not known whether there is one.
 */
@Named(
        value = "paths-hidden",
        title = "Hidden state of random active paths",
        doc = "Energy and magnetisation of the state around hidden weights over temperatures, by population dynamics.",
        source = "Franz, Mezard, Ricci-Tersenghi, Weigt and Zecchina, Europhys. Lett. 55, 465 (2001)",
        year = 2001,
        topics = {"spin-glass", "mean-field", "planted"})
public record PathsHidden(
        @PathParameters.Layers int layers,
        @PathParameters.Density double alpha,
        @PathParameters.Keep double keep,

        @Param(doc = "signs of the paths: iid, input (one pattern) or planted", def = "input")
        PathSigns couplings,

        @PathParameters.Temperatures List<Double> temperatures,

        @Param(doc = "members of the population", def = "10000", min = 1000, max = 1e8)
        int population,

        @Param(doc = "iterations before anything is averaged", def = "400", min = 1, max = 1e6)
        int iterations,

        @Param(doc = "iterations that are averaged over", def = "100", min = 10, max = 1e6)
        int measured,

        @Param(doc = "seed of the population", def = "1") long populationSeed)
        implements TheorySpec {
    private static final Quantity MAGNETISATION =
            new Quantity("m_plateau", "m", "", List.of("T_k"), "mean cavity magnetisation along the hidden weights");

    public PathsHidden {
        temperatures = PathParameters.required(temperatures);
        PathParameters.requireSigns(couplings);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.PLATEAU_ENERGY, MAGNETISATION);
    }

    @Override
    public Validity validity() {
        return couplings == PathSigns.INPUT ? Validity.REPLICA_SYMMETRIC : Validity.ONE_STEP_RSB;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        double gamma = PathParameters.gamma(layers, alpha, keep);
        boolean ferromagnet = couplings == PathSigns.INPUT;
        List<String> gone = new ArrayList<>();
        List<String> drifting = new ArrayList<>();
        double drift = 0.0;
        for (double t : temperatures) {
            Settled settled = new PlantedPopulation(layers, gamma, t, ferromagnet, population, populationSeed)
                    .settle(iterations, measured);
            if (settled.magnetisation().value() < PathParameters.GONE) {
                gone.add(String.valueOf(t));
                continue;
            }
            drift = Math.max(drift, Math.abs(settled.drift()));
            if (!settled.still()) {
                drifting.add(String.valueOf(t));
                continue;
            }
            out.put(
                    Quantities.PLATEAU_ENERGY,
                    Sink.ALL,
                    settled.energy().value(),
                    settled.energy().error(),
                    t);
            out.put(
                    MAGNETISATION,
                    Sink.ALL,
                    settled.magnetisation().value(),
                    settled.magnetisation().error(),
                    t);
        }
        String words = "a population of " + population + " members; errors of its iterations";
        if (!gone.isEmpty()) words += "; no such state at T = " + String.join(", ", gone);
        if (!drifting.isEmpty())
            words += "; the magnetisation still drifts at T = " + String.join(", ", drifting)
                    + ": nothing is written there";
        return new Solution(drifting.isEmpty(), iterations + measured, drift, words);
    }
}
