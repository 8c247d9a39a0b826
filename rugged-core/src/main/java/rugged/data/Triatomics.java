package rugged.data;

import java.util.List;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.compose.atoms.ControlledQuench;
import rugged.compose.atoms.TripleEnergy;
import rugged.data.Preparation.Part;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * In which shape three atoms come to rest: each independently uniform in a cube of side 2 sqrt 3 about the origin, quenched in E = sum_{i<j} 4 (r^{-12} - r^{-6}) + Z (1 + 3 cos t_1 cos t_2 cos t_3)/(r_12 r_13 r_23)^3.
 * Inputs are the distances r_12, r_13, r_23 at the start, or after some steps of the quench. Class 0 is the triangle (all distances within 0.01 of one another); classes 1, 2 and 3 are the lines
 * with atom 1, 2 or 3 in the middle. What does not arrive within 5000 steps, or flies apart beyond 3, is drawn again.
 *
 * <p>Which minimum a start belongs to is a matter of the minimiser too: L-BFGS of memory 4 with steps of length 0.1 at most, each of which may raise the energy by 1e-4, to a root mean square gradient of 1e-6. At Z = 2 about 20, 26, 28
 * and 26 in a hundred starts belong to the four classes.
 *
 * <p>Source: Ballard, Stevenson, Das and Wales, J. Chem. Phys. 144, 124119 (2016), whose set is another: cube and quench are of this program.
 */
@Named(
        value = "triatomic",
        title = "Shapes of three quenched atoms",
        doc = "Three distances at a random start, and the shape in which a quench ends: the triangle or one of three"
                + " lines.",
        source = "Ballard et al., J. Chem. Phys. 144, 124119 (2016)",
        year = 2016,
        topics = {"classification", "clusters"})
public record Triatomics(
        @Param(doc = "training examples", symbol = "P", def = "1000", min = 1, max = 10000000)
        int patterns,

        @Param(doc = "test examples", def = "1000", min = 0, max = 10000000)
        int tests,

        @Param(doc = "strength of the three-body force", symbol = "Z", def = "2", min = 0, max = 100)
        double strength,

        @Param(doc = "steps of the quench before the distances are taken", def = "0", min = 0, max = 1000)
        int after,

        @Param(doc = "seed of the starts", def = "1") long seed)
        implements DataSpec {
    private static final double SIDE = 2.0 * Math.sqrt(3.0);
    private static final double LONGEST_STEP = 0.1;
    private static final double TOLERANCE = 1e-6;
    private static final int MOST_STEPS = 5000;

    /** Distances of a triangle differ by less. */
    private static final double ALIKE = 0.01;

    /** No bond is longer, and no line of two. */
    private static final double APART = 3.0;

    @Override
    public Outline outline() {
        return new Outline(patterns, tests, 3, Labels.CLASSES, 4);
    }

    @Override
    public Examples load() {
        Streams streams = Streams.of(seed).family("data.triatomic", 0);
        Part training = part(patterns, streams.stream("starts", 0));
        Part testing = part(tests, streams.stream("starts", 1));
        return new Examples(
                Labels.CLASSES,
                4,
                List.of(3),
                training.inputs(),
                training.targets(),
                testing.inputs(),
                testing.targets());
    }

    private Part part(int count, RandomStream random) {
        TripleEnergy energy = new TripleEnergy(strength);
        ControlledQuench whole =
                new ControlledQuench(energy::energyAndGradient, 9, LONGEST_STEP, TOLERANCE, MOST_STEPS);
        ControlledQuench begun = new ControlledQuench(energy::energyAndGradient, 9, LONGEST_STEP, TOLERANCE, after);
        double[] inputs = new double[Math.multiplyExact(3, count)];
        double[] targets = new double[count];
        double[] x = new double[9];
        double[] start = new double[9];
        for (int a = 0; a < count; ) {
            for (int i = 0; i < 9; i++) start[i] = SIDE * (random.nextDouble() - 0.5);
            System.arraycopy(start, 0, x, 0, 9);
            int shape = whole.run(x) ? shape(x) : -1;
            if (shape < 0) continue;
            if (after > 0) begun.run(start);
            for (int k = 0; k < 3; k++) inputs[3 * a + k] = distance(start, k);
            targets[a++] = shape;
        }
        return new Part(inputs, targets);
    }

    /** The class of a minimum; -1 where atoms have flown apart. */
    private static int shape(double[] x) {
        double shortest = Double.POSITIVE_INFINITY;
        double longest = 0.0;
        int opposite = 0;
        for (int k = 0; k < 3; k++) {
            double r = distance(x, k);
            shortest = Math.min(shortest, r);
            if (r > longest) {
                longest = r;
                opposite = 3 - k;
            }
        }
        if (!(longest <= APART)) return -1;
        return longest - shortest < ALIKE ? 0 : opposite;
    }

    /** r_12, r_13 or r_23, which face atoms 3, 2 and 1. */
    private static double distance(double[] x, int which) {
        int i = which == 2 ? 3 : 0;
        int j = which == 0 ? 3 : 6;
        double sum = 0.0;
        for (int k = 0; k < 3; k++) sum += (x[i + k] - x[j + k]) * (x[i + k] - x[j + k]);
        return Math.sqrt(sum);
    }
}
