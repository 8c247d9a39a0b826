package rugged.landscape.spin;

import java.util.Arrays;
import rugged.api.disorder.GaussianDisorder;
import rugged.api.model.SpinLandscape;
import rugged.num.Packed;

/** Spins with their local fields in step, all up at first, whose fields and energy are summed anew after so many flips that rounding would show. */
abstract sealed class FieldSpins implements SpinLandscape, GaussianDisorder permits DenseSpins, TwoGroups, SpinLayers {
    /** Accepted flips a spin after which fields and energy are summed anew. */
    private static final int REFRESH = 64;

    /** The spins [N]. */
    final double[] s;

    double energy;
    private long flips;

    FieldSpins(int n) {
        s = new double[n];
        Arrays.fill(s, 1.0);
    }

    FieldSpins(FieldSpins other) {
        s = other.s.clone();
        energy = other.energy;
        flips = other.flips;
    }

    /** Sums fields anew; returns the energy. */
    abstract double summed();

    /** All sets of fields. */
    abstract RowFields[] fields();

    /** Puts right what follows from the spins alone, after they were restored. */
    void restored() {}

    final void refresh() {
        energy = summed();
        flips = 0;
    }

    /** Whether fields will have been summed anew before so many more flips are made. */
    final boolean refreshesWithin(int more) {
        return flips + more >= (long) REFRESH * s.length;
    }

    /** Counts flips that were made. */
    final void count(int more) {
        flips += more;
        if (flips >= (long) REFRESH * s.length) refresh();
    }

    @Override
    public final int dimension() {
        return s.length;
    }

    @Override
    public final void load(double[] configuration) {
        System.arraycopy(configuration, 0, s, 0, s.length);
        refresh();
    }

    @Override
    public final void state(double[] configuration) {
        System.arraycopy(s, 0, configuration, 0, s.length);
    }

    @Override
    public final double energy() {
        return energy;
    }

    @Override
    public final int at(int i) {
        return s[i] > 0.0 ? 1 : 0;
    }

    @Override
    public final byte[] save() {
        Packed.Writer out = new Packed.Writer().put(s).put(energy).put(flips);
        for (RowFields one : fields()) one.save(out);
        return out.bytes();
    }

    @Override
    public final void restore(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        in.read(s);
        energy = in.readDouble();
        flips = in.readLong();
        for (RowFields one : fields()) one.restore(in);
        restored();
    }
}
