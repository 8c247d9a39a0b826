package rugged.landscape.spin;

import java.util.Arrays;
import java.util.stream.IntStream;
import rugged.api.model.DiscreteBlocks;
import rugged.api.model.GaussianDisorder;
import rugged.api.model.SpinLandscape;
import rugged.num.Packed;

/** The built {@link BipartiteSpins}: forks share couplings; each has a configuration of its own, all up at first. */
public final class TwoGroups implements SpinLandscape, DiscreteBlocks, GaussianDisorder {
    private final CouplingRows forth;
    private final CouplingRows back;
    private final double[] external;
    private final double square;
    private final int first;
    private final int[][] blocks;
    /** Of each group, from the spins of the other. */
    private final RowFields[] fields;

    private final double[] s;
    private double energy;
    private long flips;

    /**
     * @param forth W, N1 rows of N2
     * @param back the same, N2 rows of N1
     * @param square J^2; NaN where the energy is no centred Gaussian field
     */
    TwoGroups(CouplingRows forth, CouplingRows back, double field1, double field2, double square) {
        this.forth = forth;
        this.back = back;
        this.square = square;
        external = new double[] {field1, field2};
        first = back.columns();
        s = new double[first + forth.columns()];
        blocks = new int[][] {
            IntStream.range(0, first).toArray(),
            IntStream.range(first, s.length).toArray()
        };
        fields = new RowFields[] {new RowFields(back, field1), new RowFields(forth, field2)};
        double[] up = new double[s.length];
        Arrays.fill(up, 1.0);
        load(up);
    }

    private TwoGroups(TwoGroups other) {
        forth = other.forth;
        back = other.back;
        square = other.square;
        external = other.external;
        first = other.first;
        blocks = other.blocks;
        fields = new RowFields[] {other.fields[0].fork(), other.fields[1].fork()};
        s = other.s.clone();
        energy = other.energy;
        flips = other.flips;
    }

    /** W_ij of x_i and y_j. */
    public double coupling(int i, int j) {
        return forth.at(i, j);
    }

    /** N1. */
    public int first() {
        return first;
    }

    @Override
    public int dimension() {
        return s.length;
    }

    /** Not a function of the overlap of all spins alone. */
    @Override
    public double covariance(double overlap) {
        return Double.NaN;
    }

    @Override
    public double covariance(double[] a, double[] b, double overlap) {
        double q1 = 0.0;
        double q2 = 0.0;
        for (int i = 0; i < first; i++) q1 += a[i] * b[i];
        for (int j = first; j < s.length; j++) q2 += a[j] * b[j];
        double second = s.length - first;
        return square * q1 * q2 / (Math.sqrt(first * second) * s.length);
    }

    @Override
    public void load(double[] configuration) {
        System.arraycopy(configuration, 0, s, 0, s.length);
        refresh();
    }

    private void fill(int group) {
        if (group == 0) fields[0].fill(s, first, s.length - first);
        else fields[1].fill(s, 0, first);
    }

    private void refresh() {
        fill(0);
        fill(1);
        double sum = 0.0;
        for (int i = 0; i < first; i++) sum += s[i] * fields[0].at(i);
        for (int j = first; j < s.length; j++) sum += s[j] * external[1];
        energy = -sum;
        flips = 0;
    }

    @Override
    public void state(double[] configuration) {
        System.arraycopy(s, 0, configuration, 0, s.length);
    }

    @Override
    public double energy() {
        return energy;
    }

    @Override
    public int at(int i) {
        return s[i] > 0.0 ? 1 : 0;
    }

    @Override
    public double flipCost(int i) {
        return 2.0 * s[i] * (i < first ? fields[0].at(i) : fields[1].at(i - first));
    }

    @Override
    public void flip(int i) {
        energy += flipCost(i);
        if (i < first) fields[1].add(i, -2.0 * s[i]);
        else fields[0].add(i - first, -2.0 * s[i]);
        s[i] = -s[i];
        count(1);
    }

    private void count(int more) {
        flips += more;
        if (flips >= (long) DenseSpins.REFRESH * s.length) refresh();
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
        int from = b == 0 ? 0 : first;
        int size = blocks[b].length;
        for (int k = 0; k < size; k++) {
            double spin = s[from + k];
            int now = spin > 0.0 ? 1 : 0;
            costs[k * stride + now] = 0.0;
            costs[k * stride + 1 - now] = 2.0 * spin * fields[b].at(k);
        }
    }

    /** Spins of one group do not feel one another, so that what their flips cost adds up. */
    @Override
    public void setBlock(int b, int[] values) {
        int from = b == 0 ? 0 : first;
        int size = blocks[b].length;
        int changed = 0;
        for (int k = 0; k < size; k++) if (at(from + k) != values[k]) changed++;
        boolean anew = 2 * changed > size;
        for (int k = 0; k < size; k++) {
            int i = from + k;
            if (at(i) == values[k]) continue;
            energy += flipCost(i);
            if (!anew) fields[1 - b].add(k, -2.0 * s[i]);
            s[i] = -s[i];
        }
        if (anew) fill(1 - b);
        count(changed);
    }

    @Override
    public byte[] save() {
        Packed.Writer out = new Packed.Writer().put(s).put(energy).put(flips);
        for (RowFields group : fields) group.save(out);
        return out.bytes();
    }

    @Override
    public void restore(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        in.read(s);
        energy = in.readDouble();
        flips = in.readLong();
        for (RowFields group : fields) group.restore(in);
    }

    @Override
    public TwoGroups fork() {
        return new TwoGroups(this);
    }
}
