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
import rugged.meanfield.Transition;
import rugged.meanfield.Transitions;
import rugged.meanfield.statics.ZeroTemperature;
import rugged.params.Param;
import rugged.theory.GlassParameters;

/** How many minima the spherical glass has at each energy between the ground state and the threshold: see {@link ZeroTemperature}. */
@Named(
        value = "complexity",
        title = "Number of minima of the spherical p-spin glass",
        doc = "Sigma(e), the logarithm per spin of the number of minima of energy e, from the ground state, where it"
                + " vanishes, to the threshold, where they become marginal; with chi, y and the edge of the Hessian.",
        source = "Crisanti and Sommers, J. Phys. I 5, 805 (1995)",
        year = 1995,
        topics = {"spin-glass", "mean-field", "landscape"})
public record Complexity(
        @GlassParameters.Covariance Mixture mixture,

        @GlassParameters.CovarianceScale double covarianceScale,

        @Param(doc = "energies, evenly spaced", def = "11", min = 2, max = 10000)
        int points)
        implements TheorySpec {
    private static final List<String> ENERGY = List.of("energy");

    /** Sigma(e). */
    public static final Quantity SIGMA =
            new Quantity("Sigma", "\u03a3(e)", "", ENERGY, "logarithm, per spin, of the number of minima of energy e");

    private static final Quantity EDGE = new Quantity(
            "lambda_min", "\u03bb_{min}", "J", ENERGY, "lower edge of the Hessian's spectrum at minima of energy e");

    @Override
    public List<Quantity> quantities() {
        return List.of(SIGMA, EDGE);
    }

    @Override
    public Validity validity() {
        return Validity.ONE_STEP_RSB;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        Mixture f = mixture.scaled(covarianceScale);
        Transition statical = Transitions.statical(f);
        if (!(statical instanceof Transition.Discontinuous))
            return new Solution(false, 0, Double.NaN, "minima are not exponentially many: " + statical.inWords());
        double low = ZeroTemperature.groundState(f).energy();
        double high = ZeroTemperature.threshold(f).energy();
        for (int k = 0; k < points; k++) {
            double energy = low + (high - low) * k / (points - 1);
            ZeroTemperature minima = ZeroTemperature.at(f, energy);
            out.put(SIGMA, Sink.ALL, Math.max(0, minima.complexity()), 0.0, energy);
            out.put(EDGE, Sink.ALL, Math.max(0, minima.edge(f)), 0.0, energy);
        }
        return Solution.closedForm("minima between the ground state and the threshold");
    }
}
