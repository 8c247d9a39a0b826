package rugged.landscape.paths;

import java.util.Arrays;
import rugged.api.constraint.ProductConstraints;
import rugged.api.model.Planted;
import rugged.num.Packed;

/** The built {@link ActivePaths}: forks share the network; each has weights of its own, all +1 at first, and J times the product of the weights of each path in step with them. */
final class PathModel implements ProductConstraints, Planted {
    private final PathNetwork network;
    private final int[][] around;
    private final double[] s;
    private final double[] product;
    private double energy;

    PathModel(PathNetwork network) {
        this(network, network.around());
        Arrays.fill(s, 1.0);
        recompute();
    }

    private PathModel(PathNetwork network, int[][] around) {
        this.network = network;
        this.around = around;
        s = new double[network.weights()];
        product = new double[network.paths().length];
    }

    private void recompute() {
        double sum = 0.0;
        for (int a = 0; a < product.length; a++) {
            double one = network.couplings()[a];
            for (int i : network.paths()[a]) one *= s[i];
            product[a] = one;
            sum += one;
        }
        energy = -sum;
    }

    @Override
    public int dimension() {
        return s.length;
    }

    @Override
    public void load(double[] configuration) {
        System.arraycopy(configuration, 0, s, 0, s.length);
        recompute();
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
        double sum = 0.0;
        for (int a : around[i]) sum += product[a];
        return 2.0 * sum;
    }

    @Override
    public void flip(int i) {
        energy += flipCost(i);
        for (int a : around[i]) product[a] = -product[a];
        s[i] = -s[i];
    }

    @Override
    public int constraints() {
        return product.length;
    }

    @Override
    public int[] members(int constraint) {
        return network.paths()[constraint];
    }

    @Override
    public boolean odd(int constraint) {
        return network.couplings()[constraint] < 0.0;
    }

    @Override
    public void plantedState(double[] x) {
        if (network.hidden().length == 0) throw new IllegalStateException("no weights are hidden in these signs");
        System.arraycopy(network.hidden(), 0, x, 0, x.length);
    }

    @Override
    public byte[] save() {
        return new Packed.Writer().put(s).put(product).put(energy).bytes();
    }

    @Override
    public void restore(byte[] saved) {
        Packed.Reader reader = new Packed.Reader(saved);
        reader.read(s);
        reader.read(product);
        energy = reader.readDouble();
    }

    @Override
    public PathModel fork() {
        PathModel fork = new PathModel(network, around);
        System.arraycopy(s, 0, fork.s, 0, s.length);
        System.arraycopy(product, 0, fork.product, 0, product.length);
        fork.energy = energy;
        return fork;
    }
}
