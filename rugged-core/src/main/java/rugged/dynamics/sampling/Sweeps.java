package rugged.dynamics.sampling;

import java.util.Optional;
import rugged.api.motion.Sampler;
import rugged.api.motion.Status;
import rugged.dynamics.Statuses;
import rugged.num.Packed;
import rugged.num.RandomStream;

/** A sampler whose steps are sweeps; time counts them. */
final class Sweeps implements Sampler {
    private final Sweep sweep;
    private final RandomStream random;
    private double beta;
    private long sweeps;
    private Status status = Status.RUNNING;

    Sweeps(Sweep sweep, double temperature, RandomStream random) {
        this.sweep = sweep;
        this.random = random;
        beta = 1.0 / temperature;
    }

    @Override
    public void step() {
        if (!status.running()) return;
        var failed = sweep.run(beta, random);
        if (failed.isPresent()) status = failed.get();
        else sweeps++;
    }

    /** Whether all of these are sweeps through the same spins in one order, which can take turns. */
    static boolean alike(Sampler[] samplers) {
        for (Sampler sampler : samplers)
            if (!(sampler instanceof Sweeps sweeps && sweeps.sweep instanceof SpinSweeps spins && spins.fixed()))
                return false;
        return samplers.length > 0;
    }

    /**
     * One step of each, taking turns after each stretch of spins, so that a row of couplings is read from far once for all of them. Each draws its own numbers and goes the way that it goes
     * alone.
     */
    static void stepTogether(Sampler[] samplers) {
        for (Sampler sampler : samplers) ((Sweeps) sampler).begin();
        int stretches = ((SpinSweeps) ((Sweeps) samplers[0]).sweep).stretches();
        for (int k = 0; k < stretches; k++) for (Sampler sampler : samplers) ((Sweeps) sampler).go(k);
        for (Sampler sampler : samplers) ((Sweeps) sampler).end();
    }

    private void begin() {
        if (status.running()) ((SpinSweeps) sweep).draw(random);
    }

    private void go(int stretch) {
        if (!status.running()) return;
        Optional<Status.Failed> failed = ((SpinSweeps) sweep).run(stretch, beta);
        if (failed.isPresent()) status = failed.get();
    }

    private void end() {
        if (status.running()) sweeps++;
    }

    @Override
    public double energy() {
        return sweep.energy();
    }

    @Override
    public void exchange(Sampler other) {
        sweep.exchange(((Sweeps) other).sweep);
    }

    @Override
    public void temperature(double other) {
        beta = 1.0 / other;
    }

    @Override
    public double time() {
        return sweeps;
    }

    @Override
    public long steps() {
        return sweeps;
    }

    @Override
    public long evaluations() {
        return sweep.evaluations() * sweeps;
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public void state(double[] into) {
        double[] configuration = sweep.configuration();
        System.arraycopy(configuration, 0, into, 0, configuration.length);
    }

    @Override
    public byte[] save() {
        Packed.Writer out = new Packed.Writer();
        sweep.save(out);
        out.put(random.save()).put(sweeps);
        Statuses.save(status, out);
        return out.bytes();
    }

    @Override
    public void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        sweep.load(in);
        random.load(in.readBytes());
        sweeps = in.readLong();
        status = Statuses.load(in);
    }
}
