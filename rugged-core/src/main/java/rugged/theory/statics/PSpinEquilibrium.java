package rugged.theory.statics;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
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
import rugged.meanfield.equilibrium.EquilibriumCurve;
import rugged.params.Param;
import rugged.theory.GlassParameters;
import rugged.theory.aging.Chsck;

/**
 * Correlation in equilibrium, C(t) for N to infinity: {@link EquilibriumCurve} with n and 2n steps, extrapolated, the error being what that changed. In contrast to
 * {@link Chsck} from a thermalised start it needs one time only, and reaches any in milliseconds.
 */
@Named(
        value = "pspin-equilibrium",
        title = "Equilibrium dynamics of the spherical p-spin glass",
        doc = "Decay of the correlation in equilibrium at a temperature above T_s, for N to infinity: to zero above"
                + " T_d, to a plateau below it.",
        source = "Crisanti, Horner and Sommers, Z. Phys. B 92, 257 (1993)",
        year = 1993,
        topics = {"spin-glass", "mean-field", "equilibrium"})
public record PSpinEquilibrium(
        @GlassParameters.Covariance Mixture mixture,

        @Param(doc = "temperature", symbol = "T", unit = "J", def = "0.7", min = 0, above = true)
        double temperature,

        @GlassParameters.CovarianceScale double covarianceScale,

        @Param(doc = "further times", symbol = "t", unit = "1/J", def = "[]", min = 0, max = 1e15)
        List<Double> times)
        implements TheorySpec {
    /** C(t). */
    public static final Quantity DECAY =
            new Quantity("C", "C(t)", "", List.of("t"), "x(0) \u00b7 x(t)/N in equilibrium");

    private static final int STEPS = 2048;

    public PSpinEquilibrium {
        times = List.copyOf(times);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(DECAY);
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
            return new Solution(false, 0, Double.NaN, "equilibrium is not annealed: " + reason);
        if (temperature < statical.temperatureOrNaN())
            return new Solution(
                    false, 0, Double.NaN, "equilibrium is annealed only above T_s = " + statical.temperatureOrNaN());
        TreeSet<Double> all = new TreeSet<>(times);
        for (int k = 0; k < grid.size(); k++) all.add(grid.time(k));
        double until = Math.max(all.isEmpty() ? 0 : all.last(), 1e-3);
        EquilibriumCurve coarse = EquilibriumCurve.solve(f, temperature, until, STEPS);
        EquilibriumCurve fine = EquilibriumCurve.solve(f, temperature, until, 2 * STEPS);
        double worst = 0;
        for (double t : all) {
            double change = (fine.correlation(t) - coarse.correlation(t)) / 3;
            worst = Math.max(worst, Math.abs(change));
            out.put(DECAY, Sink.ALL, fine.correlation(t) + change, Math.abs(change), t);
        }
        boolean frozen =
                Transitions.dynamical(f) instanceof Transition.Discontinuous(double td, double _) && temperature <= td;
        String where = frozen
                ? String.format(Locale.ROOT, "plateau q = %.6f", Transitions.plateau(f, temperature))
                : "ergodic";
        return new Solution(true, 0, worst, where);
    }
}
