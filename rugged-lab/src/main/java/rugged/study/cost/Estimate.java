package rugged.study.cost;

import java.util.Locale;

/**
 * What a plan will cost.
 *
 * @param points points
 * @param runs trajectories: points times replicas
 * @param evaluations gradient evaluations, or evaluations of like cost
 * @param seconds wall time
 * @param bound whether evaluations and seconds are the most that it can take, because a protocol decides as it runs
 * @param bareSeconds the middle of the wall time before what this machine's last runs took was looked at
 * @param memoryPerThread bytes of the largest point or theory
 * @param memory bytes in all, of the Java run time and of figures and report too, with as many points at once as there are threads and room
 * @param heap bytes that the Java heap should be able to grow to
 * @param disk bytes of the run folder
 * @param totals from which all this follows on another machine
 */
public record Estimate(
        long points,
        long runs,
        double evaluations,
        Seconds seconds,
        boolean bound,
        double bareSeconds,
        double memoryPerThread,
        double memory,
        double heap,
        double disk,
        Totals totals) {
    /**
     * A range of wall times.
     *
     * @param low nine of ten runs take longer
     * @param likely the middle
     * @param high nine of ten runs take less
     */
    public record Seconds(double low, double likely, double high) {}

    /** The report with its drawing script, figures and tables of a run. */
    private static final double RUN_BYTES = 2.5e6;

    /** What the Java run time takes beside its heap: classes, compiled code, threads. Measured on {@code rugged list} and on the drawing engine. */
    private static final double JVM_BYTES = 200.0 * (1 << 20);

    /** Heap of the drawing engine with one figure, without the rows that it draws. */
    private static final double REPORT_HEAP = 256.0 * (1 << 20);

    /** Heap for each byte that is in use: what a collector needs to work without haste. */
    private static final double SPARE = 1.25;

    /** Figures, tables and report at the end. */
    private static final double CLOSING_SECONDS = 3;

    /** The likely time is right within these factors nine times of ten. */
    private static final double QUICKER = 0.6;

    private static final double SLOWER = 1.8;

    /** What all will cost together. */
    static Estimate of(Totals all, Machine machine) {
        double threads = Math.max(1, Math.min(machine.threads(), all.points()));
        double each = all.largest().all();
        double atOnce = each > 0 ? Math.max(1, Math.min(threads, Math.floor(machine.usable() / each))) : threads;
        double pace = atOnce * machine.share(atOnce);
        double bare = all.seconds() / pace + CLOSING_SECONDS / machine.share(1);
        double likely = machine.slowness() * bare;
        double least = machine.slowness() * (bare - all.undecided() / pace);
        double closing = REPORT_HEAP + all.observed();
        double heap = Math.max(
                SPARE * closing,
                SPARE
                        * atOnce
                        * Math.max(
                                all.largest().landscape() / Share.LANDSCAPES,
                                all.largest().own() / Share.OWN));
        return new Estimate(
                all.points(),
                all.runs(),
                all.evaluations(),
                new Seconds(QUICKER * least, likely, SLOWER * likely),
                all.bound(),
                bare,
                each,
                JVM_BYTES + Math.max(atOnce * each, closing),
                heap,
                RUN_BYTES + all.disk(),
                all);
    }

    /** The same on a machine with other threads, or with another load. */
    public Estimate on(Machine machine) {
        return of(totals, machine);
    }

    /** Bytes in words: {@code 1.4 GiB}. */
    public static String bytes(double bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
        int unit = 0;
        double value = bytes;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, value < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", value, units[unit]);
    }
}
