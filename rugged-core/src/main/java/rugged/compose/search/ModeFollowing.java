package rugged.compose.search;

import rugged.api.model.Landscape;
import rugged.num.Vectors;

/**
 * Eigenvector-following with the whole Hessian: steps of 2 f/(|lambda| (1 + sqrt(1 + 4 f^2/lambda^2))) along each mode, f = g.v, downhill along all of them, or uphill along one and downhill along the others. Near a
 * stationary point these are Newton's, and converge quadratically. The whole step is cut to the longest one. Scratch of its own: one thread.
 *
 * <p>Uphill, the mode of largest overlap with the one before is followed until its eigenvalue is negative, then the lowest.
 *
 * <p>Source: Cerjan and Miller, J. Chem. Phys. 75, 2800 (1981); Wales, J. Chem. Phys. 101, 3750 (1994). A Hessian and its diagonalisation a step.
 */
public final class ModeFollowing {
    private final Landscape landscape;
    private final NormalModes modes;
    private final double longest;
    private final double tolerance;
    private final double[] step;
    private long evaluations;

    /**
     * @param longest length of a step
     * @param tolerance |g|/sqrt(N) at which a point is stationary
     */
    public ModeFollowing(Landscape landscape, double longest, double tolerance) {
        this.landscape = landscape;
        this.longest = longest;
        this.tolerance = tolerance;
        modes = new NormalModes(landscape);
        step = new double[landscape.dimension()];
    }

    /** The normal modes at the state where a walk ended. */
    public NormalModes modes() {
        return modes;
    }

    /** The work done so far, in gradients. */
    public long evaluations() {
        return evaluations;
    }

    /**
     * Down from x[N], which is overwritten, to a minimum.
     *
     * @param most steps
     * @return whether it arrived at one
     */
    public boolean down(double[] x, int most) {
        for (int k = 0; k < most; k++) {
            look(x);
            if (lost()) return false;
            if (modes.slope() < tolerance) {
                if (modes.index() == 0) return true;
                // a saddle: its negative mode has no slope of its own
                Vectors.add(x, longest, modes.vectors()[0]);
                landscape.manifold().retract(x);
                continue;
            }
            move(x, -1);
        }
        return false;
    }

    /**
     * Up from x[N], which is overwritten, to a transition state.
     *
     * @param along the direction that is followed first [N]; overwritten with the negative mode where it arrives
     * @param most steps
     * @return whether it arrived at a point of exactly one negative eigenvalue
     */
    public boolean up(double[] x, double[] along, int most) {
        boolean lowest = false;
        for (int k = 0; k < most; k++) {
            look(x);
            if (lost()) return false;
            int followed = lowest ? 0 : nearest(along);
            if (!lowest && modes.values()[followed] < 0.0) {
                lowest = true;
                followed = 0;
            }
            System.arraycopy(modes.vectors()[followed], 0, along, 0, x.length);
            if (modes.slope() < tolerance) return modes.index() == 1;
            move(x, followed);
        }
        return false;
    }

    private void look(double[] x) {
        modes.at(x);
        evaluations += 1 + 2L * x.length;
    }

    private boolean lost() {
        return !(modes.slope() < Double.MAX_VALUE) || Double.isNaN(modes.values()[0]);
    }

    private int nearest(double[] along) {
        int best = 0;
        double most = -1.0;
        double[][] vectors = modes.vectors();
        for (int k = 0; k < vectors.length; k++) {
            double overlap = Math.abs(Vectors.dot(vectors[k], along));
            if (overlap > most) {
                most = overlap;
                best = k;
            }
        }
        return best;
    }

    /** One step from x, uphill along the mode {@code up}, or along none where it is negative. */
    private void move(double[] x, int up) {
        double[] values = modes.values();
        double[][] vectors = modes.vectors();
        java.util.Arrays.fill(step, 0.0);
        for (int k = 0; k < values.length; k++) {
            double slope = Vectors.dot(modes.gradient(), vectors[k]);
            double stiffness = Math.abs(values[k]);
            double length = 2.0 * slope / (stiffness + Math.sqrt(stiffness * stiffness + 4.0 * slope * slope));
            if (slope == 0.0) continue;
            Vectors.add(step, k == up ? length : -length, vectors[k]);
        }
        double size = Vectors.norm(step);
        if (size > longest) Vectors.scale(step, longest / size);
        Vectors.add(x, 1.0, step);
        landscape.manifold().retract(x);
    }
}
