package rugged.meanfield.rules;

import java.util.Arrays;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.kernel.CounterNormals;
import rugged.num.kernel.KernelChoice;

/**
 * Dynamical replica theory with a conditionally Gaussian closure, by particles: the law of x given y above 0 as 1500 particles in each of 60 strata of y. By symmetry nothing else is needed. A step of Euler moves all
 * of them by
 *
 * <pre>dx = dt {eta [U (x - R y) + W y + (V - R W - (Q - R^2) U) Phi] - gamma x},</pre>
 *
 * <p>as a batch also by dt (eta/alpha) G; on-line a particle jumps by eta G with probability dt/alpha, and all feel noise of variance eta^2 Z dt. U = <Phi G>, V = <x G>, W = <y G>, Z = <G^2>; dQ/dt = 2 eta V +
 * eta^2 Z - 2 gamma Q (no Z as a batch), dR/dt = eta W - gamma R. Noise of the particles at t = 10: 0.002 of Q and R, 0.0008 of E_g, sqrt(E_t (1 - E_t)/90000) of E_t; the same numbers from the same seed. Q and R are corrected
 * by the means of V and W over each step once they are known at its end. A step costs about a millisecond.
 */
public final class ParticleClosure implements FieldClosure {
    private static final int STRATA = 60;
    private static final int PARTICLES = 1500;
    private static final double STEP = 0.01;

    /** Largest chance of a jump in a step. */
    private static final double RARE = 0.1;

    private static final long DOMAIN = 0x6C6573736F6E73L;

    private final LessonTask task;
    private final boolean plain;
    private final long seed;
    private final double[] y = FieldStrata.of(STRATA);
    private final double[][] x = new double[STRATA][PARTICLES];
    private final double[] pull = new double[PARTICLES];
    private final double[] mean = new double[STRATA];
    private final double[] variance = new double[STRATA];
    private final double[] noise;
    private final GaussianClosure closure = new GaussianClosure(STRATA);
    private final RandomStream jumps;
    private final double step;
    private double length;
    private double overlap;
    private long steps;
    private double time;
    private double lastV;
    private double lastW;
    private double lastStep;

    /**
     * @param task what is learnt
     * @param plain whether q stays at R^2/Q (level 0)
     * @param seed of the noise
     */
    public ParticleClosure(LessonTask task, boolean plain, long seed) {
        this(task, plain, seed, STEP);
    }

    /** @param longest no step is longer, nor than what the learning rate and alpha allow */
    ParticleClosure(LessonTask task, boolean plain, long seed, double longest) {
        this.task = task;
        this.plain = plain;
        this.seed = seed;
        length = task.length();
        overlap = task.overlap();
        LessonTask.guard(length, overlap, 0.0);
        step = Math.min(longest / Math.max(1.0, task.rate()), RARE * task.alpha());
        jumps = Streams.of(seed).stream("jumps", 0);
        noise = new double[Math.ceilDiv(PARTICLES, CounterNormals.BLOCK) * CounterNormals.BLOCK];
        double width = Math.sqrt(length - overlap * overlap);
        for (int s = 0; s < STRATA; s++)
            for (int k = 0; k < PARTICLES; k++) {
                double p = (k + 0.5) / PARTICLES;
                double z = p < 0.5 ? -FieldBins.quantile(1.0 - 2.0 * p) : FieldBins.quantile(2.0 * p - 1.0);
                x[s][k] = overlap * y[s] + width * z;
            }
    }

    @Override
    public void advance(double until) {
        int count = (int) Math.ceil((until - time) / step - 1e-9);
        double begin = time;
        for (int k = 1; k <= count; k++) {
            step((until - begin) / count);
            time = begin + (until - begin) * k / count;
            LessonTask.guard(length, overlap, time);
        }
    }

    private void step(double dt) {
        double[] sums = new double[4];
        for (int s = 0; s < STRATA; s++) look(s, sums);
        double all = (double) STRATA * PARTICLES;
        double v = sums[0] / all;
        double w = sums[1] / all;
        double z = sums[2] / all;
        double eta = task.rate();
        length += lastStep * eta * (v - lastV);
        overlap += 0.5 * lastStep * eta * (w - lastW);
        lastV = v;
        lastW = w;
        lastStep = dt;
        closure.solve(length, overlap, task.alpha(), sums[3], variance, plain);
        double u = 0.0;
        for (int s = 0; s < STRATA; s++)
            for (double at : x[s])
                u += closure.factor(s) * (at - mean[s]) * task.rule().ahead(at) / all;
        double bracket = v - overlap * w - (length - overlap * overlap) * u;
        for (int s = 0; s < STRATA; s++) move(s, dt, u, w, z, bracket * closure.factor(s));
        length += dt * (2.0 * eta * v + (task.batch() ? 0.0 : eta * eta * z) - 2.0 * task.decay() * length);
        overlap += dt * (eta * w - task.decay() * overlap);
        steps++;
    }

    /** Mean and variance of a stratum; adds to the sums of x G, y G and G^2 and to the mean of (x - R y)^2. */
    private void look(int s, double[] sums) {
        double first = 0.0;
        for (double at : x[s]) first += at;
        mean[s] = first / PARTICLES;
        double second = 0.0;
        double v = 0.0;
        double w = 0.0;
        double z = 0.0;
        for (double at : x[s]) {
            second += (at - mean[s]) * (at - mean[s]);
            double g = task.rule().ahead(at);
            v += at * g;
            w += g;
            z += g * g;
        }
        variance[s] = second / PARTICLES;
        double off = mean[s] - overlap * y[s];
        sums[0] += v;
        sums[1] += y[s] * w;
        sums[2] += z;
        sums[3] += (variance[s] + off * off) / STRATA;
    }

    /**
     * Moves a stratum.
     *
     * @param spring what multiplies x - xbar
     */
    private void move(int s, double dt, double u, double w, double z, double spring) {
        double eta = task.rate();
        double slope = dt * (eta * (u + spring) - task.decay());
        double shift = dt * eta * ((w - u * overlap) * y[s] - spring * mean[s]);
        double[] at = x[s];
        if (task.batch()) {
            double share = dt * eta / task.alpha();
            for (int k = 0; k < PARTICLES; k++)
                at[k] += slope * at[k] + shift + share * task.rule().ahead(at[k]);
            return;
        }
        Arrays.fill(pull, 0.0);
        visit(at, dt / task.alpha());
        double size = eta * Math.sqrt(z * dt);
        long block = (steps * STRATA + s) * (noise.length / CounterNormals.BLOCK);
        KernelChoice.best().normals().fill(seed, DOMAIN, block, noise.length / CounterNormals.BLOCK, noise);
        for (int k = 0; k < PARTICLES; k++) at[k] += slope * at[k] + shift + eta * pull[k] + size * noise[k];
    }

    /** Which particles jump, each with probability p: the gaps between them are geometric. */
    private void visit(double[] at, double p) {
        if (p <= 0.0) return;
        double scale = 1.0 / Math.log1p(-p);
        for (double k = gap(scale); k < PARTICLES; k += 1.0 + gap(scale))
            pull[(int) k] = task.rule().ahead(at[(int) k]);
    }

    private double gap(double scale) {
        return Math.floor(Math.log(1.0 - jumps.nextDouble()) * scale);
    }

    @Override
    public double length() {
        return length;
    }

    @Override
    public double overlap() {
        return overlap;
    }

    /** q at the beginning of the last step. */
    public double q() {
        return closure.q();
    }

    @Override
    public double trainingError() {
        return chance(Double.NEGATIVE_INFINITY, 0.0);
    }

    @Override
    public double chance(double from, double to) {
        long inside = 0;
        for (double[] stratum : x) for (double at : stratum) if (at >= from && at < to) inside++;
        return (double) inside / ((double) STRATA * PARTICLES);
    }

    @Override
    public double mean(int bin) {
        return moment(bin, 0.0, 1);
    }

    @Override
    public double variance(int bin) {
        return moment(bin, mean(bin), 2);
    }

    private double moment(int bin, double centre, int order) {
        int strata = STRATA / FieldBins.TEACHER_BINS;
        double sum = 0.0;
        for (int s = bin * strata; s < (bin + 1) * strata; s++)
            for (double at : x[s]) sum += order == 1 ? at - centre : (at - centre) * (at - centre);
        return sum / (strata * PARTICLES);
    }
}
