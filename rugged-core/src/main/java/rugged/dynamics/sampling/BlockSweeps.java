package rugged.dynamics.sampling;

import java.util.Optional;
import rugged.api.model.DiscreteBlocks;
import rugged.api.motion.Status;
import rugged.num.RandomStream;

/** Sweeps of the heat bath through the blocks of a model of discrete units, each block at once. Works on a fork of the model, which holds this trajectory's configuration. */
final class BlockSweeps extends HeldUnits<DiscreteBlocks> {
    private final int stride;
    private final double[] costs;
    private final int[][] drawn;

    BlockSweeps(DiscreteBlocks model, double[] start) {
        super(model.fork(), start);
        stride = units.mostValues();
        drawn = new int[units.blocks()][];
        int largest = 0;
        for (int b = 0; b < drawn.length; b++) {
            drawn[b] = new int[units.block(b).length];
            largest = Math.max(largest, drawn[b].length);
        }
        costs = new double[largest * stride];
    }

    @Override
    public Optional<Status.Failed> run(double beta, RandomStream random) {
        for (int b = 0; b < drawn.length; b++) {
            int[] block = units.block(b);
            int[] values = drawn[b];
            units.blockCosts(b, costs, stride);
            for (int k = 0; k < block.length; k++) {
                int i = block[k];
                values[k] = LocalLaw.draw(costs, k * stride, units.values(i), beta, random.nextDouble());
                if (values[k] < 0) return Optional.of(LocalLaw.FAILED);
                x[i] = units.value(i, values[k]);
            }
            units.setBlock(b, values);
        }
        return Optional.empty();
    }

    @Override
    public void exchange(Sweep other) {
        swap((BlockSweeps) other);
    }
}
