package rugged.observable.inference;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.constraint.SpinInference;
import rugged.api.model.Inference;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.compose.Means;
import rugged.index.Named;
import rugged.num.Streams;

/** How many constraints the signs of the means violate, and whether they are a solution: 1 where none is, else 0. A mean of 0 counts as +1. Exact. Costs as much as the constraints once. */
@Named(
        value = "sign-violations",
        title = "Violations of rounded means",
        doc = "Constraints that the signs of the means of an inference violate, and whether they are a solution.",
        source = "Braunstein and Zecchina, Phys. Rev. Lett. 96, 030201 (2006)",
        year = 2006,
        topics = {"one time", "inference", "constraint satisfaction"})
public record SignViolations() implements ObservableSpec {
    private static final Quantity VIOLATED =
            new Quantity("violated", "n_{v}", "", List.of("t"), "constraints that the signs of the means violate");
    private static final Quantity SOLVED =
            new Quantity("solved", "solved", "", List.of("t"), "1 where these signs violate none, else 0");

    @Override
    public List<Quantity> quantities() {
        return List.of(VIOLATED, SOLVED);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.SIGNS);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        return 1.0;
    }

    @Override
    public Probe open(Model model, Streams random) {
        Inference inference = (Inference) model;
        double[] signs = new double[Means.count(inference)];
        return (now, out) -> {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) {
                Means.of(inference, now.state(r), signs);
                for (int i = 0; i < signs.length; i++) signs[i] = signs[i] < 0.0 ? -1.0 : 1.0;
                double violated = ((SpinInference) model).violations(signs);
                out.put(VIOLATED, r, violated, Double.NaN, now.time());
                out.put(SOLVED, r, violated == 0.0 ? 1.0 : 0.0, Double.NaN, now.time());
            }
        };
    }
}
