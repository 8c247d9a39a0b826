package rugged.dynamics.sampling;

import java.util.Arrays;
import rugged.api.SamplerSpec;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.motion.GradientStepper;
import rugged.api.motion.Ladder;
import rugged.api.motion.Sampler;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.dynamics.Statuses;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** {@link Tempering} under way: the samplers by temperature, who keep temperature and noise when they exchange their states. */
final class Rungs implements Stepper, Ladder {
    /** Parts of the feedback time after which the ladder is re-spaced. */
    private static final double[] ROUNDS = {0.125, 0.25, 0.5, 1.0};

    private final Model model;
    private final int every;
    private final double feedback;
    private final double[] temperatures;
    private final Sampler[] samplers;
    private final boolean takingTurns;
    private final RandomStream random;
    private final RoundTrips trips;
    private final double[] chances;
    private final long[] attempts;
    private final double[][] xs;
    private final double[][] gs;
    private final double[] es;
    private final double[] energies;
    private int round;
    private long steps;
    private Status status = Status.RUNNING;

    /**
     * @param x where all of them begin
     * @param move how each moves by itself
     * @param ladder their temperatures at the beginning
     * @param every steps of the move between two rounds of exchanges
     * @param feedback time until which the inner ones are re-spaced; 0 leaves them where they are
     */
    Rungs(Model model, double[] x, SamplerSpec move, double[] ladder, int every, double feedback, Streams streams) {
        this.model = model;
        this.every = every;
        this.feedback = feedback;
        temperatures = ladder;
        int rungs = temperatures.length;
        samplers = new Sampler[rungs];
        for (int k = 0; k < rungs; k++)
            samplers[k] = move.atTemperature(temperatures[k]).start(model, x, streams.family("rung", k));
        takingTurns = Sweeps.alike(samplers);
        random = streams.stream("exchange", 0);
        trips = new RoundTrips(rungs);
        chances = new double[rungs - 1];
        attempts = new long[rungs - 1];
        xs = new double[rungs][];
        gs = new double[rungs][];
        es = new double[rungs];
        energies = new double[rungs];
    }

    @Override
    public void step() {
        if (!status.running()) return;
        for (int k = 0; k < every && status.running(); k++) move();
        if (!status.running()) return;
        exchange((int) (steps & 1));
        steps++;
        trips.look(time());
        if (round < ROUNDS.length && feedback > 0.0 && reached(feedback * ROUNDS[round])) respace();
    }

    private void move() {
        if (samplers[0] instanceof GradientStepper) moveTogether((Landscape) model);
        else if (takingTurns) Sweeps.stepTogether(samplers);
        else for (Sampler sampler : samplers) sampler.step();
        for (Sampler sampler : samplers) if (!sampler.status().running()) status = sampler.status();
    }

    /** One step of all rungs, gradients in blocks; their trajectories are equally long. */
    private void moveTogether(Landscape landscape) {
        boolean arrived = false;
        while (!arrived) {
            for (int k = 0; k < samplers.length; k++) {
                GradientStepper sampler = (GradientStepper) samplers[k];
                xs[k] = sampler.wanted();
                gs[k] = sampler.gradientScratch();
            }
            landscape.energiesAndGradients(xs, es, gs);
            arrived = true;
            for (int k = 0; k < samplers.length; k++) {
                GradientStepper sampler = (GradientStepper) samplers[k];
                arrived &= sampler.take(es[k], gs[k]) || !sampler.status().running();
            }
        }
    }

    private void exchange(int first) {
        for (int k = first; k < 2 * ((samplers.length - first) / 2) + first; k++) energies[k] = samplers[k].energy();
        for (int k = first; k + 1 < samplers.length; k += 2) {
            double chance = Math.exp(Math.min(
                    0.0, (1.0 / temperatures[k] - 1.0 / temperatures[k + 1]) * (energies[k] - energies[k + 1])));
            chances[k] += chance;
            attempts[k]++;
            if (random.nextDouble() < chance) {
                samplers[k].exchange(samplers[k + 1]);
                trips.exchanged(k);
            }
        }
    }

    private void respace() {
        round++;
        double[] acceptance = new double[chances.length];
        for (int k = 0; k < acceptance.length; k++) acceptance[k] = attempts[k] == 0 ? 0.5 : acceptance(k);
        double[] even = Spacing.even(temperatures, acceptance);
        System.arraycopy(even, 0, temperatures, 0, even.length);
        for (int k = 0; k < even.length; k++) samplers[k].temperature(even[k]);
        Arrays.fill(chances, 0.0);
        Arrays.fill(attempts, 0);
        trips.forget();
    }

    @Override
    public int rungs() {
        return samplers.length;
    }

    @Override
    public double temperature(int rung) {
        return temperatures[rung];
    }

    @Override
    public void state(int rung, double[] x) {
        samplers[rung].state(x);
    }

    @Override
    public double energy(int rung) {
        return samplers[rung].energy();
    }

    @Override
    public double acceptance(int pair) {
        return chances[pair] / attempts[pair];
    }

    @Override
    public long trips() {
        return trips.trips();
    }

    @Override
    public double tripTime() {
        return trips.duration();
    }

    @Override
    public double tripTimeError() {
        return trips.error();
    }

    @Override
    public double time() {
        return samplers[0].time();
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public long evaluations() {
        long sum = 0;
        for (Sampler sampler : samplers) sum += sampler.evaluations();
        return sum;
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public void state(double[] x) {
        samplers[0].state(x);
    }

    @Override
    public byte[] save() {
        Packed.Writer out = new Packed.Writer();
        out.put(temperatures).put(round).put(steps).put(chances);
        for (long attempt : attempts) out.put(attempt);
        for (Sampler sampler : samplers) out.put(sampler.save());
        trips.save(out);
        out.put(random.save());
        Statuses.save(status, out);
        return out.bytes();
    }

    @Override
    public void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        in.read(temperatures);
        round = in.readInt();
        steps = in.readLong();
        in.read(chances);
        for (int k = 0; k < attempts.length; k++) attempts[k] = in.readLong();
        for (int k = 0; k < samplers.length; k++) {
            samplers[k].load(in.readBytes());
            samplers[k].temperature(temperatures[k]);
        }
        trips.load(in);
        random.load(in.readBytes());
        status = Statuses.load(in);
    }
}
