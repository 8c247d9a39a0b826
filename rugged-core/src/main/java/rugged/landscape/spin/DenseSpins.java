package rugged.landscape.spin;

import java.util.Arrays;
import rugged.api.model.GaussianDisorder;
import rugged.api.model.SpinLandscape;
import rugged.num.Packed;

/** The built {@link SherringtonKirkpatrick}: forks share couplings; each has a configuration of its own, all up at first. */
public final class DenseSpins implements SpinLandscape, GaussianDisorder {
    /** Accepted flips a spin after which fields and energy are summed anew. */
    static final int REFRESH = 64;

    private final CouplingRows rows;
    private final double external;
    private final double square;
    private final RowFields fields;
    private final double[] s;
    private double energy;
    private long flips;

    /**
     * @param rows J_ij, symmetric, 0 on the diagonal
     * @param external h
     * @param square J^2; NaN where the energy is no centred Gaussian field
     */
    DenseSpins(CouplingRows rows, double external, double square) {
        this.rows = rows;
        this.external = external;
        this.square = square;
        fields = new RowFields(rows, external);
        s = new double[rows.columns()];
        double[] up = new double[s.length];
        Arrays.fill(up, 1.0);
        load(up);
    }

    private DenseSpins(DenseSpins other) {
        rows = other.rows;
        external = other.external;
        square = other.square;
        fields = other.fields.fork();
        s = other.s.clone();
        energy = other.energy;
        flips = other.flips;
    }

    /** J_ij. */
    public double coupling(int i, int j) {
        return rows.at(i, j);
    }

    @Override
    public int dimension() {
        return s.length;
    }

    @Override
    public double covariance(double overlap) {
        return 0.5 * square * (overlap * overlap - 1.0 / s.length);
    }

    @Override
    public void load(double[] configuration) {
        System.arraycopy(configuration, 0, s, 0, s.length);
        refresh();
    }

    /** Every pair is counted at both of its spins, the field at one. */
    private void refresh() {
        fields.fill(s, 0, s.length);
        double sum = 0.0;
        for (int i = 0; i < s.length; i++) sum += s[i] * (fields.at(i) + external);
        energy = -0.5 * sum;
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
        return 2.0 * s[i] * fields.at(i);
    }

    @Override
    public void flip(int i) {
        energy += flipCost(i);
        fields.add(i, -2.0 * s[i]);
        s[i] = -s[i];
        if (++flips == (long) REFRESH * s.length) refresh();
    }

    @Override
    public byte[] save() {
        Packed.Writer out = new Packed.Writer().put(s).put(energy).put(flips);
        fields.save(out);
        return out.bytes();
    }

    @Override
    public void restore(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        in.read(s);
        energy = in.readDouble();
        flips = in.readLong();
        fields.restore(in);
    }

    @Override
    public DenseSpins fork() {
        return new DenseSpins(this);
    }
}
