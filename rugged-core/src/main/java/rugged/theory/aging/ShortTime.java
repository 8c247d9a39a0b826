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
import rugged.meanfield.ShortTimeSeries;
import rugged.params.Param;
import rugged.theory.GlassParameters;

/** The energy just after a random start: see {@link ShortTimeSeries}. NaN once the first neglected term is no longer small. */
@Named(
        value = "short-time",
        title = "Short times after a random start",
        doc = "e(t) = -f'(1) t + O(t^2) to third order in t, for any mixture and any temperature of the bath. Values"
                + " stop where the estimated rest exceeds 1 % of the energy.",
        source = "S. Franz, E. Marinari and G. Parisi, J. Phys. A 28, 5437 (1995), for series of the equations; these"
                + " terms are derived in ShortTimeSeries",
        year = 1995,
        topics = {"spin-glass", "mean-field"})
public record ShortTime(
        @GlassParameters.Covariance Mixture mixture,

        @Param(doc = "temperature of the bath", symbol = "T", unit = "J", def = "0", min = 0)
        double temperature,

        @GlassParameters.CovarianceScale double covarianceScale)
        implements TheorySpec {
    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.ENERGY);
    }

    @Override
    public Validity validity() {
        return Validity.APPROXIMATE;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        ShortTimeSeries series = new ShortTimeSeries(mixture.scaled(covarianceScale), temperature);
        for (int k = 0; k < grid.size(); k++) {
            double t = grid.time(k);
            if (t <= series.range()) out.put(Quantities.ENERGY, Sink.ALL, series.energy(t), series.rest(t), t);
        }
        return Solution.closedForm("series to third order, for t <= " + series.range());
    }
}
