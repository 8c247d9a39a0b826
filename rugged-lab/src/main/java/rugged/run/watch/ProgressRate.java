package rugged.run.watch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import rugged.store.Phase;
import rugged.store.Progress;

/** How far a run is, and how fast: work done over a sliding half minute. */
public final class ProgressRate {
    private static final double WINDOW = 30.0; // seconds
    private static final double SHORTEST = 2.0; // seconds before a rate is worth telling

    private final String unit;
    private final double[] weights;
    private final double total;
    private final AtomicLongArray fractions;
    private final Deque<double[]> samples = new ArrayDeque<>();
    private int ended;
    private int failed;
    private @Nullable Phase phase;

    /**
     * @param weights expected work of each point
     * @param unit of this work
     */
    public ProgressRate(double[] weights, String unit) {
        this.unit = unit;
        this.weights = weights.clone();
        this.fractions = new AtomicLongArray(weights.length);
        double sum = 0.0;
        for (double weight : weights) sum += weight;
        total = sum;
    }

    /** Says how far a point is. */
    public void at(int point, double fraction) {
        fractions.set(point, Double.doubleToLongBits(fraction));
    }

    /** Says that a point has ended. */
    public synchronized void ended(int point, boolean badly) {
        at(point, 1.0);
        ended++;
        if (badly) failed++;
    }

    /** Says what is done beside or after the points; null for nothing. */
    public synchronized void busy(@Nullable Phase with) {
        phase = with;
    }

    /** The state now. */
    public synchronized Progress now() {
        double done = 0.0;
        for (int p = 0; p < weights.length; p++) done += weights[p] * Double.longBitsToDouble(fractions.get(p));
        double clock = System.nanoTime() * 1e-9;
        samples.addLast(new double[] {clock, done});
        while (samples.size() > 2 && clock - samples.getFirst()[0] > WINDOW) samples.removeFirst();
        double elapsed = clock - samples.getFirst()[0];
        double rate = elapsed >= SHORTEST ? (done - samples.getFirst()[1]) / elapsed : 0.0;
        boolean known = rate > 0;
        return new Progress(
                done,
                total,
                unit,
                known ? rate : null,
                known ? (total - done) / rate : null,
                ended,
                failed,
                weights.length,
                Instant.now().toString(),
                phase);
    }
}
