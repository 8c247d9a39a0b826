package rugged.dynamics.stochastic;

import rugged.api.model.Batch;
import rugged.dynamics.Batching;
import rugged.dynamics.Sampling;
import rugged.num.Packed;
import rugged.num.RandomStream;

/**
 * The sequence of batches of B out of P patterns. The same stream gives the same batches to every optimiser.
 *
 * <p>Covariance of a batch gradient, with C that of single patterns: C/B with replacement, C (P - B)/(B (P - 1)) for fresh subsets without; batches of one
 * epoch are anticorrelated (they sum to the whole) and have no closed form. When B does not divide P the last batch of an epoch is smaller.
 */
public final class Batches {
    private final int patterns;
    private final int size;
    private final Sampling sampling;
    private final RandomStream random;
    private final int[] index;
    private final Batch[] turns;
    private int turn;

    /**
     * @param batch the number of patterns, or below 1 the fraction of them
     * @param patterns P
     */
    Batches(double batch, int patterns, Sampling sampling, RandomStream random) {
        this.patterns = patterns;
        this.sampling = sampling;
        this.random = random;
        size = new Batching(batch, sampling).size(patterns);
        index = new int[sampling == Sampling.REPLACEMENT ? size : patterns];
        for (int k = 0; k < index.length; k++) index[k] = k;
        turns = new Batch[sampling == Sampling.EPOCH ? Math.ceilDiv(patterns, size) : 1];
        for (int k = 0; k < turns.length; k++) {
            turns[k] = new Batch(index, k * size, Math.min((k + 1) * size, index.length));
        }
        turn = turns.length - 1;
    }

    /** The next batch: a view, valid until the next call. */
    Batch next() {
        switch (sampling) {
            case REPLACEMENT -> {
                for (int k = 0; k < size; k++) index[k] = random.nextInt(patterns);
            }
            case WITHOUT -> shuffle(size);
            case EPOCH -> {
                turn = (turn + 1) % turns.length;
                if (turn == 0) shuffle(patterns - 1);
            }
        }
        return turns[turn];
    }

    /** Fisher and Yates: the first {@code count} places hold a uniform draw, whatever the order before. */
    private void shuffle(int count) {
        for (int k = 0; k < count; k++) {
            int other = k + random.nextInt(patterns - k);
            int kept = index[k];
            index[k] = index[other];
            index[other] = kept;
        }
    }

    void save(Packed.Writer out) {
        out.put(random.save()).put(turn);
        if (sampling != Sampling.REPLACEMENT) out.put(index);
    }

    void load(Packed.Reader in) {
        random.load(in.readBytes());
        turn = in.readInt();
        if (sampling == Sampling.REPLACEMENT) return;
        int[] saved = in.readInts();
        if (saved.length != patterns)
            throw new IllegalStateException("saved permutation has length " + saved.length + ", not " + patterns);
        System.arraycopy(saved, 0, index, 0, patterns);
    }
}
