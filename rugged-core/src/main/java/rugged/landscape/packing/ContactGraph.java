package rugged.landscape.packing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import rugged.api.model.Contacts;
import rugged.api.model.ParticleLandscape.Load;

/**
 * The pairs that touch, and the particles that bear load: those left when particles with fewer than d + 1 contacts are taken away, again and again.
 * Isostatic are f N - d + 1 contacts of N such particles with f coordinates each: as many as equations of force balance, and one state of self stress.
 */
final class ContactGraph {
    private record Pair(int i, int j, double delta, double slope, double force) {}

    private final Sizes sizes;
    private final int freedoms;
    private final double scale;
    private final List<Pair> pairs = new ArrayList<>();
    private final boolean[] rattlers;
    private final int[] degree;

    /** Of the pairs that touch at x. */
    ContactGraph(PairTouching packing, double[] x) {
        sizes = packing.sizes();
        freedoms = packing.freedoms();
        scale = sizes.scale(packing.control());
        packing.touching(x, (i, j, delta, slope, force) -> pairs.add(new Pair(i, j, delta, slope, force)));
        rattlers = new boolean[sizes.particles()];
        degree = new int[rattlers.length];
        prune();
    }

    private void prune() {
        List<List<Integer>> partners = new ArrayList<>();
        for (int i = 0; i < degree.length; i++) partners.add(new ArrayList<>());
        for (Pair pair : pairs) {
            partners.get(pair.i).add(pair.j);
            partners.get(pair.j).add(pair.i);
        }
        Deque<Integer> loose = new ArrayDeque<>();
        for (int i = 0; i < degree.length; i++) {
            degree[i] = partners.get(i).size();
            if (degree[i] <= sizes.space()) loose.add(i);
        }
        while (!loose.isEmpty()) {
            int i = loose.remove();
            if (rattlers[i]) continue;
            rattlers[i] = true;
            for (int j : partners.get(i)) if (--degree[j] <= sizes.space()) loose.add(j);
        }
    }

    /** All translations, and every coordinate of each rattler. */
    double[][] zeroModes() {
        int d = sizes.space();
        int n = freedoms * rattlers.length;
        double[][] modes = new double[d + freedoms * loose()][n];
        for (int a = 0; a < d; a++) for (int i = a; i < n; i += freedoms) modes[a][i] = 1.0;
        int next = d;
        for (int i = 0; i < rattlers.length; i++)
            if (rattlers[i]) for (int a = 0; a < freedoms; a++) modes[next++][i * freedoms + a] = 1.0;
        return modes;
    }

    /** i N + j of each pair that touches, i below j, in increasing order; rattlers too. */
    long[] pairs() {
        long n = rattlers.length;
        return pairs.stream().mapToLong(pair -> pair.i * n + pair.j).sorted().toArray();
    }

    /** Contacts of each particle with others that bear load; 0 for a rattler. */
    int[] degrees() {
        int[] degrees = new int[rattlers.length];
        for (int i = 0; i < degrees.length; i++) if (!rattlers[i]) degrees[i] = degree[i];
        return degrees;
    }

    /** The pairs that press on one another and bear load, in the order of their numbers. */
    List<Load> loads() {
        return pairs.stream()
                .filter(pair -> bear(pair.i, pair.j))
                .map(pair -> new Load(Math.min(pair.i, pair.j), Math.max(pair.i, pair.j), pair.force))
                .sorted(Comparator.comparingInt(Load::first).thenComparingInt(Load::second))
                .toList();
    }

    /** Whether both bear load. */
    boolean bear(int i, int j) {
        return !rattlers[i] && !rattlers[j];
    }

    /** Whether a particle has just as many contacts as can hold it. */
    private boolean buckler(int i) {
        return !rattlers[i] && degree[i] == sizes.space() + 1;
    }

    private int bucklers() {
        int count = 0;
        for (int i = 0; i < rattlers.length; i++) if (buckler(i)) count++;
        return count;
    }

    private int loose() {
        int count = 0;
        for (boolean one : rattlers) if (one) count++;
        return count;
    }

    Contacts contacts() {
        int d = sizes.space();
        int bearing = rattlers.length - loose();
        double[] forces = new double[pairs.size()];
        double[] extended = new double[pairs.size()];
        double[] localised = new double[pairs.size()];
        int count = 0;
        int strong = 0;
        int weak = 0;
        double virial = 0.0;
        for (Pair pair : pairs) {
            virial += pair.slope * (1.0 - pair.delta);
            if (!bear(pair.i, pair.j)) continue;
            forces[count++] = pair.force;
            if (buckler(pair.i) || buckler(pair.j)) localised[weak++] = pair.force;
            else extended[strong++] = pair.force;
        }
        // in the unit of diameters that do not change, as if the box had been rescaled
        double pressure = virial * (d == 2 ? scale * scale : scale * scale * scale) / (d * sizes.box());
        int isostatic = bearing == 0 ? 0 : freedoms * bearing - d + 1;
        return new Contacts(
                bearing,
                loose(),
                bucklers(),
                isostatic,
                2.0 * count / bearing,
                pressure,
                Arrays.copyOf(forces, count),
                Arrays.copyOf(extended, strong),
                Arrays.copyOf(localised, weak));
    }
}
