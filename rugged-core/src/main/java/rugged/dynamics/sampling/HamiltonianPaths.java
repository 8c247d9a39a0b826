package rugged.dynamics.sampling;

import rugged.api.model.Landscape;
import rugged.api.motion.Sampler;
import rugged.dynamics.flow.Footed;
import rugged.dynamics.flow.Foothold;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Vectors;

/** One trajectory of {@link HamiltonianMonteCarlo} after the other. An interruption in the middle of one goes back to its beginning, with the momenta drawn. */
final class HamiltonianPaths implements Footed, Sampler {
    private final Foothold here;
    private final double length;
    private final int count;
    private final double jitter;
    private final RandomStream random;
    private final double[] draws;
    private final double[] y;
    private final double[] p;
    private final double[] scratch;
    private double temperature;
    private double stretch;
    private double chance;
    private double total;
    private boolean drawn;
    private int done;

    /**
     * @param x where it begins
     * @param length size of a leapfrog step
     * @param count leapfrog steps of a trajectory
     * @param jitter by how much, relative, their size varies from one trajectory to the next
     */
    HamiltonianPaths(
            Landscape landscape,
            double[] x,
            double temperature,
            double length,
            int count,
            double jitter,
            RandomStream random) {
        here = new Foothold(landscape, x);
        this.length = length;
        this.count = count;
        this.jitter = jitter;
        this.temperature = temperature;
        this.random = random;
        draws = new double[x.length];
        y = new double[x.length];
        p = new double[x.length];
        scratch = new double[x.length];
    }

    @Override
    public Foothold here() {
        return here;
    }

    @Override
    public double[] wanted() {
        if (!here.known()) return here.x();
        if (done == 0) launch();
        return y;
    }

    private void launch() {
        if (!drawn) {
            random.normals(draws);
            stretch = length * (1.0 + jitter * (2.0 * random.nextDouble() - 1.0));
            chance = random.nextDouble();
            drawn = true;
        }
        double[] x = here.x();
        System.arraycopy(x, 0, y, 0, x.length);
        here.landscape().manifold().momentum(y, temperature, draws, p);
        total = here.energy() + 0.5 * Vectors.dot(p, p);
        kick(0.5 * stretch, here.drift());
        glide();
        done = 1;
    }

    private void kick(double by, double[] drift) {
        for (int i = 0; i < p.length; i++) p[i] += by * drift[i];
    }

    /** Free motion for one step. */
    private void glide() {
        here.landscape().manifold().geodesic(y, p, stretch);
    }

    @Override
    public boolean take(double energy, double[] g) {
        here.evaluated();
        if (!here.known()) {
            here.begin(energy, g);
            here.settle();
            return false;
        }
        here.downhill(y, g);
        if (done < count && energy == Double.POSITIVE_INFINITY) {
            // whatever follows, nobody goes there: the way back would come by the same place
            done = 0;
            drawn = false;
            here.stay();
            here.settle();
            return true;
        }
        if (done < count) {
            kick(stretch, g);
            glide();
            done++;
            return false;
        }
        kick(0.5 * stretch, g);
        done = 0;
        if (Double.isNaN(energy)) {
            // an infinite energy is a place where nobody goes; one that is not a number says nothing about the law
            here.fail("the energy at the end of a trajectory is not a number: try a smaller step", energy);
            return false;
        }
        arrive(energy, g);
        return true;
    }

    private void arrive(double energy, double[] drift) {
        double rise = energy + 0.5 * Vectors.dot(p, p) - total;
        boolean accepted = here.finite(energy, drift) && (rise <= 0.0 || chance < Math.exp(-rise / temperature));
        if (accepted) here.move(y, energy, drift);
        else here.stay();
        drawn = false;
        here.settle();
    }

    @Override
    public double energy() {
        return here.known() ? here.energy() : here.landscape().energy(here.x());
    }

    @Override
    public void exchange(Sampler other) {
        here.exchange(((HamiltonianPaths) other).here);
    }

    @Override
    public void temperature(double other) {
        temperature = other;
    }

    @Override
    public double[] gradientScratch() {
        return scratch;
    }

    @Override
    public double time() {
        return here.steps();
    }

    @Override
    public byte[] save() {
        Packed.Writer out = new Packed.Writer();
        here.save(out);
        out.put(random.save()).put(drawn ? 1 : 0);
        if (drawn) out.put(draws).put(stretch).put(chance);
        return out.bytes();
    }

    @Override
    public void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        here.load(in);
        random.load(in.readBytes());
        drawn = in.readInt() == 1;
        if (drawn) {
            in.read(draws);
            stretch = in.readDouble();
            chance = in.readDouble();
        }
        done = 0;
    }
}
