package rugged.landscape.spin;

/** The built {@link SherringtonKirkpatrick}: forks share couplings; each has a configuration of its own, all up at first. */
public final class DenseSpins extends FieldSpins {
    private final CouplingRows rows;
    private final double external;
    private final double square;
    private final RowFields fields;

    /**
     * @param rows J_ij, symmetric, 0 on the diagonal
     * @param external h
     * @param square J^2; NaN where the energy is no centred Gaussian field
     */
    DenseSpins(CouplingRows rows, double external, double square) {
        super(rows.columns());
        this.rows = rows;
        this.external = external;
        this.square = square;
        fields = new RowFields(rows, external);
        refresh();
    }

    private DenseSpins(DenseSpins other) {
        super(other);
        rows = other.rows;
        external = other.external;
        square = other.square;
        fields = other.fields.fork();
    }

    @Override
    RowFields[] fields() {
        return new RowFields[] {fields};
    }

    /** J_ij. */
    public double coupling(int i, int j) {
        return rows.at(i, j);
    }

    @Override
    public double covariance(double overlap) {
        return 0.5 * square * (overlap * overlap - 1.0 / s.length);
    }

    /** Every pair is counted at both of its spins, the field at one. */
    @Override
    double summed() {
        fields.fill(s, 0, s.length);
        double sum = 0.0;
        for (int i = 0; i < s.length; i++) sum += s[i] * (fields.at(i) + external);
        return -0.5 * sum;
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
        count(1);
    }

    @Override
    public DenseSpins fork() {
        return new DenseSpins(this);
    }
}
