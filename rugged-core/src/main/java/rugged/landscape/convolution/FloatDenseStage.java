package rugged.landscape.convolution;

import rugged.landscape.network.Activation;
import rugged.num.kernel.Matrices;

/** Units that see everything, row after row of a volume. {@code DoubleDenseStage} is made from this file when the program is built. */
final class FloatDenseStage extends FloatWeighted {
    private final Matrices matrices = Matrices.best();
    private final int units;
    /** Pieces of memory that a unit sees, and numbers of one. */
    private final int pieces;

    private final int piece;
    private final float[][] turned = new float[2][];
    private final boolean[] fresh = new boolean[2];

    FloatDenseStage(LayerPlan plan, Activation activation) {
        super(plan, activation);
        units = out.channels();
        pieces = in.rim() == 0 ? 1 : in.height();
        piece = in.units() / pieces;
        turned[0] = new float[plan.connections()];
        turned[1] = new float[0];
    }

    @Override
    void forget(boolean direction) {
        fresh[direction ? 1 : 0] = false;
    }

    private int from(int y) {
        return pieces == 1 ? 0 : in.at(y, 0);
    }

    @Override
    void apply(float[] w, float[] a, float[] z, boolean add, int count) {
        for (int y = 0; y < pieces; y++)
            matrices.multiply(
                    count,
                    units,
                    piece,
                    a,
                    from(y),
                    in.size(),
                    1,
                    w,
                    plan.weights() + y * piece * units,
                    units,
                    z,
                    0,
                    units,
                    add || y > 0);
    }

    @Override
    void turn(float[] w, boolean direction, float[] delta, float[] below, boolean add, int count) {
        int which = direction ? 1 : 0;
        int all = in.units();
        if (turned[which].length == 0) turned[which] = new float[plan.connections()];
        if (!fresh[which])
            for (int i = 0; i < all; i++)
                for (int o = 0; o < units; o++) turned[which][o * all + i] = w[plan.weights() + i * units + o];
        fresh[which] = true;
        for (int y = 0; y < pieces; y++)
            matrices.multiply(
                    count,
                    piece,
                    units,
                    delta,
                    0,
                    units,
                    1,
                    turned[which],
                    y * piece,
                    all,
                    below,
                    from(y),
                    in.size(),
                    add);
    }

    @Override
    void weights(float[] a, float[] delta, float[] g, int at, int from, int count) {
        for (int y = 0; y < pieces; y++)
            matrices.multiply(
                    piece,
                    units,
                    count,
                    a,
                    from * in.size() + from(y),
                    1,
                    in.size(),
                    delta,
                    from * units,
                    units,
                    g,
                    at + y * piece * units,
                    units,
                    true);
    }
}
