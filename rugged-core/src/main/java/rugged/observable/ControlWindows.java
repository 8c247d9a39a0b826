package rugged.observable;

import java.util.Arrays;
import rugged.api.Sink;
import rugged.api.model.Controlled;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.num.Packed;

/**
 * Averages in windows of time, written at the end of each against the control that the model had then. The first third of a window, in which a sample settles after the control has moved, is left out. Of several windows that end at one control the first is written.
 */
public abstract class ControlWindows implements Probe {
    private static final double SETTLING = 1.0 / 3.0;
    private static final double ROUNDING = 1e-9;

    private final double every;
    private final Controlled model;
    private final int numbers;
    private double[][] sums = new double[0][];
    private int count;
    /** Values of the control that have been written. */
    private double[] written = new double[0];

    /**
     * @param every length of a window
     * @param model whose control it is
     * @param numbers how many averages there are
     */
    protected ControlWindows(double every, Controlled model, int numbers) {
        this.every = every;
        this.model = model;
        this.numbers = numbers;
    }

    /** Adds the present values of a replica. */
    protected abstract void add(Moment now, int replica, double[] into);

    /** Writes the averages of a replica. */
    protected abstract void write(int replica, double control, double[] means, Sink out);

    /** The times at which windows end, their multiples. */
    public static double[] ends(double every, double[] times) {
        return Arrays.stream(times).filter(time -> ends(every, time)).toArray();
    }

    private static boolean ends(double every, double time) {
        double windows = time / every;
        return time > 0.0 && Math.abs(windows - Math.rint(windows)) < ROUNDING;
    }

    private boolean counts(double time) {
        double windows = time / every;
        double into = windows - Math.floor(windows + ROUNDING);
        return time > 0.0 && (into > SETTLING + ROUNDING || ends(every, time));
    }

    /** Takes what there is at a moment, and writes where a window ends. */
    @Override
    public final void at(Moment now, Sink out) {
        if (!now.single() || !counts(now.time())) return;
        if (sums.length == 0) sums = new double[now.replicas()][numbers];
        for (int replica = 0; replica < sums.length; replica++) add(now, replica, sums[replica]);
        count++;
        if (!ends(every, now.time())) return;
        double control = model.control();
        boolean first = Arrays.stream(written).noneMatch(known -> known == control);
        for (int replica = 0; replica < sums.length; replica++) {
            double[] means = sums[replica];
            for (int k = 0; k < numbers; k++) means[k] /= count;
            if (first) write(replica, control, means, out);
            Arrays.fill(means, 0.0);
        }
        if (first) {
            written = Arrays.copyOf(written, written.length + 1);
            written[written.length - 1] = control;
        }
        count = 0;
    }

    @Override
    public final byte[] save() {
        Packed.Writer out = new Packed.Writer();
        out.put(count).put(sums.length).put(written.length);
        for (double[] each : sums) out.put(each);
        out.put(written);
        return out.bytes();
    }

    @Override
    public final void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        count = in.readInt();
        sums = new double[in.readInt()][numbers];
        written = new double[in.readInt()];
        for (double[] each : sums) in.read(each);
        in.read(written);
    }
}
