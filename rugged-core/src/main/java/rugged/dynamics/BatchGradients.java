package rugged.dynamics;

import rugged.api.Batch;
import rugged.api.StochasticLandscape;
import rugged.num.Packed;

/** Batches of a landscape, drawn one after another, and their gradients, counted. */
final class BatchGradients {
    private final StochasticLandscape landscape;
    private final Batches batches;
    private long patterns;

    BatchGradients(StochasticLandscape landscape, Batches batches) {
        this.landscape = landscape;
        this.batches = batches;
    }

    /** The next batch: a view, valid until the next call. */
    Batch next() {
        return batches.next();
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

    /** Gradients of single patterns taken so far. */
    long patterns() {
        return patterns;
    }

    void save(Packed.Writer out) {
        out.put(patterns);
        batches.save(out);
    }

    void load(Packed.Reader in) {
        patterns = in.readLong();
        batches.load(in);
    }
}
