package rugged.observable.curvature;

import java.util.HashMap;
import java.util.Map;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.model.Landscape;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.num.Streams;
import rugged.num.spectral.Estimated;
import rugged.num.spectral.Extremes;
import rugged.num.spectral.Subspaces;
import rugged.observable.Turns;

/** {@link Spectrum} at work. Random vectors belong to the time and the replica, so that nothing has to be kept; top spaces at ages are kept to save work. */
final class Spectrometer implements Probe {
    private static final double FLAT = 1e-3;

    private final Spectrum spec;
    private final StateOperator operator;
    private final Spectrum.Method route;
    private final Streams random;
    private final Turns turns;
    private final Map<String, double[][]> earlier = new HashMap<>();

    Spectrometer(Spectrum spec, Landscape landscape, Streams random) {
        this.spec = spec;
        this.random = random;
        operator = StateOperator.of(spec.operator(), landscape);
        route = spec.route(landscape.dimension());
        turns = new Turns(0.0, spec.every());
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
            put(out, spec.trace(), r, found.trace(1), t);
            put(out, spec.square(), r, found.trace(2), t);
            put(out, spec.negative(), r, found.below(-operator.rounding() * size), t);
            put(out, spec.down(), r, found.below(-FLAT * size), t);
            put(out, spec.flat(), r, found.within(FLAT * size).over(operator.freedom()), t);
            for (int i = 0; i < spec.points(); i++) {
                double lambda = spec.from() + i * (spec.to() - spec.from()) / (spec.points() - 1.0);
                Estimated density = found.density(lambda, spec.resolution());
                out.put(spec.density(), r, density.value(), density.error(), t, lambda);
            }
            overlaps(now, r, found.ends().top().vectors(), out);
        }
    }

    private SpectrumAtState look(double time, int replica) {
        if (route == Spectrum.Method.DENSE) return SpectrumAtState.Whole.of(operator, spec.eigenvalues());
        Streams moment = random.family("moment", Double.doubleToLongBits(time));
        int pairs = spec.eigenvalues();
        Extremes ends =
                Extremes.of(operator, pairs, pairs, spec.tolerance(), spec.steps(), moment.stream("ends", replica));
        if (route == Spectrum.Method.LANCZOS) return new SpectrumAtState.Ends(ends);
        return SpectrumAtState.Sampled.of(
                operator, ends, spec.probes(), spec.steps(), moment.stream("vectors", replica));
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
        for (int k = 1; k <= spec.eigenvalues(); k++) {
            out.put(spec.top(), r, value(ends.top(), k), Double.NaN, t, k);
            out.put(spec.bottom(), r, value(ends.bottom(), k), Double.NaN, t, k);
            boolean there = k <= ends.top().size();
            double spread = there ? Subspaces.participation(ends.top().vectors()[k - 1]) : Double.NaN;
            out.put(spec.participation(), r, spread, Double.NaN, t, k);
        }
        for (double each : ends.top().residuals()) residual = Math.max(residual, each);
        for (double each : ends.bottom().residuals()) residual = Math.max(residual, each);
        out.put(spec.residual(), r, residual, Double.NaN, t);
        int converged = ends.top().converged() + ends.bottom().converged();
        out.put(spec.converged(), r, converged, Double.NaN, t);
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
            out.put(spec.overlap(), r, Subspaces.overlap(top, then), Double.NaN, now.time(), tw);
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
