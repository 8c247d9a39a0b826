package rugged.landscape.packing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import rugged.api.model.Contacts;

/**
 * The pairs that touch, and the particles that bear load: those left when particles with fewer than d + 1 contacts are taken away, again and again.
 * Isostatic are d (N - 1) + 1 contacts of N such particles: as many as equations of force balance, and one state of self stress.
 */
final class ContactGraph {
    private record Pair(int i, int j, double delta, double slope) {}

    private final Sizes sizes;
    private final double scale;
    private final List<Pair> pairs = new ArrayList<>();
    private final boolean[] rattlers;

    private ContactGraph(Spheres spheres, double[] x) {
        sizes = spheres.sizes();
        scale = sizes.scale(spheres.control());
        spheres.touching(x, (i, j, delta, slope) -> pairs.add(new Pair(i, j, delta, slope)));
        rattlers = new boolean[sizes.particles()];
        prune();
    }

    /** Of the pairs that touch at x. */
    static ContactGraph of(Spheres spheres, double[] x) {
        return new ContactGraph(spheres, x);
    }

    private void prune() {
        int[] degree = new int[rattlers.length];
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

    /** Which particles bear no load. */
    boolean[] rattlers() {
        return rattlers.clone();
    }

    Contacts contacts() {
        int d = sizes.space();
        int loose = 0;
        for (boolean one : rattlers) if (one) loose++;
        int bearing = rattlers.length - loose;
        double[] forces = new double[pairs.size()];
        int count = 0;
        double virial = 0.0;
        for (Pair pair : pairs) {
            virial += pair.slope * (1.0 - pair.delta);
            double contact = scale * (sizes.radii()[pair.i] + sizes.radii()[pair.j]);
            if (!rattlers[pair.i] && !rattlers[pair.j]) forces[count++] = pair.slope / contact;
        }
        // in the unit of diameters that do not change, as if the box had been rescaled
        double pressure = virial * (d == 2 ? scale * scale : scale * scale * scale) / (d * sizes.box());
        int isostatic = bearing == 0 ? 0 : d * (bearing - 1) + 1;
        return new Contacts(bearing, loose, isostatic, 2.0 * count / bearing, pressure, Arrays.copyOf(forces, count));
    }
}
