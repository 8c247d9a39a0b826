package rugged.theory.diluted;

import java.util.List;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.diluted.PathSigns;
import rugged.meanfield.diluted.PlantedPopulation;
import rugged.meanfield.diluted.PlantedPopulation.Mean;
import rugged.meanfield.diluted.PlantedPopulation.Settled;
import rugged.params.Param;

/**
 * The glass of random active paths by population dynamics of the planted model ({@link PlantedPopulation}), exact for T_d and T_K of the model with random signs: the overlap with a state of equilibrium, and the complexity Sigma = phi_para - phi_planted of such states, above 0 between T_K and T_d.
 * Where the magnetisation has gone to 0 there are no states but the liquid, and the complexity is noise about 0. With one input pattern all couplings are +1, and Sigma is 0 where the ferromagnet takes over.
 *
 * <p>Errors are those of batches of iterations of one population, and do not see what its size shifts.
 */
@Named(
        value = "planted-paths",
        title = "Glass of random active paths",
        doc = "Overlap and complexity of the glass of diluted p-spin models, by population dynamics of the planted"
                + " model.",
        source = "Franz, Mezard, Ricci-Tersenghi, Weigt and Zecchina, Europhys. Lett. 55, 465 (2001)",
        year = 2001,
        topics = {"spin-glass", "mean-field", "planted"})
public record PlantedPaths(
        @PathParameters.Layers int layers,
        @PathParameters.Density double alpha,
        @PathParameters.Keep double keep,

        @PathParameters.Signs PathSigns couplings,

        @Param(doc = "temperature", symbol = "T", unit = "J", def = "0.5", min = 0.0, above = true)
        double temperature,

        @Param(doc = "members of the population", def = "20000", min = 1000, max = 1e8)
        int population,

        @Param(doc = "iterations before anything is averaged", def = "250", min = 1, max = 1e6)
        int iterations,

        @Param(doc = "iterations that are averaged over", def = "150", min = 10, max = 1e6)
        int measured,

        @Param(doc = "seed of the population", def = "1") long populationSeed)
        implements TheorySpec {
    public PlantedPaths {
        PathParameters.requireSigns(couplings);
    }

    private static final Quantity MAGNETISATION =
            number("m_planted", "m", "mean cavity magnetisation along the planted state");
    private static final Quantity SQUARE =
            number("m2_planted", "m^{2}", "its mean square, the same where the planted state is one of equilibrium");
    private static final Quantity FREE_ENTROPY = number("phi_planted", "\u03c6", "ln Z/N in the planted state");
    private static final Quantity COMPLEXITY =
            number("Sigma_planted", "\u03a3", "free entropy of the paramagnet less that of the planted state");

    private static Quantity number(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of(), definition);
    }

    private static final Quantity ENERGY = number("e_planted", "e", "energy for each weight in the planted state");

    @Override
    public List<Quantity> quantities() {
        return List.of(MAGNETISATION, SQUARE, FREE_ENTROPY, COMPLEXITY, ENERGY);
    }

    @Override
    public Validity validity() {
        return Validity.ONE_STEP_RSB;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        double gamma = PathParameters.gamma(layers, alpha, keep);
        double beta = 1.0 / temperature;
        Settled settled = new PlantedPopulation(
                        layers, gamma, temperature, couplings == PathSigns.INPUT, population, populationSeed)
                .settle(iterations, measured);
        put(out, MAGNETISATION, settled.magnetisation());
        put(out, SQUARE, settled.square());
        put(out, FREE_ENTROPY, settled.freeEntropy());
        put(out, ENERGY, settled.energy());
        double liquid = PathParameters.paramagnet(gamma, beta);
        put(
                out,
                COMPLEXITY,
                new Mean(
                        liquid - settled.freeEntropy().value(),
                        settled.freeEntropy().error()));
        if (settled.magnetisation().value() < PathParameters.GONE)
            return Solution.closedForm("the magnetisation goes to 0: no state but the liquid");
        return new Solution(
                settled.still(),
                iterations + measured,
                Math.abs(settled.drift()),
                settled.still()
                        ? "a population of " + population + " members; errors of its iterations"
                        : "the magnetisation still drifts: more iterations are needed, and it may go to 0");
    }

    private static void put(Sink out, Quantity quantity, Mean mean) {
        out.put(quantity, Sink.ALL, mean.value(), mean.error());
    }
}
