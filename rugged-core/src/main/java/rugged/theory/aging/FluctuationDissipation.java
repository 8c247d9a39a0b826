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
import rugged.params.Param;

/**
 * The fluctuation-dissipation theorem for coordinates with C(tw, tw) = 1: T chi(t, tw) + C(t, tw) = 1 in equilibrium at temperature T, for every system, size
 * and time. A system that has not reached equilibrium departs from it: that is what the line is for.
 *
 * <p>Source: R. Kubo, Rep. Prog. Phys. 29, 255 (1966), for the integrated response to a field switched on at tw.
 */
@Named(
        value = "fluctuation-dissipation",
        title = "Fluctuation-dissipation theorem",
        doc = "Response and correlation in equilibrium: T chi + C = 1. Systems that age depart from it.",
        source = "R. Kubo, Rep. Prog. Phys. 29, 255 (1966)",
        year = 1966,
        topics = {"equilibrium", "fluctuation-dissipation"})
public record FluctuationDissipation(
        @Param(
                doc = "temperature of the bath",
                symbol = "T",
                unit = "J",
                def = "0.7",
                min = 0,
                above = true,
                reason = "above the dynamical transition of the 3-spin glass")
        double temperature)
        implements TheorySpec {
    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.FLUCTUATION_DISSIPATION);
    }

    @Override
    public Validity validity() {
        return Validity.EXACT;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        for (int k = 0; k < grid.size(); k++) {
            for (int a = 0; a < grid.ages(); a++) {
                if (!grid.due(k, a)) continue;
                out.put(Quantities.FLUCTUATION_DISSIPATION, Sink.ALL, 1.0, 0.0, grid.time(k), grid.age(a));
            }
        }
        return Solution.closedForm("equilibrium at T = " + temperature);
    }
}
