package rugged.theory.aging;

import java.util.List;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.Mixture;
import rugged.meanfield.SphericalTwoSpin;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.theory.GlassParameters;

/** Closed solution of gradient flow in the spherical model of order 2: see {@link SphericalTwoSpin}. */
@Named(
        value = "p2-gradient-flow",
        title = "Gradient flow of the spherical 2-spin model",
        doc = "Energy, multiplier, gradient norm, correlations and integrated response from a random start at"
                + " temperature 0, in closed form, for pure order 2. Exact for N to infinity: the check of every"
                + " integrator.",
        source = "L. F. Cugliandolo and D. S. Dean, J. Phys. A 28, 4213 (1995)",
        year = 1995,
        topics = {"spin-glass", "mean-field", "aging"})
public record P2GradientFlow(
        @Param(doc = "covariance of the landscape: order 2 alone, with any weight", def = "2", symbol = "f")
        Mixture mixture,

        @Param(doc = "temperature of the bath", symbol = "T", unit = "J", def = "0", min = 0)
        double temperature,

        @GlassParameters.CovarianceScale double covarianceScale)
        implements TheorySpec {
    public P2GradientFlow {
        if (!mixture.pure() || mixture.lowest() != 2)
            throw new BadParameter(
                    "mixture", mixture, "the closed solution is for order 2 alone", "2, or a*2 with a weight a > 0");
        if (temperature != 0)
            throw new BadParameter("temperature", temperature, "gradient flow is at temperature 0", "0");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantities.ENERGY,
                Quantities.MULTIPLIER,
                Quantities.GRADIENT_NORM,
                Quantities.MEMORY,
                Quantities.CORRELATION,
                Quantities.RESPONSE,
                Quantities.DISPLACEMENT);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        SphericalTwoSpin flow =
                new SphericalTwoSpin(mixture.scaled(covarianceScale).weight(2));
        for (int k = 0; k < grid.size(); k++) {
            double t = grid.time(k);
            put(out, Quantities.ENERGY, flow.energy(t), t);
            put(out, Quantities.MULTIPLIER, flow.multiplier(t), t);
            put(out, Quantities.GRADIENT_NORM, flow.gradientNorm(t), t);
            put(out, Quantities.MEMORY, flow.correlation(t, 0), t);
            for (int a = 0; a < grid.ages(); a++) {
                if (!grid.due(k, a)) continue;
                double correlation = flow.correlation(t, grid.age(a));
                put(out, Quantities.CORRELATION, correlation, t, grid.age(a));
                put(out, Quantities.RESPONSE, flow.integratedResponse(t, grid.age(a)), t, grid.age(a));
                put(out, Quantities.DISPLACEMENT, 2 * (1 - correlation), t, grid.age(a));
            }
        }
        return Solution.closedForm("closed form");
    }

    private static void put(Sink out, Quantity quantity, double value, double... axes) {
        out.put(quantity, Sink.ALL, value, 0.0, axes);
    }
}
