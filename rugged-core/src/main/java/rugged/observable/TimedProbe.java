package rugged.observable;

import java.util.function.BiConsumer;
import rugged.api.Sink;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;

/**
 * A probe that looks at every k-th time and remembers nothing else.
 *
 * @param turns which times
 * @param look what it does then
 */
public record TimedProbe(Turns turns, BiConsumer<Moment, Sink> look) implements Probe {
    /** From the first time on. */
    public static TimedProbe every(int k, BiConsumer<Moment, Sink> look) {
        return new TimedProbe(new Turns(0.0, k), look);
    }

    @Override
    public void at(Moment now, Sink out) {
        if (turns.next(now)) look.accept(now, out);
    }

    @Override
    public byte[] save() {
        return turns.save();
    }

    @Override
    public void load(byte[] saved) {
        turns.load(saved);
    }
}
