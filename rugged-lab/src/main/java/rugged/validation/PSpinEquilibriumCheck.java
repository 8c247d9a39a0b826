package rugged.validation;

import java.util.ArrayList;
import java.util.List;
import rugged.api.CheckSpec;
import rugged.api.Schedule;
import rugged.index.Named;
import rugged.meanfield.Mixture;
import rugged.theory.statics.PSpinEquilibrium;

/** The decay in equilibrium beside uniform grids that were extrapolated. */
@Named(
        value = "pspin-equilibrium",
        title = "Equilibrium dynamics of the spherical p-spin glass",
        doc = "C(t) of p = 3 at T = 0.7 and 0.65.",
        source = "Crisanti, Horner and Sommers, Z. Phys. B 92, 257 (1993)",
        year = 1993,
        topics = {"spin-glass", "mean-field", "equilibrium"})
public record PSpinEquilibriumCheck() implements CheckSpec {
    private static final List<Double> TIMES = List.of(1.0, 2.0, 5.0, 10.0, 20.0);
    private static final double[] WARM = {0.713630, 0.629366, 0.518171, 0.426071, 0.315747};
    private static final double[] COLD = {0.744083, 0.675770, 0.595041, 0.537910, 0.478463};
    private static final double TOLERANCE = 1e-6;

    @Override
    public List<Group> compares() {
        return List.of(new Group("pspin-equilibrium", "C(t) at each temperature and time", "without"));
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        compare(0.7, WARM, "t0-7", rows);
        compare(0.65, COLD, "t0-65", rows);
        return List.copyOf(rows);
    }

    private static void compare(double temperature, double[] reference, String id, List<Row> rows) {
        List<Double> values = new ArrayList<>();
        new PSpinEquilibrium(Mixture.pure(3), temperature, 1, TIMES)
                .solve(Schedule.at(), (quantity, replica, value, error, axes) -> values.add(value));
        for (int k = 0; k < reference.length; k++)
            rows.add(Row.exact(
                    "pspin-equilibrium." + id + ".t" + TIMES.get(k).intValue(),
                    "C(t) in equilibrium at T = " + temperature + ", t = " + TIMES.get(k),
                    values.get(k),
                    reference[k],
                    TOLERANCE,
                    "uniform grids of three steps, extrapolated"));
    }
}
