package rugged.dynamics.sampling;

import java.util.Optional;
import rugged.api.model.LocalFields;
import rugged.api.model.UnitMoves;
import rugged.api.model.VectorBlocks;
import rugged.api.motion.Status;
import rugged.dynamics.Order;
import rugged.num.Packed;
import rugged.num.RandomStream;

/**
 * Sweeps of updates of one vector unit. The configuration x[N] is here, the model keeps none. After each sweep the state is retracted, which removes the rounding of
 * its moves.
 */
final class VectorSweeps implements Sweep {
    private final UnitMoves landscape;
    private final VectorMoves moves;
    private final int evaluations;
    private double[] x;

    private VectorSweeps(UnitMoves landscape, double[] start, VectorMoves moves, int evaluations) {
        this.landscape = landscape;
        this.moves = moves;
        this.evaluations = evaluations;
        x = start.clone();
    }

    /** The rule of Metropolis: a unit is turned in the plane of two of its coordinates by an angle uniform in [-d, d], a symmetric proposal. */
    static VectorSweeps metropolis(UnitMoves landscape, double[] start, Order order, double angle) {
        return new VectorSweeps(landscape, start, new UnitRotations(landscape, order, angle), 2);
    }

    /** The heat bath, one unit after the other. */
    static VectorSweeps heatBath(LocalFields landscape, double[] start, Order order) {
        int m = landscape.components();
        int units = landscape.units();
        VectorLaw law = new VectorLaw(m);
        double[] h = new double[m];
        VectorMoves moves = (x, beta, random) -> {
            for (int k = 0; k < units; k++) {
                int i = order == Order.RANDOM ? random.nextInt(units) : k;
                landscape.field(x, i, h, 0);
                if (!law.draw(h, 0, beta, x, i * m, random)) return Optional.of(VectorLaw.FAILED);
            }
            return Optional.empty();
        };
        return new VectorSweeps(landscape, start, moves, 1);
    }

    /** The heat bath, one block after the other. */
    static VectorSweeps blocks(VectorBlocks landscape, double[] start) {
        int m = landscape.components();
        int largest = 0;
        for (int b = 0; b < landscape.blocks(); b++) largest = Math.max(largest, landscape.block(b).length);
        VectorLaw law = new VectorLaw(m);
        double[] h = new double[largest * m];
        VectorMoves moves = (x, beta, random) -> {
            for (int b = 0; b < landscape.blocks(); b++) {
                landscape.blockFields(x, b, h);
                int[] block = landscape.block(b);
                for (int k = 0; k < block.length; k++)
                    if (!law.draw(h, k * m, beta, x, block[k] * m, random)) return Optional.of(VectorLaw.FAILED);
            }
            return Optional.empty();
        };
        return new VectorSweeps(landscape, start, moves, 1);
    }

    @Override
    public Optional<Status.Failed> run(double beta, RandomStream random) {
        var failed = moves.run(x, beta, random);
        if (failed.isEmpty()) landscape.retract(x);
        return failed;
    }

    @Override
    public double energy() {
        return landscape.energy(x);
    }

    @Override
    public double[] configuration() {
        return x;
    }

    @Override
    public void exchange(Sweep other) {
        VectorSweeps one = (VectorSweeps) other;
        double[] mine = x;
        x = one.x;
        one.x = mine;
    }

    @Override
    public int evaluations() {
        return evaluations;
    }

    @Override
    public void save(Packed.Writer out) {
        out.put(x);
    }

    @Override
    public void load(Packed.Reader in) {
        in.read(x);
    }
}
