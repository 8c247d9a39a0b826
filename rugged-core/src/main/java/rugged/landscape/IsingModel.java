package rugged.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rugged.api.SpinLandscape;
import rugged.num.Kernels;
import rugged.num.Packed;

/** The built {@link IsingPSpin}: forks share couplings; each has a configuration of its own, all up at first. */
final class IsingModel implements SpinLandscape {
    private final int n;
    private final double[] external;
    private final List<SpinNeighbours> shared;
    private final List<SpinNeighbours.Pass> orders = new ArrayList<>();
    private final double[] s;
    private final double[] fields;
    private final double[] change;
    private double energy;

    private IsingModel(int n, double[] external, List<SpinNeighbours> shared) {
        this.n = n;
        this.external = external;
        this.shared = shared;
        for (SpinNeighbours neighbours : shared) orders.add(neighbours.pass(Kernels.best()));
        s = new double[n];
        fields = new double[n];
        change = new double[n];
    }

    static IsingModel build(IsingPSpin spec) {
        int n = spec.n();
        double[] external = new double[n];
        List<SpinNeighbours> shared = new ArrayList<>();
        for (int p : spec.mixture().orders()) {
            CouplingLaw law = CouplingLaw.of(n, p, spec.mixture().weight(p), spec.seed());
            if (p == 1) new CouplingLaw.Rows(law, true).draw(new int[0], 0L, external);
            else shared.add(SpinNeighbours.of(law, spec.precision()));
        }
        IsingModel model = new IsingModel(n, external, List.copyOf(shared));
        double[] up = new double[n];
        Arrays.fill(up, 1.0);
        model.load(up);
        return model;
    }

    @Override
    public int dimension() {
        return n;
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
        IsingModel fork = new IsingModel(n, external, shared);
        System.arraycopy(s, 0, fork.s, 0, n);
        System.arraycopy(fields, 0, fork.fields, 0, n);
        fork.energy = energy;
        return fork;
    }
}
