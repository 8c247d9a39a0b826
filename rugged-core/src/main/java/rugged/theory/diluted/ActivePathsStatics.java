package rugged.theory.diluted;

import java.util.List;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.diluted.ProductCore;
import rugged.params.Param;

/**
 * Random active paths for n to infinity: the core at T = 0 with its two thresholds ({@link ProductCore}), exact, and the paramagnet at a temperature, phi = ln 2 + gamma ln cosh(1/T), e = -gamma tanh(1/T), exact above the transition; its entropy is (1 - gamma) ln 2 at T = 0, negative beyond gamma = 1, where
 * there has to be a transition. For couplings of +-1.
 *
 * <p>gamma = alpha rho^(p-1): critical probabilities of keeping a connection are rho_d = (gamma_d/alpha)^(1/(p-1)) and rho_s.
 */
@Named(
        value = "active-paths-statics",
        title = "Core and paramagnet of random active paths",
        doc = "Cores, thresholds of clustering and of frustration, and the paramagnet of diluted p-spin models with"
                + " signs.",
        source = "Mezard, Ricci-Tersenghi and Zecchina, J. Stat. Phys. 111, 505 (2003)",
        year = 2003,
        topics = {"spin-glass", "mean-field", "constraint satisfaction"})
public record ActivePathsStatics(
        @PathParameters.Layers int layers,
        @PathParameters.Density double alpha,
        @PathParameters.Keep double keep,

        @Param(doc = "temperature", symbol = "T", unit = "J", def = "1", min = 0.0, above = true)
        double temperature)
        implements TheorySpec {
    private static final Quantity DENSITY = number("gamma", "\u03b3", "active paths for each kept weight");
    private static final Quantity CLUSTERING =
            number("gamma_d", "\u03b3_{d}", "density of paths from which on solutions are in clusters");
    private static final Quantity SATISFIABLE =
            number("gamma_s", "\u03b3_{s}", "density of paths from which on not all can be satisfied");
    private static final Quantity KEEP_CLUSTERING =
            number("keep_d", "\u03c1_{d}", "probability of keeping a connection at which solutions part; none up to 1");
    private static final Quantity KEEP_SATISFIABLE = number(
            "keep_s", "\u03c1_{s}", "probability of keeping a connection at which paths are frustrated; none up to 1");
    private static final Quantity COMPLEXITY = number(
            "Sigma_0", "\u03a3", "ln of the number of clusters of solutions for each weight; negative: there are none");
    private static final Quantity PARAMAGNET = number("s_para", "s", "entropy of the paramagnet for each weight at T");

    private static Quantity number(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of(), definition);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantities.ENERGY,
                Quantities.CORE_SPINS,
                Quantities.CORE_CONSTRAINTS,
                DENSITY,
                CLUSTERING,
                SATISFIABLE,
                KEEP_CLUSTERING,
                KEEP_SATISFIABLE,
                COMPLEXITY,
                PARAMAGNET);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        double gamma = PathParameters.gamma(layers, alpha, keep);
        double beta = 1.0 / temperature;
        ProductCore core = ProductCore.at(layers, gamma);
        for (int k = 0; k < grid.size(); k++) {
            if (!grid.single(k)) continue;
            out.put(Quantities.ENERGY, Sink.ALL, -gamma * Math.tanh(beta), 0.0, grid.time(k));
            out.put(Quantities.CORE_SPINS, Sink.ALL, core.spins(), 0.0, grid.time(k));
            out.put(Quantities.CORE_CONSTRAINTS, Sink.ALL, core.constraints(), 0.0, grid.time(k));
        }
        out.put(DENSITY, Sink.ALL, gamma, 0.0);
        out.put(CLUSTERING, Sink.ALL, ProductCore.clustering(layers), 0.0);
        out.put(SATISFIABLE, Sink.ALL, ProductCore.satisfiability(layers), 0.0);
        kept(out, KEEP_CLUSTERING, ProductCore.clustering(layers));
        kept(out, KEEP_SATISFIABLE, ProductCore.satisfiability(layers));
        out.put(COMPLEXITY, Sink.ALL, core.complexity(), 0.0);
        double entropy = PathParameters.paramagnet(gamma, beta) - gamma * beta * Math.tanh(beta);
        out.put(PARAMAGNET, Sink.ALL, entropy, 0.0);
        return Solution.closedForm(
                entropy < 0.0
                        ? "cores exact; the paramagnet has a negative entropy at T, so it is not what is there"
                        : "cores exact; the paramagnet as long as no glass takes its place");
    }

    private void kept(Sink out, Quantity quantity, double gamma) {
        double keep = Math.pow(gamma / alpha, 1.0 / (layers - 1));
        if (keep <= 1.0) out.put(quantity, Sink.ALL, keep, 0.0);
    }
}
