package rugged.study.cost;

/**
 * What a plan adds up to on any machine: what it costs on one, with its threads and its load of now, follows from this alone.
 *
 * @param points points
 * @param runs trajectories
 * @param evaluations gradient evaluations, or evaluations of like cost
 * @param seconds of one thread alone
 * @param undecided of these, those that protocols which decide as they run may not need
 * @param bound whether there are such protocols, so that evaluations and time are the most that it can take
 * @param largest memory of the largest point or theory
 * @param observed bytes of all observations
 * @param disk bytes of all points
 */
public record Totals(
        long points,
        long runs,
        double evaluations,
        double seconds,
        double undecided,
        boolean bound,
        Footprint largest,
        double observed,
        double disk) {
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
    Estimate on(Machine machine) {
        double threads = Math.max(1, Math.min(machine.threads(), points));
        double each = largest.all();
        double atOnce = each > 0 ? Math.max(1, Math.min(threads, Math.floor(machine.usable() / each))) : threads;
        double pace = atOnce * machine.share(atOnce);
        double bare = seconds / pace + CLOSING_SECONDS / machine.share(1);
        double likely = machine.slowness() * bare;
        double least = machine.slowness() * (bare - undecided / pace);
        double closing = REPORT_HEAP + observed;
        double heap = Math.max(
                SPARE * closing,
                SPARE * atOnce * Math.max(largest.landscape() / Share.LANDSCAPES, largest.own() / Share.OWN));
        return new Estimate(
                points,
                runs,
                evaluations,
                new Estimate.Seconds(QUICKER * least, likely, SLOWER * likely),
                bound,
                bare,
                each,
                JVM_BYTES + Math.max(atOnce * each, closing),
                heap,
                RUN_BYTES + disk,
                this);
    }
}
