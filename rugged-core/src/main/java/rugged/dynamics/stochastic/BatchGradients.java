package rugged.dynamics.stochastic;

import java.util.Optional;
import rugged.api.model.Batch;
import rugged.api.model.StochasticLandscape;
import rugged.num.Packed;

/** Batches of a landscape, drawn one after another, and their gradients, counted; also the count alone, for a direction that makes its own. */
final class BatchGradients {
    private final StochasticLandscape landscape;
    private final Optional<Batches> batches;
    private long patterns;

    private BatchGradients(StochasticLandscape landscape, Optional<Batches> batches) {
        this.landscape = landscape;
        this.batches = batches;
    }

    /** With batches to be drawn. */
    static BatchGradients of(StochasticLandscape landscape, Batches batches) {
        return new BatchGradients(landscape, Optional.of(batches));
    }

    /** For a direction that draws nothing, or by itself. */
    static BatchGradients counting(StochasticLandscape landscape) {
        return new BatchGradients(landscape, Optional.empty());
    }

    /** The next batch: a view, valid until the next call. */
    Batch next() {
        return batches.orElseThrow().next();
    }

    /** Overwrites g[N] with the gradient of a batch at x[N], not projected; returns its estimate of the energy. */
    double at(double[] x, Batch batch, double[] g) {
        count(batch);
        return landscape.energyAndGradient(x, batch, g);
    }

    /** Counts work on a batch that costs one gradient of it. */
    void count(Batch batch) {
        patterns += batch.size();
    }

    /** Counts work that costs so many gradients of all patterns. */
    void countPasses(int passes) {
        patterns += (long) passes * landscape.patterns();
    }

    /** Gradients of single patterns taken so far. */
    long patterns() {
        return patterns;
    }

    void save(Packed.Writer out) {
        out.put(patterns);
        batches.ifPresent(drawn -> drawn.save(out));
    }

    void load(Packed.Reader in) {
        patterns = in.readLong();
        batches.ifPresent(drawn -> drawn.load(in));
    }
}
