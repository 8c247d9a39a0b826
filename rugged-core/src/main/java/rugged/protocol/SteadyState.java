package rugged.protocol;

import java.util.List;
import rugged.api.Bench;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.ProtocolSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.motion.Ensemble;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Measurement in a steady state, after a test that there is one. The system first runs unobserved, in windows that double: [0, t1], [t1, 2 t1], [2 t1, 4 t1]
 * ... In each window the energy is read at 64 evenly spaced times; z is the drift between the two halves of the window over its standard error ({@link WindowDrift}).
 * Two windows in a row with |z| below the limit end the approach; then time begins at 0 again, every replica where it is, and the observables are asked at evenly
 * spaced times, two-time quantities against time 0 of the measurement and at the ages asked for. A system that still drifts when the approach would
 * become too long is refused, with its z: an average over it would mean nothing.
 *
 * <p>With 5 % of stationary windows above |z| = 2 by chance, the test costs a doubling now and then. A drift too slow to see within a window, as in a glass, is not
 * found: measure two-time quantities, too, and compare ages.
 */
@Named(
        value = "steady-state",
        title = "Steady state",
        doc = "Runs unobserved until the energy no longer drifts, by a test with windows that double; then measures.",
        source = "Geyer, Stat. Sci. 7, 473 (1992)",
        year = 1992,
        topics = {"stationary", "thermal", "noise"})
public record SteadyState(
        @Param(
                doc = "length of the first window of the approach",
                def = "10",
                min = 0.0,
                above = true,
                reason = "some relaxation times; each further window doubles the time")
        double firstWindow,

        @Param(
                doc = "longest approach; a system that still drifts then is refused",
                def = "10000",
                min = 0.0,
                above = true)
        double longest,

        @Param(
                doc = "largest drift between the halves of a window, in standard errors",
                symbol = "z",
                def = "2",
                min = 0.0,
                above = true)
        double limit,

        @Param(doc = "duration of the measurement", def = "100", min = 0.0, above = true)
        double duration,

        @Param(doc = "evenly spaced times of the measurement", def = "100", min = 2, max = 1000000)
        int samples,

        @Param(
                doc = "ages for two-time quantities, counted from the beginning of the measurement",
                symbol = "t_{w}",
                def = "[0]",
                min = 0.0)
        List<Double> tw)
        implements ProtocolSpec {
    /** When the approach ended. */
    public static final Quantity APPROACH =
            new Quantity("t_steady", "t_{s}", "", List.of("t"), "time after which the energy no longer drifted");

    /** The drift in the last window. */
    public static final Quantity DRIFT = new Quantity(
            "z_steady",
            "z",
            "",
            List.of("t"),
            "drift of the energy between the halves of the last window before the measurement, in standard errors");

    private static final int READINGS = 64;

    public SteadyState {
        tw = List.copyOf(tw);
        if (tw.size() > Schedule.MOST_AGES)
            throw new BadParameter("tw", tw, "lists " + tw.size() + " ages", "at most " + Schedule.MOST_AGES);
        for (double age : tw)
            if (!(age >= 0.0 && age < duration))
                throw new BadParameter("tw", age, "is not within the measurement", "ages from 0 to below " + duration);
        if (!(longest >= 2 * firstWindow))
            throw new BadParameter("longest", longest, "leaves no room for two windows", "at least " + 2 * firstWindow);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(APPROACH, DRIFT);
    }

    @Override
    public void run(Bench bench) {
        Ensemble pilot = bench.pilot(bench.dynamics());
        double z = approach(bench, pilot);
        bench.record(APPROACH, pilot.time(), 0.0);
        bench.record(DRIFT, z, 0.0);
        bench.follow(bench.startAt(pilot.states(bench.model()), bench.dynamics()), schedule());
    }

    private double approach(Bench bench, Ensemble pilot) {
        int quiet = 0;
        double begin = 0.0;
        double z = Double.NaN;
        for (double end = firstWindow; end <= longest * (1 + 1e-12); end *= 2) {
            z = window(bench, pilot, begin, end);
            quiet = Math.abs(z) <= limit ? quiet + 1 : 0;
            if (quiet == 2) return z;
            begin = end;
        }
        throw new BadParameter(
                "protocol.longest",
                longest,
                "no steady state until t = " + begin + ": two windows in a row without drift were not found; it was "
                        + Math.round(10 * z) / 10.0 + " standard errors between the halves of the last one",
                "a longer approach, or a protocol for systems that age, such as waiting-times");
    }

    private static double window(Bench bench, Ensemble pilot, double begin, double end) {
        WindowDrift drift = new WindowDrift(pilot.replicas(), READINGS);
        for (int k = 0; k < READINGS; k++) {
            bench.follow(pilot, Schedule.at(begin + (end - begin) * (k + 1) / READINGS));
            for (int r = 0; r < pilot.replicas(); r++) drift.put(r, k, pilot.energy(r));
        }
        return drift.inStandardErrors();
    }

    /** The approach, if no window before the last one is steady. */
    @Override
    public double evaluations(LandscapeSpec landscape, DynamicsSpec dynamics) {
        double end = firstWindow;
        while (2.0 * end <= longest * (1 + 1e-12)) end *= 2.0;
        return end * dynamics.evaluationsPerUnitTime(landscape);
    }

    @Override
    public boolean decides() {
        return true;
    }

    @Override
    public boolean settled() {
        return true;
    }

    @Override
    public Schedule schedule() {
        double[] times = new double[samples];
        for (int k = 0; k < samples; k++) times[k] = duration * k / (samples - 1);
        double[] ages = tw.stream().mapToDouble(Double::doubleValue).toArray();
        if (ages.length == 0) return Schedule.at(times);
        return Schedule.waitingTimes(ages, java.util.Arrays.copyOfRange(times, 1, samples), duration)
                .with(times);
    }
}
