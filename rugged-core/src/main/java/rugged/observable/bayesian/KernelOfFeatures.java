package rugged.observable.bayesian;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.bayesian.FeatureKernel;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;

/**
 * Scale of the kernel of the last hidden layer beside that of infinite width, Q^ = tr(K^{-1} K')/P, K' = (1/N_L) sum_i s_i s_i^T over its units and K = E s s^T under the prior. Its mean under the prior is 1, at any width. It says by how much features have grown; the factor q of {@code kernel-renormalisation} has in it what the readout does
 * as well, so that the two need not agree. Exact of a state. Cost: a forward pass and P^2 N_L operations; P^3 once.
 *
 * <p>Source: Pacelli et al., Nat. Mach. Intell. 5, 1497 (2023).
 */
@Named(
        value = "feature-kernel",
        title = "Kernel of the features",
        doc = "By how much the kernel of the last hidden layer is larger than that of infinite width.",
        source = "Pacelli et al., Nat. Mach. Intell. 5, 1497 (2023)",
        year = 2023,
        topics = {"one time", "Bayesian inference"})
public record KernelOfFeatures() implements ObservableSpec {
    private static final Quantity SCALE = new Quantity(
            "feature_scale",
            "\\hat{Q}",
            "",
            List.of("t"),
            "tr(K^{-1} K')/P: kernel of the last hidden layer over that of infinite width");

    @Override
    public List<Quantity> quantities() {
        return List.of(SCALE);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.FEATURES);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        return 1.0;
    }

    @Override
    public Probe open(Model model, Streams random) {
        FeatureKernel network = (FeatureKernel) model;
        return (now, out) -> {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++)
                out.put(SCALE, r, network.featureScale(now.state(r)), Double.NaN, now.time());
        };
    }
}
