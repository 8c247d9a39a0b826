package rugged.run;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;
import rugged.compose.Lockstep;

/**
 * Says when a point has to look up from its work: to write a checkpoint, or to stop. Asked between two rounds of steps, so it reads a clock and little
 * else. When it says so has no influence on what is computed.
 */
final class CheckpointTimer implements Lockstep.Pause {
    private static final long REPORT = 200_000_000L; // nanoseconds between two reports of progress

    private final LongSupplier clock;
    private final long interval;
    private final BooleanSupplier stop;
    private final DoubleConsumer report;
    private final Runnable flush;
    private double from;
    private Position position = () -> 0.0;
    private long checkpointed;
    private long reported;

    /**
     * @param clock nanoseconds since some moment
     * @param interval nanoseconds between two checkpoints
     * @param stop whether to stop as soon as possible
     * @param report takes the fraction of the point that is done
     * @param flush makes visible what was recorded
     */
    CheckpointTimer(LongSupplier clock, long interval, BooleanSupplier stop, DoubleConsumer report, Runnable flush) {
        this.clock = clock;
        this.interval = interval;
        this.stop = stop;
        this.report = report;
        this.flush = flush;
        checkpointed = clock.getAsLong();
        reported = checkpointed;
    }

    /** Where the work is, as a fraction. */
    @FunctionalInterface
    interface Position {
        /** A number in [0, 1]. */
        double fraction();
    }

    /** What is asked for the fraction done, until the next call. */
    void follow(Position position) {
        this.position = position;
    }

    @Override
    public boolean now() {
        long time = clock.getAsLong();
        if (time - reported > REPORT) {
            reported = time;
            from = Math.max(from, position.fraction());
            report.accept(from);
            flush.run();
        }
        return time - checkpointed >= interval || stop.getAsBoolean();
    }

    /** Whether the work has to end here. */
    boolean stopping() {
        return stop.getAsBoolean();
    }

    /** A checkpoint was written just now. */
    void checkpointed() {
        checkpointed = clock.getAsLong();
    }
}
