package rugged.observable.scalar;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;

/**
 * W(t), what a trajectory has cost so far in gradients of the whole energy: a gradient counts 1, one of a batch its part B/P, a product of the Hessian with a
 * vector 2. The unit in which minimisers are compared. It starts from 0 where a protocol changes the dynamics. Free.
 */
@Named(
        value = "work",
        title = "Work",
        doc = "Gradient evaluations so far (a Hessian-vector product counts two): the unit in which minimisers are"
                + " compared.",
        topics = {"one time", "minimisation"})
public record Work() implements ObservableSpec {
    private static final Quantity WORK = new Quantity(
            "W",
            "W",
            "gradients",
            List.of("t"),
            "gradients evaluated by the present dynamics; a batch counts its part, a Hessian-vector product 2");

    @Override
    public List<Quantity> quantities() {
        return List.of(WORK);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.noneOf(Need.class);
    }

    @Override
    public Probe open(Model model, Streams random) {
        return (now, out) -> {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) out.put(WORK, r, now.work(r), Double.NaN, now.time());
        };
    }
}
