package rugged.compose.symmetry;

import java.util.Arrays;

/**
 * Rotations and rotary reflections that bring atoms b roughly to atoms a: the two atoms of a that are furthest from the centre and not in line with it, laid on pairs of b with about the same distances; the few after which
 * every atom of a has one of b nearest to it. Its own scratch: one thread.
 */
final class NearFrames {
    /** Rotations kept. */
    private static final int KEPT = 6;

    /** By how much distances may differ, in units of the root mean square distance from the centre. */
    private static final double TOLERANCE = 0.2;

    private final int[] species;
    private final double[] turned;
    private final double[] frameA = new double[9];
    private final double[] frameB = new double[9];
    private final double[] rotation = new double[9];
    private final double[][] best = new double[KEPT][9];
    private final double[] misfit = new double[KEPT];

    NearFrames(int[] species) {
        this.species = species;
        turned = new double[3 * species.length];
    }

    /** The rotations of a rank; call {@link #search} before. */
    double[] rotation(int rank) {
        return best[rank];
    }

    /** How many were found, the best first. */
    int search(double[] a, double[] b) {
        Arrays.fill(misfit, Double.POSITIVE_INFINITY);
        double scale = 0.0;
        for (double each : a) scale += each * each;
        scale = Math.sqrt(scale / species.length);
        int first = furthest(a, -1);
        int second = first < 0 ? -1 : furthest(a, first);
        if (second < 0) return 0;
        double apart = AtomFrames.distance(a, first, second);
        for (int p = 0; p < species.length; p++) {
            if (!like(a, first, b, p, TOLERANCE * scale)) continue;
            for (int q = 0; q < species.length; q++) {
                if (q == p || !like(a, second, b, q, TOLERANCE * scale)) continue;
                if (Math.abs(AtomFrames.distance(b, p, q) - apart) > TOLERANCE * scale) continue;
                for (double hand = 1.0; hand >= -1.0; hand -= 2.0)
                    if (AtomFrames.frame(b, p, q, hand, frameB)) offer(a, b);
            }
        }
        int found = 0;
        while (found < KEPT && misfit[found] < Double.POSITIVE_INFINITY) found++;
        return found;
    }

    private int furthest(double[] a, int beside) {
        int far = -1;
        double most = 0.0;
        for (int i = 0; i < species.length; i++) {
            double r = AtomFrames.radius(a, i);
            if (r <= most || i == beside || beside >= 0 && !AtomFrames.frame(a, beside, i, 1.0, frameA)) continue;
            most = r;
            far = i;
        }
        if (beside >= 0 && far >= 0) AtomFrames.frame(a, beside, far, 1.0, frameA);
        return far;
    }

    private boolean like(double[] a, int i, double[] b, int k, double tolerance) {
        return species[i] == species[k] && Math.abs(AtomFrames.radius(a, i) - AtomFrames.radius(b, k)) <= tolerance;
    }

    private void offer(double[] a, double[] b) {
        AtomFrames.between(frameA, frameB, rotation);
        OrthogonalFit.turn(rotation, b, turned);
        double sum = 0.0;
        for (int i = 0; i < species.length; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < species.length; j++) {
                if (species[i] != species[j]) continue;
                double dx = a[3 * i] - turned[3 * j];
                double dy = a[3 * i + 1] - turned[3 * j + 1];
                double dz = a[3 * i + 2] - turned[3 * j + 2];
                least = Math.min(least, dx * dx + dy * dy + dz * dz);
            }
            sum += least;
            if (sum >= misfit[KEPT - 1]) return;
        }
        int at = KEPT - 1;
        double[] freed = best[at];
        for (; at > 0 && misfit[at - 1] > sum; at--) {
            misfit[at] = misfit[at - 1];
            best[at] = best[at - 1];
        }
        misfit[at] = sum;
        best[at] = freed;
        System.arraycopy(rotation, 0, freed, 0, 9);
    }
}
