package rugged.observable.thermal;

import java.util.Arrays;
import rugged.api.Sink;
import rugged.api.motion.Ladder;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.num.Packed;

/** Sums at every rung of a ladder, [rung][kind], over the observations of a window of time that doubles: written where it ends, and begun anew. */
abstract class LadderWindows implements Probe {
    private final Doubling windows;
    private final int n;
    private final int kinds;
    private double[][] sums = new double[0][];
    private double[][] x = new double[0][];
    private long samples;

    /**
     * @param first end of the first window
     * @param n length of a state
     * @param kinds sums at a rung
     */
    LadderWindows(double first, int n, int kinds) {
        windows = new Doubling(first);
        this.n = n;
        this.kinds = kinds;
    }

    /**
     * Adds what an observation says of a rung.
     *
     * @param x scratch, a state for each replica
     */
    abstract void take(Moment now, int rung, double[][] x, double[] into);

    /**
     * Writes the sums of a rung.
     *
     * @param samples observations in the window
     * @param x as {@link #take} left it
     */
    abstract void write(Moment now, double temperature, double[] of, long samples, double[][] x, Sink out);

    @Override
    public final void at(Moment now, Sink out) {
        if (!now.single() || !windows.holds(now.time())) return;
        if (x.length == 0) x = new double[now.replicas()][n];
        Ladder ladder = now.ladder(0);
        if (sums.length == 0) sums = new double[ladder.rungs()][kinds];
        samples++;
        for (int k = 0; k < sums.length; k++) take(now, k, x, sums[k]);
        if (!windows.ends(now.time())) return;
        for (int k = 0; k < sums.length; k++) write(now, ladder.temperature(k), sums[k], samples, x, out);
        for (double[] rung : sums) Arrays.fill(rung, 0.0);
        samples = 0;
    }

    @Override
    public final byte[] save() {
        Packed.Writer out = new Packed.Writer();
        out.put(windows.save()).put(samples).put(sums.length);
        for (double[] rung : sums) out.put(rung);
        return out.bytes();
    }

    @Override
    public final void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        windows.load(in.readDouble());
        samples = in.readLong();
        sums = new double[in.readInt()][kinds];
        for (double[] rung : sums) in.read(rung);
    }
}
