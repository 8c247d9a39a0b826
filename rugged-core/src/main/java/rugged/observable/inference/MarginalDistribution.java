package rugged.observable.inference;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.model.Inference;
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.compose.Means;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/** How the means of an inference of signs are distributed: their share in even bins of [-1, 1] over the width of a bin; a mean between two bins belongs to the upper one, and 1 to the last. Exact of a state. */
@Named(
        value = "marginal-distribution",
        title = "Distribution of marginals",
        doc = "Histogram of the means of an inference of signs at each time, to see messages find their way.",
        source = "Mezard and Montanari, Information, Physics, and Computation (2009)",
        year = 2009,
        topics = {"one time", "inference"})
public record MarginalDistribution(
        @Param(doc = "number of bins in [-1, 1]", def = "20", min = 2, max = 1000)
        int bins) implements ObservableSpec {
    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.MARGINAL_DENSITY);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.SIGNS);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        return 0.1;
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Look((Inference) model, bins);
    }

    private static final class Look implements Probe {
        private final Inference model;
        private final double[] means;
        private final double[] counts;

        Look(Inference model, int bins) {
            this.model = model;
            means = new double[Means.count(model)];
            counts = new double[bins];
        }

        @Override
        public void at(Moment now, Sink out) {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) {
                Means.of(model, now.state(r), means);
                Arrays.fill(counts, 0.0);
                for (double m : means) counts[Math.min(counts.length - 1, (int) (0.5 * (m + 1.0) * counts.length))]++;
                double width = 2.0 / counts.length;
                for (int b = 0; b < counts.length; b++)
                    out.put(
                            Quantities.MARGINAL_DENSITY,
                            r,
                            counts[b] / (means.length * width),
                            Double.NaN,
                            now.time(),
                            (b + 0.5) * width - 1.0);
            }
        }
    }
}
