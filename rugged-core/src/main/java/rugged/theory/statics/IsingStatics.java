package rugged.theory.statics;

import java.util.List;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.statics.IsingOneStep;
import rugged.params.Param;

/** Statics of the Ising p-spin model ({@link IsingOneStep}) beside those of its limit of large p, the random energy model. */
@Named(
        value = "ising-pspin-statics",
        title = "Statics of the Ising p-spin glass",
        doc = "Transitions of the Ising p-spin model with one step of replica symmetry breaking, its free energy at a"
                + " temperature, and the random energy model.",
        source = "E. Gardner, Nucl. Phys. B 257, 747 (1985); B. Derrida, Phys. Rev. B 24, 2613 (1981)",
        year = 1985,
        topics = {"spin-glass", "mean-field", "equilibrium"})
public record IsingStatics(
        @Param(doc = "order of the interaction", symbol = "p", def = "3", min = 3, max = 30)
        int p,

        @Param(doc = "temperature", symbol = "T", unit = "J", def = "0.2", min = 0, above = true)
        double temperature)
        implements TheorySpec {
    private static Quantity number(String name, String symbol, String unit, String definition) {
        return new Quantity(name, symbol, unit, List.of(), definition);
    }

    private static final Quantity TD = number("T_d", "T_{d}", "J", "below it replicas stay at a positive overlap");
    private static final Quantity TS = number("T_s", "T_{s}", "J", "static transition");
    private static final Quantity FREE_ENERGY = number("F", "F/N", "J", "free energy at T, - ln 2 T for free spins");
    private static final Quantity OVERLAP = number("q_eq", "q", "", "overlap within a state at T");
    private static final Quantity BREAKING = number("m", "m", "", "breaking point at T; 1 above T_s");
    private static final Quantity REM_TC = number("T_c_rem", "T_{c}", "J", "random energy model: 1/(2 sqrt(ln 2))");
    private static final Quantity REM_GROUND =
            number("e_gs_rem", "e_{gs}", "J", "ground state of the random energy model: -sqrt(ln 2)");

    @Override
    public List<Quantity> quantities() {
        return List.of(TD, TS, FREE_ENERGY, OVERLAP, BREAKING, REM_TC, REM_GROUND);
    }

    @Override
    public Validity validity() {
        return Validity.ONE_STEP_RSB;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        double statical = IsingOneStep.statical(p);
        put(out, TD, IsingOneStep.dynamical(p));
        put(out, TS, statical);
        var frozen = IsingOneStep.at(p, temperature);
        double free = -temperature * Math.log(2) - 1 / (4 * temperature);
        put(out, FREE_ENERGY, frozen.map(IsingOneStep::freeEnergy).orElse(free));
        put(out, OVERLAP, frozen.map(IsingOneStep::q).orElse(0.0));
        put(out, BREAKING, frozen.map(IsingOneStep::m).orElse(1.0));
        put(out, REM_TC, 1 / (2 * Math.sqrt(Math.log(2))));
        put(out, REM_GROUND, -Math.sqrt(Math.log(2)));
        return Solution.closedForm(
                temperature < statical
                        ? "one step; full breaking sets in at a lower temperature, where this is a lower bound"
                        : "annealed, above T_s");
    }

    private static void put(Sink out, Quantity quantity, double value) {
        out.put(quantity, Sink.ALL, value, 0.0);
    }
}
