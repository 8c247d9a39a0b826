package rugged.observable.scalar;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.observable.Overlaps;

/**
 * mu(t) = -(x . dH/dx)/N, the Lagrange multiplier of the constraint |x|^2 = N: the Hessian on the sphere is that of R^N plus mu. From the gradient itself, so
 * it holds for any mixture (for a homogeneous energy of degree p it equals -p e). Of units on spheres of their own it is the mean of their multipliers. One gradient for each
 * replica.
 */
@Named(
        value = "multiplier",
        title = "Lagrange multiplier",
        doc = "The force that keeps the state on the sphere, mu = -(x . dH/dx)/N: the centre of the Hessian's"
                + " spectrum.",
        source = "Cugliandolo and Kurchan, Phys. Rev. Lett. 71, 173 (1993)",
        year = 1993,
        topics = {"one time", "curvature"})
public record Multiplier() implements ObservableSpec {
    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.MULTIPLIER);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.CONSTRAINT);
    }

    @Override
    public Probe open(Model model, Streams random) {
        return (now, out) -> {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) {
                double mu = -Overlaps.overlap(now.state(r), now.gradient(r));
                out.put(Quantities.MULTIPLIER, r, mu, Double.NaN, now.time());
            }
        };
    }
}
