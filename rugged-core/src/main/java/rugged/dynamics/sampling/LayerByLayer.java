package rugged.dynamics.sampling;

import java.util.EnumSet;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.Model;
import rugged.api.model.Propagation;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.dynamics.Statuses;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * A directed net from layer to layer: given the fields h that a layer makes on the next, its spins are drawn independently, P(s_i = +-1) = 1/(1 + exp(-+2 h_i/T)); at T = 0 they are the signs of their fields, fair coins where these are 0. Time counts layers, the input is at 0. This is no
 * sampling of an equilibrium, and there is no detailed balance. One uniform number a spin.
 *
 * <p>Source: Oprisa and Toth, arXiv:1702.08039 (2017), for stochastic nets at criticality.
 */
@Named(
        value = "layer-by-layer",
        title = "A directed net, layer by layer",
        doc = "Draws the spins of each layer given the fields of the one before. Time in layers.",
        source = "Oprisa and Toth, arXiv:1702.08039 (2017)",
        year = 2017,
        topics = {"deep learning", "stochastic"})
public record LayerByLayer(
        @Param(doc = "temperature of the units", symbol = "T", unit = "J", def = "0.5", min = 0.0)
        double temperature) implements DynamicsSpec {
    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.PROPAGATION);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.TEMPERATURE);
    }

    @Override
    public Stepper start(Model model, double[] x, Streams random) {
        return new Layers((Propagation) model, x, temperature, random.stream("noise", 0));
    }

    @Override
    public String timeUnit() {
        return "layer";
    }

    @Override
    public double quantum(LandscapeSpec landscape) {
        return 1.0;
    }

    @Override
    public double evaluationsPerUnitTime(LandscapeSpec landscape) {
        return 1.0;
    }

    @Override
    public LayerByLayer atTemperature(double other) {
        return new LayerByLayer(other);
    }

    /** On its way. */
    private static final class Layers implements Stepper {
        private final Propagation net;
        private final double beta;
        private final RandomStream random;
        private final double[] x;
        private final double[] h;
        private long layers;
        private Status status = Status.RUNNING;

        Layers(Propagation net, double[] start, double temperature, RandomStream random) {
            this.net = net;
            this.random = random;
            beta = 1.0 / temperature;
            x = start.clone();
            h = new double[x.length];
        }

        @Override
        public void step() {
            if (!status.running()) return;
            net.fields(layers + 1, x, h);
            for (int i = 0; i < x.length; i++) {
                if (Double.isNaN(h[i])) {
                    status = new Status.Failed("a field is not a number", h[i]);
                    return;
                }
                double chance = random.nextDouble();
                boolean up = h[i] == 0.0 ? chance < 0.5 : Chance.UP.holds(chance, -2.0 * beta * h[i]);
                x[i] = up ? 1.0 : -1.0;
            }
            layers++;
        }

        @Override
        public double time() {
            return layers;
        }

        @Override
        public long steps() {
            return layers;
        }

        @Override
        public long evaluations() {
            return layers;
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
            Packed.Writer out = new Packed.Writer().put(x).put(random.save()).put(layers);
            Statuses.save(status, out);
            return out.bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            in.read(x);
            random.load(in.readBytes());
            layers = in.readLong();
            status = Statuses.load(in);
        }
    }
}
