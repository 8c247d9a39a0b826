package rugged.run;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.model.SpinLandscape;
import rugged.api.motion.GradientStepper;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** Small dynamics: one by gradients, one by flips. */
final class ToyDynamics {
    private ToyDynamics() {}

    /** Overdamped Langevin by Euler steps; at T = 0 it converges when the gradient is small. {@code bursts} makes it fail from that time on. */
    record Walk(double temperature, double dt, double bursts) implements DynamicsSpec {
        Walk(double temperature, double dt) {
            this(temperature, dt, Double.POSITIVE_INFINITY);
        }

        @Override
        public Set<Need> needs() {
            return EnumSet.of(Need.GRADIENT);
        }

        @Override
        public Stepper start(Model model, double[] x, Streams random) {
            return new WalkStepper(this, (Landscape) model, x.clone(), random.stream("noise", 0));
        }

        @Override
        public String timeUnit() {
            return "1/J";
        }

        @Override
        public double quantum(LandscapeSpec landscape) {
            return dt;
        }

        @Override
        public double evaluationsPerUnitTime(LandscapeSpec landscape) {
            return 1 / dt;
        }
    }

    static final class WalkStepper implements GradientStepper {
        private final Walk walk;
        private final Landscape landscape;
        private final double[] x;
        private final double[] scratch;
        private final RandomStream noise;
        private long steps;
        private Status status = Status.RUNNING;

        WalkStepper(Walk walk, Landscape landscape, double[] x, RandomStream noise) {
            this.walk = walk;
            this.landscape = landscape;
            this.x = x;
            this.scratch = new double[x.length];
            this.noise = noise;
        }

        @Override
        public Landscape landscape() {
            return landscape;
        }

        @Override
        public double[] wanted() {
            return x;
        }

        @Override
        public boolean take(double energy, double[] g) {
            double largest = 0.0;
            double kick = Math.sqrt(2 * walk.temperature * walk.dt);
            for (int i = 0; i < x.length; i++) {
                largest = Math.max(largest, Math.abs(g[i]));
                x[i] -= walk.dt * g[i];
                if (kick > 0) x[i] += kick * noise.nextGaussian();
            }
            steps++;
            if (walk.temperature == 0 && largest < 1e-3) status = new Status.Converged("max |g| below 1e-3", largest);
            if (time() >= walk.bursts) status = new Status.Failed("it burst", energy);
            return true;
        }

        @Override
        public double[] gradientScratch() {
            return scratch;
        }

        @Override
        public double time() {
            return steps * walk.dt;
        }

        @Override
        public long steps() {
            return steps;
        }

        @Override
        public long evaluations() {
            return steps;
        }

        @Override
        public Status status() {
            return status;
        }

        @Override
        public void state(double[] into) {
            System.arraycopy(x, 0, into, 0, x.length);
        }

        @Override
        public byte[] save() {
            Packed.Writer out = new Packed.Writer().put(x).put(steps).put(noise.save());
            return out.put(status instanceof Status.Converged(String words, double value) ? value : -1.0)
                    .bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            in.read(x);
            steps = in.readLong();
            noise.load(in.readBytes());
            double value = in.readDouble();
            status = value < 0 ? Status.RUNNING : new Status.Converged("max |g| below 1e-3", value);
        }
    }

    /** Metropolis sweeps. */
    record Flips(double temperature) implements DynamicsSpec {
        @Override
        public Set<Need> needs() {
            return EnumSet.of(Need.SPINS);
        }

        @Override
        public Stepper start(Model model, double[] x, Streams random) {
            SpinLandscape spins = (SpinLandscape) model;
            spins.load(x);
            return new FlipsStepper(temperature, spins, random.stream("flips", 0));
        }

        @Override
        public String timeUnit() {
            return "sweep";
        }

        @Override
        public double quantum(LandscapeSpec landscape) {
            return 1.0;
        }

        @Override
        public double evaluationsPerUnitTime(LandscapeSpec landscape) {
            return 1.0;
        }
    }

    static final class FlipsStepper implements Stepper {
        private final double temperature;
        private final SpinLandscape spins;
        private final RandomStream random;
        private long sweeps;

        FlipsStepper(double temperature, SpinLandscape spins, RandomStream random) {
            this.temperature = temperature;
            this.spins = spins;
            this.random = random;
        }

        @Override
        public void step() {
            for (int k = 0; k < spins.dimension(); k++) {
                int i = random.nextInt(spins.dimension());
                if (random.nextDouble() < Math.exp(-spins.flipCost(i) / temperature)) spins.flip(i);
            }
            sweeps++;
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
            return sweeps;
        }

        @Override
        public Status status() {
            return Status.RUNNING;
        }

        @Override
        public void state(double[] x) {
            spins.state(x);
        }

        @Override
        public byte[] save() {
            return new Packed.Writer()
                    .put(spins.save())
                    .put(sweeps)
                    .put(random.save())
                    .bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            spins.restore(in.readBytes());
            sweeps = in.readLong();
            random.load(in.readBytes());
        }
    }
}
