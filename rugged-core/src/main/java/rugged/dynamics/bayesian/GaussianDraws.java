package rugged.dynamics.bayesian;

import rugged.api.bayesian.GaussianParts;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.dynamics.Statuses;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Vectors;

/**
 * Draws all Gaussian parts of a landscape, one after the other, and then, where some coordinates belong to none, follows a Hamiltonian trajectory of those in the flat space that they span, accepted or rejected as a whole. Each of the two keeps exp(-E), and so does one after the other.
 */
final class GaussianDraws implements Stepper {
    private final GaussianParts landscape;
    private final double step;
    private final int count;
    private final double jitter;
    private final RandomStream random;
    private final boolean[] drawn;
    private final double[] x;
    private final double[] y;
    private final double[] g;
    private final double[] p;
    private long steps;
    private Status status = Status.RUNNING;

    /**
     * From a state.
     *
     * @param step size of a leapfrog step
     * @param count leapfrog steps of a trajectory; 0 where the parts cover all coordinates
     * @param jitter by how much, relative, the size varies
     */
    GaussianDraws(GaussianParts landscape, double[] start, double step, int count, double jitter, RandomStream random) {
        this.landscape = landscape;
        this.step = step;
        this.count = count;
        this.jitter = jitter;
        this.random = random;
        x = start.clone();
        drawn = new boolean[x.length];
        for (int part = 0; part < landscape.parts(); part++)
            java.util.Arrays.fill(drawn, landscape.from(part), landscape.to(part), true);
        int free = count == 0 ? 0 : x.length;
        y = new double[free];
        g = new double[free];
        p = new double[free];
    }

    @Override
    public void step() {
        if (!status.running()) return;
        for (int part = 0; part < landscape.parts(); part++) landscape.draw(part, x, random);
        if (count > 0) trajectory();
        else if (!Double.isFinite(Vectors.dot(x, x))) fail("a draw is not finite");
        if (status.running()) steps++;
    }

    private void fail(String reason) {
        status = new Status.Failed(reason, Double.NaN);
    }

    private void trajectory() {
        double size = step * (1.0 + jitter * (2.0 * random.nextDouble() - 1.0));
        random.normals(p);
        for (int i = 0; i < p.length; i++) if (drawn[i]) p[i] = 0.0;
        double chance = random.nextDouble();
        System.arraycopy(x, 0, y, 0, x.length);
        double before = landscape.energyAndGradient(y, g) + 0.5 * Vectors.dot(p, p);
        if (!Double.isFinite(before)) {
            fail("the energy is not finite");
            return;
        }
        double energy = before;
        for (int k = 0; k < count; k++) {
            kick(0.5 * size);
            for (int i = 0; i < p.length; i++) y[i] += size * p[i];
            energy = landscape.energyAndGradient(y, g);
            // whatever follows, nobody goes there: the way back would come by the same place
            if (energy == Double.POSITIVE_INFINITY) return;
            kick(0.5 * size);
        }
        if (Double.isNaN(energy)) {
            fail("the energy at the end of a trajectory is not a number: try a smaller step");
            return;
        }
        double rise = energy + 0.5 * Vectors.dot(p, p) - before;
        if (rise <= 0.0 || chance < Math.exp(-rise)) System.arraycopy(y, 0, x, 0, x.length);
    }

    private void kick(double by) {
        for (int i = 0; i < p.length; i++) if (!drawn[i]) p[i] -= by * g[i];
    }

    @Override
    public double time() {
        return steps;
    }

    @Override
    public long steps() {
        return steps;
    }

    /** A draw counts as a gradient. */
    @Override
    public long evaluations() {
        return steps * (count + (count > 0 ? 2L : 1L));
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public void state(double[] to) {
        System.arraycopy(x, 0, to, 0, x.length);
    }

    @Override
    public byte[] save() {
        Packed.Writer out = new Packed.Writer();
        out.put(x).put(steps).put(random.save());
        Statuses.save(status, out);
        return out.bytes();
    }

    @Override
    public void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        in.read(x);
        steps = in.readLong();
        random.load(in.readBytes());
        status = Statuses.load(in);
    }
}
