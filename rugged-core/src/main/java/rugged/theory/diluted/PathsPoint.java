package rugged.theory.diluted;

import java.util.List;
import java.util.Optional;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.binary.NormalAverage;
import rugged.meanfield.diluted.PathSigns;
import rugged.meanfield.diluted.PlantedPopulation;
import rugged.meanfield.diluted.PlantedPopulation.Settled;
import rugged.meanfield.diluted.ProductCore;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Random active paths at one density and temperature, for n to infinity: thresholds and core at T = 0 ({@link ProductCore}, exact), the paramagnet phi = ln 2 + gamma E ln cosh(J/T), s = phi - (gamma/T) E J tanh(J/T), and the states of the glass by a population around a planted one
 * ({@link PlantedPopulation}): m, their overlap with themselves, and Sigma = phi less their free entropy, above 0 between T_K and T_d. At T = 0 the glass is that of frozen clusters: m = x and Sigma that of the core. gamma = alpha rho^(p-1) are the active paths for each kept weight.
 *
 * <p>Where m goes to 0 there is no state but the liquid, and Sigma is no number; where m still drifts, and for couplings gauss, neither is one. Thresholds and paramagnet to 1e-12; errors of the population are those of batches of its iterations. Seconds.
 *
 * <p>Source: Mezard, Ricci-Tersenghi and Zecchina, J. Stat. Phys. 111, 505 (2003); Franz, Mezard, Ricci-Tersenghi, Weigt and Zecchina, Europhys. Lett. 55, 465 (2001).
 */
@Named(
        value = "active-paths",
        title = "Random active paths at one density and temperature",
        doc = "Thresholds, core, paramagnet and glass of diluted p-spin models.",
        source = "Franz, Mezard, Ricci-Tersenghi, Weigt and Zecchina, Europhys. Lett. 55, 465 (2001)",
        year = 2001,
        topics = {"spin-glass", "mean-field", "constraint satisfaction"})
public record PathsPoint(
        @PathParameters.Layers int layers,
        @PathParameters.Density double alpha,
        @PathParameters.Keep double keep,

        @Param(doc = "active paths for each kept weight, in place of keep", symbol = "\u03b3", min = 0.0, above = true)
        Optional<Double> gamma,

        @Param(doc = "temperature; 0: frozen clusters", symbol = "T", unit = "J", def = "0.5", min = 0.0)
        double temperature,

        @PathParameters.Signs PathSigns couplings,

        @Param(doc = "members of the population", def = "20000", min = 1000, max = 1e8)
        int population,

        @Param(doc = "iterations before anything is averaged", def = "250", min = 1, max = 1e6)
        int iterations,

        @Param(doc = "iterations that are averaged over", def = "150", min = 10, max = 1e6)
        int measured,

        @Param(doc = "seed of the population", def = "1") long populationSeed)
        implements TheorySpec {
    private static final Quantity CLUSTERING =
            number("gamma_d", "\u03b3_{d}", "density of paths from which on solutions are in clusters");
    private static final Quantity FROZEN = number("x_d", "x_{d}", "probability of a weight to be frozen there");
    private static final Quantity SATISFIABLE =
            number("gamma_s", "\u03b3_{s}", "density of paths from which on not all can be satisfied");
    private static final Quantity KEPT_CLUSTERING =
            number("rho_d", "\u03c1_{d}", "probability of keeping a connection at gamma_d; none up to 1");
    private static final Quantity KEPT_SATISFIABLE =
            number("rho_s", "\u03c1_{s}", "probability of keeping a connection at gamma_s; none up to 1");
    private static final Quantity WEIGHTS =
            number("core_weights", "n_{core}", "weights of the core for each kept weight");
    private static final Quantity PATHS = number("core_paths", "m_{core}", "paths of the core for each kept weight");
    private static final Quantity OVERLAP =
            number("m", "m", "mean cavity magnetisation along a planted state; 0 where there is but the liquid");
    private static final Quantity COMPLEXITY =
            number("Sigma", "\u03a3", "complexity for each weight of states like the planted one");
    private static final Quantity FREE_ENTROPY = number("phi", "\u03c6", "ln Z/N of the paramagnet");
    private static final Quantity ENTROPY = number("s", "s", "entropy of the paramagnet for each weight");

    /** Checks the parameters together. */
    public PathsPoint {
        if (!Double.isFinite(alpha)) throw new BadParameter("alpha", alpha, "is no density", "a finite number");
        if (!Double.isFinite(temperature))
            throw new BadParameter("temperature", temperature, "is no temperature", "a finite number");
        if (keep < 1.0 && gamma.isPresent())
            throw new BadParameter(
                    "gamma", gamma.get(), "is given beside keep, rho, which fixes it: alpha rho^(p-1)", "one of them");
        if (gamma.isPresent() && !Double.isFinite(gamma.get()))
            throw new BadParameter("gamma", gamma.get(), "is no density", "a finite number");
    }

    private static Quantity number(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of(), definition);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                CLUSTERING,
                FROZEN,
                SATISFIABLE,
                KEPT_CLUSTERING,
                KEPT_SATISFIABLE,
                WEIGHTS,
                PATHS,
                OVERLAP,
                COMPLEXITY,
                FREE_ENTROPY,
                ENTROPY);
    }

    @Override
    public Validity validity() {
        return Validity.ONE_STEP_RSB;
    }

    private double density() {
        return gamma.orElseGet(() -> PathParameters.gamma(layers, alpha, keep));
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        ProductCore core = ProductCore.at(layers, density());
        out.put(CLUSTERING, Sink.ALL, ProductCore.clustering(layers), 0.0);
        out.put(FROZEN, Sink.ALL, ProductCore.atClustering(layers), 0.0);
        out.put(SATISFIABLE, Sink.ALL, ProductCore.satisfiability(layers), 0.0);
        out.put(KEPT_CLUSTERING, Sink.ALL, kept(ProductCore.clustering(layers)), 0.0);
        out.put(KEPT_SATISFIABLE, Sink.ALL, kept(ProductCore.satisfiability(layers)), 0.0);
        out.put(WEIGHTS, Sink.ALL, core.spins(), 0.0);
        out.put(PATHS, Sink.ALL, core.constraints(), 0.0);
        return temperature == 0.0 ? frozen(core, out) : warm(out);
    }

    /** The probability of keeping a connection at a density. */
    private double kept(double density) {
        double there = Math.pow(density / alpha, 1.0 / (layers - 1));
        return there <= 1.0 ? there : Double.NaN;
    }

    private Solution frozen(ProductCore core, Sink out) {
        out.put(OVERLAP, Sink.ALL, core.frozen(), 0.0);
        out.put(COMPLEXITY, Sink.ALL, core.complexity(), 0.0);
        out.put(FREE_ENTROPY, Sink.ALL, Double.NaN, 0.0);
        out.put(ENTROPY, Sink.ALL, couplings == PathSigns.GAUSS ? Double.NaN : (1.0 - density()) * Math.log(2.0), 0.0);
        return Solution.closedForm("frozen clusters at T = 0, where ln Z is without bound; couplings of +-1");
    }

    private Solution warm(Sink out) {
        double beta = 1.0 / temperature;
        boolean normal = couplings == PathSigns.GAUSS;
        double liquid = normal
                ? Math.log(2.0)
                        + density() * (NormalAverage.of(j -> NormalAverage.logTwoCosh(beta * j)) - Math.log(2.0))
                : PathParameters.paramagnet(density(), beta);
        double satisfied = normal ? NormalAverage.of(j -> j * Math.tanh(beta * j)) : Math.tanh(beta);
        double entropy = liquid - density() * beta * satisfied;
        out.put(FREE_ENTROPY, Sink.ALL, liquid, 0.0);
        out.put(ENTROPY, Sink.ALL, entropy, 0.0);
        String words = entropy < 0.0 ? "; the paramagnet has a negative entropy, so it is not what is there" : "";
        if (!normal) return glass(liquid, words, out);
        out.put(OVERLAP, Sink.ALL, Double.NaN, Double.NaN);
        out.put(COMPLEXITY, Sink.ALL, Double.NaN, Double.NaN);
        return Solution.closedForm("the paramagnet; of couplings gauss no glass is known here" + words);
    }

    private Solution glass(double liquid, String words, Sink out) {
        Settled settled = new PlantedPopulation(
                        layers, density(), temperature, couplings == PathSigns.INPUT, population, populationSeed)
                .settle(iterations, measured);
        boolean gone = settled.magnetisation().value() < PathParameters.GONE;
        boolean known = gone || settled.still();
        boolean states = settled.still() && !gone;
        out.put(
                OVERLAP,
                Sink.ALL,
                known ? settled.magnetisation().value() : Double.NaN,
                settled.magnetisation().error());
        out.put(
                COMPLEXITY,
                Sink.ALL,
                states ? liquid - settled.freeEntropy().value() : Double.NaN,
                settled.freeEntropy().error());
        String found = gone
                ? "m goes to 0: no state but the liquid, and no complexity"
                : states
                        ? "a population of " + population + " members; errors of its iterations"
                        : "m still drifts: more iterations are needed, and it may go to 0";
        return new Solution(true, iterations + measured, Math.abs(settled.drift()), found + words);
    }
}
