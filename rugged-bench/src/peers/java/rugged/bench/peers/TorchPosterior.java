package rugged.bench.peers;

import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import rugged.api.Examples;
import rugged.api.bayesian.GaussianParts;
import rugged.data.Ripples;
import rugged.landscape.network.Posterior;
import rugged.meanfield.bayesian.BayesianNetwork;
import rugged.meanfield.bayesian.HiddenUnit;
import rugged.num.Streams;

/**
 * Gradients of the posterior of a Bayesian network, of which Hamiltonian Monte Carlo takes one for each leapfrog step, beside the same by libtorch, as its user writes it: 60 inputs, 50 hidden units,
 * 50 examples, one thread, in alternating rounds of one process; first both are checked to compute the same numbers.
 */
public final class TorchPosterior {
    private static final int INPUTS = 60;
    private static final int UNITS = 50;
    private static final int EXAMPLES = 50;
    private static final double TEMPERATURE = 0.1;

    private TorchPosterior() {}

    /** Runs all activations. */
    public static void main(String[] words) throws Exception {
        Loader.cacheResources(torch.class, "/org/bytedeco/pytorch/" + Loader.getPlatform() + "/");
        Loader.load(torch.class);
        torch.set_num_threads(1);
        System.out.printf(Locale.ROOT, "%-10s %11s %11s %18s%n", "units", "torch us", "ours us", "ours / torch");
        for (HiddenUnit unit : HiddenUnit.values()) compare(unit);
    }

    private static void compare(HiddenUnit unit) {
        Ripples data = new Ripples(EXAMPLES, 0, INPUTS, 2.0, 0.3, 1);
        GaussianParts ours =
                new Posterior(data, new BayesianNetwork(List.of(UNITS), unit, TEMPERATURE, 1.0, 1.0)).build();
        double[] x = new double[ours.dimension()];
        double[] g = new double[x.length];
        ours.randomise(x, Streams.of(1).stream("bench", 0));
        Peer peer = new Peer(data.load(), unit, x);
        double energy = ours.energyAndGradient(x, g);
        same(energy, g, peer);
        Paired gradients = Paired.of(peer::gradient, () -> ours.energyAndGradient(x, g));
        System.out.printf(
                Locale.ROOT,
                "%-10s %11.1f %11.1f %18s%n",
                unit.name().toLowerCase(Locale.ROOT),
                1e6 * gradients.first(),
                1e6 * gradients.second(),
                gradients.ratio());
    }

    private static void same(double energy, double[] g, Peer peer) {
        double[] theirs = peer.values();
        double off = Math.abs(theirs[g.length] - energy) / Math.abs(energy);
        double size = 0.0;
        for (double one : g) size = Math.max(size, Math.abs(one));
        for (int i = 0; i < g.length; i++) off = Math.max(off, Math.abs(theirs[i] - g[i]) / size);
        if (!(off < 1e-10)) throw new IllegalStateException("the two differ by " + off);
    }

    /** U = sum (f - y)^2/2T + |W|^2/2 + |v|^2/2, f = v.s(W x/sqrt(d))/sqrt(N). */
    private static final class Peer {
        private final HiddenUnit unit;
        private final Tensor inputs;
        private final Tensor targets;
        private final TensorVector parameters;

        Peer(Examples data, HiddenUnit unit, double[] x) {
            this.unit = unit;
            try (PointerScope scope = new PointerScope()) {
                inputs = Tensor.create(data.inputs(), (long) EXAMPLES, (long) INPUTS)
                        .mul(new Scalar(1.0 / Math.sqrt(INPUTS)));
                targets = Tensor.create(data.targets(), (long) EXAMPLES, 1L);
                Tensor all = Tensor.create(x);
                Tensor hidden = all.narrow(0, 0, (long) INPUTS * UNITS)
                        .view(INPUTS, UNITS)
                        .clone();
                Tensor readout = all.narrow(0, (long) INPUTS * UNITS, UNITS)
                        .view(UNITS, 1)
                        .clone();
                hidden.set_requires_grad(true);
                readout.set_requires_grad(true);
                parameters = new TensorVector(hidden, readout);
                inputs.retainReference();
                targets.retainReference();
                parameters.retainReference();
            }
        }

        private Tensor energy() {
            Tensor hidden = parameters.get(0);
            Tensor readout = parameters.get(1);
            Tensor fields = torch.mm(inputs, hidden);
            Tensor units = switch (unit) {
                case ERF -> torch.erf(fields);
                case RELU -> torch.relu(fields);
                case LINEAR -> fields;
                case TANH -> torch.tanh(fields);
            };
            Tensor off = torch.mm(units, readout)
                    .mul(new Scalar(1.0 / Math.sqrt(UNITS)))
                    .sub(targets);
            return off.square()
                    .sum()
                    .mul(new Scalar(0.5 / TEMPERATURE))
                    .add(hidden.square().sum().add(readout.square().sum()).mul(new Scalar(0.5)));
        }

        void gradient() {
            try (PointerScope scope = new PointerScope()) {
                torch.grad(new TensorVector(energy()), parameters);
            }
        }

        /** The gradient, and the energy behind it. */
        double[] values() {
            try (PointerScope scope = new PointerScope()) {
                TensorVector found = torch.grad(new TensorVector(energy()), parameters);
                int first = INPUTS * UNITS;
                double[] all = new double[first + UNITS + 1];
                java.nio.DoubleBuffer hidden = found.get(0).contiguous().createBuffer();
                hidden.get(all, 0, first);
                java.nio.DoubleBuffer readout = found.get(1).contiguous().createBuffer();
                readout.get(all, first, UNITS);
                all[first + UNITS] = energy().item_double();
                return all;
            }
        }
    }
}
