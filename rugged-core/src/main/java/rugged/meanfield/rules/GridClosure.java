package rugged.meanfield.rules;

import java.util.Arrays;
import rugged.meanfield.binary.GaussianTail;
import rugged.params.BadParameter;

/**
 * Dynamical replica theory with the full replica-symmetric closure ({@link FieldSaddle}): P[x|y] for y above 0 on cells of width dx between -reach and reach, in twelve strata of y, with x = 0 between two cells.
 *
 * <pre>on-line: dP/dt = (1/alpha) {int dx' P[x'|y] delta(x - x' - eta G(x')) - P[x|y]} - d/dx {P v} + (eta^2 Z/2) d^2P/dx^2,
 * batch:   dP/dt = -d/dx {P (v + (eta/alpha) G)},   v = eta [U (x - R y) + W y + (V - R W - (Q - R^2) U) Phi] - gamma x.</pre>
 *
 * <p>Steps of Euler below dx^2/(eta^2 Z); fluxes centred on-line, upwind as a batch, where P grows a peak at x = 0 that no grid resolves and dx smears. Jumps land on cells where eta is a
 * multiple of dx, else on the two nearest. q, M and Phi are solved for every ten steps. Fields that come to the end of the interval are refused; an integral over a bin counts parts of cells. Errors are of
 * order dx: E_g of the perceptron rule at alpha = 1, t = 10 is 0.3145, 0.3137, 0.3131 at dx = 0.1, 0.05, 0.025, that of its batch at alpha = 4 0.185, 0.223, 0.240, on their way to what {@link ParticleClosure} has. Some ten seconds to
 * t = 10 at dx = 0.05.
 */
public final class GridClosure implements FieldClosure {
    private static final int REFRESH = 10;
    private static final double STEP = 0.01;
    private static final double COURANT = 0.4;
    private static final double WHOLE = 1e-9;

    /** Chance in an end cell that is more than the tail of a law inside. */
    private static final double ESCAPED = 1e-6;

    private final LessonTask task;
    private final double dx;
    private final double[] x;
    private final double[] y = FieldStrata.of(FieldBins.TEACHER_BINS);
    private final double[][] p;
    private final double[] change;
    private final double[] flux;
    private final double[] strength;
    private final FieldSaddle saddle;
    private double length;
    private double overlap;
    private double time;
    private long steps;
    private double u;
    private double v;
    private double w;
    private double z;

    /** @throws BadParameter where eta is not a multiple of dx */
    public GridClosure(LessonTask task, double dx, double reach) {
        check(task.rate(), dx);
        this.task = task;
        this.dx = dx;
        length = task.length();
        overlap = task.overlap();
        LessonTask.guard(length, overlap, 0.0);
        int half = (int) Math.ceil(reach / dx - WHOLE);
        x = new double[2 * half];
        for (int k = 0; k < x.length; k++) x[k] = (k - half + 0.5) * dx;
        p = new double[y.length][x.length];
        change = new double[x.length];
        flux = new double[x.length + 1];
        strength = new double[x.length];
        for (int k = 0; k < x.length; k++) strength[k] = task.rule().ahead(x[k]);
        saddle = new FieldSaddle(x, y, task.alpha());
        double width = Math.sqrt(length - overlap * overlap);
        for (int s = 0; s < y.length; s++) {
            double total = 0.0;
            for (int k = 0; k < x.length; k++) {
                p[s][k] = GaussianTail.density((x[k] - overlap * y[s]) / width);
                total += p[s][k];
            }
            for (int k = 0; k < x.length; k++) p[s][k] /= total;
        }
    }

    /** Refuses a cell that jumps do not fit. */
    public static void check(double rate, double dx) {
        double cells = rate / dx;
        if (Math.abs(cells - Math.rint(cells)) > WHOLE * cells || cells < 0.5)
            throw new BadParameter(
                    "dx",
                    dx,
                    "learning rate " + rate + " is not a multiple of it",
                    "choose dx = eta/k, such as " + rate / Math.ceil(cells));
    }

    @Override
    public void advance(double until) {
        while (time < until - WHOLE) {
            averages();
            if (steps % REFRESH == 0) saddle.solve(length, overlap, p);
            responses();
            double dt = Math.min(until - time, stable());
            step(dt);
            time += dt;
            steps++;
            LessonTask.guard(length, overlap, time);
            guard();
        }
    }

    private void guard() {
        for (double[] row : p)
            if (row[0] + row[x.length - 1] > ESCAPED)
                throw new ClosureFailure("fields leave the grid, which ends at " + (x[x.length - 1] + 0.5 * dx)
                        + ", at t = " + time + ": choose a larger reach");
    }

    private void averages() {
        v = 0.0;
        w = 0.0;
        z = 0.0;
        for (int s = 0; s < y.length; s++)
            for (int k = 0; k < x.length; k++) {
                double g = p[s][k] * strength[k] / y.length;
                v += x[k] * g;
                w += y[s] * g;
                z += strength[k] * g;
            }
    }

    private void responses() {
        u = 0.0;
        for (int s = 0; s < y.length; s++) {
            double[] phi = saddle.phi(s);
            for (int k = 0; k < x.length; k++) u += p[s][k] * phi[k] * strength[k] / y.length;
        }
    }

    /** The velocity of a field. */
    private double velocity(int s, int k) {
        double eta = task.rate();
        double bracket = v - overlap * w - (length - overlap * overlap) * u;
        double force = u * (x[k] - overlap * y[s]) + w * y[s] + bracket * saddle.phi(s)[k];
        double pulled = task.batch() ? eta / task.alpha() * strength[k] : 0.0;
        return eta * force + pulled - task.decay() * x[k];
    }

    private double diffusion() {
        return task.batch() ? 0.0 : 0.5 * task.rate() * task.rate() * z;
    }

    private double stable() {
        double fastest = 1e-9;
        for (int s = 0; s < y.length; s++)
            for (int k = 0; k < x.length; k++)
                if (p[s][k] > NOTHING) fastest = Math.max(fastest, Math.abs(velocity(s, k)));
        double still = COURANT * dx * dx / Math.max(diffusion(), 1e-12);
        return Math.min(Math.min(STEP, COURANT * dx / fastest), still);
    }

    /** A chance that is none. */
    private static final double NOTHING = 1e-12;

    private void step(double dt) {
        double eta = task.rate();
        for (int s = 0; s < y.length; s++) {
            Arrays.fill(change, 0.0);
            if (!task.batch()) jump(p[s], dt / task.alpha());
            flow(s, dt);
            for (int k = 0; k < x.length; k++) p[s][k] = Math.max(0.0, p[s][k] + change[k]);
            normalise(p[s]);
        }
        length += dt * (2.0 * eta * v + (task.batch() ? 0.0 : eta * eta * z) - 2.0 * task.decay() * length);
        overlap += dt * (eta * w - task.decay() * overlap);
    }

    private static void normalise(double[] row) {
        double total = 0.0;
        for (double each : row) total += each;
        for (int k = 0; k < row.length; k++) row[k] /= total;
    }

    private void jump(double[] row, double share) {
        for (int k = 0; k < x.length; k++) {
            double moved = share * row[k];
            if (moved == 0.0 || strength[k] == 0.0) continue;
            double place = Math.clamp(k + task.rate() * strength[k] / dx, 0.0, x.length - 1.0);
            int left = (int) Math.min(Math.floor(place + WHOLE), x.length - 1.0);
            double right = Math.max(0.0, place - left);
            change[k] -= moved;
            change[left] += moved * (1.0 - right);
            if (right > 0.0) change[Math.min(left + 1, x.length - 1)] += moved * right;
        }
    }

    private void flow(int s, double dt) {
        double[] row = p[s];
        double spread = diffusion() / dx;
        for (int k = 1; k < x.length; k++) {
            double left = velocity(s, k - 1);
            double right = velocity(s, k);
            double face = 0.5 * (left + right);
            boolean steep = task.batch() || Math.abs(face) > 2.0 * spread;
            double carried =
                    steep ? face * (face > 0.0 ? row[k - 1] : row[k]) : 0.5 * (left * row[k - 1] + right * row[k]);
            flux[k] = (carried - spread * (row[k] - row[k - 1])) * dt / dx;
        }
        for (int k = 0; k < x.length; k++) change[k] += flux[k] - flux[k + 1];
    }

    @Override
    public double length() {
        return length;
    }

    @Override
    public double overlap() {
        return overlap;
    }

    /** q of the last solution. */
    public double q() {
        return saddle.q();
    }

    @Override
    public double trainingError() {
        return chance(Double.NEGATIVE_INFINITY, 0.0);
    }

    @Override
    public double chance(double from, double to) {
        double sum = 0.0;
        for (double[] row : p)
            for (int k = 0; k < x.length; k++) {
                double inside = Math.min(to, x[k] + 0.5 * dx) - Math.max(from, x[k] - 0.5 * dx);
                if (inside > 0.0) sum += row[k] * inside / dx;
            }
        return sum / y.length;
    }

    @Override
    public double mean(int bin) {
        double sum = 0.0;
        for (int k = 0; k < x.length; k++) sum += p[bin][k] * x[k];
        return sum;
    }

    @Override
    public double variance(int bin) {
        double mean = mean(bin);
        double sum = 0.0;
        for (int k = 0; k < x.length; k++) sum += p[bin][k] * (x[k] - mean) * (x[k] - mean);
        return sum;
    }
}
