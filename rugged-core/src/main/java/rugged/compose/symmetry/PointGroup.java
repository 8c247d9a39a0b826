package rugged.compose.symmetry;

/** Permutations of like atoms that keep all distances, counted by backtracking. Its own scratch: one thread. */
final class PointGroup {
    /** By how much two distances may differ, in units of length. */
    private static final double TOLERANCE = 2e-3;

    private final int[] species;
    private final double[] distances;
    private final int[] image;
    private final boolean[] taken;

    PointGroup(int[] species) {
        this.species = species;
        distances = new double[species.length * species.length];
        image = new int[species.length];
        taken = new boolean[species.length];
    }

    /** How many there are; at least 1, the identity. */
    int permutations(double[] x) {
        int n = species.length;
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                double dx = x[3 * i] - x[3 * j];
                double dy = x[3 * i + 1] - x[3 * j + 1];
                double dz = x[3 * i + 2] - x[3 * j + 2];
                distances[i * n + j] = Math.sqrt(dx * dx + dy * dy + dz * dz);
            }
        return continuations(0);
    }

    private int continuations(int atom) {
        int n = species.length;
        if (atom == n) return 1;
        int count = 0;
        for (int to = 0; to < n; to++) {
            if (taken[to] || species[to] != species[atom] || !fits(atom, to)) continue;
            taken[to] = true;
            image[atom] = to;
            count += continuations(atom + 1);
            taken[to] = false;
        }
        return count;
    }

    private boolean fits(int atom, int to) {
        int n = species.length;
        for (int i = 0; i < atom; i++)
            if (Math.abs(distances[atom * n + i] - distances[to * n + image[i]]) > TOLERANCE) return false;
        return true;
    }
}
