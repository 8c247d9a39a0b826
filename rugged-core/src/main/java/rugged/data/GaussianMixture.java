package rugged.data;

import java.util.List;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.data.Preparation.Part;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Clusters of equal weight: xi = m_k + z, z_i ~ N(0, 1), labelled by their cluster k. For two clusters m = +-(s/2) u with labels +1 and -1, u a unit vector drawn
 * at random and s the separation; for more, m_k = (s/sqrt(2)) u_k, so that centres are about s apart when d is large. The least error for two clusters is
 * erfc(s/sqrt(8))/2.
 *
 * <p>Source: Mignacco, Krzakala, Urbani and Zdeborova, NeurIPS 33, 9540 (2020).
 */
@Named(
        value = "gaussian-mixture",
        title = "Gaussian clusters",
        doc = "Isotropic Gaussian clusters, labelled by cluster; +1 and -1 for two.",
        source = "Mignacco, Krzakala, Urbani, Zdeborova, NeurIPS 33, 9540 (2020)",
        year = 2020,
        topics = {"classification", "clusters"})
public record GaussianMixture(
        @Param(doc = "number of clusters; 2 gives labels +1 and -1", symbol = "K", def = "2", min = 2, max = 1000)
        int classes,

        @Param(
                doc = "distance of the centres, in standard deviations of a cluster along any direction",
                symbol = "s",
                def = "3",
                min = 0)
        double separation,

        @Param(doc = "training examples", symbol = "P", def = "200", min = 1, max = 10000000)
        int patterns,

        @Param(doc = "test examples", def = "200", min = 0, max = 10000000)
        int tests,

        @Param(doc = "numbers of one input", symbol = "d", def = "10", min = 1, max = 1000000)
        int width,

        @Param(doc = "seed of centres and inputs", def = "1")
        long seed)
        implements DataSpec {
    @Override
    public Outline outline() {
        return new Outline(patterns, tests, width, classes == 2 ? Labels.SIGNS : Labels.CLASSES, classes);
    }

    @Override
    public Examples load() {
        Streams streams = Streams.of(seed).family("data.gaussian-mixture", 0);
        double[] centres = centres(streams.stream("centres", 0));
        Part training = part(patterns, centres, streams.stream("inputs", 0));
        Part testing = part(tests, centres, streams.stream("inputs", 1));
        return new Examples(
                outline().labels(),
                classes,
                List.of(width),
                training.inputs(),
                training.targets(),
                testing.inputs(),
                testing.targets());
    }

    private double[] centres(RandomStream random) {
        double[] centres = new double[Math.multiplyExact(classes, width)];
        random.normals(centres);
        for (int k = 0; k < classes; k++) {
            double square = 0.0;
            for (int i = 0; i < width; i++) square += centres[k * width + i] * centres[k * width + i];
            double scale = separation / Math.sqrt((classes == 2 ? 4.0 : 2.0) * square);
            for (int i = 0; i < width; i++) centres[k * width + i] *= scale;
        }
        if (classes == 2) for (int i = 0; i < width; i++) centres[i] = -centres[width + i];
        return centres;
    }

    private Part part(int count, double[] centres, RandomStream random) {
        double[] inputs = new double[Math.multiplyExact(count, width)];
        double[] targets = new double[count];
        for (int a = 0; a < count; a++) {
            int cluster = random.nextInt(classes);
            targets[a] = classes == 2 ? 2.0 * cluster - 1.0 : cluster;
            for (int i = 0; i < width; i++)
                inputs[a * width + i] = centres[cluster * width + i] + random.nextGaussian();
        }
        return new Part(inputs, targets);
    }
}
