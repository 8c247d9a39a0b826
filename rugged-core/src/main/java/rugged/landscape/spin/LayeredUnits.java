package rugged.landscape.spin;

import java.util.stream.IntStream;
import rugged.api.model.DiscreteBlocks;
import rugged.num.Packed;
import rugged.num.boltzmann.UnitValues;

/**
 * The built {@link RestrictedMachine} of bits: forks share weights; each has a configuration of its own, all at the lower value at first. Local fields of either layer are kept in step with the other and summed anew after so many changes that rounding would show.
 */
public sealed class LayeredUnits implements DiscreteBlocks permits LayeredSpins {
    /** Changes a unit after which fields and energy are summed anew. */
    private static final int REFRESH = 64;

    private final UnitValues units;
    private final double[] biases;
    private final int visible;
    private final int[][] blocks;
    /** Of each layer, from the units of the other, without biases. */
    private final RowFields[] fields;

    private final double[] x;
    private double energy;
    private long changes;

    /**
     * @param forth W, a row for each visible unit
     * @param back the same, a row for each hidden unit
     * @param biases a, then b
     */
    LayeredUnits(UnitValues units, CouplingRows forth, CouplingRows back, double[] biases) {
        this.units = units;
        this.biases = biases;
        visible = back.columns();
        x = new double[biases.length];
        java.util.Arrays.fill(x, units.low());
        blocks = new int[][] {
            IntStream.range(0, visible).toArray(),
            IntStream.range(visible, x.length).toArray()
        };
        fields = new RowFields[] {new RowFields(back, 0.0), new RowFields(forth, 0.0)};
        refresh();
    }

    /** A fork. */
    LayeredUnits(LayeredUnits other) {
        units = other.units;
        biases = other.biases;
        visible = other.visible;
        blocks = other.blocks;
        fields = new RowFields[] {other.fields[0].fork(), other.fields[1].fork()};
        x = other.x.clone();
        energy = other.energy;
        changes = other.changes;
    }

    /** Bias and what the other layer does. */
    final double field(int i) {
        return biases[i] + (i < visible ? fields[0].at(i) : fields[1].at(i - visible));
    }

    private void fill(int layer) {
        if (layer == 0) fields[0].fill(x, visible, x.length - visible);
        else fields[1].fill(x, 0, visible);
    }

    private void refresh() {
        fill(0);
        fill(1);
        double sum = 0.0;
        for (int i = 0; i < visible; i++) sum += x[i] * field(i);
        for (int j = visible; j < x.length; j++) sum += x[j] * biases[j];
        energy = -sum;
        changes = 0;
    }

    private void count(int more) {
        changes += more;
        if (changes >= (long) REFRESH * x.length) refresh();
    }

    /** By how much unit i moves when it takes its other value. */
    final double move(int i) {
        return x[i] == units.low() ? units.high() - units.low() : units.low() - units.high();
    }

    /** What that costs. */
    final double turnCost(int i) {
        return -move(i) * field(i);
    }

    /** Gives unit i its other value. */
    final void turn(int i) {
        energy += turnCost(i);
        double move = move(i);
        if (i < visible) fields[1].add(i, move);
        else fields[0].add(i - visible, move);
        x[i] = x[i] == units.low() ? units.high() : units.low();
        count(1);
    }

    @Override
    public int dimension() {
        return x.length;
    }

    @Override
    public int values(int i) {
        return 2;
    }

    @Override
    public int mostValues() {
        return 2;
    }

    @Override
    public double value(int i, int v) {
        return v == 0 ? units.low() : units.high();
    }

    @Override
    public int at(int i) {
        return x[i] == units.low() ? 0 : 1;
    }

    @Override
    public void costs(int i, double[] costs, int from) {
        int now = at(i);
        costs[from + now] = 0.0;
        costs[from + 1 - now] = turnCost(i);
    }

    @Override
    public void set(int i, int v) {
        if (at(i) != v) turn(i);
    }

    @Override
    public void load(double[] configuration) {
        System.arraycopy(configuration, 0, x, 0, x.length);
        refresh();
    }

    @Override
    public void state(double[] configuration) {
        System.arraycopy(x, 0, configuration, 0, x.length);
    }

    @Override
    public double energy() {
        return energy;
    }

    @Override
    public byte[] save() {
        Packed.Writer out = new Packed.Writer().put(x).put(energy).put(changes);
        for (RowFields one : fields) one.save(out);
        return out.bytes();
    }

    @Override
    public void restore(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        in.read(x);
        energy = in.readDouble();
        changes = in.readLong();
        for (RowFields one : fields) one.restore(in);
    }

    @Override
    public int blocks() {
        return 2;
    }

    @Override
    public int[] block(int b) {
        return blocks[b];
    }

    @Override
    public void blockCosts(int b, double[] costs, int stride) {
        int[] block = blocks[b];
        for (int k = 0; k < block.length; k++) costs(block[k], costs, k * stride);
    }

    /** Units of one layer do not feel one another, so that what their changes cost adds up. */
    @Override
    public void setBlock(int b, int[] values) {
        int[] block = blocks[b];
        int changed = 0;
        for (int k = 0; k < block.length; k++) if (at(block[k]) != values[k]) changed++;
        boolean anew = 2 * changed > block.length;
        for (int k = 0; k < block.length; k++) {
            int i = block[k];
            if (at(i) == values[k]) continue;
            energy += turnCost(i);
            if (!anew) fields[1 - b].add(k, move(i));
            x[i] = values[k] == 0 ? units.low() : units.high();
        }
        if (anew) fill(1 - b);
        count(changed);
    }

    @Override
    public LayeredUnits fork() {
        return new LayeredUnits(this);
    }
}
