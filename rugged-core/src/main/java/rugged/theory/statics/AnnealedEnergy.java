package rugged.theory.statics;

import java.util.List;
import java.util.Locale;
import rugged.api.Quantities;
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
import rugged.params.Param;
import rugged.theory.GlassParameters;

/**
 * Equilibrium above the static transition, where the annealed average is exact: -beta F/N = beta^2 f(1)/2 relative to the uniform measure on the sphere,
 * so e = -beta f(1) and c = beta^2 f(1); two replicas have overlaps of order 1/sqrt(N), N<q^2> = 1/(1 - beta^2 f''(0)); further mu = beta f'(1), and |g|^2/N = T mu = f'(1) at every temperature (the mean of the generator on H vanishes).
 * The energy, the specific heat and the susceptibility are also those of the Ising model of order 2, above the same T_c.
 */
@Named(
        value = "annealed-energy",
        title = "Equilibrium of the spherical p-spin glass above T_s",
        doc = "Energy e = -f(1)/T, specific heat, spin-glass susceptibility, multiplier and gradient norm in"
                + " equilibrium. Exact for N to infinity down to the"
                + " static transition T_s; below it nothing is drawn. A random start reaches it only above the"
                + " dynamical transition T_d, a planted start is there at once.",
        source = "A. Crisanti and H.-J. Sommers, Z. Phys. B 87, 341 (1992)",
        year = 1992,
        topics = {"spin-glass", "mean-field", "equilibrium"})
public record AnnealedEnergy(
        @GlassParameters.Covariance Mixture mixture,

        @Param(doc = "temperature", symbol = "T", unit = "J", def = "1", min = 0)
        double temperature,

        @GlassParameters.CovarianceScale double covarianceScale)
        implements TheorySpec {
    @Override
    public List<Quantity> quantities() {
        return List.of(
                Quantities.ENERGY,
                Quantities.MULTIPLIER,
                Quantities.GRADIENT_NORM,
                Quantities.SPECIFIC_HEAT,
                Quantities.OVERLAP_SUSCEPTIBILITY);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        Mixture f = mixture.scaled(covarianceScale);
        Transition statical = Transitions.statical(f);
        if (statical instanceof Transition.Absent(String reason))
            return unusable("the annealed average is not exact: " + reason);
        double lowest = statical.temperatureOrNaN();
        if (temperature < lowest)
            return unusable(String.format(
                    Locale.ROOT,
                    "the annealed average is exact only above T_s = %.5f, not at T = %s",
                    lowest,
                    temperature));
        double square = temperature * temperature;
        double gap = 1 - f.fSecond(0) / square;
        double susceptibility = gap > 0 ? 1 / gap : Double.NaN;
        for (int k = 0; k < grid.size(); k++) {
            out.put(Quantities.ENERGY, Sink.ALL, -f.f(1) / temperature, 0.0, grid.time(k));
            out.put(Quantities.MULTIPLIER, Sink.ALL, f.fPrime(1) / temperature, 0.0, grid.time(k));
            out.put(Quantities.GRADIENT_NORM, Sink.ALL, f.fPrime(1), 0.0, grid.time(k));
            out.put(Quantities.SPECIFIC_HEAT, Sink.ALL, f.f(1) / square, 0.0, grid.time(k));
            out.put(Quantities.OVERLAP_SUSCEPTIBILITY, Sink.ALL, susceptibility, 0.0, grid.time(k));
        }
        boolean frozen =
                Transitions.dynamical(f) instanceof Transition.Discontinuous(double td, double _) && temperature < td;
        return Solution.closedForm(
                frozen ? "annealed; below T_d, where only a planted start is in equilibrium" : "annealed");
    }

    private static Solution unusable(String why) {
        return new Solution(false, 0, Double.NaN, why);
    }
}
