package rugged.analysis.atlas;

import java.util.List;
import rugged.api.Quantity;

/** What the kinetics of a map writes. */
final class KineticQuantities {
    private static final List<String> NONE = List.of();
    private static final List<String> AT = List.of("T");
    private static final List<String> AT_RANK = List.of("T", "rank");
    private static final List<String> AT_STEP = List.of("T", "step");

    /** T_AB. */
    static final Quantity PASSAGE = new Quantity(
            "passage_time", "T_{AB}", "time", AT, "mean first-passage time from A to B by graph transformation");

    /** T_BA. */
    static final Quantity RETURN = new Quantity(
            "return_time", "T_{BA}", "time", AT, "mean first-passage time from B to A by graph transformation");

    /** T_AB again. */
    static final Quantity DIRECT = new Quantity(
            "passage_time_lu", "T_{AB}", "time", AT, "mean first-passage time from A to B by LU decomposition");

    /** T_AB once more. */
    static final Quantity WALKED = new Quantity(
            "passage_time_walks",
            "T_{AB}",
            "time",
            AT,
            "mean first-passage time from the first minimum of A to B by kinetic Monte Carlo");

    /** t_a. */
    static final Quantity FROM_EACH =
            new Quantity("passage_time_from", "T_{aB}", "time", AT_RANK, "mean first-passage time from a minimum to B");

    /** q_a. */
    static final Quantity COMMITTOR =
            new Quantity("committor", "q", "", AT_RANK, "probability of reaching B before A from a minimum");

    /** Slowest rate. */
    static final Quantity SLOWEST =
            new Quantity("slowest_rate", "\u03bb", "1/time", AT, "smallest rate above 0 at which the network relaxes");

    /** Edges of the fastest path. */
    static final Quantity EDGES =
            new Quantity("path_edges", "edges", "", AT, "number of transition states on the fastest path from A to B");

    /** Its probability. */
    static final Quantity PATH = new Quantity(
            "path_log_probability",
            "ln P",
            "",
            AT,
            "ln of the product of the branching probabilities on the fastest path from A to B");

    /** Its minima. */
    static final Quantity PATH_MINIMUM = new Quantity(
            "path_minimum", "minimum", "", AT_STEP, "number of the minimum on the fastest path after so many steps");

    /** Energies of its minima. */
    static final Quantity PATH_ENERGY = new Quantity(
            "path_energy",
            "E",
            "energy",
            AT_STEP,
            "energy along the fastest path: minima at whole steps, the transition states between them at halves");

    /** Saddles of its steps. */
    static final Quantity PATH_SADDLE = new Quantity(
            "path_saddle",
            "transition state",
            "",
            AT_STEP,
            "number of the transition state over which most goes in a step of the fastest path");

    /** Up from A. */
    static final Quantity BARRIER = new Quantity(
            "barrier", "\u0394E", "energy", NONE, "least height above the lowest minimum of A to be climbed to B");

    /** Up from B. */
    static final Quantity BARRIER_BACK = new Quantity(
            "barrier_back", "\u0394E", "energy", NONE, "least height above the lowest minimum of B to be climbed to A");

    static final List<Quantity> ALL = List.of(
            PASSAGE,
            RETURN,
            DIRECT,
            WALKED,
            FROM_EACH,
            COMMITTOR,
            SLOWEST,
            EDGES,
            PATH,
            PATH_MINIMUM,
            PATH_ENERGY,
            PATH_SADDLE,
            BARRIER,
            BARRIER_BACK);

    private KineticQuantities() {}
}
