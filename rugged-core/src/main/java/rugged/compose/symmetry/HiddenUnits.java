package rugged.compose.symmetry;

import java.util.List;
import rugged.geometry.Symmetry;
import rugged.num.Vectors;

/**
 * What leaves the outputs of a fully connected network as they are: permutations of the units of a hidden layer, and signs where the activation has a parity: an odd unit may change the sign of all
 * its weights and its bias, an even one that of those that lead to it. |G| = prod_l n_l! or prod_l n_l! 2^{n_l}.
 *
 * <p>With one hidden layer the nearest copy is an assignment problem, the better sign for each pair of units, and found exactly. With several, layers are assigned in turn, weights on either side
 * as the neighbours stand, until no turn helps: an upper bound of the distance. Its own scratch: one thread.
 */
public final class HiddenUnits implements Symmetry {
    /** What a unit makes of -z. */
    public enum Parity {
        /** Neither: permutations alone. */
        NONE,
        /** f(-z) = -f(z). */
        ODD,
        /** f(-z) = f(z). */
        EVEN
    }

    /**
     * The units of a hidden layer among the parameters: W[inputs, units] row by row, a bias each, and the weights of the next layer, V[units, outputs] row by row.
     *
     * @param weights where W begins
     * @param biases where biases begin; -1 without
     * @param outgoing where V begins
     */
    public record Layer(int inputs, int units, int outputs, int weights, int biases, int outgoing) {}

    private static final int MOST_TURNS = 50;

    /** Numbers that differ by less, or by less of the largest, are equal where copies are counted: minima are no sharper. */
    private static final double EQUAL = 1e-5;

    private final List<Layer> layers;
    private final Parity parity;
    private final double logCopies;
    private final Assignment assignment;
    private final double[] cost;
    private final int[] columns;
    private final double[] kept;

    /** @param parameters N */
    public HiddenUnits(List<Layer> layers, Parity parity, int parameters) {
        this.layers = List.copyOf(layers);
        this.parity = parity;
        int most = layers.stream().mapToInt(Layer::units).max().orElse(0);
        assignment = new Assignment(most);
        cost = new double[most * most];
        columns = new int[most];
        kept = new double[parameters];
        double sum = 0.0;
        for (Layer layer : layers)
            for (int k = 1; k <= layer.units; k++) sum += Math.log(k) + (parity == Parity.NONE ? 0.0 : Math.log(2.0));
        logCopies = sum;
    }

    @Override
    public double align(double[] a, double[] b, double[] moved) {
        System.arraycopy(b, 0, moved, 0, b.length);
        double before = distance(a, moved);
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            for (Layer layer : layers) assign(layer, a, moved);
            double now = distance(a, moved);
            if (layers.size() < 2 || !(now < before)) return now;
            before = now;
        }
        return before;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return Math.sqrt(sum);
    }

    /** Puts the units of one layer in the best places. */
    private void assign(Layer layer, double[] a, double[] moved) {
        int n = layer.units;
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                double in = incoming(layer, a, i, moved, j);
                double out = outgoing(layer, a, i, moved, j);
                cost[i * n + j] = -better(in, out);
            }
        assignment.solve(n, cost, columns);
        System.arraycopy(moved, 0, kept, 0, kept.length);
        for (int i = 0; i < n; i++) {
            int j = columns[i];
            boolean turned = turned(incoming(layer, a, i, kept, j), outgoing(layer, a, i, kept, j));
            put(layer, i, j, turned ? -1.0 : 1.0, turned && parity == Parity.ODD ? -1.0 : 1.0, moved);
        }
    }

    private double better(double in, double out) {
        return switch (parity) {
            case NONE -> in + out;
            case ODD -> Math.abs(in + out);
            case EVEN -> Math.abs(in) + out;
        };
    }

    private boolean turned(double in, double out) {
        return switch (parity) {
            case NONE -> false;
            case ODD -> in + out < 0.0;
            case EVEN -> in < 0.0;
        };
    }

    /** The scalar product of what leads to unit i of a and to unit j of b. */
    private static double incoming(Layer layer, double[] a, int i, double[] b, int j) {
        double sum = layer.biases < 0 ? 0.0 : a[layer.biases + i] * b[layer.biases + j];
        for (int k = 0; k < layer.inputs; k++) {
            int row = layer.weights + k * layer.units;
            sum += a[row + i] * b[row + j];
        }
        return sum;
    }

    /** The scalar product of what leads away from them. */
    private static double outgoing(Layer layer, double[] a, int i, double[] b, int j) {
        double sum = 0.0;
        for (int k = 0; k < layer.outputs; k++)
            sum += a[layer.outgoing + i * layer.outputs + k] * b[layer.outgoing + j * layer.outputs + k];
        return sum;
    }

    private void put(Layer layer, int i, int j, double in, double out, double[] moved) {
        if (layer.biases >= 0) moved[layer.biases + i] = in * kept[layer.biases + j];
        for (int k = 0; k < layer.inputs; k++) {
            int row = layer.weights + k * layer.units;
            moved[row + i] = in * kept[row + j];
        }
        for (int k = 0; k < layer.outputs; k++)
            moved[layer.outgoing + i * layer.outputs + k] = out * kept[layer.outgoing + j * layer.outputs + k];
    }

    /**
     * Units that are equal may change places, those that do nothing and feel nothing may change their sign: prod over groups of k equal units of k!, times 2 for each unit that is its own negative.
     */
    @Override
    public double order(double[] x) {
        double largest = Vectors.largest(x);
        double count = 1.0;
        for (Layer layer : layers) {
            boolean[] seen = new boolean[layer.units];
            for (int i = 0; i < layer.units; i++) {
                if (parity != Parity.NONE && same(layer, x, i, i, true, largest)) count *= 2.0;
                if (seen[i]) continue;
                int equal = 0;
                for (int j = i; j < layer.units; j++) {
                    boolean like = same(layer, x, i, j, false, largest)
                            || parity != Parity.NONE && same(layer, x, i, j, true, largest);
                    if (!like || seen[j]) continue;
                    seen[j] = true;
                    count *= ++equal;
                }
            }
        }
        return count;
    }

    private boolean same(Layer layer, double[] x, int i, int j, boolean turned, double largest) {
        double limit = EQUAL * Math.max(1.0, largest);
        double in = turned ? -1.0 : 1.0;
        double out = turned && parity == Parity.ODD ? -1.0 : 1.0;
        if (layer.biases >= 0 && Math.abs(x[layer.biases + i] - in * x[layer.biases + j]) > limit) return false;
        for (int k = 0; k < layer.inputs; k++) {
            int row = layer.weights + k * layer.units;
            if (Math.abs(x[row + i] - in * x[row + j]) > limit) return false;
        }
        for (int k = 0; k < layer.outputs; k++) {
            int from = layer.outgoing + i * layer.outputs + k;
            int to = layer.outgoing + j * layer.outputs + k;
            if (Math.abs(x[from] - out * x[to]) > limit) return false;
        }
        return true;
    }

    @Override
    public double logCopies() {
        return logCopies;
    }
}
