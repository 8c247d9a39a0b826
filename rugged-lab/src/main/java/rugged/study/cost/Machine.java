package rugged.study.cost;

import java.lang.management.ManagementFactory;

/**
 * What a plan may count on.
 *
 * @param heap bytes that the Java heap may grow to
 * @param physical bytes of main memory
 * @param threads threads that compute
 * @param bandwidth bytes a second that one thread reads from main memory
 * @param rate multiply-adds a second of one thread in a kernel
 * @param mostPoints points that one study may have
 * @param load threads of other programs that want to compute now
 * @param slowness actual over predicted time of the last runs here
 */
public record Machine(
        long heap,
        long physical,
        int threads,
        double bandwidth,
        double rate,
        int mostPoints,
        double load,
        double slowness) {
    /** One at rest, of which nothing is known yet. */
    public Machine(long heap, long physical, int threads, double bandwidth, double rate, int mostPoints) {
        this(heap, physical, threads, bandwidth, rate, mostPoints, 0.0, 1.0);
    }

    /** Share of the heap that landscapes and states may fill. */
    private static final double USABLE = 0.85;

    /** A p = 3 spherical gradient on a common desktop core of 2020-2025: the starting point until somebody calibrates. */
    private static final double USUAL_BANDWIDTH = 1.2e10;

    private static final double USUAL_RATE = 1e10;

    /** A plan keeps about a kilobyte of each. */
    private static final int MOST_POINTS = 1_000_000;

    /** This machine with its load of now, and with what its last runs told. */
    public static Machine here() {
        long physical = Long.MAX_VALUE;
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            physical = system.getTotalMemorySize();
        }
        Runtime runtime = Runtime.getRuntime();
        double load = Math.max(0.0, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return new Machine(
                runtime.maxMemory(),
                physical,
                runtime.availableProcessors(),
                USUAL_BANDWIDTH,
                USUAL_RATE,
                MOST_POINTS,
                load,
                Experience.users().factor());
    }

    /** With measured rates. */
    public Machine calibrated(double bytesPerSecond, double operationsPerSecond) {
        return new Machine(heap, physical, threads, bytesPerSecond, operationsPerSecond, mostPoints, load, slowness);
    }

    /** With so many threads. */
    public Machine threads(int count) {
        return new Machine(heap, physical, count, bandwidth, rate, mostPoints, load, slowness);
    }

    /** With memory for everything: what a point needs is not asked again where it was asked before it was handed over. */
    public Machine unasked() {
        return new Machine(Long.MAX_VALUE, Long.MAX_VALUE, threads, bandwidth, rate, mostPoints, load, slowness);
    }

    /** Part of a core that each of so many threads gets beside the load of others. */
    double share(double busy) {
        int cores = Math.max(threads, Runtime.getRuntime().availableProcessors());
        return Math.min(1.0, cores / Math.max(1.0, busy + load));
    }

    /** Bytes that a study may use. */
    public double usable() {
        return USABLE * Math.min(heap, physical);
    }
}
