package rugged.compose.symmetry;

import java.util.Arrays;
import rugged.num.Vectors;

/**
 * Lays atoms on atoms by pairs: two atoms of a that are not in line with the centre, chosen so that few of b are as far from it, against all pairs of b with the same three distances, both handednesses.
 * Finds the nearest of all copies. Its own scratch: one thread.
 */
final class AtomFrames {
    /** By how much distances may differ, in units of the root mean square distance from the centre. */
    private static final double TOLERANCE = 0.01;

    /** By how much places may differ, in the same units: a frame of two atoms turns those that are further away by more than its own error. */
    private static final double NEAR = 0.1;

    /** Atoms nearer to the centre, in the same units, give no direction. */
    private static final double CENTRAL = 0.1;

    /** Distance at which copies are as near as rounding lets them be. */
    private static final double SAME = 1e-10;

    private final int[] species;
    private final AtomMatch match;
    private final double[] radiusA;
    private final double[] radiusB;
    private final double[] turned;
    private final boolean[] taken;
    private final double[] rotation = new double[9];
    private final double[] frameA = new double[9];
    private final double[] frameB = new double[9];
    private double scale;

    AtomFrames(int[] species, AtomMatch match) {
        this.species = species;
        this.match = match;
        radiusA = new double[species.length];
        radiusB = new double[species.length];
        turned = new double[3 * species.length];
        taken = new boolean[species.length];
    }

    /** What was found, if anything. */
    AtomMatch align(double[] a, double[] b) {
        match.forget();
        scale = Math.sqrt(Vectors.dot(a, a) / species.length);
        radii(a, radiusA);
        radii(b, radiusB);
        int first = rarest(a, -1);
        if (first == -1) attempt(a, b, identity()); // all in one place
        if (first < 0) return match;
        int second = rarest(a, first);
        if (second == -2) return match;
        for (int p = 0; p < species.length; p++) {
            if (!like(first, p)) continue;
            if (second == -1 && inLine(a, first, b, p)) return match;
            for (int q = 0; second >= 0 && q < species.length; q++) {
                if (q == p || !like(second, q)) continue;
                double difference = distance(a, first, second) - distance(b, p, q);
                if (Math.abs(difference) < TOLERANCE * scale && pair(a, first, second, b, p, q)) return match;
            }
        }
        return match;
    }

    /** The atom of a, off the centre and off the line to {@code beside} where there is one, for which there are the fewest candidates in b; -1 where there is none, -2 where one has no candidate. */
    private int rarest(double[] a, int beside) {
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < species.length; i++) {
            if (i == beside || radiusA[i] <= CENTRAL * scale || beside >= 0 && !frame(a, beside, i, 1.0, frameA))
                continue;
            int count = 0;
            for (int k = 0; k < species.length; k++) if (like(i, k)) count++;
            if (count == 0) return -2;
            if (count < fewest) {
                fewest = count;
                best = i;
            }
        }
        return best;
    }

    private boolean like(int ofA, int ofB) {
        return species[ofA] == species[ofB] && Math.abs(radiusA[ofA] - radiusB[ofB]) < TOLERANCE * scale;
    }

    private boolean pair(double[] a, int first, int second, double[] b, int p, int q) {
        frame(a, first, second, 1.0, frameA);
        for (double hand = 1.0; hand >= -1.0; hand -= 2.0) {
            if (!frame(b, p, q, hand, frameB)) return false;
            attempt(a, b, between());
            if (match.distance() < SAME) return true;
        }
        return false;
    }

    /** All atoms of a on one line: any rotation about it serves. */
    private boolean inLine(double[] a, int first, double[] b, int p) {
        along(a, first, frameA);
        along(b, p, frameB);
        attempt(a, b, between());
        return match.distance() < SAME;
    }

    private void attempt(double[] a, double[] b, double[] by) {
        OrthogonalFit.turn(by, b, turned);
        Arrays.fill(taken, false);
        double limit = NEAR * NEAR * scale * scale;
        for (int i = 0; i < species.length; i++) {
            int nearest = -1;
            double least = limit;
            for (int j = 0; j < species.length; j++) {
                if (taken[j] || species[i] != species[j]) continue;
                double dx = a[3 * i] - turned[3 * j];
                double dy = a[3 * i + 1] - turned[3 * j + 1];
                double dz = a[3 * i + 2] - turned[3 * j + 2];
                double square = dx * dx + dy * dy + dz * dz;
                if (square <= least) {
                    least = square;
                    nearest = j;
                }
            }
            if (nearest < 0) return;
            taken[nearest] = true;
            match.order()[i] = nearest;
        }
        match.offer(a, b);
    }

    /** Three unit vectors, row by row: to the first atom, at right angles to it in the plane of both, and to this plane on the side that hand says. False where both are in line. */
    static boolean frame(double[] x, int first, int second, double hand, double[] into) {
        double along = 0.0;
        double square = 0.0;
        for (int k = 0; k < 3; k++) {
            square += x[3 * first + k] * x[3 * first + k];
            along += x[3 * first + k] * x[3 * second + k];
        }
        double across = 0.0;
        double whole = 0.0;
        for (int k = 0; k < 3; k++) {
            into[k] = x[3 * first + k] / Math.sqrt(square);
            into[3 + k] = x[3 * second + k] - along / square * x[3 * first + k];
            across += into[3 + k] * into[3 + k];
            whole += x[3 * second + k] * x[3 * second + k];
        }
        if (!(across > CENTRAL * CENTRAL * whole)) return false;
        for (int k = 0; k < 3; k++) into[3 + k] /= Math.sqrt(across);
        last(hand, into);
        return true;
    }

    private static void last(double hand, double[] into) {
        for (int k = 0; k < 3; k++) {
            int next = (k + 1) % 3;
            int after = (k + 2) % 3;
            into[6 + k] = hand * (into[next] * into[3 + after] - into[after] * into[3 + next]);
        }
    }

    /** A frame whose first vector points to an atom. */
    private static void along(double[] x, int first, double[] into) {
        double[] two = new double[6];
        System.arraycopy(x, 3 * first, two, 0, 3);
        int least = 0;
        for (int k = 1; k < 3; k++) if (Math.abs(two[k]) < Math.abs(two[least])) least = k;
        two[3 + least] = 1.0;
        frame(two, 0, 1, 1.0, into);
    }

    /** The rotation that takes one frame to the other. */
    private double[] between() {
        between(frameA, frameB, rotation);
        return rotation;
    }

    static void between(double[] a, double[] b, double[] rotation) {
        for (int k = 0; k < 3; k++)
            for (int l = 0; l < 3; l++) rotation[3 * k + l] = a[k] * b[l] + a[3 + k] * b[3 + l] + a[6 + k] * b[6 + l];
    }

    private static double[] identity() {
        return new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
    }

    private static void radii(double[] x, double[] into) {
        for (int i = 0; i < into.length; i++) into[i] = radius(x, i);
    }

    static double radius(double[] x, int i) {
        return Math.sqrt(x[3 * i] * x[3 * i] + x[3 * i + 1] * x[3 * i + 1] + x[3 * i + 2] * x[3 * i + 2]);
    }

    static double distance(double[] x, int i, int j) {
        double sum = 0.0;
        for (int k = 0; k < 3; k++) sum += (x[3 * i + k] - x[3 * j + k]) * (x[3 * i + k] - x[3 * j + k]);
        return Math.sqrt(sum);
    }
}
