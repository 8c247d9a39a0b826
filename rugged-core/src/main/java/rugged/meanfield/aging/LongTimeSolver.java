package rugged.meanfield.aging;

import rugged.meanfield.AgingCurves;
import rugged.meanfield.AgingProblem;
import rugged.num.DenseLu;
import rugged.num.Packed;

/**
 * The dynamical mean-field equations of the spherical glass ({@link AgingProblem}) to very long times. A whole row C(t, .), R(t, .) is one unknown: a polynomial of
 * the ratio t'/t on each panel of a dyadic grid ({@link RatioPanels}), collocated at Radau points, with backward differences of order 4 between rows, and solved by
 * Newton's method with a dense Jacobian. Rows are evenly spaced in u = ln(1 + t/c), so that the step grows as t, and nothing is ever thinned out: the cost to reach t is
 * about (ln t)^4, memory (ln t)^2 and less than 3 MB at t = 1e7 for p = 3. Where the landscape parts trajectories faster than that, in gradient flow of steep mixtures,
 * rows are closer ({@link Resolution#stride}), and there are as many more of them.
 *
 * <p>The first row is at t = 1e-5; distances in u grow by 1.2 a row up to the spacing. {@link Steadiness} compares every row with its extrapolation
 * from those before it: a difference that grows is an instability of the scheme, and ends the solution. Same bits for any number of threads, and when continued from {@link #save}.
 */
public final class LongTimeSolver implements AutoCloseable {
    private static final double FIRST = 1e-5;
    private static final double GROWTH = 1.2;
    /** Distances that grow by less count as even. */
    private static final double EVEN = 1.1;

    private static final int RAMP_ORDER = 3;
    private static final int ORDER = 4;
    private static final double CONVERGED = 1e-11;
    private static final double STALLED = 1e-8;
    /** What the changes to come would add up to. */
    private static final double LEFT = 1e-13;

    /** Changes that shrink by less in an iteration are worth a Jacobian of their own, while they are as large as this. */
    private static final double SLOW = 0.05;

    private static final double WORTH = 1e-9;
    /** What may be left, as far as is known from rows before, where a row is taken after its first change. */
    private static final double ONCE = 2e-11;
    /** Every so many rows what is left is looked at. */
    private static final int LOOKED_AT = 8;
    /** The rows that a new one is extrapolated out of are less than this apart in u, so that they lie on no more than two grids. */
    private static final double SPAN = 0.5;

    private static final double DIVERGED = 1e3;
    private static final int MOST_ITERATIONS = 25;
    /**
     * A departure of rows from their extrapolation that does not matter, where rows are smoothed: waves grow slowly there, and what is read, {@value RowSmoothing#SPAN} in u before the newest row, is smooth. Rows are lost beyond {@value Steadiness#FACTOR} times as much. 3+4 at order 8
     * came from 1e-6 at t = 1.7e6 to 1e-3 at 9e6 and 3e-3 at 1e7, where rows diverged; C(t, t/2) as read until then varied by 2e-5 and e by 1e-8, less than by its companion.
     */
    private static final double HARMLESS = 1e-4;
    /** Rows beyond the last time, so that stencils there are as long as elsewhere. */
    private static final int BEYOND = 3;

    private final AgingProblem problem;
    private final Resolution resolution;
    private final Rows rows;
    private final RowSmoothing smoothing;
    private final RowSystem system;
    private final RowThreads rowThreads;
    private final DenseLu lu;
    private double[] step = new double[0];
    private double distance;
    private int order = 1;
    /** Rows that the next one is extrapolated out of. */
    private int out = 1;
    /** What a first change, d, leaves, over d^2, at the last row that was looked at. */
    private double bend = Double.POSITIVE_INFINITY;

    private final Steadiness steadiness;
    private double largestSurprise;

    /**
     * @param problem what is solved
     * @param resolution how finely
     * @param threads how many threads
     */
    public LongTimeSolver(AgingProblem problem, Resolution resolution, int threads) {
        this.problem = problem;
        this.resolution = resolution;
        rows = new Rows(
                new RatioPanels(resolution.order()),
                resolution.clock(),
                resolution.smoothed() ? Rows.CLOSE_FRONT : Rows.FRONT);
        smoothing = new RowSmoothing(rows);
        steadiness = new Steadiness(resolution.smoothed() ? HARMLESS : 0);
        system = new RowSystem(rows, problem, resolution.finest());
        rowThreads = new RowThreads(system, resolution.finest(), threads);
        lu = new DenseLu(rowThreads);
        distance = FIRST / resolution.clock();
        rows.add(0, 0, 1);
        java.util.Arrays.fill(rows.c[0], 0, rows.panels.values(1), 1.0);
        java.util.Arrays.fill(rows.r[0], 0, rows.panels.values(1), 1.0);
        startRow();
    }

    /** mu(0) = T + beta0 f'(1), e(0) = -beta0 f(1): the integrals vanish. */
    private void startRow() {
        double beta = problem.startInverse();
        rows.multiplier[0] = problem.temperature() + beta * problem.mixture().fPrime(1);
        rows.energy[0] = -beta * problem.mixture().f(1);
    }

    /** The last time that can be read: what is read there does not depend on later rows. */
    public double reached() {
        int last = resolution.smoothed() ? smoothing.settled(distance) : rows.newest;
        return last < BEYOND ? 0 : rows.t[last - BEYOND];
    }

    /** Number of rows. */
    public int rows() {
        return rows.newest + 1;
    }

    /** Their times. */
    double[] times() {
        return java.util.Arrays.copyOf(rows.t, rows());
    }

    /**
     * Goes on until a time can be read.
     *
     * @throws AgingFailure when it cannot be reached
     */
    public AgingCurves solve(double until) {
        while (reached() < until) advance();
        return curves(until);
    }

    /**
     * Looks ahead from where it is.
     *
     * @throws AgingFailure when a time is foreseen to be beyond what can be reached
     */
    public void foresee(double until) {
        Horizon.check(problem, curves(Double.POSITIVE_INFINITY), until, resolution.smoothed());
    }

    /** The curves so far, up to a time that has been reached. */
    public AgingCurves curves(double until) {
        return new LongTimeCurves(rows, resolution, Math.min(until, reached()));
    }

    /** Largest difference, at late times, between a row and its extrapolation from those before it: flat when all is well. */
    public double surprise() {
        return largestSurprise;
    }

    /** One more row. */
    void advance() {
        int n = rows.newest + 1;
        double u = rows.u[n - 1] + distance;
        double t = resolution.clock() * Math.expm1(u);
        int grid = Math.max(1, rows.grid[n - 1]);
        while (Math.scalb(resolution.finest(), grid) < t) grid++;
        rows.add(t, u, grid);
        boolean growing = distance < resolution.spacing() * 0.999999
                && (n < 2 || distance > EVEN * (rows.u[n - 1] - rows.u[n - 2]));
        order = growing ? RAMP_ORDER : Math.min(order + 1, ORDER);
        out = growing ? order : Math.min(out + 1, Math.max(ORDER, (int) Math.min(Rows.AHEAD, SPAN / distance)));
        system.begin(Math.min(order, n), Math.min(Math.max(out, order), n));
        newton(n, t);
        watch(n, t);
        if (resolution.smoothed()) smoothing.afterNewest();
        double least = resolution.smoothed() ? RowSmoothing.SHRINK * distance : 0;
        distance = Math.max(least, Math.min(GROWTH * distance, widest(n, t)));
    }

    /** The distance of the next row: less than the spacing where correlations leave their plateau much faster than they age ({@link Crossover}). */
    private double widest(int n, double t) {
        if (problem.temperature() > 0) {
            if (!resolution.smoothed()) return resolution.spacing();
            double depth = Crossover.depth(problem, new LongTimeCurves(rows, resolution, t), t);
            if (Horizon.passed(depth, t, problem, true)) throw Horizon.at(t);
            return resolution.distance(depth);
        }
        double lowest = 2 * problem.rate() - rows.multiplier[n];
        if (Horizon.passed(lowest * t, t, problem, resolution.smoothed())) throw Horizon.at(t);
        return resolution.distance(lowest * (t + resolution.clock()));
    }

    /**
     * Changes of a chord iteration shrink by a nearly constant factor q, so that the last of them, d, leaves q d/(1 - q). A row at which they shrink slowly is
     * one whose extrapolation was bad; its Jacobian is computed again. The first change, by a Jacobian of the row's own, leaves an error that is quadratic in it; late rows are
     * extrapolated so well that this is below rounding, which every {@value #LOOKED_AT}th of them confirms.
     */
    private void newton(int n, double t) {
        double change = iterate(true, n, t);
        if (!(change < DIVERGED)) throw failure(t, n, change, "Newton's method diverges");
        boolean slow = false;
        if (n % LOOKED_AT != 0 && bend * change * change < ONCE) {
            system.multiplier(false);
            return;
        }
        for (int iteration = 1; change >= CONVERGED; iteration++) {
            double before = change;
            change = iterate(slow, n, t);
            if (!(change < DIVERGED)) throw failure(t, n, change, "Newton's method diverges");
            double factor = change / before;
            if (iteration == 1) bend = factor / before;
            slow = factor > SLOW && change > WORTH;
            if (factor < 0.5 ? factor * change < LEFT : iteration > 3 && change < STALLED) break;
            if (iteration == MOST_ITERATIONS) throw failure(t, n, change, "Newton's method does not converge");
        }
        system.multiplier(false);
    }

    private AgingFailure failure(double t, int n, double residual, String what) {
        String advice = resolution
                .steadier()
                .map(better -> "use order " + better.order() + ", or rows further apart than ")
                .orElse("use rows further apart than ");
        return new AgingFailure(
                t, n, residual, what, advice + String.format(java.util.Locale.ROOT, "%.3g", resolution.spacing()));
    }

    /** One Newton step, with the last Jacobian or a new one. Returns the largest change of an unknown. */
    private double iterate(boolean derivatives, int n, double t) {
        system.multiplier(derivatives);
        rowThreads.evaluate(system.values - 1, derivatives);
        int length = system.unknowns();
        if (step.length < length) step = new double[length + length / 4];
        if (derivatives) {
            try {
                lu.decompose(system.jacobian, length);
            } catch (ArithmeticException singular) {
                throw failure(t, n, Double.NaN, "the Jacobian is " + singular.getMessage());
            }
        }
        for (int i = 0; i < length; i++) step[i] = -system.residual[i];
        lu.solve(step);
        double[] c = rows.c[n];
        double[] r = rows.r[n];
        double largest = 0;
        for (int k = 1; k < system.values; k++) {
            double inC = step[k - 1];
            double inR = step[system.values - 2 + k];
            c[k] += inC;
            r[k] += inR;
            largest = Math.max(largest, Math.max(Math.abs(inC), Math.abs(inR)));
        }
        return largest;
    }

    private void watch(int n, double t) {
        boolean late = order == ORDER && t > 10 * resolution.clock();
        if (!late) return;
        double change = system.departure(ORDER);
        largestSurprise = Math.max(largestSurprise, change);
        steadiness.add(change);
        if (steadiness.lost())
            throw failure(t, n, change, "rows part from their extrapolation, " + steadiness.inWords() + ",");
    }

    /** All that is needed to go on. */
    public byte[] save() {
        Packed.Writer writer = new Packed.Writer()
                .put(rows.newest)
                .put(distance)
                .put(order)
                .put(out)
                .put(bend)
                .put(largestSurprise);
        steadiness.save(writer);
        for (int n = 1; n <= rows.newest; n++) {
            writer.put(rows.t[n])
                    .put(rows.u[n])
                    .put(rows.grid[n])
                    .put(rows.energy[n])
                    .put(rows.multiplier[n]);
            int count = rows.panels.values(rows.grid[n]);
            writer.put(java.util.Arrays.copyOf(rows.c[n], count)).put(java.util.Arrays.copyOf(rows.r[n], count));
        }
        return writer.bytes();
    }

    /** Takes over what {@link #save} of a solver of the same problem and resolution gave, in place of the start. */
    public void load(byte[] saved) {
        if (rows.newest != 0) throw new IllegalStateException("rows have been solved already");
        Packed.Reader in = new Packed.Reader(saved);
        int newest = in.readInt();
        distance = in.readDouble();
        order = in.readInt();
        out = in.readInt();
        bend = in.readDouble();
        largestSurprise = in.readDouble();
        steadiness.load(in);
        for (int n = 1; n <= newest; n++) {
            double t = in.readDouble();
            double u = in.readDouble();
            int grid = in.readInt();
            rows.add(t, u, grid);
            rows.energy[n] = in.readDouble();
            rows.multiplier[n] = in.readDouble();
            double[] values = new double[rows.panels.values(grid)];
            in.read(values);
            System.arraycopy(values, 0, rows.c[n], 0, values.length);
            in.read(values);
            System.arraycopy(values, 0, rows.r[n], 0, values.length);
        }
    }

    @Override
    public void close() {
        rowThreads.close();
    }
}
