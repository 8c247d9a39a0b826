package rugged.study.cost;

/**
 * What a plan adds up to on any machine: what it costs on one, with its threads and its load of now, follows from this alone.
 *
 * @param points points
 * @param runs trajectories
 * @param evaluations gradient evaluations, or evaluations of like cost
 * @param seconds of one thread alone
 * @param undecided of these, those that protocols which decide as they run may not need
 * @param bound whether there are such protocols, so that evaluations and time are the most that it can take
 * @param largest memory of the largest point or theory
 * @param observed bytes of all observations
 * @param disk bytes of all points
 */
public record Totals(
        long points,
        long runs,
        double evaluations,
        double seconds,
        double undecided,
        boolean bound,
        Footprint largest,
        double observed,
        double disk) {}
