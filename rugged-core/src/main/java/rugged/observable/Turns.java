package rugged.observable;

import rugged.api.Moment;
import rugged.num.Packed;

/** Every k-th of the observation times at which quantities of one time are due, from a time on. */
final class Turns {
    private final double from;
    private final int every;
    private long seen;

    Turns(double from, int every) {
        this.from = from;
        this.every = every;
    }

    /** Whether it is our turn; to be asked once a moment. */
    boolean next(Moment now) {
        if (!now.single() || now.time() < from) return false;
        return seen++ % every == 0;
    }

    byte[] save() {
        return new Packed.Writer().put(seen).bytes();
    }

    void load(byte[] saved) {
        seen = new Packed.Reader(saved).readLong();
    }
}
