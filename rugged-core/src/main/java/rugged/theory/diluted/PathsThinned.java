package rugged.theory.diluted;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.api.constraint.DilutionCurves;
import rugged.index.Named;
import rugged.meanfield.diluted.PlantedPopulation;
import rugged.meanfield.diluted.PlantedPopulation.Settled;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The state around hidden weights while connections are cut, at the temperature at which these weights are a configuration of equilibrium: their overlap with the weights of that state, those that are kept, by population dynamics ({@link PlantedPopulation}) at each of evenly spaced rho, and the share of violated paths, 1/(1 + e^(2/T)) at every rho, in the state and in the liquid alike. The state begins at rho_melts, to half of the
 * distance of neighbours; with the liquid it is in equilibrium at rho_equal, where the complexity Sigma passes 0, by interpolation. Above it the hidden state is the equilibrium, below the liquid; from rho_melts to rho_equal the state is metastable. Exact for infinite width.
 *
 * <p>Cost: some 250 + 150 passes through the population for each rho.
 */
@Named(
        value = "paths-thinned",
        title = "Hidden weights while paths are cut",
        doc = "Overlap with hidden weights against the share of connections that are kept, and where their state"
                + " begins and becomes the equilibrium, by population dynamics.",
        source = "Franz, Mezard, Ricci-Tersenghi, Weigt and Zecchina, Europhys. Lett. 55, 465 (2001)",
        year = 2001,
        topics = {"spin-glass", "mean-field", "planted", "phase transitions"})
public record PathsThinned(
        @PathParameters.Layers int layers,
        @PathParameters.Density double alpha,

        @Param(doc = "temperature", symbol = "T", unit = "J", def = "0.6", min = 0.0, above = true)
        double temperature,

        @Param(doc = "lowest rho", symbol = "\u03c1", def = "0.7", min = 0.0, above = true, max = 1.0)
        double from,

        @Param(doc = "highest rho", symbol = "\u03c1", def = "1", min = 0.0, above = true, max = 1.0)
        double to,

        @Param(doc = "values of rho, both ends among them", def = "61", min = 2, max = 100000)
        int points,

        @Param(doc = "members of the population", def = "10000", min = 1000, max = 1e8)
        int population,

        @Param(doc = "iterations before anything is averaged", def = "250", min = 1, max = 1e6)
        int iterations,

        @Param(doc = "iterations that are averaged over", def = "150", min = 10, max = 1e6)
        int measured,

        @Param(doc = "seed of the population", def = "1") long populationSeed)
        implements TheorySpec {
    private static final Quantity MELTS =
            new Quantity("rho_melts", "\\rho_{d}", "", List.of(), "rho from which on there is a hidden state");
    private static final Quantity EQUAL = new Quantity(
            "rho_equal", "\\rho_{K}", "", List.of(), "rho from which on the hidden state is the equilibrium");

    public PathsThinned {
        if (!(from < to)) throw new BadParameter("from", from, "is not below the highest rho, " + to, "below it");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(DilutionCurves.HIDDEN, DilutionCurves.VIOLATED, MELTS, EQUAL);
    }

    @Override
    public Validity validity() {
        return Validity.ONE_STEP_RSB;
    }

    private double keep(int k) {
        return k == points - 1 ? to : from + (to - from) * k / (points - 1);
    }

    /** What there is at one rho: no state where m is not a number. */
    private record Place(double keep, double m, double error, double complexity, double complexityError) {}

    @Override
    public Solution solve(Schedule grid, Sink out) {
        List<Place> places = new ArrayList<>();
        List<String> drifting = new ArrayList<>();
        for (int k = 0; k < points; k++) {
            double keep = keep(k);
            double gamma = PathParameters.gamma(layers, alpha, keep);
            Settled settled = new PlantedPopulation(layers, gamma, temperature, false, population, populationSeed)
                    .settle(iterations, measured);
            out.put(DilutionCurves.VIOLATED, Sink.ALL, 1.0 / (1.0 + Math.exp(2.0 / temperature)), 0.0, keep);
            boolean gone = settled.magnetisation().value() < PathParameters.GONE;
            if (!gone && !settled.still()) drifting.add(String.format(Locale.ROOT, "%.4g", keep));
            double m = gone || !settled.still()
                    ? Double.NaN
                    : settled.magnetisation().value();
            if (!Double.isNaN(m))
                out.put(
                        DilutionCurves.HIDDEN,
                        Sink.ALL,
                        m,
                        settled.magnetisation().error(),
                        keep);
            places.add(new Place(
                    keep,
                    m,
                    settled.magnetisation().error(),
                    PathParameters.paramagnet(gamma, 1.0 / temperature)
                            - settled.freeEntropy().value(),
                    settled.freeEntropy().error()));
        }
        String words = "a population of " + population + " members; errors of its iterations" + melting(places, out)
                + equality(places, out);
        if (!drifting.isEmpty())
            words += "; the magnetisation still drifts at rho = " + String.join(", ", drifting)
                    + ": nothing is written there";
        // a state that drifts lies where states end, which is what rho_melts is about
        return new Solution(true, points * (iterations + measured), 0.0, words);
    }

    /** Between the highest rho without a state and the next. */
    private static String melting(List<Place> places, Sink out) {
        for (int k = places.size() - 2; k >= 0; k--) {
            if (!Double.isNaN(places.get(k).m)) continue;
            Place next = places.get(k + 1);
            if (Double.isNaN(next.m)) break;
            double half = 0.5 * (next.keep - places.get(k).keep);
            out.put(MELTS, Sink.ALL, next.keep - half, half);
            return "";
        }
        return "; it holds a state everywhere, or nowhere, from the lowest rho to the highest";
    }

    /** A line between the two neighbours at which Sigma has different signs. */
    private static String equality(List<Place> places, Sink out) {
        for (int k = places.size() - 1; k > 0; k--) {
            Place high = places.get(k);
            Place low = places.get(k - 1);
            if (Double.isNaN(low.m) || Double.isNaN(high.m)) break;
            if (high.complexity < 0.0 && low.complexity >= 0.0) {
                double slope = (high.complexity - low.complexity) / (high.keep - low.keep);
                double error = Math.max(high.complexityError, low.complexityError) / Math.abs(slope);
                out.put(EQUAL, Sink.ALL, low.keep - low.complexity / slope, error);
                return "";
            }
        }
        return "; the complexity of the hidden state does not pass 0 from the lowest rho to the highest";
    }
}
