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

    /** The same on a machine with other threads, or with another load. */
    public Estimate on(Machine machine) {
        return totals.on(machine);
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
