package rugged.num.spectral;

import java.util.Arrays;

/**
 * How far the vectors of a Krylov space have drifted from being orthogonal, followed without looking at them: the overlaps w_j+1,k of a new vector obey the recursion of
 * the vectors themselves,
 *
 * <p>b_j w_j+1,k = b_k w_j,k+1 + (a_k - a_j) w_j,k + b_k-1 w_j,k-1 - b_j-1 w_j-1,k + rounding.
 *
 * <p>As long as all of them stay below sqrt(noise), the tridiagonal matrix is, up to the noise, the operator restricted to the space, as if the vectors were orthogonal:
 * only when one comes so far have a vector and its successor to be made orthogonal to those others that either has grown towards. What grows is the share of eigenvectors that
 * have converged, and these lie in the early vectors. Source: Simon, Math. Comput. 42, 115 (1984).
 */
final class Drift {
    /** How many times 1/sqrt(N) of a rounding error may lie along one other vector, which it knows nothing of: amply, since a space that drifts unseen is worse than a turn too many. */
    private static final double SHARE = 30.0;

    /** Part of sqrt(noise) at which an overlap, which is only estimated, has come too far. */
    private static final double MARGIN = 0.3;

    private final double share;
    private final double most;
    private final double grown;
    private double[] before = new double[16];
    private double[] last = new double[16];
    private double[] next = new double[16];
    private boolean[] chosen = new boolean[16];
    private boolean again;

    /**
     * @param noise the error of a product with the operator, relative to its largest eigenvalue
     * @param dimension N
     */
    Drift(double noise, int dimension) {
        share = noise * Math.min(1.0, SHARE / Math.sqrt(dimension));
        most = MARGIN * Math.sqrt(noise);
        grown = Math.pow(noise, 0.75);
        last[0] = 1.0;
    }

    /**
     * Goes on to the vector j + 1.
     *
     * @param a diagonal, to a_j
     * @param b what stands beside it, to b_j
     * @param size the largest eigenvalue, roughly
     * @param one overlap with vector j, measured
     * @param two overlap with vector j - 1, measured
     * @return whether it has to be made orthogonal to some before it, which {@link #from} then tells
     */
    boolean step(int j, double[] a, double[] b, double size, double one, double two) {
        reserve(j + 2);
        double largest = Math.max(Math.abs(one), Math.abs(two));
        for (int k = 0; k < j - 1; k++) {
            double sum = b[k] * last[k + 1] + (a[k] - a[j]) * last[k] - b[j - 1] * before[k];
            if (k > 0) sum += b[k - 1] * last[k - 1];
            sum += Math.copySign(share * size, sum);
            next[k] = sum / b[j];
            largest = Math.max(largest, Math.abs(next[k]));
        }
        if (j > 0) next[j - 1] = two;
        next[j] = one;
        next[j + 1] = 1.0;
        double[] free = before;
        before = last;
        last = next;
        next = free;
        boolean first = !again;
        if (first && largest <= most) return false;
        again = first;
        for (int k = 0; k <= j; k++) {
            chosen[k] = !(Math.abs(last[k]) <= grown) || (!first && chosen[k]);
            if (chosen[k]) last[k] = share;
        }
        return true;
    }

    /** Whether it has to be made orthogonal to vector k. */
    boolean from(int k) {
        return chosen[k];
    }

    private void reserve(int count) {
        if (count <= next.length) return;
        before = Arrays.copyOf(before, 2 * count);
        last = Arrays.copyOf(last, 2 * count);
        next = Arrays.copyOf(next, 2 * count);
        chosen = Arrays.copyOf(chosen, 2 * count);
    }
}
