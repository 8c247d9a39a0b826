package rugged.landscape.glass;

import java.util.ArrayList;
import java.util.List;
import rugged.api.disorder.GaussianDisorder;
import rugged.api.model.SpinLandscape;
import rugged.meanfield.Mixture;
import rugged.num.Packed;
import rugged.num.kernel.KernelChoice;

/** The built {@link IsingPSpin}: forks share couplings; each has a configuration of its own, all up at first. */
public final class IsingModel implements SpinLandscape, GaussianDisorder {
    private final int n;
    private final Mixture mixture;
    private final double[] external;
    private final List<SpinNeighbours> shared;
    private final List<SpinNeighbours.Pass> orders = new ArrayList<>();
    private final double[] s;
    private final double[] fields;
    private final double[] change;
    private double energy;

    /**
     * @param external field of each spin, from couplings of order 1
     * @param shared couplings of the other orders
     */
    IsingModel(int n, Mixture mixture, double[] external, List<SpinNeighbours> shared) {
        this.n = n;
        this.mixture = mixture;
        this.external = external;
        this.shared = shared;
        for (SpinNeighbours neighbours : shared) orders.add(neighbours.pass(KernelChoice.best()));
        s = new double[n];
        fields = new double[n];
        change = new double[n];
    }

    @Override
    public int dimension() {
        return n;
    }

    /**
     * The elementary symmetric polynomials e_p of the products s_i t_i = +-1, of sum S = N q, by (p + 1) e_{p+1} = S e_p - (N - p + 1) e_{p-1}: f(q) =
     * 1/N sum_p a_p p!/(2 N^{p-1}) e_p. It is 1/2 sum_p a_p q^p up to O(1/N).
     */
    @Override
    public double covariance(double overlap) {
        double sum = 0.0;
        double before = 0.0;
        double symmetric = 1.0;
        double factor = 0.5;
        for (int p = 1; p <= mixture.highest(); p++) {
            double next = (overlap * n * symmetric - (n - p + 2) * before) / p;
            before = symmetric;
            symmetric = next;
            factor *= p / (double) n;
            sum += mixture.weight(p) * factor * symmetric;
        }
        return sum;
    }

    @Override
    public void load(double[] configuration) {
        System.arraycopy(configuration, 0, s, 0, n);
        System.arraycopy(external, 0, fields, 0, n);
        double sum = 0.0;
        for (int i = 0; i < n; i++) sum += s[i] * external[i];
        for (SpinNeighbours.Pass order : orders) {
            double part = 0.0;
            for (int i = 0; i < n; i++) {
                double field = order.around(i, s, change);
                fields[i] += field;
                part += s[i] * field;
            }
            // every coupling was counted once for each of its p spins
            sum += part / order.order();
        }
        energy = -sum;
    }

    @Override
    public void state(double[] configuration) {
        System.arraycopy(s, 0, configuration, 0, n);
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
        return 2.0 * s[i] * fields[i];
    }

    @Override
    public void flip(int i) {
        energy += flipCost(i);
        double factor = -2.0 * s[i];
        for (SpinNeighbours.Pass order : orders) {
            order.around(i, s, change);
            for (int k = 0; k < n; k++) fields[k] += factor * change[k];
        }
        s[i] = -s[i];
    }

    @Override
    public byte[] save() {
        return new Packed.Writer().put(s).put(fields).put(energy).bytes();
    }

    @Override
    public void restore(byte[] saved) {
        Packed.Reader reader = new Packed.Reader(saved);
        reader.read(s);
        reader.read(fields);
        energy = reader.readDouble();
    }

    @Override
    public IsingModel fork() {
        IsingModel fork = new IsingModel(n, mixture, external, shared);
        System.arraycopy(s, 0, fork.s, 0, n);
        System.arraycopy(fields, 0, fork.fields, 0, n);
        fork.energy = energy;
        return fork;
    }
}
