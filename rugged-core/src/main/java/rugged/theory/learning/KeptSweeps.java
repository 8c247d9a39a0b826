package rugged.theory.learning;

import java.util.Optional;
import rugged.api.Archive;
import rugged.meanfield.learning.EffectiveProcess;
import rugged.meanfield.learning.EffectiveProcess.Sweep;
import rugged.num.Packed;

/**
 * Sweeps that are kept between runs of the program, each under its process and seed. A longer sweep begins with the shorter one of its seed, bit by bit, since a step depends on those before it alone: what is kept serves all that end earlier.
 */
record KeptSweeps(EffectiveProcess process, Archive archive) {
    private static final int FORMAT = 2;

    /** The sweep of a seed, found or made. */
    Sweep sweep(long seed) {
        String name = "sweep of learning, format " + FORMAT + ": " + process.law() + ", seed " + seed;
        Optional<Sweep> kept = archive.find(name).flatMap(this::read);
        if (kept.isPresent()) return kept.get();
        Sweep made = process.sweep(seed);
        archive.keep(name, packed(made));
        return made;
    }

    private static byte[] packed(Sweep sweep) {
        int last = sweep.loss().length - 1;
        Packed.Writer out = new Packed.Writer().put(last);
        out.put(sweep.loss()).put(sweep.errors());
        for (int k = 0; k <= last; k++) {
            out.put(sweep.overlap()[k]);
            out.put(sweep.correlation()[k]).put(sweep.response()[k]);
        }
        return out.bytes();
    }

    /** Nothing where it is too short, or unreadable. */
    private Optional<Sweep> read(byte[] content) {
        try {
            Packed.Reader in = new Packed.Reader(content);
            int last = in.readInt();
            if (last < process.steps()) return Optional.empty();
            double[] loss = new double[last + 1];
            double[] errors = new double[last + 1];
            in.read(loss);
            in.read(errors);
            double[][] correlation = new double[last + 1][];
            double[][] response = new double[last + 1][];
            double[] overlap = new double[last + 1];
            for (int k = 0; k <= last; k++) {
                overlap[k] = in.readDouble();
                correlation[k] = new double[k + 1];
                response[k] = new double[k];
                in.read(correlation[k]);
                in.read(response[k]);
            }
            return Optional.of(new Sweep(loss, errors, correlation, response, overlap));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
