package rugged.dynamics.sampling;

import java.util.Optional;
import rugged.api.motion.Status;
import rugged.num.RandomStream;

/** What a sweep through vector units does to them. */
interface VectorMoves {
    /** One update for every unit of x[N], at an inverse temperature; the reason where it cannot go on. */
    Optional<Status.Failed> run(double[] x, double beta, RandomStream random);
}
