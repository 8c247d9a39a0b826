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
import rugged.meanfield.binary.NormalAverage;
import rugged.meanfield.diluted.PathSigns;

/**
 * The liquid of random active paths over temperatures: e = -gamma E[J tanh(J/T)], s = ln 2 + gamma E[ln cosh(J/T) - (J/T) tanh(J/T)], gamma = alpha rho^(p-1), J = +-1 or standard normal. Exact for n to infinity above T_K; where its entropy is negative it cannot be what is there. Compared with what
 * {@code annealing-curve} makes of a cooling.
 */
@Named(
        value = "paths-liquid",
        title = "Liquid of random active paths",
        doc = "Energy and entropy of the paramagnet of random active paths over temperatures.",
        source = "Mezard, Ricci-Tersenghi and Zecchina, J. Stat. Phys. 111, 505 (2003)",
        year = 2003,
        topics = {"spin-glass", "mean-field", "constraint satisfaction"})
public record PathsLiquid(
        @PathParameters.Layers int layers,
        @PathParameters.Density double alpha,
        @PathParameters.Keep double keep,

        @PathParameters.Signs PathSigns couplings,

        @PathParameters.Temperatures List<Double> temperatures)
        implements TheorySpec {
    public PathsLiquid {
        temperatures = PathParameters.required(temperatures);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.PLATEAU_ENERGY, Quantities.PLATEAU_ENTROPY);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        double gamma = PathParameters.gamma(layers, alpha, keep);
        List<String> impossible = new ArrayList<>();
        for (double t : temperatures) {
            double beta = 1.0 / t;
            double energy;
            double logCosh;
            if (couplings != PathSigns.GAUSS) {
                energy = Math.tanh(beta);
                logCosh = NormalAverage.logTwoCosh(beta) - Math.log(2.0);
            } else {
                energy = NormalAverage.of(j -> j * Math.tanh(beta * j));
                logCosh = NormalAverage.of(j -> NormalAverage.logTwoCosh(beta * j)) - Math.log(2.0);
            }
            double entropy = Math.log(2.0) + gamma * (logCosh - beta * energy);
            if (entropy < 0.0) impossible.add(String.valueOf(t));
            out.put(Quantities.PLATEAU_ENERGY, Sink.ALL, -gamma * energy, 0.0, t);
            out.put(Quantities.PLATEAU_ENTROPY, Sink.ALL, entropy, 0.0, t);
        }
        return Solution.closedForm(
                impossible.isEmpty()
                        ? "the liquid"
                        : "the liquid, whose entropy is negative at T = " + String.join(", ", impossible)
                                + ", where it is not what is there");
    }
}
