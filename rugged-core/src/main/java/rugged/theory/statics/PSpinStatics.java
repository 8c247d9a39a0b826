package rugged.theory.statics;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.Mixture;
import rugged.meanfield.Threshold;
import rugged.meanfield.Transition;
import rugged.meanfield.Transitions;
import rugged.meanfield.statics.AgingAsymptote;
import rugged.meanfield.statics.OneStep;
import rugged.meanfield.statics.ZeroTemperature;
import rugged.params.Param;
import rugged.theory.GlassParameters;

/**
 * Statics of the spherical glass in numbers: transitions, threshold and ground state, the number of minima at the threshold, equilibrium at one temperature, and
 * the end of aging there. What does not exist for a mixture, or at a temperature, is NaN.
 */
@Named(
        value = "pspin-statics",
        title = "Statics of the spherical p-spin glass",
        doc = "Transition temperatures and overlaps, threshold and ground-state energies, complexity, equilibrium at a"
                + " temperature with one step of replica symmetry breaking, and where aging ends.",
        source = "Crisanti and Sommers, Z. Phys. B 87, 341 (1992)",
        year = 1992,
        topics = {"spin-glass", "mean-field", "equilibrium"})
public record PSpinStatics(
        @GlassParameters.Covariance Mixture mixture,

        @Param(
                doc = "temperature of equilibrium and of aging",
                symbol = "T",
                unit = "J",
                def = "0.5",
                min = 0,
                above = true)
        double temperature,

        @GlassParameters.CovarianceScale double covarianceScale)
        implements TheorySpec {
    private static Quantity number(String name, String symbol, String unit, String definition) {
        return new Quantity(name, symbol, unit, List.of(), definition);
    }

    private static final Quantity TD = number("T_d", "T_{d}", "J", "dynamical transition: T_d^2 = max f'(q)(1-q)/q");
    private static final Quantity QD = number("q_d", "q_{d}", "", "plateau of the correlation at T_d");
    private static final Quantity TS = number("T_s", "T_{s}", "J", "static transition: the complexity vanishes");
    private static final Quantity QS = number("q_s", "q_{s}", "", "plateau at T_s");
    private static final Quantity THRESHOLD =
            number("e_th", "e_{th}", "J", "energy of the marginal minima, where gradient flow of pure orders ends");
    private static final Quantity GROUND = number("e_gs", "e_{gs}", "J", "energy of the ground state, one step");
    private static final Quantity SIGMA =
            number("sigma_th", "\u03a3(e_{th})", "", "logarithm of the number of minima per spin at the threshold");
    private static final Quantity CHI = number("chi_gs", "\u03c7", "1/J", "(1-q)/T at T -> 0 in the ground state");
    private static final Quantity SELECTION = number("y_gs", "y", "1/J", "m/T at T -> 0");
    private static final Quantity RADIUS = number("radius", "2 \u221af''(1)", "J", "radius of the Hessian's bulk");
    private static final Quantity FREE_ENERGY =
            number("F", "F/N", "J", "free energy at T, relative to the uniform measure on the sphere");
    private static final Quantity MEAN_ENERGY = number("e_eq", "e", "J", "energy in equilibrium at T");
    private static final Quantity OVERLAP =
            number("q_eq", "q", "", "overlap of two replicas in one state at T: the plateau between T_s and T_d");
    private static final Quantity BREAKING = number("m", "m", "", "breaking point at T: 1 above T_s");
    private static final Quantity STABILITY =
            number("replicon", "1 - \u03b2^{2} f''(q)(1-q)^{2}", "", "negative where full breaking is needed");
    private static final Quantity AGING_OVERLAP = number("q_aging", "q", "", "end of the fast sector when aging at T");
    private static final Quantity AGING_RATIO = number("X_aging", "X", "", "fluctuation-dissipation ratio when aging");
    private static final Quantity AGING_ENERGY =
            number("e_aging", "e_{\u221e}", "J", "energy that aging tends to at T");

    @Override
    public List<Quantity> quantities() {
        return List.of(
                TD,
                QD,
                TS,
                QS,
                THRESHOLD,
                GROUND,
                SIGMA,
                CHI,
                SELECTION,
                RADIUS,
                FREE_ENERGY,
                MEAN_ENERGY,
                OVERLAP,
                BREAKING,
                STABILITY,
                AGING_OVERLAP,
                AGING_RATIO,
                AGING_ENERGY);
    }

    @Override
    public Validity validity() {
        return Validity.ONE_STEP_RSB;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        Mixture f = mixture.scaled(covarianceScale);
        Transition dynamical = Transitions.dynamical(f);
        Transition statical = Transitions.statical(f);
        boolean jumps = statical instanceof Transition.Discontinuous;
        transition(out, TD, QD, dynamical);
        transition(out, TS, QS, statical);
        put(out, THRESHOLD, f.lowest() >= 2 && f.fSecond(1) > 0 ? Threshold.energy(f) : Double.NaN);
        put(out, RADIUS, Threshold.bulkRadius(f));
        Optional<ZeroTemperature> ground = jumps ? Optional.of(ZeroTemperature.groundState(f)) : Optional.empty();
        put(out, GROUND, ground.map(ZeroTemperature::energy).orElse(Double.NaN));
        put(out, CHI, ground.map(ZeroTemperature::chi).orElse(Double.NaN));
        put(out, SELECTION, ground.map(ZeroTemperature::y).orElse(Double.NaN));
        put(out, SIGMA, jumps ? ZeroTemperature.threshold(f).complexity() : Double.NaN);
        Optional<OneStep> frozen = equilibrium(f, statical, dynamical, out);
        Optional<AgingAsymptote> aging =
                dynamical instanceof Transition.Discontinuous(double highest, double _) && temperature < highest
                        ? AgingAsymptote.at(f, temperature)
                        : Optional.empty();
        put(out, AGING_OVERLAP, aging.map(AgingAsymptote::q).orElse(Double.NaN));
        put(out, AGING_RATIO, aging.map(AgingAsymptote::ratio).orElse(Double.NaN));
        put(out, AGING_ENERGY, aging.map(AgingAsymptote::energy).orElse(Double.NaN));
        boolean full = ground.map(state -> state.unstable(f)).orElse(false)
                || frozen.map(state -> state.stability() < 0).orElse(false);
        String words = String.format(
                Locale.ROOT,
                "%s%s",
                jumps ? "one step of replica symmetry breaking below T_s" : statical.inWords(),
                full ? "; unstable: full breaking is needed, numbers below T_s are bounds" : "");
        return Solution.closedForm(words);
    }

    /** Above T_s the annealed average; below it one step, where the transition is discontinuous. */
    private Optional<OneStep> equilibrium(Mixture f, Transition statical, Transition dynamical, Sink out) {
        boolean annealed = !(temperature < statical.temperatureOrNaN()) && !(statical instanceof Transition.Absent);
        Optional<OneStep> frozen = OneStep.at(f, temperature);
        double plateau =
                dynamical instanceof Transition.Discontinuous(double highest, double _) && temperature < highest
                        ? Transitions.plateau(f, temperature)
                        : 0;
        put(
                out,
                FREE_ENERGY,
                annealed
                        ? -f.f(1) / (2 * temperature)
                        : frozen.map(OneStep::freeEnergy).orElse(Double.NaN));
        put(
                out,
                MEAN_ENERGY,
                annealed ? -f.f(1) / temperature : frozen.map(OneStep::energy).orElse(Double.NaN));
        put(out, OVERLAP, annealed ? plateau : frozen.map(OneStep::q).orElse(Double.NaN));
        put(out, BREAKING, annealed ? 1 : frozen.map(OneStep::m).orElse(Double.NaN));
        put(out, STABILITY, frozen.map(OneStep::stability).orElse(Double.NaN));
        return frozen;
    }

    private static void transition(Sink out, Quantity temperature, Quantity overlap, Transition transition) {
        boolean jumps = transition instanceof Transition.Discontinuous;
        put(out, temperature, jumps ? transition.temperatureOrNaN() : Double.NaN);
        put(out, overlap, transition instanceof Transition.Discontinuous(double _, double q) ? q : Double.NaN);
    }

    private static void put(Sink out, Quantity quantity, double value) {
        out.put(quantity, Sink.ALL, value, 0.0);
    }
}
