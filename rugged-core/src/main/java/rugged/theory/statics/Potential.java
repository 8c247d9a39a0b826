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
import rugged.meanfield.statics.FranzParisi;
import rugged.params.Param;
import rugged.theory.GlassParameters;

/** The potential of Franz and Parisi: see {@link FranzParisi}. */
@Named(
        value = "franz-parisi",
        title = "Potential of Franz and Parisi",
        doc = "Cost in free energy of holding a second replica at an overlap with one in equilibrium; its second"
                + " minimum appears at T_d and touches zero at T_s.",
        source = "Franz and Parisi, J. Phys. I 5, 1401 (1995)",
        year = 1995,
        topics = {"spin-glass", "mean-field", "landscape"})
public record Potential(
        @GlassParameters.Covariance Mixture mixture,

        @Param(
                doc = "temperature of both replicas, above T_s",
                symbol = "T",
                unit = "J",
                def = "0.6",
                min = 0,
                above = true)
        double temperature,

        @GlassParameters.CovarianceScale double covarianceScale,

        @Param(doc = "overlaps, evenly spaced from 0", def = "21", min = 2, max = 10000)
        int points)
        implements TheorySpec {
    /** V(q). */
    public static final Quantity COST = new Quantity(
            "V",
            "V(q)",
            "J",
            List.of("q"),
            "free energy per spin of a replica held at overlap q with one in equilibrium");

    private static final double MOST = 0.95;

    @Override
    public List<Quantity> quantities() {
        return List.of(COST);
    }

    @Override
    public Validity validity() {
        return Validity.REPLICA_SYMMETRIC;
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        Mixture f = mixture.scaled(covarianceScale);
        Transition statical = Transitions.statical(f);
        if (statical instanceof Transition.Absent(String reason))
            return new Solution(false, 0, Double.NaN, "the reference is not in annealed equilibrium: " + reason);
        if (temperature < statical.temperatureOrNaN())
            return new Solution(
                    false,
                    0,
                    Double.NaN,
                    "the reference is in annealed equilibrium only above T_s = " + statical.temperatureOrNaN());
        for (int k = 0; k < points; k++) {
            double q = MOST * k / (points - 1);
            out.put(COST, Sink.ALL, FranzParisi.potential(f, temperature, q), 0.0, q);
        }
        return Solution.closedForm("replica symmetric");
    }
}
