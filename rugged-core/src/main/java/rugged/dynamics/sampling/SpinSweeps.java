package rugged.dynamics.sampling;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import rugged.api.model.SpinLandscape;
import rugged.api.motion.Status;
import rugged.dynamics.Order;
import rugged.num.Packed;
import rugged.num.RandomStream;

/**
 * Sweeps of single-spin updates, by the rule of Metropolis or of the heat bath. Works on a fork of the model, which holds this trajectory's spins.
 *
 * <p>The random numbers of a sweep are drawn before it, in a loop of their own: the generator and the updates are both compiled better apart. A sweep can be made in stretches, so that sweeps
 * of several copies through the same spins take turns: a stretch has so few spins that the rows of couplings which the first copy reads are still near when the next ones need them.
 */
final class SpinSweeps implements Sweep {
    /** Couplings, 4 or 8 bytes each, that stay in the second cache of a core while the copies take turns. */
    private static final int NEAR = 32768;

    private final Order order;
    private final boolean heatBath;
    private final int[] sites;
    private final double[] chances;
    /** Where stretches begin, and where the last one ends. */
    private final int[] cuts;
    /** Spins of a stretch within a block that are to flip; none where stretches go across blocks, or there are none. */
    private final int[] turned;

    private SpinLandscape spins;
    private double[] s;

    SpinSweeps(SpinLandscape model, double[] start, Order order, boolean heatBath) {
        this(
                model,
                start,
                order,
                heatBath,
                List.of(IntStream.range(0, start.length).toArray()),
                false);
    }

    private SpinSweeps(
            SpinLandscape model, double[] start, Order order, boolean heatBath, List<int[]> blocks, boolean atOnce) {
        spins = model.fork();
        spins.load(start);
        s = start.clone();
        this.order = order;
        this.heatBath = heatBath;
        sites = blocks.stream().flatMapToInt(IntStream::of).toArray();
        chances = new double[sites.length];
        int stretch = Math.max(1, NEAR / Math.max(1, sites.length));
        cuts = cuts(blocks, stretch);
        turned = new int[atOnce ? stretch : 0];
    }

    /** The heat bath of blocks: spins of a block, which do not feel one another, may as well be drawn one after the other. */
    static SpinSweeps blocks(SpinLandscape.InBlocks model, double[] start) {
        List<int[]> blocks =
                IntStream.range(0, model.blocks()).mapToObj(model::block).toList();
        return new SpinSweeps(model, start, Order.SEQUENTIAL, true, blocks, true);
    }

    private static int[] cuts(List<int[]> blocks, int stretch) {
        IntStream.Builder cuts = IntStream.builder().add(0);
        int from = 0;
        for (int[] block : blocks) {
            for (int k = stretch; k < block.length; k += stretch) cuts.add(from + k);
            from += block.length;
            if (block.length > 0) cuts.add(from);
        }
        return cuts.build().toArray();
    }

    /** Whether all sweeps go through the spins in one order, so that they can take turns. */
    boolean fixed() {
        return order == Order.SEQUENTIAL;
    }

    /** In how many stretches a sweep is made. */
    int stretches() {
        return cuts.length - 1;
    }

    /** Draws the numbers of the next sweep. */
    void draw(RandomStream random) {
        if (order == Order.SEQUENTIAL) random.uniforms(chances);
        else
            for (int k = 0; k < chances.length; k++) {
                sites[k] = random.nextInt(sites.length);
                chances[k] = random.nextDouble();
            }
    }

    /** One stretch of the sweep whose numbers were drawn; the reason where it cannot go on. */
    Optional<Status.Failed> run(int which, double beta) {
        int from = cuts[which];
        int to = cuts[which + 1];
        double failed;
        if (turned.length > 0) failed = blockHeatBath((SpinLandscape.InBlocks) spins, from, to, beta);
        else failed = heatBath ? heatBath(from, to, beta) : metropolis(from, to, beta);
        return failed == 0.0
                ? Optional.empty()
                : Optional.of(new Status.Failed("the energy change of a flip is not a number", failed));
    }

    @Override
    public Optional<Status.Failed> run(double beta, RandomStream random) {
        draw(random);
        for (int k = 0; k < stretches(); k++) {
            Optional<Status.Failed> failed = run(k, beta);
            if (failed.isPresent()) return failed;
        }
        return Optional.empty();
    }

    /** Returns 0, or NaN where an energy is not a number. */
    private double heatBath(int from, int to, double beta) {
        for (int k = from; k < to; k++) {
            int i = sites[k];
            double cost = spins.flipCost(i);
            if (Double.isNaN(cost)) return cost;
            double spin = s[i];
            double exponent = cost == 0.0 ? 0.0 : -beta * spin * cost; // (E(+1) - E(-1)) / T, also at T = 0
            // both signs are set, or neither, where it is down and is to be up, or the other way round
            long turns = Chance.UP.sign(chances[k], exponent) ^ Double.doubleToRawLongBits(spin);
            if (turns >= 0L) flip(i);
        }
        return 0.0;
    }

    /** All flips of spins that do not feel one another at once. */
    private double blockHeatBath(SpinLandscape.InBlocks model, int from, int to, double beta) {
        int count = 0;
        for (int k = from; k < to; k++) {
            int i = sites[k];
            double cost = model.flipCost(i);
            if (Double.isNaN(cost)) return cost;
            double spin = s[i];
            double exponent = cost == 0.0 ? 0.0 : -beta * spin * cost;
            long turns = Chance.UP.sign(chances[k], exponent) ^ Double.doubleToRawLongBits(spin);
            turned[count] = i;
            count += (int) (~turns >>> 63);
        }
        model.flip(turned, count);
        for (int k = 0; k < count; k++) s[turned[k]] = -s[turned[k]];
        return 0.0;
    }

    private double metropolis(int from, int to, double beta) {
        for (int k = from; k < to; k++) {
            int i = sites[k];
            double cost = spins.flipCost(i);
            if (Double.isNaN(cost)) return cost;
            double exponent = cost <= 0.0 ? 0.0 : beta * cost; // also at T = 0
            if (Chance.ACCEPTED.sign(chances[k], exponent) < 0L) flip(i);
        }
        return 0.0;
    }

    private void flip(int i) {
        spins.flip(i);
        s[i] = -s[i];
    }

    @Override
    public double energy() {
        return spins.energy();
    }

    @Override
    public double[] configuration() {
        return s;
    }

    @Override
    public void exchange(Sweep other) {
        SpinSweeps one = (SpinSweeps) other;
        SpinLandscape mine = spins;
        double[] configuration = s;
        spins = one.spins;
        s = one.s;
        one.spins = mine;
        one.s = configuration;
    }

    @Override
    public int evaluations() {
        return 1;
    }

    @Override
    public void save(Packed.Writer out) {
        out.put(s).put(spins.save());
    }

    @Override
    public void load(Packed.Reader in) {
        in.read(s);
        spins.restore(in.readBytes());
    }
}
