package rugged.dynamics.sampling;

import java.util.Optional;
import rugged.api.motion.Status;
import rugged.api.moves.FlatMoves;
import rugged.dynamics.Order;
import rugged.num.Packed;
import rugged.num.RandomStream;

/**
 * Metropolis sweeps in flat space: a coordinate, or all of a vector, changes by normal numbers of standard deviation s, a symmetric proposal. While it settles, s is multiplied after each sweep by exp((a - a*)/sqrt(k + 1)), a the accepted part of the k-th sweep and a* what is wanted: changes
 * of s die out, and then s stays, without which the law would not be exp(-E/T). Each sweep begins by working out anew what belongs to its place, which removes the rounding of its moves.
 */
final class FlatSweeps implements Sweep {
    private final FlatMoves landscape;
    private final FlatMoves.Walk walk;
    private final Strides strides;
    private final Order order;
    private final double[] to;
    private final int moves;
    private double[] x;
    private double step;
    private int sweeps;

    FlatSweeps(FlatMoves landscape, double[] start, Order order, Strides strides) {
        this.landscape = landscape;
        this.strides = strides;
        this.order = order;
        walk = landscape.walk();
        x = start.clone();
        step = strides.step();
        to = new double[landscape.components()];
        moves = strides.moves() == Strides.Moved.COORDINATES ? x.length : x.length / to.length;
    }

    @Override
    public Optional<Status.Failed> run(double beta, RandomStream random) {
        walk.place(x);
        int accepted = 0;
        for (int k = 0; k < moves; k++) {
            int i = order == Order.RANDOM ? random.nextInt(moves) : k;
            boolean vector = strides.moves() == Strides.Moved.VECTORS;
            double cost = vector ? vector(i, random) : coordinate(i, random);
            double chance = random.nextDouble();
            if (Double.isNaN(cost))
                return Optional.of(new Status.Failed("the energy change of a move is not a number", cost));
            if (!(cost <= 0.0 || Chance.ACCEPTED.holds(chance, beta * cost))) continue;
            walk.accept();
            accepted++;
            if (vector) System.arraycopy(to, 0, x, i * to.length, to.length);
            else x[i] = to[0];
        }
        if (sweeps < strides.settling()) {
            sweeps++;
            step *= Math.exp(((double) accepted / moves - strides.acceptance()) / Math.sqrt(sweeps));
        }
        return Optional.empty();
    }

    private double coordinate(int i, RandomStream random) {
        to[0] = x[i] + step * random.nextGaussian();
        return walk.change(x, i, to[0]);
    }

    private double vector(int i, RandomStream random) {
        for (int a = 0; a < to.length; a++) to[a] = x[i * to.length + a] + step * random.nextGaussian();
        return walk.change(x, i, to);
    }

    /** s, as it is now. */
    double stride() {
        return step;
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
        FlatSweeps one = (FlatSweeps) other;
        double[] mine = x;
        x = one.x;
        one.x = mine;
    }

    @Override
    public int evaluations() {
        return strides.evaluations();
    }

    @Override
    public void save(Packed.Writer out) {
        out.put(x).put(step).put(sweeps);
    }

    @Override
    public void load(Packed.Reader in) {
        in.read(x);
        step = in.readDouble();
        sweeps = in.readInt();
    }
}
