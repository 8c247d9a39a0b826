package rugged.dynamics.minimise;

import rugged.api.model.ContactLandscape;
import rugged.api.model.Landscape;
import rugged.api.model.ParticleLandscape;
import rugged.api.motion.Status;
import rugged.compose.Tilted;
import rugged.geometry.Manifold;
import rugged.num.Packed;
import rugged.num.QuasiNewtonMemory;
import rugged.num.Vectors;
import rugged.num.kernel.Dots;

/**
 * Where a minimiser stands: the point x, energy and tangent gradient g there, and the work done so far. A trial point is held beside it; {@link #accept}
 * makes it the new ground. One gradient counts 1, one product of the Hessian (or of a matrix like it) with a vector counts 2.
 */
final class Ground implements QuasiNewtonMemory.Place {
    private static final double MOST_ASYMMETRY = 1e-6;

    private final Landscape landscape;
    private final Manifold manifold;
    private final boolean tilted;
    private final double[] x;
    private final double[] g;
    private final double[] trial;
    private final double[] trialG;
    private final boolean free;
    private final double[] unretracted;
    private final double[] multipliers;
    private final double[] trialMultipliers;
    private final Dots dots = new Dots();
    private double energy;
    private double blur;
    private double trialEnergy;
    private double trialBlur;
    private double square;
    private double trialSquare;
    private boolean known;
    private double work;
    private Status status = Status.RUNNING;

    Ground(Landscape landscape, double[] x) {
        this.landscape = landscape;
        manifold = landscape.manifold();
        tilted = landscape instanceof Tilted;
        this.x = x.clone();
        g = new double[x.length];
        trial = new double[x.length];
        trialG = new double[x.length];
        free = manifold.constraints() == 0;
        unretracted = free ? trial : new double[x.length];
        multipliers = new double[manifold.constraints()];
        trialMultipliers = new double[multipliers.length];
    }

    int dimension() {
        return x.length;
    }

    /** x[N], not to be changed. */
    double[] x() {
        return x;
    }

    /** dE/dx in the tangent space at {@link #x}, not to be changed. */
    double[] g() {
        return g;
    }

    double energy() {
        return energy;
    }

    /** The gradient at the trial point, in the tangent space there. */
    double[] trialG() {
        return trialG;
    }

    double trialEnergy() {
        return trialEnergy;
    }

    long work() {
        return Math.round(work);
    }

    /** Adds to hv, a product of a Hessian of R^N with v, what the curvature of the manifold contributes where it stands. */
    void bend(double[] v, double[] hv) {
        manifold.bend(x, multipliers, v, hv);
    }

    Status status() {
        return status;
    }

    /** |g|^2. */
    double squaredSlope() {
        return square;
    }

    /** |g|^2 at the trial point. */
    double trialSquaredSlope() {
        return trialSquare;
    }

    /** |g|/sqrt(N). */
    double slope() {
        return Math.sqrt(square) / Math.sqrt(x.length);
    }

    /** By how much an energy here may differ by rounding. */
    double energyBlur() {
        return 10.0 * landscape.rounding() * (Math.abs(energy) + 1e-3 * landscape.extent());
    }

    void fail(String reason, double value) {
        status = new Status.Failed(reason, value);
    }

    /** Stops because no step leads downhill, and says how large the gradient is. */
    void stall() {
        fail("stalled: no step along the search direction lowers the energy; |g|/sqrt(N) in value", slope());
    }

    /** Evaluates where it stands unless that is known; returns whether there is something to go on with. */
    boolean know() {
        if (!known) {
            System.arraycopy(x, 0, trial, 0, x.length);
            evaluate();
            if (!finite()) {
                String fault = landscape instanceof ParticleLandscape particles ? particles.fault(x) : "";
                String why = fault.isEmpty() ? "" : ": " + fault;
                fail("energy/gradient not finite at the initial point" + why, trialEnergy);
                return false;
            }
            accept();
        }
        return status.running();
    }

    /** Puts the trial point at x + step d, on the manifold. */
    void propose(double step, double[] d) {
        for (int i = 0; i < x.length; i++) trial[i] = x[i] + step * d[i];
        if (!free) System.arraycopy(trial, 0, unretracted, 0, x.length);
        manifold.retract(trial);
        evaluate();
    }

    /** dE/dstep at the trial point, along the way of {@link #propose} with the same d. */
    double trialSlope(double[] d) {
        return manifold.slope(unretracted, trial, trialG, d);
    }

    private void evaluate() {
        trialEnergy = landscape.energyAndGradient(trial, trialG);
        work++;
        trialSquare = dots.dot(trialG, trialG);
        trialBlur = landscape.rounding() * Math.sqrt(trialSquare) / Math.sqrt(x.length);
        if (free) return;
        manifold.multipliers(trial, trialG, trialMultipliers);
        manifold.tangent(trial, trialG);
        trialSquare = dots.dot(trialG, trialG);
    }

    /** Whether energy and gradient at the trial point are numbers. */
    boolean finite() {
        return Double.isFinite(trialEnergy) && Double.isFinite(trialSquare);
    }

    /** Moves to the trial point. */
    void accept() {
        System.arraycopy(trial, 0, x, 0, x.length);
        System.arraycopy(trialG, 0, g, 0, x.length);
        energy = trialEnergy;
        System.arraycopy(trialMultipliers, 0, multipliers, 0, multipliers.length);
        blur = trialBlur;
        square = trialSquare;
        known = true;
    }

    /** Replaces v[N] by its projection on the tangent space at x. */
    @Override
    public void tangent(double[] v) {
        manifold.tangent(x, v);
    }

    /** The Hessian of the manifold at x: hv = P (H v + curvature) for v in the tangent space. */
    void hessianVector(double[] v, double[] hv) {
        landscape.hessianVector(x, v, hv);
        work += 2;
        bend(v, hv);
        manifold.tangent(x, hv);
    }

    /** Overwrites h[N N] with the Hessian of R^N where it stands, and two vectors of scratch. Not counted: see {@link #count}. */
    void hessian(double[] h, double[][] scratch) {
        landscape.hessian(x, h, scratch);
    }

    /** Vectors normal to the manifold, see {@link Manifold#normal}. */
    int normals() {
        return multipliers.length;
    }

    /** Overwrites n[N] with the k-th of them where it stands. */
    void normal(int k, double[] n) {
        manifold.normal(x, k, n);
    }

    /** Converged where constraints are all that costs energy, and that is at most a floor times the extent: the gradient of what is left says nothing. */
    void settleSatisfied(double floor) {
        if (!status.running() || !(landscape instanceof ContactLandscape)) return;
        double left = energy / landscape.extent();
        if (left <= floor) status = new Status.Converged("nothing is violated: E/N at most " + floor, left);
    }

    /** Counts work done elsewhere, in gradients. */
    void count(double gradients) {
        work += gradients;
    }

    /** Fails where u.Hv and v.Hu differ by more than 1e-6 of their size, for two fixed vectors. Two products. */
    void checkSymmetry(double[] u, double[] hu, double[] v, double[] hv) {
        for (int i = 0; i < u.length; i++) {
            u[i] = Math.sin(1.0 + 2.3 * i);
            v[i] = Math.cos(0.5 + 1.7 * i);
        }
        tangent(u);
        tangent(v);
        hessianVector(u, hu);
        hessianVector(v, hv);
        double size = Vectors.norm(u) * Vectors.norm(hv) + Vectors.norm(v) * Vectors.norm(hu);
        double difference = Math.abs(Vectors.dot(u, hv) - Vectors.dot(v, hu));
        if (difference > Math.max(MOST_ASYMMETRY, 1e3 * landscape.rounding()) * size)
            fail("Hessian-vector product is not symmetric: check the landscape", difference / size);
    }

    /** Whether it stands where the gradient is below the tolerance. */
    boolean below(double tolerance) {
        return status.running() && slope() <= Math.max(tolerance, blur);
    }

    /** Converged when |g|/sqrt(N) is at most the tolerance, or the rounding error of the gradient. */
    void settleBelow(double tolerance) {
        double slope = slope();
        if (!status.running() || slope > Math.max(tolerance, blur)) return;
        String limit = slope <= tolerance ? String.valueOf(tolerance) : blur + ", its rounding error";
        status = new Status.Converged("|g|/sqrt(N) at most " + limit, slope);
    }

    void save(Packed.Writer out) {
        out.put(x).put(work).put(tilted ? 1 : 0).put(known ? 1 : 0);
        out.put(g).put(energy).put(multipliers).put(blur);
        switch (status) {
            case Status.Running _ -> out.put(0);
            case Status.Converged c -> out.put(1).put(c.criterion()).put(c.value());
            case Status.Failed f -> out.put(2).put(f.reason()).put(f.value());
        }
    }

    void load(Packed.Reader in) {
        in.read(x);
        work = in.readDouble();
        boolean sameField = in.readInt() == (tilted ? 1 : 0);
        known = in.readInt() == 1 && sameField;
        in.read(g);
        square = dots.dot(g, g);
        energy = in.readDouble();
        in.read(multipliers);
        blur = in.readDouble();
        status = switch (in.readInt()) {
            case 0 -> Status.RUNNING;
            case 1 -> new Status.Converged(in.readString(), in.readDouble());
            default -> new Status.Failed(in.readString(), in.readDouble());
        };
    }
}
