package rugged.dynamics.sampling;

import rugged.api.model.Batch;
import rugged.num.Packed;
import rugged.num.RandomStream;

/** A flag for every pattern, switched on and off as independent two-state Markov chains. */
public final class Flags {
    private final double entering;
    private final double leaving;
    private final RandomStream random;
    private final boolean[] on;
    private final int[] index;

    /** Draws the stationary state: each flag on with probability {@code mean}. */
    public Flags(int patterns, double mean, double entering, double leaving, RandomStream random) {
        this.entering = entering;
        this.leaving = leaving;
        this.random = random;
        on = new boolean[patterns];
        index = new int[patterns];
        for (int mu = 0; mu < patterns; mu++) on[mu] = random.nextDouble() < mean;
    }

    boolean on(int mu) {
        return on[mu];
    }

    /** The patterns that are on, in their order: a view, valid until the next call. */
    public Batch active() {
        int count = 0;
        for (int mu = 0; mu < on.length; mu++) if (on[mu]) index[count++] = mu;
        return new Batch(index, 0, count);
    }

    /** One step of every chain. */
    public void step() {
        for (int mu = 0; mu < on.length; mu++) {
            double u = random.nextDouble();
            on[mu] = on[mu] ? !(u < leaving) : u < entering;
        }
    }

    public void save(Packed.Writer out) {
        int[] bits = new int[on.length];
        for (int mu = 0; mu < on.length; mu++) bits[mu] = on[mu] ? 1 : 0;
        out.put(random.save()).put(bits);
    }

    public void load(Packed.Reader in) {
        random.load(in.readBytes());
        int[] bits = in.readInts();
        for (int mu = 0; mu < on.length; mu++) on[mu] = bits[mu] == 1;
    }
}
