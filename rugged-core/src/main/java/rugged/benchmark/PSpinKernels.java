package rugged.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import rugged.api.BenchmarkSpec;
import rugged.geometry.Manifold;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.landscape.glass.IsingModel;
import rugged.landscape.glass.IsingPSpin;
import rugged.landscape.glass.MultiIndex;
import rugged.landscape.glass.PSpin;
import rugged.landscape.glass.PSpinModel;
import rugged.meanfield.Mixture;
import rugged.num.Streams;
import rugged.num.kernel.KernelChoice;
import rugged.num.kernel.Kernels;
import rugged.params.Param;

/**
 * What the p-spin kernels reach on this machine. Rounds of all measurements alternate, so that a neighbour's load hits them alike; times are those of the
 * thread; values are medians of the rounds, ratios are medians of the ratios within a round.
 */
@Named(
        value = "pspin-kernels",
        title = "p-spin kernels",
        doc = "Gradient, block of eight replicas and Hessian-vector product of the spherical p-spin (p = 3) beside"
                + " one streaming read of the couplings and the plain Java kernels; couplings drawn again on the"
                + " fly; Ising flips.",
        topics = {"kernels"})
public record PSpinKernels(
        @Param(
                doc = "number of spins",
                symbol = "N",
                def = "512",
                min = 8,
                max = 2048,
                reason = "90 MB of couplings: larger than caches")
        int n,

        @Param(doc = "precision of the couplings", def = "float32")
        Precision precision,

        @Param(doc = "rounds", def = "15", min = 3) int rounds)
        implements BenchmarkSpec {
    private static final int BLOCK = 8;
    private static final int WARM = 4;
    private static final long WARM_NANOSECONDS = 250_000_000L;
    private static final double MILLION = 1e6;

    @Override
    public List<Rate> rates() {
        return List.of(
                new Rate("streaming read of the couplings", "GB/s", ""),
                new Rate("gradient", "ms", "one read of the couplings; plain Java"),
                new Rate("gradient in a block of 8, per replica", "ms", "a single gradient"),
                new Rate("Hessian-vector product", "ms", "a single gradient"),
                new Rate("gradient on the fly, per coupling drawn and used", "ns", ""),
                new Rate("Ising flip cost", "ns per attempt", ""),
                new Rate("Ising accepted flip", "ns per flip", ""),
                new Rate("Ising accepted flip, per coupling passed", "ns", ""));
    }

    @Override
    public List<Measurement> measure() {
        List<Measurement> all = new ArrayList<>();
        spherical(all);
        onTheFly(all);
        ising(all);
        return List.copyOf(all);
    }

    private PSpin spec(PSpin.Storage storage) {
        return new PSpin(
                n, Mixture.pure(3), PSpin.Couplings.FULL, precision, storage, Double.POSITIVE_INFINITY, 1.0, 1L);
    }

    private void spherical(List<Measurement> all) {
        PSpinModel model = (PSpinModel) spec(PSpin.Storage.PACKED).build();
        PSpinModel plain = model.with(Kernels.scalar());
        double[][] xs = new double[BLOCK][];
        double[][] gs = new double[BLOCK][n];
        double[] es = new double[BLOCK];
        for (int r = 0; r < BLOCK; r++) xs[r] = point(r);
        Round round = new Round(
                model::read,
                () -> model.energyAndGradient(xs[0], gs[0]),
                () -> model.energiesAndGradients(xs, es, gs),
                () -> model.hessianVector(xs[0], xs[1], gs[0]),
                () -> plain.energyAndGradient(xs[0], gs[0]));
        double[][] times = round.times(rounds);
        double bytes = spec(PSpin.Storage.PACKED).cost().memory();
        String size = ", p = 3, N = " + n + ", " + precision.name().toLowerCase(Locale.ROOT) + ", "
                + KernelChoice.best().name();
        double[] rate = map(times[0], t -> bytes / t);
        all.add(new Measurement(
                "streaming read of the couplings" + size,
                Timings.median(rate),
                "GB/s",
                Timings.spread(rate),
                "",
                Double.NaN));
        String read = "one read of the couplings";
        all.add(measurement("gradient" + size, times[1], read, times[0]));
        double[] each = map(times[2], t -> t / BLOCK);
        all.add(measurement("gradient in a block of 8, per replica" + size, each, "a single gradient", times[1]));
        all.add(measurement("Hessian-vector product" + size, times[3], "a single gradient", times[1]));
        all.add(measurement("gradient" + size, times[1], "plain Java", times[4]));
    }

    private void onTheFly(List<Measurement> all) {
        int small = Math.min(n, 256);
        PSpinModel drawn = (PSpinModel) new PSpin(
                        small,
                        Mixture.pure(3),
                        PSpin.Couplings.FULL,
                        precision,
                        PSpin.Storage.ON_THE_FLY,
                        Double.POSITIVE_INFINITY,
                        1.0,
                        1L)
                .build();
        double[] x = Arrays.copyOf(point(0), small);
        double[] g = new double[small];
        double[] times = new Round(() -> drawn.energyAndGradient(x, g)).times(rounds)[0];
        double count = MultiIndex.count(small, 3, false);
        double[] each = map(times, t -> t / count);
        all.add(new Measurement(
                "gradient on the fly, per coupling drawn and used, N = " + small,
                Timings.median(each),
                "ns",
                Timings.spread(each),
                "",
                Double.NaN));
    }

    private void ising(List<Measurement> all) {
        IsingModel model = (IsingModel) new IsingPSpin(Math.min(n, 256), Mixture.pure(3), precision, 1L).build();
        int spins = model.dimension();
        double[] sink = new double[1];
        int attempts = 1000 * spins;
        Round round = new Round(
                () -> {
                    double lowest = 0.0;
                    for (int k = 0; k < attempts; k++) lowest = Math.min(lowest, model.flipCost(k % spins));
                    sink[0] += lowest;
                },
                () -> {
                    for (int i = 0; i < spins; i++) model.flip(i);
                });
        double[][] times = round.times(rounds);
        double[] attempt = map(times[0], t -> t / attempts);
        double[] flip = map(times[1], t -> t / spins);
        double couplings = MultiIndex.count(spins - 1, 2, true);
        double[] each = map(flip, t -> t / couplings);
        all.add(alone("Ising flip cost, N = " + spins, attempt, "ns per attempt"));
        all.add(alone("Ising accepted flip, N = " + spins, flip, "ns per flip"));
        all.add(alone("Ising accepted flip, per coupling passed, N = " + spins, each, "ns"));
    }

    /** A measurement with nothing beside it. */
    private static Measurement alone(String what, double[] values, String unit) {
        return new Measurement(what, Timings.median(values), unit, Timings.spread(values), "", Double.NaN);
    }

    private double[] point(long index) {
        double[] x = new double[n];
        Streams.of(1).stream("pspin-kernels", index).normals(x);
        Manifold.SPHERE.retract(x);
        return x;
    }

    private static Measurement measurement(String name, double[] nanoseconds, String against, double[] other) {
        double[] milliseconds = map(nanoseconds, t -> t / MILLION);
        double[] ratios = new double[nanoseconds.length];
        for (int k = 0; k < ratios.length; k++) ratios[k] = nanoseconds[k] / other[k];
        return new Measurement(
                name,
                Timings.median(milliseconds),
                "ms",
                Timings.spread(milliseconds),
                against,
                Timings.median(ratios));
    }

    private static double[] map(double[] values, DoubleUnaryOperator function) {
        return Arrays.stream(values).map(function).toArray();
    }

    /** Jobs that take turns. */
    private record Round(Runnable... jobs) {
        /** Nanoseconds of each job in each round, after it was warmed up. */
        double[][] times(int rounds) {
            for (Runnable job : jobs) warmUp(job);
            double[][] times = new double[jobs.length][rounds];
            for (int round = 0; round < rounds; round++) {
                for (int job = 0; job < jobs.length; job++) {
                    long begin = clock();
                    jobs[job].run();
                    times[job][round] = clock() - begin;
                }
            }
            return times;
        }

        private static void warmUp(Runnable job) {
            long begin = clock();
            int runs = 0;
            while (runs++ < WARM || clock() - begin < WARM_NANOSECONDS) job.run();
        }

        /** Time of this thread, so that neighbours who take the processor away do not count; what they take of the memory rate does. */
        private static long clock() {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : System.nanoTime();
        }
    }
}
