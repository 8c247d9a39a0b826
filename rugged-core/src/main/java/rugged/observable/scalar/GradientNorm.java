package rugged.observable.scalar;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.geometry.Manifold;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.observable.Overlaps;

/** g2(t) = |g|^2/N with g = dE/dx in the tangent space of the manifold. Under gradient flow of an extensive energy de/dt = -g2. One gradient a replica. */
@Named(
        value = "gradient-norm",
        title = "Gradient norm",
        doc = "Squared norm of the gradient in the tangent space, per coordinate: how far from a stationary point,"
                + " and the speed of a descent.",
        topics = {"one time"})
public record GradientNorm() implements ObservableSpec {
    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.GRADIENT_NORM);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT);
    }

    @Override
    public Probe open(Model model, Streams random) {
        Manifold manifold = ((Landscape) model).manifold();
        double[] tangent = new double[model.dimension()];
        return (now, out) -> {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) {
                System.arraycopy(now.gradient(r), 0, tangent, 0, tangent.length);
                manifold.tangent(now.state(r), tangent);
                out.put(Quantities.GRADIENT_NORM, r, Overlaps.overlap(tangent, tangent), Double.NaN, now.time());
            }
        };
    }
}
