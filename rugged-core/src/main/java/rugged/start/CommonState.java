package rugged.start;

import java.util.random.RandomGenerator;
import rugged.api.StartSpec;
import rugged.api.model.Model;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.Param;

/** A state of infinite temperature as {@link RandomState}, but the same one for all replicas of a seed: what sets them apart later is noise alone. */
@Named(
        value = "common",
        title = "Common random start",
        doc = "One random state, drawn by seed, from which all replicas start.")
public record CommonState(
        @Param(doc = "seed of the state", def = "1") long seed) implements StartSpec {
    @Override
    public void place(Model model, int replica, double[] x, RandomGenerator random) {
        RandomStream shared = Streams.of(seed).stream("common start", 0);
        model.randomise(x, shared);
    }
}
