package rugged.observable.curvature;

import java.util.HashMap;
import java.util.Map;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.num.Streams;
import rugged.num.spectral.Estimated;
import rugged.num.spectral.ExtremeSearch;
import rugged.num.spectral.Extremes;
import rugged.num.spectral.Subspaces;
import rugged.observable.Turns;

/** {@link Spectrum} at work. Random vectors belong to the time and the replica, so that nothing has to be kept; top spaces at ages are kept to save work. */
final class Spectrometer implements Probe {
    private static final double FLAT = 1e-3;

    private final StateOperator operator;
    private final Search search;
    private final Grid grid;
    private final SpectrumQuantities quantities;
    private final Streams random;
    private final Turns turns;
    private final Map<String, double[][]> earlier = new HashMap<>();

    /**
     * How eigenvalues are found.
     *
     * @param eigenvalues so many at either end
     * @param tolerance residual of those, relative to the largest
     * @param steps products for a vector at most; 0 for all eigenvalues from the matrix
     * @param probes random vectors that sample what lies between the ends; 0 for none
     */
    record Search(int eigenvalues, double tolerance, int steps, int probes) {
        static Search dense(int eigenvalues) {
            return new Search(eigenvalues, 0.0, 0, 0);
        }
    }

    /**
     * Where the density is given.
     *
     * @param from first value
     * @param to last value
     * @param points how many
     * @param smoothing standard deviation by which it is smoothed
     */
    record Grid(double from, double to, int points, double smoothing) {}

    Spectrometer(
            StateOperator operator,
            Search search,
            Grid grid,
            SpectrumQuantities quantities,
            int every,
            Streams random) {
        this.operator = operator;
        this.search = search;
        this.grid = grid;
        this.quantities = quantities;
        this.random = random;
        turns = new Turns(0.0, every);
    }

    @Override
    public void at(Moment now, Sink out) {
        if (!turns.next(now)) return;
        for (int r = 0; r < now.replicas(); r++) {
            operator.at(now.state(r));
            SpectrumAtState found = look(now.time(), r);
            double t = now.time();
            ends(found.ends(), r, t, out);
            double size = size(found.ends());
            put(out, quantities.trace(), r, found.trace(1), t);
            put(out, quantities.square(), r, found.trace(2), t);
            put(out, quantities.negative(), r, found.below(-operator.rounding() * size), t);
            put(out, quantities.zero(), r, found.within(operator.rounding() * size), t);
            put(out, quantities.down(), r, found.below(-FLAT * size), t);
            put(out, quantities.flat(), r, found.within(FLAT * size).over(operator.freedom()), t);
            for (int i = 0; i < grid.points(); i++) {
                double lambda = grid.from() + i * (grid.to() - grid.from()) / (grid.points() - 1.0);
                Estimated density = found.density(lambda, grid.smoothing());
                out.put(quantities.density(), r, density.value(), density.error(), t, lambda);
            }
            overlaps(now, r, found.ends().top().vectors(), out);
        }
    }

    private SpectrumAtState look(double time, int replica) {
        if (search.steps() == 0) return SpectrumAtState.Whole.of(operator, search.eigenvalues());
        Streams moment = random.family("moment", Double.doubleToLongBits(time));
        int pairs = search.eigenvalues();
        Extremes ends = ExtremeSearch.of(
                operator, pairs, pairs, search.tolerance(), search.steps(), moment.stream("ends", replica));
        if (search.probes() == 0) return new SpectrumAtState.Ends(ends);
        return SpectrumAtState.Sampled.of(
                operator, ends, search.probes(), search.steps(), moment.stream("vectors", replica));
    }

    private static double size(Extremes ends) {
        if (ends.top().size() == 0) return Double.NaN;
        return Math.max(Math.abs(ends.top().values()[0]), Math.abs(ends.bottom().values()[0]));
    }

    private static void put(Sink out, Quantity quantity, int r, Estimated estimated, double t) {
        out.put(quantity, r, estimated.value(), estimated.error(), t);
    }

    private void ends(Extremes ends, int r, double t, Sink out) {
        double residual = 0.0;
        for (int k = 1; k <= search.eigenvalues(); k++) {
            out.put(quantities.top(), r, value(ends.top(), k), Double.NaN, t, k);
            out.put(quantities.bottom(), r, value(ends.bottom(), k), Double.NaN, t, k);
            boolean there = k <= ends.top().size();
            double spread = there ? Subspaces.participation(ends.top().vectors()[k - 1]) : Double.NaN;
            out.put(quantities.participation(), r, spread, Double.NaN, t, k);
        }
        for (double each : ends.top().residuals()) residual = Math.max(residual, each);
        for (double each : ends.bottom().residuals()) residual = Math.max(residual, each);
        out.put(quantities.residual(), r, residual, Double.NaN, t);
        int converged = ends.top().converged() + ends.bottom().converged();
        out.put(quantities.converged(), r, converged, Double.NaN, t);
    }

    private static double value(Extremes.End end, int k) {
        return k <= end.size() ? end.values()[k - 1] : Double.NaN;
    }

    private void overlaps(Moment now, int r, double[][] top, Sink out) {
        for (int age : now.due()) {
            double tw = now.age(age);
            double[][] then = now.born(age)
                    ? top
                    : earlier.computeIfAbsent(tw + " " + r, _ -> topAt(now.snapshot(age, r), tw, r));
            if (now.born(age)) earlier.put(tw + " " + r, top);
            out.put(quantities.overlap(), r, Subspaces.overlap(top, then), Double.NaN, now.time(), tw);
        }
    }

    private double[][] topAt(double[] x, double time, int r) {
        operator.at(x);
        return look(time, r).ends().top().vectors();
    }

    @Override
    public byte[] save() {
        return turns.save();
    }

    @Override
    public void load(byte[] saved) {
        turns.load(saved);
    }
}
