package rugged.start;

import java.util.random.RandomGenerator;
import rugged.api.StartSpec;
import rugged.api.model.Model;
import rugged.index.Named;

/** A state of infinite temperature, drawn as the model says: uniform on the sphere, fair signs, a network's initialisation. */
@Named(
        value = "random",
        title = "Random start",
        doc = "A state of infinite temperature: uniform on the sphere, independent values of spins and of other"
                + " units, each alike, a network's usual initialisation.")
public record RandomState() implements StartSpec {
    @Override
    public void place(Model model, int replica, double[] x, RandomGenerator random) {
        model.randomise(x, random);
    }
}
