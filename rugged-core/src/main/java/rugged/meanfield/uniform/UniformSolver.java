package rugged.meanfield.uniform;

import java.util.Locale;
import rugged.meanfield.AgingProblem;
import rugged.meanfield.Derivatives;
import rugged.meanfield.Mixture;
import rugged.num.kernel.TriangleSums;
import rugged.params.BadParameter;

/**
 * The dynamical mean-field equations ({@link AgingProblem}) on times 0, h, 2h, ... by the trapezoidal rule in every integral and two trapezoidal corrections a
 * step. The error is h^2 times a large constant (9.5e-3 in e at t = 10, h = 0.1, for p = 3 at T = 0): extrapolate, see {@link Richardson}. Cost 2.5 n^3/3
 * multiply-adds for n rows, memory 8 n^2 bytes.
 *
 * <pre>
 * A_j = sum_s w_s f''(C_is) R_is C(s, j),  B_j = sum_{s <= j} w_s f'(C_is) R_js,  K_j = sum_{s >= j} w_s f''(C_is) R_is R_sj
 * </pre>
 */
public final class UniformSolver {
    private static final int CORRECTIONS = 2;
    private static final double OUTSIDE = 1e-6;

    private final Mixture f;
    private final Derivatives derivatives;
    private final double temperature;
    private final double startInverse;
    private final double h;
    private final int steps;
    private final double[] c;
    private final double[] r;
    private final double[] energy;
    private final double[] multiplier;
    private final double[] sourceC;
    private final double[] sourceR;
    private final double[] sumA;
    private final double[] sumB;
    private final double[] sumK;
    private final double[] weightedC;
    private final double[] dots;

    private UniformSolver(AgingProblem problem, int steps, double h) {
        f = problem.mixture();
        derivatives = new Derivatives(f);
        temperature = problem.temperature();
        startInverse = problem.startInverse();
        this.h = h;
        this.steps = steps;
        int length = Math.toIntExact((steps + 1L) * (steps + 2L) / 2);
        c = new double[length];
        r = new double[length];
        energy = new double[steps + 1];
        multiplier = new double[steps + 1];
        sourceC = new double[steps + 1];
        sourceR = new double[steps + 1];
        sumA = new double[steps + 1];
        sumB = new double[steps + 1];
        sumK = new double[steps + 1];
        weightedC = new double[steps + 1];
        dots = new double[steps + 1];
    }

    /**
     * Solves.
     *
     * @param until last time, rounded to a multiple of the step
     * @param step h
     * @throws BadParameter when the step is not positive or too large, or the memory too small
     * @throws ArithmeticException when the solution leaves |C| <= 1
     */
    public static UniformCurves solve(AgingProblem problem, double until, double step) {
        check(problem, until, step);
        UniformSolver solver = new UniformSolver(problem, (int) Math.max(1, Math.round(until / step)), step);
        solver.run();
        return new UniformCurves(step, solver.steps, solver.c, solver.r, solver.energy, solver.multiplier);
    }

    private static void check(AgingProblem problem, double until, double step) {
        double most = 1 / (4 * problem.rate());
        if (!(step > 0)) throw new BadParameter("step", step, "is not a step", "a time > 0");
        if (step > most * (1 + 1e-12))
            throw new BadParameter(
                    "step", step, "is too large for the fast relaxation", "at most 1/(4 sqrt f''(1)) = " + most);
        long rows = Math.round(until / step) + 1;
        double bytes = 8.0 * rows * rows;
        double most2 = 0.6 * Runtime.getRuntime().maxMemory();
        if (bytes > most2 || rows > 65000)
            throw new BadParameter(
                    "step",
                    step,
                    String.format(
                            Locale.ROOT,
                            "%d rows take %.1f GB, of which %.1f GB may be used",
                            rows,
                            bytes * 1e-9,
                            most2 * 1e-9),
                    "a larger step, an earlier end, or method: long-time");
    }

    private static int row(int i) {
        return i * (i + 1) / 2;
    }

    private void run() {
        c[0] = 1;
        r[0] = 1;
        int most = steps + 1;
        double[] slopeC = new double[most];
        double[] slopeR = new double[most];
        double[] nextC = new double[most];
        double[] nextR = new double[most];
        slopes(0, slopeC, slopeR);
        for (int i = 0; i < steps; i++) {
            int from = row(i);
            int to = row(i + 1);
            for (int j = 0; j <= i; j++) {
                c[to + j] = c[from + j] + h * slopeC[j];
                r[to + j] = r[from + j] + h * slopeR[j];
            }
            c[to + i + 1] = 1;
            r[to + i + 1] = 1;
            for (int k = 0; k < CORRECTIONS; k++) {
                slopes(i + 1, nextC, nextR);
                for (int j = 0; j <= i; j++) {
                    c[to + j] = c[from + j] + 0.5 * h * (slopeC[j] + nextC[j]);
                    r[to + j] = r[from + j] + 0.5 * h * (slopeR[j] + nextR[j]);
                }
            }
            inspect(i + 1);
            multiplier(i + 1);
            double[] swap = slopeC;
            slopeC = nextC;
            nextC = swap;
            swap = slopeR;
            slopeR = nextR;
            nextR = swap;
        }
    }

    private void inspect(int i) {
        for (int j = row(i); j < row(i + 1); j++) {
            if (Math.abs(c[j]) <= 1 + OUTSIDE && Double.isFinite(r[j])) continue;
            throw new ArithmeticException(String.format(
                    Locale.ROOT,
                    "C(t, t') = %.6g at t = %.4g (row %d): the step %.3g is too large",
                    c[j],
                    i * h,
                    i,
                    h));
        }
    }

    /** f''(C) R and f'(C) of row i, and its mu and e. */
    private void multiplier(int i) {
        int at = row(i);
        double mu = 0;
        double e = 0;
        for (int s = 0; s <= i; s++) {
            double q = c[at + s];
            double response = r[at + s];
            sourceC[s] = derivatives.second(q) * response;
            sourceR[s] = derivatives.first(q);
            double weight = s == 0 || s == i ? 0.5 * h : h;
            if (i == 0) weight = 0;
            mu += weight * (sourceC[s] * q + sourceR[s] * response);
            e -= weight * sourceR[s] * response;
        }
        double q = c[at];
        multiplier[i] = temperature + mu + startInverse * derivatives.first(q) * q;
        energy[i] = e - startInverse * f.f(q);
    }

    /** dC/dt and dR/dt of row i at all earlier times. */
    private void slopes(int i, double[] slopeC, double[] slopeR) {
        multiplier(i);
        integrals(i);
        int at = row(i);
        double mu = multiplier[i];
        double start = startInverse * derivatives.first(c[at]);
        for (int j = 0; j <= i; j++) {
            double b = j == 0 ? 0 : h * sumB[j] - 0.5 * h * (sourceR[0] * r[row(j)] + sourceR[j]);
            double k = j == i ? 0 : h * sumK[j] - 0.5 * h * (sourceC[j] + sourceC[i] * r[at + j]);
            slopeC[j] = -mu * c[at + j] + sumA[j] + b + start * c[row(j)];
            slopeR[j] = -mu * r[at + j] + k;
        }
    }

    private void integrals(int i) {
        for (int s = 0; s <= i; s++) weightedC[s] = (s == 0 || s == i ? 0.5 * h : h) * sourceC[s];
        if (i == 0) weightedC[0] = 0;
        TriangleSums.symmetric(c, i + 1, weightedC, sumA, dots);
        TriangleSums.unit(r, i + 1, sourceC, sourceR, sumK, sumB);
    }
}
