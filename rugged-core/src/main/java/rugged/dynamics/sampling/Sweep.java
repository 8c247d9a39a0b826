package rugged.dynamics.sampling;

import java.util.Optional;
import rugged.api.motion.Status;
import rugged.num.Packed;
import rugged.num.RandomStream;

/** The moves of a sampler that goes through all coordinates in turn, with the configuration that they change. */
interface Sweep {
    /** One move for every coordinate, at an inverse temperature; the reason where it cannot go on. */
    Optional<Status.Failed> run(double beta, RandomStream random);

    /** Energy of the configuration. */
    double energy();

    /** The configuration: a live view. */
    double[] configuration();

    /** Exchanges the configuration with one that the same model has. */
    void exchange(Sweep other);

    /** Gradients that a sweep costs as much as. */
    int evaluations();

    /** Writes the configuration and what belongs to it. */
    void save(Packed.Writer out);

    /** Reads what {@link #save} wrote. */
    void load(Packed.Reader in);
}
