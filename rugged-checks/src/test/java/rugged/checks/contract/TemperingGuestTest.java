package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.SamplerSpec;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.motion.Ladder;
import rugged.api.motion.Sampler;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.checks.Series;
import rugged.dynamics.sampling.Tempering;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;

/** A sampler that the program does not know, in one file, is tempered like its own: jumps of all coordinates at once, accepted by the rule of Metropolis. */
class TemperingGuestTest {
    private static final double SIGMAS = 5.0;

    record Jumps(double temperature, double width) implements SamplerSpec {
        @Override
        public Set<Need> needs() {
            return EnumSet.of(Need.CONTINUOUS);
        }

        @Override
        public Set<Need> provides() {
            return EnumSet.of(Need.TEMPERATURE);
        }

        @Override
        public Sampler start(Model model, double[] x, Streams random) {
            return new Jumper((Landscape) model, x.clone(), this, random.stream("jumps", 0));
        }

        @Override
        public Jumps atTemperature(double other) {
            return new Jumps(other, width);
        }

        @Override
        public String timeUnit() {
            return "jump";
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

    private static final class Jumper implements Sampler {
        private final Landscape landscape;
        private final RandomStream random;
        private final double width;
        private double temperature;
        private double[] x;
        private final double[] tried;
        private double energy;
        private long steps;

        Jumper(Landscape landscape, double[] x, Jumps spec, RandomStream random) {
            this.landscape = landscape;
            this.random = random;
            this.width = spec.width();
            this.temperature = spec.temperature();
            this.x = x;
            tried = new double[x.length];
            energy = landscape.energy(x);
        }

        @Override
        public void step() {
            for (int i = 0; i < x.length; i++) tried[i] = x[i] + width * random.nextGaussian();
            double there = landscape.energy(tried);
            if (random.nextDouble() < Math.exp((energy - there) / temperature)) {
                System.arraycopy(tried, 0, x, 0, x.length);
                energy = there;
            }
            steps++;
        }

        @Override
        public double energy() {
            return energy;
        }

        @Override
        public void exchange(Sampler other) {
            Jumper one = (Jumper) other;
            double[] mine = x;
            double level = energy;
            x = one.x;
            energy = one.energy;
            one.x = mine;
            one.energy = level;
        }

        @Override
        public void temperature(double other) {
            temperature = other;
        }

        @Override
        public double time() {
            return steps;
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
            return Status.RUNNING;
        }

        @Override
        public void state(double[] into) {
            System.arraycopy(x, 0, into, 0, x.length);
        }

        @Override
        public byte[] save() {
            return new Packed.Writer()
                    .put(x)
                    .put(energy)
                    .put(steps)
                    .put(random.save())
                    .bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            in.read(x);
            energy = in.readDouble();
            steps = in.readLong();
            random.load(in.readBytes());
        }
    }

    @Test
    void everyRungSamplesItsTemperature() {
        int n = 4;
        double[] temperatures = {0.5, 0.9, 1.6};
        Stepper stepper = tempered(n, temperatures);
        int readings = 20_000;
        double[][] energies = new double[temperatures.length][readings];
        for (int k = 0; k < 500; k++) stepper.step();
        for (int k = 0; k < readings; k++) {
            stepper.step();
            for (int rung = 0; rung < temperatures.length; rung++) energies[rung][k] = ((Ladder) stepper).energy(rung);
        }
        for (int rung = 0; rung < temperatures.length; rung++)
            new Series(energies[rung]).assertMean("E = N T/2 at rung " + rung, 0.5 * n * temperatures[rung], SIGMAS);
        assertThat(((Ladder) stepper).trips()).isGreaterThan(100);
    }

    @Test
    void itGoesOnToTheSameBits() {
        Stepper whole = tempered(3, 0.5, 1.0);
        Stepper resumed = tempered(3, 0.5, 1.0);
        for (int k = 0; k < 40; k++) whole.step();
        resumed.load(whole.save());
        for (int k = 0; k < 60; k++) whole.step();
        for (int k = 0; k < 60; k++) resumed.step();
        assertThat(resumed.save()).isEqualTo(whole.save());
    }

    private static Stepper tempered(int n, double... temperatures) {
        List<Double> ladder = java.util.Arrays.stream(temperatures).boxed().toList();
        Tempering tempering = new Tempering(new Jumps(1.0, 0.8), 1.0, 2.0, 2, ladder, 5, 0.0);
        Model model = new GaussianWell(n, 0.4, 1.3).build();
        return tempering.start(model, Bestiary.start(model, 1), Streams.of(2));
    }
}
