package rugged.validation;

import java.util.ArrayList;
import java.util.List;
import rugged.api.CheckSpec;
import rugged.api.model.Landscape;
import rugged.api.model.Planted;
import rugged.api.motion.Stepper;
import rugged.compose.Tilted;
import rugged.dynamics.Clock;
import rugged.dynamics.Stability;
import rugged.dynamics.sampling.Langevin;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.RunningMean;
import rugged.num.Streams;
import rugged.num.Vectors;

/**
 * chi(t, 0) = [1 - C(t, 0)] / T from a planted start at the temperature of the bath: exact at every N, up to the time step. The response is that of two copies
 * in opposite fields which share the noise; the difference is averaged seed by seed.
 */
@Named(
        value = "pspin-fdt",
        title = "Fluctuation-dissipation theorem in the spherical 3-spin glass",
        doc = "T chi + C = 1 in equilibrium, from a planted start at T = 0.7, N = 96, by two copies in opposite"
                + " fields.",
        source = "R. Kubo, Rep. Prog. Phys. 29, 255 (1966)",
        year = 1966,
        topics = {"spin glasses", "equilibrium", "fluctuation-dissipation"})
public record FluctuationDissipationCheck() implements CheckSpec {
    private static final double TEMPERATURE = 0.7;
    private static final double STEP = 0.01;
    private static final double FIELD = 0.02;
    private static final int SPINS = 96;
    private static final int DISORDERS = 40;
    private static final double[] TIMES = {0.5, 2, 5};

    @Override
    public List<Group> compares() {
        return List.of(new Group("pspin.fdt", "T chi(t, 0) + C(t, 0) at each time, beside 1", "without"));
    }

    @Override
    public List<Row> rows() {
        RunningMean[] sums = new RunningMean[TIMES.length];
        for (int k = 0; k < TIMES.length; k++) sums[k] = new RunningMean();
        for (long seed = 1; seed <= DISORDERS; seed++) {
            double[] ours = sums(seed);
            for (int k = 0; k < TIMES.length; k++) sums[k].add(ours[k]);
        }
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < TIMES.length; k++) {
            String id = "pspin.fdt.t"
                    + String.valueOf(TIMES[k]).replaceAll("\\.0$", "").replace('.', '-');
            String text = "T chi(t, 0) + C(t, 0) in equilibrium at T = 0.7, t = " + TIMES[k] + ", N = " + SPINS;
            rows.add(new Row(
                    id,
                    text,
                    sums[k].mean(),
                    sums[k].error(),
                    1,
                    0,
                    2.5,
                    true,
                    "fluctuation-dissipation theorem, exact at every N"));
        }
        return List.copyOf(rows);
    }

    /** T chi + C at each time, for one disorder. */
    private static double[] sums(long seed) {
        Landscape landscape = Trial.threeSpin(SPINS, TEMPERATURE, 1, seed).build();
        double[] start = new double[SPINS];
        ((Planted) landscape).plantedState(start);
        double[] field = new double[SPINS];
        RandomStream signs = Streams.of(seed).stream("signs", 0);
        for (int i = 0; i < SPINS; i++) field[i] = signs.nextBoolean() ? FIELD : -FIELD;
        double[] opposite = field.clone();
        for (int i = 0; i < SPINS; i++) opposite[i] = -field[i];
        Langevin bath = new Langevin(TEMPERATURE, STEP, Clock.FLOW, new Stability(false));
        Stepper free = Trial.trajectory(bath, landscape, start, seed);
        Stepper up = Trial.trajectory(bath, new Tilted(landscape, field), start, seed);
        Stepper down = Trial.trajectory(bath, new Tilted(landscape, opposite), start, seed);
        double[] sums = new double[TIMES.length];
        double[] x = new double[SPINS];
        for (int k = 0; k < TIMES.length; k++) {
            free.advance(TIMES[k]);
            free.state(x);
            double correlation = Vectors.dot(x, start) / SPINS;
            up.advance(TIMES[k]);
            up.state(x);
            double response = Vectors.dot(x, field);
            down.advance(TIMES[k]);
            down.state(x);
            response -= Vectors.dot(x, field);
            sums[k] = TEMPERATURE * response / (2 * FIELD * FIELD * SPINS) + correlation;
        }
        return sums;
    }
}
