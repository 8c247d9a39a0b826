package rugged.landscape.spin;

import java.util.Arrays;
import java.util.stream.IntStream;
import rugged.api.model.SpinLandscape;

/**
 * The built {@link LayeredBoltzmann}: forks share couplings; each has a configuration of its own, all up at first. The part of the couplings that is alike for all pairs acts through the magnetisations of layers,
 * sums of +-1 that have no rounding.
 */
public final class SpinLayers extends FieldSpins implements SpinLandscape.InBlocks {
    private final int layers;
    private final int n;
    private final double alike;
    private final double external;
    private final double square;
    private final CouplingRows[] up;
    private final CouplingRows[] down;
    private final int[][] blocks;
    /** The layer of each spin. */
    private final int[] layer;
    /** sum_i s_i of each layer. */
    private final long[] magnetisation;
    /** What all spins of a layer feel of the magnetisations beside it and of h. */
    private final double[] common;
    /** Random part of the fields on layer l + 1 from layer l, then of those on layer l from layer l + 1. */
    private final RowFields[] fields;

    /**
     * @param alike J0/n
     * @param external h
     * @param square J^2; NaN where the energy is no centred Gaussian field
     * @param up random part of W^l, rows of layer l; none where there is no random part
     * @param down the same, rows of layer l + 1
     */
    SpinLayers(
            int layers, int n, double alike, double external, double square, CouplingRows[] up, CouplingRows[] down) {
        super(layers * n);
        this.layers = layers;
        this.n = n;
        this.alike = alike;
        this.external = external;
        this.square = square;
        this.up = up;
        this.down = down;
        magnetisation = new long[layers];
        common = new double[layers];
        layer = new int[s.length];
        for (int i = 0; i < s.length; i++) layer[i] = i / n;
        blocks = new int[][] {every(0), every(1)};
        fields = new RowFields[2 * up.length];
        for (int l = 0; l < up.length; l++) {
            fields[l] = new RowFields(up[l], 0.0);
            fields[up.length + l] = new RowFields(down[l], 0.0);
        }
        refresh();
    }

    private SpinLayers(SpinLayers other) {
        super(other);
        layers = other.layers;
        n = other.n;
        alike = other.alike;
        external = other.external;
        square = other.square;
        up = other.up;
        down = other.down;
        blocks = other.blocks;
        layer = other.layer;
        magnetisation = other.magnetisation.clone();
        common = other.common.clone();
        fields = new RowFields[other.fields.length];
        for (int k = 0; k < fields.length; k++) fields[k] = other.fields[k].fork();
    }

    private int[] every(int parity) {
        return IntStream.range(0, s.length).filter(i -> layer[i] % 2 == parity).toArray();
    }

    @Override
    RowFields[] fields() {
        return fields;
    }

    /** W^l_ij between spin i of layer l and spin j of the next, numbered from 0. */
    public double coupling(int l, int i, int j) {
        return alike + (up.length == 0 ? 0.0 : up[l].at(i, j));
    }

    /** L. */
    public int layers() {
        return layers;
    }

    /** n. */
    public int width() {
        return n;
    }

    /** Not a function of the overlap of all spins alone. */
    @Override
    public double covariance(double overlap) {
        return Double.NaN;
    }

    /** J^2 sum_l q_l q_{l+1}/L. */
    @Override
    public double covariance(double[] a, double[] b, double overlap) {
        double sum = 0.0;
        double before = 0.0;
        for (int l = 0; l < layers; l++) {
            double q = 0.0;
            for (int i = l * n; i < (l + 1) * n; i++) q += a[i] * b[i];
            sum += before * q;
            before = q;
        }
        return square * sum / ((double) n * s.length);
    }

    @Override
    double summed() {
        sumLayers();
        double energy = 0.0;
        for (int l = 0; l < layers; l++) {
            energy -= external * magnetisation[l];
            if (l + 1 < layers) energy -= alike * magnetisation[l] * magnetisation[l + 1];
        }
        for (int l = 0; l < up.length; l++) {
            fields[l].fill(s, l * n, n);
            fields[up.length + l].fill(s, (l + 1) * n, n);
            for (int j = 0; j < n; j++) energy -= s[(l + 1) * n + j] * fields[l].at(j);
        }
        return energy;
    }

    private void sumLayers() {
        Arrays.fill(magnetisation, 0);
        for (int i = 0; i < s.length; i++) magnetisation[layer[i]] += s[i] > 0.0 ? 1 : -1;
        for (int l = 0; l < layers; l++) common[l] = common(l);
    }

    private double common(int l) {
        long beside = (l > 0 ? magnetisation[l - 1] : 0) + (l + 1 < layers ? magnetisation[l + 1] : 0);
        return alike * beside + external;
    }

    @Override
    void restored() {
        sumLayers();
    }

    @Override
    public double flipCost(int i) {
        int l = layer[i];
        double field = common[l];
        if (up.length > 0) {
            int k = i - l * n;
            if (l > 0) field += fields[l - 1].at(k);
            if (l + 1 < layers) field += fields[up.length + l].at(k);
        }
        return 2.0 * s[i] * field;
    }

    @Override
    public void flip(int i) {
        energy += flipCost(i);
        int l = layer[i];
        double turn = -2.0 * s[i];
        magnetisation[l] += (long) turn;
        if (l + 1 < layers) {
            common[l + 1] = common(l + 1);
            if (up.length > 0) fields[l].add(i - l * n, turn);
        }
        if (l > 0) {
            common[l - 1] = common(l - 1);
            if (up.length > 0) fields[up.length + l - 1].add(i - l * n, turn);
        }
        s[i] = -s[i];
        count(1);
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
    public SpinLayers fork() {
        return new SpinLayers(this);
    }
}
