package rugged.landscape.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import rugged.api.model.Landscape;
import rugged.api.motion.Stepper;
import rugged.dynamics.minimise.LimitedMemory;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.Vectors;

/** Clusters that are known, and copies of them. */
final class Structures {
    static final double GOLDEN = 0.5 * (1 + Math.sqrt(5));

    private Structures() {}

    static double[] quenched(Landscape cluster, double[] start) {
        Stepper descent =
                new LimitedMemory(10, LimitedMemory.Search.CONTROLLED, 0.1, 1e-11).start(cluster, start, Streams.of(1));
        for (int k = 0; k < 5000 && descent.status().running(); k++) descent.step();
        double[] x = new double[start.length];
        descent.state(x);
        return x;
    }

    /** A centre and the twelve corners of an icosahedron. */
    static double[] icosahedron() {
        List<double[]> places = new ArrayList<>(List.of(new double[3]));
        for (int axis = 0; axis < 3; axis++)
            for (int signs = 0; signs < 4; signs++) {
                double[] corner = new double[3];
                corner[(axis + 1) % 3] = (signs & 1) == 0 ? 1 : -1;
                corner[(axis + 2) % 3] = ((signs & 2) == 0 ? 1 : -1) * GOLDEN;
                places.add(corner);
            }
        return flat(places, 1.08 / Math.sqrt(1 + GOLDEN * GOLDEN));
    }

    /** The octahedron of 44 sites of the face-centred cubic lattice without its 6 corners. */
    static double[] truncatedOctahedron() {
        List<double[]> places = new ArrayList<>();
        for (int i = -3; i <= 3; i++)
            for (int j = -3; j <= 3; j++)
                for (int k = -3; k <= 3; k++) {
                    int far = Math.abs(i) + Math.abs(j) + Math.abs(k);
                    boolean corner = Math.max(Math.abs(i), Math.max(Math.abs(j), Math.abs(k))) == 3;
                    if (far <= 3 && Math.floorMod(i + j + k, 2) == 1 && !corner) places.add(new double[] {i, j, k});
                }
        return flat(places, 1.1 / Math.sqrt(2));
    }

    private static double[] flat(List<double[]> places, double scale) {
        double[] x = new double[3 * places.size()];
        for (int i = 0; i < x.length; i++) x[i] = scale * places.get(i / 3)[i % 3];
        return x;
    }

    /** Turned, reflected or not, moved, and its atoms in another order. */
    static double[] copy(double[] x, int[] species, long seed) {
        RandomStream random = Streams.of(seed).stream("copy", 0);
        double[][] frame = new double[3][3];
        for (int k = 0; k < 3; k++) {
            random.normals(frame[k]);
            for (int l = 0; l < k; l++) Vectors.add(frame[k], -Vectors.dot(frame[k], frame[l]), frame[l]);
            Vectors.scale(frame[k], 1 / Vectors.norm(frame[k]));
        }
        int[] order = permutation(species, random);
        double[] y = new double[x.length];
        for (int i = 0; i < order.length; i++)
            for (int k = 0; k < 3; k++) {
                double sum = 3.0 + k;
                for (int l = 0; l < 3; l++) sum += frame[k][l] * x[3 * i + l];
                y[3 * order[i] + k] = sum;
            }
        return y;
    }

    private static int[] permutation(int[] species, RandomGenerator random) {
        int[] order = new int[species.length];
        for (int i = 0; i < order.length; i++) order[i] = i;
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            if (species[order[i]] != species[order[j]]) continue;
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }
}
