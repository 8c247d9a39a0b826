package rugged.dynamics;

import java.util.Arrays;
import rugged.api.GradientStepper;
import rugged.api.Ladder;
import rugged.api.Landscape;
import rugged.api.Model;
import rugged.api.Status;
import rugged.api.Stepper;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** {@link Tempering} under way: the walkers by temperature, who keep temperature and noise when they exchange their states. */
final class Rungs implements Stepper, Ladder {
    /** Parts of the feedback time after which the ladder is re-spaced. */
    private static final double[] ROUNDS = {0.125, 0.25, 0.5, 1.0};

    private final Model model;
    private final int every;
    private final double feedback;
    private final double[] temperatures;
    private final Walker[] walkers;
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

    Rungs(Model model, double[] x, Tempering spec, Streams streams) {
        this.model = model;
        every = spec.every();
        feedback = spec.feedback();
        temperatures = spec.ladder();
        int rungs = temperatures.length;
        walkers = new Walker[rungs];
        for (int k = 0; k < rungs; k++)
            walkers[k] = (Walker) spec.move().atTemperature(temperatures[k]).start(model, x, streams.family("rung", k));
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
        if (walkers[0] instanceof GradientStepper) moveTogether((Landscape) model);
        else for (Walker walker : walkers) walker.step();
        for (Walker walker : walkers) if (!walker.status().running()) status = walker.status();
    }

    /** One step of all rungs, gradients in blocks; their trajectories are equally long. */
    private void moveTogether(Landscape landscape) {
        boolean arrived = false;
        while (!arrived) {
            for (int k = 0; k < walkers.length; k++) {
                GradientStepper walker = (GradientStepper) walkers[k];
                xs[k] = walker.wanted();
                gs[k] = walker.gradientScratch();
            }
            landscape.energiesAndGradients(xs, es, gs);
            arrived = true;
            for (int k = 0; k < walkers.length; k++) {
                GradientStepper walker = (GradientStepper) walkers[k];
                arrived &= walker.take(es[k], gs[k]) || !walker.status().running();
            }
        }
    }

    private void exchange(int first) {
        for (int k = first; k < 2 * ((walkers.length - first) / 2) + first; k++) energies[k] = walkers[k].energy();
        for (int k = first; k + 1 < walkers.length; k += 2) {
            double chance = Math.exp(Math.min(
                    0.0, (1.0 / temperatures[k] - 1.0 / temperatures[k + 1]) * (energies[k] - energies[k + 1])));
            chances[k] += chance;
            attempts[k]++;
            if (random.nextDouble() < chance) {
                walkers[k].exchange(walkers[k + 1]);
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
        for (int k = 0; k < even.length; k++) walkers[k].temperature(even[k]);
        Arrays.fill(chances, 0.0);
        Arrays.fill(attempts, 0);
        trips.forget();
    }

    @Override
    public int rungs() {
        return walkers.length;
    }

    @Override
    public double temperature(int rung) {
        return temperatures[rung];
    }

    @Override
    public void state(int rung, double[] x) {
        walkers[rung].state(x);
    }

    @Override
    public double energy(int rung) {
        return walkers[rung].energy();
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
        return walkers[0].time();
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public long evaluations() {
        long sum = 0;
        for (Walker walker : walkers) sum += walker.evaluations();
        return sum;
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public void state(double[] x) {
        walkers[0].state(x);
    }

    @Override
    public byte[] save() {
        Packed.Writer out = new Packed.Writer();
        out.put(temperatures).put(round).put(steps).put(chances);
        for (long attempt : attempts) out.put(attempt);
        for (Walker walker : walkers) out.put(walker.save());
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
        for (int k = 0; k < walkers.length; k++) {
            walkers[k].load(in.readBytes());
            walkers[k].temperature(temperatures[k]);
        }
        trips.load(in);
        random.load(in.readBytes());
        status = Statuses.load(in);
    }
}
