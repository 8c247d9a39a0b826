package rugged.dynamics.flow;

import rugged.api.model.Landscape;
import rugged.num.Packed;
import rugged.num.Vectors;

/**
 * dx/dt = -grad E in the tangent space by the embedded pair of Dormand and Prince, J. Comput. Appl. Math. 6, 19 (1980), table 2: order 5, with an error
 * estimate of order 4, six new gradients a step. The seventh stage is evaluated at the retracted end of the step, where it serves three times: in the error
 * estimate (retraction moves the point by O(h^6), the estimate is O(h^5)), as the first stage of the next step, and as the test of energy and convergence.
 *
 * <p>A step is accepted when rms(error) is at most atol + h (rtol rms(F) + tolerance/10 + rounding): the error relative to the distance moved, down to what
 * the criterion of convergence and the precision of the landscape can tell. The error of a whole trajectory is thus about rtol times its length, before the
 * flow contracts or spreads it, and near a minimum stiff directions stay quiet however small the gradient has become. A step whose energy rises beyond rounding, or is not finite, is rejected like one with too large an error. Step control is that of Hairer, Norsett and
 * Wanner, Solving Ordinary Differential Equations I (1993), section II.4 with the PI controller of the second volume, section IV.2; everything it
 * remembers is saved.
 */
final class AdaptiveFlow implements Footed {
    private static final double[][] A = {
        {1.0 / 5.0},
        {3.0 / 40.0, 9.0 / 40.0},
        {44.0 / 45.0, -56.0 / 15.0, 32.0 / 9.0},
        {19372.0 / 6561.0, -25360.0 / 2187.0, 64448.0 / 6561.0, -212.0 / 729.0},
        {9017.0 / 3168.0, -355.0 / 33.0, 46732.0 / 5247.0, 49.0 / 176.0, -5103.0 / 18656.0},
        {35.0 / 384.0, 0.0, 500.0 / 1113.0, 125.0 / 192.0, -2187.0 / 6784.0, 11.0 / 84.0},
    };

    /** Weights of order 5 minus those of order 4. */
    private static final double[] ERROR = {
        71.0 / 57600.0, 0.0, -71.0 / 16695.0, 71.0 / 1920.0, -17253.0 / 339200.0, 22.0 / 525.0, -1.0 / 40.0
    };

    /** A little more than sqrt(sum of squares) of {@link #ERROR}: what independent rounding errors of the stages add up to. */
    private static final double ERROR_WEIGHT = 0.1;

    private static final int STAGES = 6;
    private static final double SAFETY = 0.9;
    private static final double LEAST_FACTOR = 0.2;
    private static final double LARGEST_FACTOR = 5.0;
    /** The error relative to the distance moved is of order h^4: exponents of the proportional-integral controller, 1/4 - 0.75 beta and beta = 0.04. */
    private static final double PROPORTIONAL = 0.22;

    private static final double INTEGRAL = 0.04;
    /** Rejections in a row after which a step is given up: a factor 5^-50. */
    private static final int MOST_REJECTIONS = 50;

    private final Foothold here;
    private final double rtol;
    private final double atol;
    private final double tolerance;
    private final double[][] slopes;
    private final double[] candidate;
    private final double[] scratch;
    private double time;
    private double limit = Double.POSITIVE_INFINITY;
    private double proposal;
    private double step;
    private double previousRatio = 1e-4;
    private int rejections;
    private int stage;
    private boolean clipped;

    AdaptiveFlow(Landscape landscape, double[] x, double rtol, double atol, double tolerance) {
        here = new Foothold(landscape, x);
        this.rtol = rtol;
        this.atol = atol;
        this.tolerance = tolerance;
        slopes = new double[STAGES][];
        slopes[0] = here.drift();
        for (int s = 1; s < STAGES; s++) slopes[s] = new double[x.length];
        candidate = new double[x.length];
        scratch = new double[x.length];
    }

    @Override
    public void limit(double newLimit) {
        limit = newLimit;
        if (stage > 0 && time + step > newLimit) stage = 0; // the step under way would overstep: begin it again
    }

    @Override
    public Foothold here() {
        return here;
    }

    @Override
    public double[] wanted() {
        if (!here.known()) return here.x();
        if (stage == 0) {
            chooseStep();
            stage = 1;
            combine();
        }
        return candidate;
    }

    private void chooseStep() {
        if (proposal == 0.0) proposal = 0.01 * (Vectors.rms(here.x()) + 0.01) / here.slope();
        step = proposal;
        double left = limit - time;
        clipped =
                left > 0.0 && 1.01 * step >= left; // a little more than the proposal rather than a tiny step afterwards
        if (clipped) step = left;
    }

    /** The point of stage {@code stage}: x + h sum_j a_j F_j; the last one is the end of the step and is retracted. */
    private void combine() {
        double[] x = here.x();
        double[] a = A[stage - 1];
        System.arraycopy(x, 0, candidate, 0, x.length);
        for (int s = 0; s < a.length; s++) {
            double weight = step * a[s];
            double[] slope = slopes[s];
            if (weight != 0.0) for (int i = 0; i < x.length; i++) candidate[i] += weight * slope[i];
        }
        if (stage == STAGES) here.retract(candidate);
    }

    @Override
    public boolean take(double energy, double[] g) {
        here.evaluated();
        if (!here.known()) {
            here.begin(energy, g);
            return finish(false);
        }
        if (stage < STAGES) {
            here.downhill(candidate, g);
            System.arraycopy(g, 0, slopes[stage], 0, g.length);
            stage++;
            combine();
            return false;
        }
        return arrive(energy, g);
    }

    private boolean arrive(double energy, double[] g) {
        stage = 0;
        if (!here.finite(energy, g) || here.rises(energy)) {
            reject(LEAST_FACTOR, energy);
            return finish(false);
        }
        here.downhill(candidate, g);
        double ratio = errorRatio(g);
        if (!(ratio <= 1.0)) {
            reject(Math.max(LEAST_FACTOR, SAFETY * Math.pow(ratio, -0.25)), energy);
            return finish(false);
        }
        double bounded = Math.max(ratio, 1e-4);
        double factor = SAFETY * Math.pow(bounded, -PROPORTIONAL) * Math.pow(previousRatio, INTEGRAL);
        factor = Math.clamp(factor, LEAST_FACTOR, rejections > 0 ? 1.0 : LARGEST_FACTOR);
        double next = step * factor;
        proposal = clipped ? Math.max(proposal, next) : next;
        time = clipped ? limit : time + step;
        previousRatio = bounded;
        rejections = 0;
        return finish(here.move(candidate, energy, g));
    }

    /** rms(error) over what is allowed, given the drift at the end of the step. */
    private double errorRatio(double[] drift) {
        double square = 0.0;
        for (int i = 0; i < drift.length; i++) {
            double error = ERROR[STAGES] * drift[i];
            for (int s = 0; s < STAGES; s++) error += ERROR[s] * slopes[s][i];
            square += error * error;
        }
        double allowed = atol + step * (rtol * here.slope() + 0.1 * tolerance + ERROR_WEIGHT * here.blur());
        return step * Math.sqrt(square / drift.length) / allowed;
    }

    private void reject(double factor, double energy) {
        proposal = step * factor;
        rejections++;
        if (rejections <= MOST_REJECTIONS && time + proposal > time) return;
        if (!Double.isFinite(energy)) here.fail("the energy is not finite however small the step", energy);
        else if (here.rises(energy)) here.fail("the energy of a descent rises however small the step", energy);
        else here.fail("the error of a step is too large however small the step", proposal);
    }

    private boolean finish(boolean stepped) {
        here.settle();
        if (here.known()) here.settleBelow(tolerance);
        return stepped;
    }

    @Override
    public double[] gradientScratch() {
        return scratch;
    }

    @Override
    public double time() {
        return time;
    }

    /** A step under way is not kept: it is begun again from its first stage, to the same bits. */
    @Override
    public byte[] save() {
        Packed.Writer out = new Packed.Writer();
        here.save(out);
        out.put(time).put(proposal).put(previousRatio).put(rejections);
        return out.bytes();
    }

    @Override
    public void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        here.load(in);
        time = in.readDouble();
        proposal = in.readDouble();
        previousRatio = in.readDouble();
        rejections = in.readInt();
        stage = 0;
    }
}
