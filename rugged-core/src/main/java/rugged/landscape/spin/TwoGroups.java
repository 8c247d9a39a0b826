package rugged.landscape.spin;

import java.util.stream.IntStream;
import rugged.api.model.SpinLandscape;

/** The built {@link BipartiteSpins}: forks share couplings; each has a configuration of its own, all up at first. */
public final class TwoGroups extends FieldSpins implements SpinLandscape.InBlocks {
    private final CouplingRows forth;
    private final CouplingRows back;
    private final double[] external;
    private final double square;
    private final int first;
    private final int[][] blocks;
    /** Of each group, from the spins of the other. */
    private final RowFields[] fields;

    /**
     * @param forth W, N1 rows of N2
     * @param back the same, N2 rows of N1
     * @param square J^2; NaN where the energy is no centred Gaussian field
     */
    TwoGroups(CouplingRows forth, CouplingRows back, double field1, double field2, double square) {
        super(back.columns() + forth.columns());
        this.forth = forth;
        this.back = back;
        this.square = square;
        external = new double[] {field1, field2};
        first = back.columns();
        blocks = new int[][] {
            IntStream.range(0, first).toArray(),
            IntStream.range(first, s.length).toArray()
        };
        fields = new RowFields[] {new RowFields(back, field1), new RowFields(forth, field2)};
        refresh();
    }

    private TwoGroups(TwoGroups other) {
        super(other);
        forth = other.forth;
        back = other.back;
        square = other.square;
        external = other.external;
        first = other.first;
        blocks = other.blocks;
        fields = new RowFields[] {other.fields[0].fork(), other.fields[1].fork()};
    }

    @Override
    RowFields[] fields() {
        return fields;
    }

    /** W_ij of x_i and y_j. */
    public double coupling(int i, int j) {
        return forth.at(i, j);
    }

    /** N1. */
    public int first() {
        return first;
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

    private void fill(int group) {
        if (group == 0) fields[0].fill(s, first, s.length - first);
        else fields[1].fill(s, 0, first);
    }

    @Override
    double summed() {
        fill(0);
        fill(1);
        double sum = 0.0;
        for (int i = 0; i < first; i++) sum += s[i] * fields[0].at(i);
        for (int j = first; j < s.length; j++) sum += s[j] * external[1];
        return -sum;
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

    @Override
    public void flip(int[] which, int count) {
        if (count == 0 || refreshesWithin(count)) {
            InBlocks.super.flip(which, count);
            return;
        }
        for (int k = 0; k < count; k++) energy += flipCost(which[k]);
        if (which[0] < first) fields[1].flip(which, count, 0, s);
        else fields[0].flip(which, count, first, s);
        for (int k = 0; k < count; k++) s[which[k]] = -s[which[k]];
        count(count);
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
    public TwoGroups fork() {
        return new TwoGroups(this);
    }
}
