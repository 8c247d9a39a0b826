package rugged.dynamics.flow;

import rugged.api.model.Landscape;
import rugged.api.motion.Status;
import rugged.compose.Tilted;
import rugged.dynamics.Statuses;
import rugged.geometry.Manifold;
import rugged.num.Packed;
import rugged.num.Vectors;

/**
 * The last good point of a trajectory and what is known there: its energy and its drift, the downhill gradient in the tangent space. A step proposes
 * another point; only a point with a finite energy and gradient becomes the new foothold, so that a failure leaves the state where it was last sound.
 */
public final class Foothold {
    /**
     * By how much, relative to its size, an energy may rise and still count as not rising: the rounding of couplings kept in single precision. An
     * unstable step grows from there by a factor each time and is seen a few steps later.
     */
    static final double ROUNDING = 1e-6;

    private final Landscape landscape;
    private final Manifold manifold;
    private final boolean tilted;
    private final double[] x;
    private final double[] drift;
    private double energy;
    private double blur;
    private boolean known;
    private long steps;
    private long evaluations;
    private long underWay;
    private Status status = Status.RUNNING;

    public Foothold(Landscape landscape, double[] x) {
        this.landscape = landscape;
        this.manifold = landscape.manifold();
        this.tilted = landscape instanceof Tilted;
        this.x = x.clone();
        this.drift = new double[x.length];
    }

    public Landscape landscape() {
        return landscape;
    }

    /** x[N], not to be changed. */
    public double[] x() {
        return x;
    }

    /** -dE/dx in the tangent space at {@link #x}; only when {@link #known}. */
    public double[] drift() {
        return drift;
    }

    /** Whether energy and drift have been evaluated at {@link #x}. */
    public boolean known() {
        return known;
    }

    /** Counts an evaluation of the step under way. */
    public void evaluated() {
        evaluations++;
        underWay++;
    }

    /** Counts the evaluations so far as work that is done with: they will not be repeated by a resumed run. */
    public void settle() {
        underWay = 0;
    }

    /** Overwrites the gradient g[N] at {@code at} with the drift there. */
    public void downhill(double[] at, double[] g) {
        blur = landscape.rounding() * Vectors.rms(g);
        manifold.tangent(at, g);
        for (int i = 0; i < g.length; i++) g[i] = -g[i];
    }

    /** The rounding error, per component, of the gradient that {@link #downhill} was last given. */
    double blur() {
        return blur;
    }

    /** Moves at[N] back on the manifold. */
    public void retract(double[] at) {
        manifold.retract(at);
    }

    /** Takes energy and gradient at {@link #x} itself, before the first step. */
    public void begin(double newEnergy, double[] g) {
        if (!sound(newEnergy, g)) return;
        downhill(x, g);
        remember(newEnergy, g);
    }

    /** Whether an energy is higher than the one here by more than rounding. */
    boolean rises(double newEnergy) {
        double allowance = ROUNDING * Math.abs(energy) + 1e-12 * landscape.extent();
        return newEnergy > energy + allowance;
    }

    /** Whether energy and gradient (or drift) are numbers to go on with; does not fail when they are not. */
    public boolean finite(double newEnergy, double[] g) {
        return Double.isFinite(newEnergy) && Double.isFinite(Vectors.dot(g, g));
    }

    /** Completes a step at {@code to} with energy and drift there; fails, and stays, when they are not finite. Returns whether it moved. */
    public boolean move(double[] to, double newEnergy, double[] newDrift) {
        if (!sound(newEnergy, newDrift)) return false;
        System.arraycopy(to, 0, x, 0, x.length);
        remember(newEnergy, newDrift);
        steps++;
        return true;
    }

    /** Completes a step that stays where it is: a proposal that was rejected. */
    public void stay() {
        steps++;
    }

    /** Energy at {@link #x}; only when {@link #known}. */
    public double energy() {
        return energy;
    }

    /** Exchanges the points of two trajectories in one landscape, and what is known there. */
    public void exchange(Foothold other) {
        for (int i = 0; i < x.length; i++) {
            double mine = x[i];
            x[i] = other.x[i];
            other.x[i] = mine;
            double down = drift[i];
            drift[i] = other.drift[i];
            other.drift[i] = down;
        }
        double level = energy;
        energy = other.energy;
        other.energy = level;
        boolean seen = known;
        known = other.known;
        other.known = seen;
    }

    /** Stops where it is. */
    public void fail(String reason, double value) {
        status = new Status.Failed(reason, value);
    }

    /** Converged when |g|/sqrt(N) is at most the tolerance, or at most the rounding error of the gradient just taken, where no direction is left. */
    void settleBelow(double tolerance) {
        double force = slope();
        if (!status.running() || force > Math.max(tolerance, blur)) return;
        String limit = force <= tolerance ? String.valueOf(tolerance) : blur + ", its rounding error";
        status = new Status.Converged("|g|/sqrt(N) at most " + limit, force);
    }

    /** Has arrived, by a criterion of its dynamics. */
    void converge(String criterion, double value) {
        if (status.running()) status = new Status.Converged(criterion, value);
    }

    /** |g|/sqrt(N) here, g in the tangent space. */
    double slope() {
        return Math.sqrt(Vectors.dot(drift, drift) / drift.length);
    }

    Status status() {
        return status;
    }

    public long steps() {
        return steps;
    }

    long evaluations() {
        return evaluations;
    }

    public void save(Packed.Writer out) {
        out.put(x).put(steps).put(evaluations - underWay).put(tilted ? 1 : 0).put(known ? 1 : 0);
        if (known) out.put(energy).put(drift);
        Statuses.save(status, out);
    }

    public void load(Packed.Reader in) {
        in.read(x);
        steps = in.readLong();
        evaluations = in.readLong();
        boolean sameField = in.readInt() == (tilted ? 1 : 0);
        known = in.readInt() == 1;
        if (known) {
            energy = in.readDouble();
            in.read(drift);
        }
        known &= sameField;
        status = Statuses.load(in);
        underWay = 0;
    }

    private boolean sound(double newEnergy, double[] g) {
        if (finite(newEnergy, g)) return true;
        if (Double.isFinite(newEnergy)) fail("the gradient is not finite", Double.NaN);
        else fail("the energy is not finite", newEnergy);
        return false;
    }

    private void remember(double newEnergy, double[] newDrift) {
        System.arraycopy(newDrift, 0, drift, 0, drift.length);
        energy = newEnergy;
        known = true;
    }
}
