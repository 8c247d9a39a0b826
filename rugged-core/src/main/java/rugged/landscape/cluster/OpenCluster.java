package rugged.landscape.cluster;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import rugged.api.model.FreeCluster;
import rugged.compose.symmetry.AtomSymmetry;
import rugged.geometry.Symmetry;

/** What all clusters of atoms in open space share: where they start, how they are confined, when they have fallen apart, what moves them at no cost. Its own scratch: one thread. */
abstract class OpenCluster implements FreeCluster {
    /** Atoms a sigma^3 of a random state. */
    private static final double DENSITY = 0.2;

    /** Longer than any bond by far, in sigma. */
    private static final double REACH = 2.0;

    /** Squared distance below which r^{-12} is not finite, or nearly so. */
    private static final double TOUCHING = 1e-50;

    /** How long a Lennard-Jones pair is at rest, in sigma. */
    static final double PAIR = Math.pow(2.0, 1.0 / 6);

    /** The atoms by kind, from 0 on. */
    final int[] species;

    private final int[] queue;
    private final boolean[] reached;
    private @Nullable Symmetry symmetry;

    OpenCluster(int[] species) {
        this.species = species;
        queue = new int[species.length];
        reached = new boolean[species.length];
    }

    final int atoms() {
        return species.length;
    }

    @Override
    public final int dimension() {
        return 3 * species.length;
    }

    @Override
    public final double extent() {
        return 1.0;
    }

    @Override
    public final int coordinatesOfBody() {
        return 3;
    }

    @Override
    public final int space() {
        return 3;
    }

    @Override
    public final double[] box() {
        return new double[0];
    }

    @Override
    public final Symmetry symmetry() {
        if (symmetry == null) symmetry = new AtomSymmetry(species);
        return symmetry;
    }

    /** Three translations and three rotations, e x r about each axis e through the centre; two rotations where all atoms are on one line. */
    @Override
    public final double[][] zeroModes(double[] x) {
        return RigidMotions.of(x);
    }

    /** Uniform in a ball, by rejection from the cube around it. */
    @Override
    public final void randomise(double[] x, RandomGenerator random) {
        double radius = Math.cbrt(atoms() / (DENSITY * 4.0 * Math.PI / 3.0));
        for (int i = 0; i < x.length; i += 3) {
            double square;
            do {
                square = 0.0;
                for (int k = i; k < i + 3; k++) {
                    x[k] = 2.0 * random.nextDouble() - 1.0;
                    square += x[k] * x[k];
                }
            } while (square > 1.0);
            for (int k = i; k < i + 3; k++) x[k] *= radius;
        }
    }

    /** The ball has R = 1.3 (3 n/(4 pi sqrt 2))^{1/3} + 0.6: a dense packing of n spheres of diameter 1, with room for 30 in a hundred more in each direction and a layer. */
    @Override
    public final void confine(double[] x) {
        for (int axis = 0; axis < 3; axis++) {
            double centre = 0.0;
            for (int i = axis; i < x.length; i += 3) centre += x[i];
            centre /= atoms();
            for (int i = axis; i < x.length; i += 3) x[i] -= centre;
        }
        double most = 1.3 * Math.cbrt(3.0 * atoms() / (4.0 * Math.PI * Math.sqrt(2.0))) + 0.6;
        for (int i = 0; i < x.length; i += 3) {
            double square = x[i] * x[i] + x[i + 1] * x[i + 1] + x[i + 2] * x[i + 2];
            if (square <= most * most) continue;
            double shrink = most / Math.sqrt(square);
            x[i] *= shrink;
            x[i + 1] *= shrink;
            x[i + 2] *= shrink;
        }
    }

    @Override
    public final boolean whole(double[] x) {
        Arrays.fill(reached, false);
        int last = 1;
        queue[0] = 0;
        reached[0] = true;
        for (int first = 0; first < last; first++)
            for (int j = 0; j < reached.length; j++) {
                if (reached[j] || square(x, 3 * queue[first], 3 * j) >= REACH * REACH) continue;
                reached[j] = true;
                queue[last++] = j;
            }
        return last == reached.length;
    }

    @Override
    public final String fault(double[] x) {
        for (int i = 0; i < atoms(); i++)
            for (int j = 0; j < i; j++)
                if (square(x, 3 * i, 3 * j) < TOUCHING)
                    return "atoms " + (j + 1) + " and " + (i + 1) + " are in one place";
        return "";
    }

    /** r^2 of the atoms whose coordinates begin at i and at j. */
    static double square(double[] x, int i, int j) {
        double dx = x[i] - x[j];
        double dy = x[i + 1] - x[j + 1];
        double dz = x[i + 2] - x[j + 2];
        return dx * dx + dy * dy + dz * dz;
    }
}
