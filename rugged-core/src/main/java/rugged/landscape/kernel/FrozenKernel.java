package rugged.landscape.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.DataSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.model.DenseLayers;
import rugged.api.model.Supervised;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.OutputScale;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * What a network learns if its features stay what they are at the start: F(x) = sum_a Theta_0(x, x_a) c_a, with dc/dt = -(1/P) l'(F) under gradient flow, the limit of alpha to infinity. The state u[P] holds F in the eigenbasis of the kernel, F_a = sum_m sqrt(e_m) v_ma u_m and E(u) = (1/P) sum_a
 * l(F_a, y_a), in which that is gradient flow again: every dynamics moves it, and dF/dt = -(1/P) Theta_0 l'(F) in the unit of time of the network with its loss l(F)/alpha^2. u is 0 at the start, and so is F.
 *
 * <p>The kernel is that of the network at the start that its {@code scale} subtracts, or that of infinite width. One output. Cost: P^3 once, P^2 a gradient.
 *
 * <p>Source: Jacot, Gabriel and Hongler, NeurIPS 31, 8571 (2018); Geiger et al., J. Stat. Mech. 113301 (2020).
 */
@Named(
        value = "frozen-kernel",
        title = "Network with frozen features",
        doc = "The training loss of a network whose tangent kernel stays as it is at the start: the lazy limit.",
        source = "Jacot et al., NeurIPS 31, 8571 (2018)",
        year = 2018,
        topics = {"deep learning", "kernels"})
public record FrozenKernel(
        @Param(doc = "the network, with labels +1 and -1 or values", def = "{ is: network, data: { is: stripe } }")
        LandscapeSpec network,

        @Param(doc = "start: its kernel at the start; wide: that of infinite width", def = "start")
        Origin kernel)
        implements LandscapeSpec {
    /** Whose kernel. */
    public enum Origin {
        /** Of the network at its start. */
        START,
        /** Of infinite width. */
        WIDE
    }

    private static final double MOST = 5000;

    /** Checks that it is a network of one output. */
    public FrozenKernel {
        if (!(network instanceof Network))
            throw new BadParameter("network", network, "has no tangent kernel here", "a landscape network");
    }

    private Network features() {
        Network given = (Network) network;
        return new Network(
                new KernelFeatures(given, kernel == Origin.WIDE),
                List.of(),
                Activation.LINEAR,
                Network.Parametrisation.STANDARD,
                Network.Bias.NONE,
                Initialisation.GAUSSIAN,
                0.0,
                given.loss(),
                given.margin(),
                0.0,
                Precision.FLOAT64,
                OutputScale.of(1.0, 1));
    }

    private void check() {
        DataSpec.Outline outline = ((Network) network).data().outline();
        if (outline.classes() > 2)
            throw new BadParameter(
                    "network", "classes", "frozen features are known for one output", "labels: parity, or values");
        if (outline.patterns() > MOST)
            throw new BadParameter(
                    "network",
                    outline.patterns() + " patterns",
                    "are more than a kernel is diagonalised for",
                    "at most " + (int) MOST);
    }

    @Override
    public Supervised build() {
        check();
        return features().build();
    }

    @Override
    public Set<Need> provides() {
        return features().provides();
    }

    @Override
    public boolean isolated() {
        return features().isolated();
    }

    @Override
    public String remark() {
        return network.remark();
    }

    @Override
    public Cost cost() {
        check();
        Cost network = this.network.cost();
        Cost own = features().cost();
        double p = knownPatterns();
        return new Cost(own.memory() + network.memory() + 40.0 * p * p, own.traffic(), own.operations());
    }

    @Override
    public double knownDimension() {
        return knownPatterns();
    }

    @Override
    public List<DenseLayers.Dense> knownLayers() {
        return features().knownLayers();
    }

    @Override
    public double knownPatterns() {
        return ((Network) network).data().outline().patterns();
    }

    @Override
    public Optional<DataSpec.Outline> knownExamples() {
        return features().knownExamples();
    }

    @Override
    public Map<String, Double> sizes() {
        return features().sizes();
    }
}
