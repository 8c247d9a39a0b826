package rugged.num.boltzmann;

/**
 * Where the parameters of a machine of two layers lie, p(v, h) = exp(v W h + a v + b h)/Z with v[Nv] and h[Nh]: W row by row from 0, W_ij at i Nh + j; then a[Nv], then b[Nh]. The same order whether
 * units are bits or spins; {@link UnitValues} turns the one machine into the other.
 *
 * @param visible Nv
 * @param hidden Nh
 */
public record BitMachine(int visible, int hidden) {
    /** The length of all parameters, Nv Nh + Nv + Nh. */
    public int size() {
        return Math.addExact(Math.multiplyExact(visible, hidden), visible + hidden);
    }

    /** Where a begins. */
    public int a() {
        return visible * hidden;
    }

    /** Where b begins. */
    public int b() {
        return visible * hidden + visible;
    }

    /** The fields of hidden bits, b_j + sum_i v_i W_ij, into phi[Nh]. */
    public void fields(double[] y, byte[] bits, int from, double[] phi) {
        System.arraycopy(y, b(), phi, 0, hidden);
        for (int i = 0; i < visible; i++) {
            if (bits[from + i] == 0) continue;
            for (int j = 0; j < hidden; j++) phi[j] += y[i * hidden + j];
        }
    }

    /**
     * F(v) = -a v - sum_j ln(1 + e^{phi_j}) of one configuration: p(v) = e^{-F(v)}/Z. For bits alone.
     *
     * @param phi scratch [Nh], overwritten with the fields
     */
    public double freeEnergy(double[] y, byte[] bits, int from, double[] phi) {
        fields(y, bits, from, phi);
        double sum = 0.0;
        for (int i = 0; i < visible; i++) sum += bits[from + i] * y[a() + i];
        for (double one : phi) sum += softplus(one);
        return -sum;
    }

    /** ln(1 + e^z). */
    public static double softplus(double z) {
        return Math.max(z, 0.0) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    /** 1/(1 + e^-z). */
    public static double logistic(double z) {
        double e = Math.exp(-Math.abs(z));
        return (z < 0.0 ? e : 1.0) / (1.0 + e);
    }
}
