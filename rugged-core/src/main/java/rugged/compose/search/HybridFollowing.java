package rugged.compose.search;

import java.util.Arrays;
import rugged.api.model.FreeCluster;
import rugged.api.model.Landscape;
import rugged.num.Vectors;

/**
 * Hybrid eigenvector-following, without the Hessian itself: the softest mode by {@link SoftestMode}, a step of 2 f/(|lambda| (1 + sqrt(1 + 4 f^2/lambda^2))) uphill along it, f = g.y, and a step downhill in the space that is
 * left, by truncated conjugate gradients on H p = -g that end at the longest step or at negative curvature. Near a stationary point it converges faster than linearly. Downhill alone it is Newton's method in short steps. Scratch of its
 * own: one thread.
 *
 * <p>Products of the Hessian are those of the landscape: exact where it has them, differences of gradients else.
 *
 * <p>Source: Munro and Wales, Phys. Rev. B 59, 3969 (1999); Kumeda, Munro and Wales, Chem. Phys. Lett. 341, 185 (2001); Steihaug, SIAM J. Numer. Anal. 20, 626 (1983). Some ten products a step.
 */
public final class HybridFollowing {
    private static final int TURNS = 10;
    private static final double PRECISION = 0.05;
    private static final int MOST_PRODUCTS = 30;
    private static final double LOOSEST = 0.3;

    /** Steps from one look for pieces to the next. */
    private static final int LOOK = 10;

    private final Landscape landscape;
    private final FreeSpace space;
    private final SoftestMode soft;
    private final double longest;
    private final double tolerance;
    private final double[] step;
    private final double[] residual;
    private final double[] direction;
    private final double[] image;
    private double walked;

    /**
     * @param longest length of a step
     * @param tolerance |g|/sqrt(N) at which a point is stationary
     */
    public HybridFollowing(Landscape landscape, double longest, double tolerance) {
        this.landscape = landscape;
        this.longest = longest;
        this.tolerance = tolerance;
        int n = landscape.dimension();
        space = new FreeSpace(landscape);
        soft = new SoftestMode(n);
        step = new double[n];
        residual = new double[n];
        direction = new double[n];
        image = new double[n];
    }

    /** The work done so far, in gradients. */
    public long evaluations() {
        return space.evaluations();
    }

    /** How long the last way down was, the sum of its steps. */
    public double walked() {
        return walked;
    }

    /**
     * Down from x[N], which is overwritten, to where the slope is below the tolerance.
     *
     * @param most steps
     * @return whether it arrived
     */
    public boolean down(double[] x, int most) {
        walked = 0.0;
        for (int k = 0; k < most; k++) {
            space.at(x);
            if (!(space.slope() < Double.MAX_VALUE)) return false;
            if (space.slope() < tolerance) return true;
            downhill(false);
            move(x);
            walked += Vectors.norm(step);
        }
        return false;
    }

    /**
     * Up from x[N], which is overwritten, along the softest mode.
     *
     * @param along the direction that it begins with [N]; overwritten with the mode that it followed last
     * @param most steps
     * @return whether it arrived where the slope is below the tolerance and the mode is negative
     */
    public boolean up(double[] x, double[] along, int most) {
        soft.begin(along);
        for (int k = 0; k < most; k++) {
            space.at(x);
            if (!(space.slope() < Double.MAX_VALUE) || k % LOOK == LOOK - 1 && inPieces(x)) return false;
            soft.improve(space, TURNS, PRECISION);
            System.arraycopy(soft.mode(), 0, along, 0, along.length);
            double stiffness = Math.abs(soft.value());
            if (space.slope() < tolerance) {
                if (soft.value() < 0.0) return true;
                // a minimum: on along the mode
                Arrays.fill(step, 0.0);
                Vectors.add(step, longest, soft.mode());
                move(x);
                continue;
            }
            downhill(true);
            double f = Vectors.dot(space.gradient(), soft.mode());
            double up = f == 0.0 ? 0.0 : 2.0 * f / (stiffness + Math.sqrt(stiffness * stiffness + 4.0 * f * f));
            Vectors.add(step, Math.clamp(up, -longest, longest), soft.mode());
            move(x);
        }
        return false;
    }

    /** Atoms that part have no stationary point before them. */
    private boolean inPieces(double[] x) {
        return landscape instanceof FreeCluster cluster && !cluster.whole(x);
    }

    private void move(double[] x) {
        Vectors.add(x, 1.0, step);
        landscape.manifold().retract(x);
    }

    /** Overwrites the step with one downhill, in the space without the softest mode or in all of it. */
    private void downhill(boolean across) {
        Arrays.fill(step, 0.0);
        System.arraycopy(space.gradient(), 0, residual, 0, residual.length);
        if (across) remove(residual);
        double slope = Vectors.norm(residual);
        if (slope == 0.0) return;
        double enough = slope * Math.min(LOOSEST, Math.sqrt(slope));
        Vectors.set(direction, -1.0, residual);
        double square = slope * slope;
        for (int k = 0; k < MOST_PRODUCTS; k++) {
            space.product(direction, image);
            if (across) remove(image);
            double curvature = Vectors.dot(direction, image);
            double size = Vectors.norm(direction);
            if (!(curvature > 0.0)) {
                toTheEdge();
                return;
            }
            double length = square / curvature;
            Vectors.add(step, length, direction);
            if (Vectors.norm(step) >= longest) {
                Vectors.add(step, -length, direction);
                toTheEdge();
                return;
            }
            Vectors.add(residual, length, image);
            double next = Vectors.dot(residual, residual);
            if (Math.sqrt(next) <= enough || size == 0.0) return;
            double beta = next / square;
            for (int i = 0; i < direction.length; i++) direction[i] = beta * direction[i] - residual[i];
            square = next;
        }
    }

    private void remove(double[] v) {
        Vectors.add(v, -Vectors.dot(soft.mode(), v), soft.mode());
    }

    /** Along the direction until the step is as long as the longest. */
    private void toTheEdge() {
        double a = Vectors.dot(direction, direction);
        double b = Vectors.dot(step, direction);
        double c = Vectors.dot(step, step) - longest * longest;
        double length = (-b + Math.sqrt(Math.max(0.0, b * b - a * c))) / a;
        Vectors.add(step, length, direction);
    }
}
