package rugged.observable.curvature;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.observable.Overlaps;

/**
 * The cosine between what a state looks like now and what it looked like at each age that is due: outputs, or losses, centred. What ages looked like is kept
 * as long as there is room, and computed again from the remembered state where it is not: the same bits, also after an interruption.
 */
public final class Portraits implements Probe {
    private static final long ROOM = 64L << 20;

    private final Quantity quantity;
    private final int length;
    private final int columns;
    private final BiConsumer<double[], double[]> look;
    private final Map<Key, double[]> kept;

    private record Key(double age, int replica) {}

    /**
     * @param quantity what it is written as
     * @param length numbers of a portrait
     * @param columns numbers of one pattern: each is centred over the patterns
     * @param look overwrites its second argument, [length], with what the state given first looks like
     */
    public Portraits(Quantity quantity, int length, int columns, BiConsumer<double[], double[]> look) {
        this.quantity = quantity;
        this.length = length;
        this.columns = columns;
        this.look = look;
        long most = Math.max(1, ROOM / ((long) length * Double.BYTES));
        kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, double[]> eldest) {
                return size() > most;
            }
        };
    }

    @Override
    public void at(Moment now, Sink out) {
        int[] due = now.due();
        if (due.length == 0) return;
        for (int r = 0; r < now.replicas(); r++) {
            double[] here = portrait(now.state(r));
            for (int age : due) {
                Key key = new Key(now.age(age), r);
                double[] then = kept.get(key);
                if (then == null) {
                    then = portrait(now.snapshot(age, r));
                    kept.put(key, then);
                }
                out.put(quantity, r, Overlaps.cosine(then, here), Double.NaN, now.time(), now.age(age));
            }
        }
    }

    private double[] portrait(double[] x) {
        double[] portrait = new double[length];
        look.accept(x, portrait);
        Overlaps.centre(portrait, columns);
        return portrait;
    }
}
