package rugged.observable;

import java.util.Arrays;
import java.util.stream.IntStream;
import rugged.api.motion.Moment;
import rugged.num.Packed;

/** Every k-th of the observation times at which quantities of one time are due, from a time on. */
public final class Turns {
    private final double from;
    private final int every;
    private long seen;

    public Turns(double from, int every) {
        this.from = from;
        this.every = every;
    }

    /** The same, known beforehand: those of the times at which it is our turn. */
    public static double[] of(double[] times, int every, double from) {
        double[] since = Arrays.stream(times).filter(time -> time >= from).toArray();
        return IntStream.range(0, since.length)
                .filter(k -> k % every == 0)
                .mapToDouble(k -> since[k])
                .toArray();
    }

    /** Every k-th of all times, those from a time on. */
    public static double[] every(double[] times, int every, double from) {
        return IntStream.range(0, times.length)
                .filter(k -> k % every == 0 && times[k] >= from)
                .mapToDouble(k -> times[k])
                .toArray();
    }

    /** Whether it is our turn; to be asked once a moment. */
    public boolean next(Moment now) {
        if (!now.single() || now.time() < from) return false;
        return seen++ % every == 0;
    }

    public byte[] save() {
        return new Packed.Writer().put(seen).bytes();
    }

    public void load(byte[] saved) {
        seen = new Packed.Reader(saved).readLong();
    }
}
