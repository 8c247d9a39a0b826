package rugged.landscape.paths;

import java.util.Arrays;
import rugged.api.constraint.DilutedConstraints;
import rugged.api.model.Planted;
import rugged.num.Packed;
import rugged.params.BadParameter;

/**
 * The built {@link ActivePaths}: forks share the network; each has weights of its own, all +1 at first, and J times the product of the weights of each path in step with them. Paths stand in the order in which they become active as rho grows, so that those that are active are the first ones, in all and around each weight.
 */
final class PathModel implements DilutedConstraints, Planted {
    /** The probability of keeping a connection, which models that are used side by side share. */
    private static final class Dilution {
        double keep;
        int active;
        int kept;

        Dilution copy() {
            Dilution copy = new Dilution();
            copy.keep = keep;
            copy.active = active;
            copy.kept = kept;
            return copy;
        }
    }

    private final PathNetwork network;
    private final int[][] around;
    private final double most;
    private final Dilution dilution;
    private final double[] s;
    private final double[] product;
    private double energy;
    /** The paths that the energy is of. */
    private int counted;

    PathModel(PathNetwork network, double keep) {
        this(network, network.around(), keep, new Dilution());
        control(keep);
        Arrays.fill(s, 1.0);
        recompute();
    }

    private PathModel(PathNetwork network, int[][] around, double most, Dilution dilution) {
        this.network = network;
        this.around = around;
        this.most = most;
        this.dilution = dilution;
        s = new double[network.weights()];
        product = new double[network.paths().length];
    }

    private void recompute() {
        for (int a = 0; a < product.length; a++) {
            double one = network.couplings()[a];
            for (int i : network.paths()[a]) one *= s[i];
            product[a] = one;
        }
        count();
    }

    private void count() {
        double sum = 0.0;
        counted = dilution.active;
        for (int a = 0; a < counted; a++) sum += product[a];
        energy = -sum;
    }

    @Override
    public double control() {
        return dilution.keep;
    }

    @Override
    public void control(double value) {
        if (!(value > 0.0 && value <= most))
            throw new BadParameter(
                    "control",
                    value,
                    "is no probability of keeping a connection that was not cut before",
                    "above 0, at most the keep of the landscape, " + most);
        dilution.keep = value;
        int active = 0;
        while (active < product.length && network.born(active) < value) active++;
        dilution.active = active;
        dilution.kept = (int)
                Arrays.stream(network.born()).filter(birth -> birth < value).count();
    }

    @Override
    public boolean kept(int i) {
        return network.born()[i] < dilution.keep;
    }

    @Override
    public int keptSpins() {
        return dilution.kept;
    }

    @Override
    public boolean hides() {
        return network.hidden().length > 0;
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
        if (counted != dilution.active) count();
        return energy;
    }

    @Override
    public int at(int i) {
        return s[i] > 0.0 ? 1 : 0;
    }

    @Override
    public double flipCost(int i) {
        double sum = 0.0;
        int active = dilution.active;
        for (int a : around[i]) {
            if (a >= active) break;
            sum += product[a];
        }
        return 2.0 * sum;
    }

    @Override
    public void flip(int i) {
        energy = energy() + flipCost(i);
        for (int a : around[i]) product[a] = -product[a];
        s[i] = -s[i];
    }

    @Override
    public int constraints() {
        return dilution.active;
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
        if (!hides()) throw new IllegalStateException("no weights are hidden in these signs");
        System.arraycopy(network.hidden(), 0, x, 0, x.length);
    }

    @Override
    public byte[] save() {
        return new Packed.Writer().put(s).put(product).put(energy()).bytes();
    }

    @Override
    public void restore(byte[] saved) {
        Packed.Reader reader = new Packed.Reader(saved);
        reader.read(s);
        reader.read(product);
        energy = reader.readDouble();
        counted = dilution.active;
    }

    @Override
    public PathModel beside() {
        return copy(dilution);
    }

    @Override
    public PathModel fork() {
        return copy(dilution.copy());
    }

    private PathModel copy(Dilution of) {
        PathModel copy = new PathModel(network, around, most, of);
        System.arraycopy(s, 0, copy.s, 0, s.length);
        System.arraycopy(product, 0, copy.product, 0, product.length);
        copy.energy = energy;
        copy.counted = counted;
        return copy;
    }
}
