package rugged.dynamics.flow;

import rugged.api.model.VectorField;
import rugged.api.motion.Status;
import rugged.api.motion.Stepper;
import rugged.dynamics.Statuses;
import rugged.geometry.Manifold;
import rugged.num.Packed;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.Vectors;

/** Steps of {@link FieldFlow}. */
final class FieldFlowSteps implements Stepper {
    private final VectorField field;
    private final Manifold manifold;
    private final FlowScheme scheme;
    private final double dt;
    private final double temperature;
    private final double tolerance;
    private final RandomStream examples;
    private final RandomStream noise;
    private final double[] x;
    private final double[] y;
    private final double[] v;
    private final double[] sum;
    private final double[] kick;
    private final double[] before;
    private Status status = Status.RUNNING;
    private long steps;
    private long evaluations;

    /**
     * @param x where it begins
     * @param dt a step
     * @param temperature of the noise; 0 for none
     * @param tolerance speed per degree of freedom below which it has arrived
     */
    FieldFlowSteps(
            VectorField field,
            double[] x,
            FlowScheme scheme,
            double dt,
            double temperature,
            double tolerance,
            Streams random) {
        this.field = field;
        this.manifold = field.manifold();
        this.scheme = scheme;
        this.dt = dt;
        this.temperature = temperature;
        this.tolerance = tolerance;
        this.examples = random.stream("examples", 0);
        this.noise = random.stream("noise", 0);
        this.x = x.clone();
        y = new double[x.length];
        v = new double[x.length];
        sum = new double[x.length];
        kick = new double[x.length];
        before = x.clone();
    }

    @Override
    public void step() {
        if (!status.running()) return;
        velocity(x);
        if (!finite(v)) {
            goBack();
            return;
        }
        double speed = Math.sqrt(Vectors.dot(v, v) / x.length);
        if (speed < tolerance) {
            status = new Status.Converged("|v|/sqrt(N)", speed);
            return;
        }
        if (temperature > 0.0) shake();
        switch (scheme) {
            case EULER -> System.arraycopy(v, 0, sum, 0, sum.length);
            case HEUN -> heun();
            case RUNGE_KUTTA -> rungeKutta();
        }
        System.arraycopy(x, 0, before, 0, x.length);
        for (int i = 0; i < x.length; i++) x[i] += dt * sum[i] + kick[i];
        manifold.retract(x);
        steps++;
        if (!finite(x)) goBack();
    }

    /** To the last state that has a velocity, where it fails; the start has none before it. */
    private void goBack() {
        System.arraycopy(before, 0, x, 0, x.length);
        if (steps > 0) steps--;
        status = new Status.Failed("the state or its velocity is no longer finite: try a smaller step", Double.NaN);
    }

    /** The tangent velocity at a place. */
    private void velocity(double[] at) {
        field.velocity(at, v, examples);
        manifold.tangent(at, v);
        evaluations++;
    }

    /** sqrt(2 T dt) times a tangent normal vector. */
    private void shake() {
        noise.normals(kick);
        double size = Math.sqrt(2.0 * temperature * dt);
        for (int i = 0; i < kick.length; i++) kick[i] *= size;
        manifold.tangent(x, kick);
    }

    /** (k1 + k2)/2, the second where the first leads, noise included. */
    private void heun() {
        System.arraycopy(v, 0, sum, 0, sum.length);
        for (int i = 0; i < x.length; i++) y[i] = x[i] + dt * v[i] + kick[i];
        velocity(y);
        for (int i = 0; i < x.length; i++) sum[i] = 0.5 * (sum[i] + v[i]);
    }

    /** (k1 + 2 k2 + 2 k3 + k4)/6. */
    private void rungeKutta() {
        for (int i = 0; i < x.length; i++) sum[i] = v[i] / 6.0;
        stage(0.5, 1.0 / 3.0);
        stage(0.5, 1.0 / 3.0);
        stage(1.0, 1.0 / 6.0);
    }

    private void stage(double ahead, double weight) {
        for (int i = 0; i < x.length; i++) y[i] = x[i] + ahead * dt * v[i];
        velocity(y);
        for (int i = 0; i < x.length; i++) sum[i] += weight * v[i];
    }

    private static boolean finite(double[] numbers) {
        double total = 0.0;
        for (double number : numbers) total += number;
        return Double.isFinite(total);
    }

    @Override
    public double time() {
        return steps * dt;
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public long evaluations() {
        return evaluations;
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public void state(double[] into) {
        System.arraycopy(x, 0, into, 0, x.length);
    }

    @Override
    public byte[] save() {
        Packed.Writer out = new Packed.Writer()
                .put(x)
                .put(before)
                .put(steps)
                .put(evaluations)
                .put(examples.save())
                .put(noise.save());
        Statuses.save(status, out);
        return out.bytes();
    }

    @Override
    public void load(byte[] saved) {
        Packed.Reader in = new Packed.Reader(saved);
        in.read(x);
        in.read(before);
        steps = in.readLong();
        evaluations = in.readLong();
        examples.load(in.readBytes());
        noise.load(in.readBytes());
        status = Statuses.load(in);
    }
}
