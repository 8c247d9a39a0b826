package rugged.api.physical;

import rugged.params.Kind;
import rugged.params.Spec;

/** Describes the graph of a physical network: from a file, or drawn by seed. */
@Kind("graph")
public interface GraphSpec extends Spec {
    /**
     * The graph; the same spec gives the same one. It need not be connected: whoever sends currents through it checks that.
     *
     * @throws rugged.params.BadParameter where there is no such graph
     */
    Wiring build();
}
