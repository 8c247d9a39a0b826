package rugged.observable.physical;

import java.util.ArrayList;
import java.util.List;
import rugged.api.Sink;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.num.Packed;

/** A probe of single times that remembers numbers of its first look. */
final class SinceStart implements Probe {
    private final Look look;
    private final List<double[]> first = new ArrayList<>();

    SinceStart(Look look) {
        this.look = look;
    }

    /** What is done with one replica. */
    interface Look {
        void at(Moment now, int replica, First first, Sink out);
    }

    /** Remembers a number where there is none yet. */
    interface First {
        double value(int replica, int which, double now);
    }

    private double remembered(int replica, int which, double now) {
        for (double[] kept : first) if (kept[0] == replica && kept[1] == which) return kept[2];
        first.add(new double[] {replica, which, now});
        return now;
    }

    @Override
    public void at(Moment now, Sink out) {
        if (!now.single()) return;
        for (int r = 0; r < now.replicas(); r++) look.at(now, r, this::remembered, out);
    }

    @Override
    public byte[] save() {
        Packed.Writer out = new Packed.Writer().put(first.size());
        for (double[] kept : first) out.put(kept);
        return out.bytes();
    }

    @Override
    public void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        first.clear();
        int count = in.readInt();
        for (int k = 0; k < count; k++) {
            double[] kept = new double[3];
            in.read(kept);
            first.add(kept);
        }
    }
}
