package rugged.compose.search;

import java.util.ArrayList;
import java.util.List;
import rugged.api.DynamicsSpec;
import rugged.api.model.FreeCluster;
import rugged.api.model.Landscape;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;

/**
 * A walker of basin-hopping: a minimum, every coordinate of which is displaced by step times a uniform number in (-1, 1) and which is then quenched; the new minimum is taken with probability min(1, exp(-(E' - E)/T)).
 * Every fifty hops the step is divided by 0.9 where more than half were taken, else multiplied by it. A cluster is confined before each quench, and one that has fallen apart is not taken, as is a quench that did not converge.
 *
 * <p>It remembers the lowest minima that it came by, those apart by less than {@link #APART} as one: quenches in hops may be loose, and are finished when they are kept.
 *
 * <p>Source: Wales and Doye, J. Phys. Chem. A 101, 5111 (1997).
 */
public final class Walker {
    /** Energies of loose quenches that differ by less are taken for one minimum. */
    public static final double APART = 1e-4;

    private static final int ADAPT = 50;
    private static final double AIM = 0.5;
    private static final double FACTOR = 0.9;

    private final Hops hops;
    private final double[] x;
    private double energy = Double.POSITIVE_INFINITY;
    private double step;
    private long hop;
    private int taken;
    private long failed;
    private double best = Double.POSITIVE_INFINITY;
    private long bestAt;
    private final List<Seen> kept = new ArrayList<>();

    /**
     * How it walks.
     *
     * @param minimiser of its quenches
     * @param temperature T
     * @param step the first one
     * @param longest longest time of a quench
     * @param keep minima that it remembers
     */
    public record Hops(DynamicsSpec minimiser, double temperature, double step, double longest, int keep) {}

    /** A minimum that it came by: an upper bound of its energy, and how often. */
    public record Seen(double energy, double[] x, int times) {}

    /** At a state x[N] that is no minimum yet. */
    public Walker(Hops hops, double[] x) {
        this.hops = hops;
        this.x = x.clone();
        step = hops.step;
    }

    /** Where another one stood. */
    public Walker(Hops hops, int n, byte[] saved) {
        this.hops = hops;
        Packed.Reader in = new Packed.Reader(saved);
        x = new double[n];
        in.read(x);
        energy = in.readDouble();
        step = in.readDouble();
        hop = in.readLong();
        taken = in.readInt();
        failed = in.readLong();
        best = in.readDouble();
        bestAt = in.readLong();
        for (int left = in.readInt(); left > 0; left--) {
            double[] state = new double[n];
            in.read(state);
            kept.add(new Seen(in.readDouble(), state, in.readInt()));
        }
    }

    /** Everything that it continues from. */
    public byte[] saved() {
        Packed.Writer out = new Packed.Writer()
                .put(x)
                .put(energy)
                .put(step)
                .put(hop)
                .put(taken)
                .put(failed)
                .put(best)
                .put(bestAt)
                .put(kept.size());
        for (Seen one : kept) out.put(one.x).put(one.energy).put(one.times);
        return out.bytes();
    }

    /**
     * Hops on a landscape that nobody else moves on.
     *
     * @param until number of hops at which it rests, all of its life counted; the first is the quench of where it began
     * @param target it rests as soon as its lowest energy is not above this
     * @return the work, in gradients
     */
    public long hop(Landscape landscape, long until, double target, Streams random) {
        RandomStream draws = random.stream("hop", 0);
        double[] y = new double[x.length];
        long evaluations = 0;
        while (hop < until && !(best <= target)) {
            System.arraycopy(x, 0, y, 0, y.length);
            if (hop > 0) for (int i = 0; i < y.length; i++) y[i] += step * (2.0 * draws.nextDouble() - 1.0);
            landscape.manifold().retract(y);
            if (landscape instanceof FreeCluster cluster) cluster.confine(y);
            Stepper stepper = hops.minimiser.start(landscape, y, random.family("quench", hop));
            stepper.advance(hops.longest);
            evaluations += stepper.evaluations();
            hop++;
            stepper.state(y);
            boolean sound = stepper.status() instanceof Status.Converged
                    && !(landscape instanceof FreeCluster cluster && !cluster.whole(y));
            double there = sound ? landscape.energy(y) : Double.POSITIVE_INFINITY;
            if (sound) see(there, y);
            else failed++;
            double uniform = draws.nextDouble();
            if (there <= energy || uniform < Math.exp(-(there - energy) / hops.temperature)) {
                if (sound) {
                    System.arraycopy(y, 0, x, 0, y.length);
                    energy = there;
                    taken++;
                }
            }
            if (hop % ADAPT == 0) adapt();
        }
        return evaluations;
    }

    private void adapt() {
        step = taken > AIM * ADAPT ? step / FACTOR : step * FACTOR;
        taken = 0;
    }

    private void see(double there, double[] y) {
        if (there < best - APART) bestAt = hop;
        best = Math.min(best, there);
        int at = 0;
        while (at < kept.size() && kept.get(at).energy < there - APART) at++;
        if (at < kept.size() && Math.abs(kept.get(at).energy - there) <= APART) {
            Seen one = kept.get(at);
            boolean lower = there < one.energy;
            kept.set(at, new Seen(lower ? there : one.energy, lower ? y.clone() : one.x, one.times + 1));
        } else if (at < hops.keep) {
            kept.add(at, new Seen(there, y.clone(), 1));
            if (kept.size() > hops.keep) kept.removeLast();
        }
    }

    /** Hops so far. */
    public long hops() {
        return hop;
    }

    /** Quenches that were not taken because they did not converge, or left a cluster in pieces. */
    public long failed() {
        return failed;
    }

    /** The lowest energy so far. */
    public double best() {
        return best;
    }

    /** The hop that first came there, within {@link #APART}. */
    public long bestAt() {
        return bestAt;
    }

    /** The lowest minima that it came by, by increasing energy. */
    public List<Seen> kept() {
        return List.copyOf(kept);
    }
}
