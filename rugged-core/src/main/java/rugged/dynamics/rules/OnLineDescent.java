package rugged.dynamics.rules;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.lessons.FreshExamples;
import rugged.api.model.Model;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.dynamics.Statuses;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * J_i becomes J_i + (eta/N) g'(x_i) (sum_n g(y_n) - sum_k g(x_k)) xi, each time with a new example xi that is never shown again; J = w/sqrt(N). Time is the number of examples over N, so that for eta to 0
 * this is gradient flow of the generalisation error in the time eta t. One example a step. Source: Saad and Solla, Phys. Rev. E 52, 4225 (1995).
 */
@Named(
        value = "on-line-descent",
        title = "On-line descent with fresh examples",
        doc = "Descends the error of one new example at a time.",
        source = "Saad and Solla, Phys. Rev. E 52, 4225 (1995)",
        year = 1995,
        topics = {"learning rules", "non-equilibrium"})
public record OnLineDescent(
        @Param(doc = "learning rate", symbol = "\u03b7", def = "1", min = 0.0, above = true)
        double learningRate) implements DynamicsSpec {
    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.FRESH_EXAMPLES);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        return new Walk((FreshExamples) model, x, learningRate, random.stream("examples", 0));
    }

    @Override
    public String timeUnit() {
        return "N examples";
    }

    @Override
    public double quantum(LandscapeSpec landscape) {
        return 1.0 / landscape.sizes().getOrDefault("N", landscape.knownDimension());
    }

    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return 1.0 / quantum(landscape);
    }

    @Override
    public double vectors() {
        return 1;
    }

    private static final class Walk implements Stepper {
        private final FreshExamples examples;
        private final double rate;
        private final RandomStream random;
        private final double[] w;
        private Status status = Status.RUNNING;
        private long steps;

        Walk(FreshExamples examples, double[] x, double rate, RandomStream random) {
            this.examples = examples;
            this.rate = rate;
            this.random = random;
            w = x.clone();
        }

        @Override
        public void step() {
            if (!status.running()) return;
            examples.learn(w, rate, random);
            if (!Double.isFinite(w[0] + w[w.length - 1])) fail();
            else steps++;
        }

        private void fail() {
            status = new Status.Failed("the state is no longer finite: try a smaller learning rate", w[0]);
        }

        @Override
        public double time() {
            return (double) steps / examples.inputs();
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
        public void state(double[] x) {
            System.arraycopy(w, 0, x, 0, x.length);
        }

        @Override
        public byte[] save() {
            Packed.Writer out = new Packed.Writer().put(w).put(steps).put(random.save());
            Statuses.save(status, out);
            return out.bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            in.read(w);
            steps = in.readLong();
            random.load(in.readBytes());
            status = Statuses.load(in);
        }
    }
}
