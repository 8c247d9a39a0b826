package rugged.analysis.atlas;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Kinetics between two sets of minima of a collected map, A and B, with rates of harmonic transition-state theory at unit mass, k_ab = sum over saddles of (o_a/o_s) (1/2 pi) exp[(ln det_a - ln det+_s)/2 - (E_s - E_a)/T], degenerate
 * saddles left out. Only minima that hang together with A and B count.
 *
 * <p>Mean first-passage times to B by graph transformation, from each of the lowest minima and from A, its minima weighted by their equilibrium; the same by a dense LU decomposition, and, where walks are asked for, by kinetic Monte Carlo;
 * the slowest rate at which the piece relaxes, the smallest eigenvalue above 0 of -Q; committors, the probability of reaching B before A; the path of largest product of branching probabilities with the saddle of each of its steps over
 * which most goes; and the minimax barrier from A to B, the least height that has to be climbed.
 */
@Named(
        value = "kinetics",
        title = "Kinetics of a collected map",
        doc = "First-passage times, committors, the slowest relaxation and the fastest path between two sets of minima"
                + " of a collected map, with rates of harmonic transition-state theory.",
        source = "Trygubenko and Wales, J. Chem. Phys. 124, 234110 (2006)",
        year = 2006,
        topics = {"energy landscapes", "kinetics"})
public record NetworkKinetics(
        @Param(doc = "numbers of the minima of A by energy, from 0 on", symbol = "A", def = "[1]")
        List<Integer> from,

        @Param(doc = "numbers of the minima of B by energy, from 0 on", symbol = "B", def = "[0]")
        List<Integer> to,

        @Param(doc = "[low, high]: minima of these energies are in A as well", unit = "energy", def = "[]")
        List<Double> fromEnergies,

        @Param(doc = "[low, high]: minima of these energies are in B as well", unit = "energy", def = "[]")
        List<Double> toEnergies,

        @Param(doc = "temperatures", symbol = "T", unit = "energy", def = "[0.1, 0.2, 0.4]")
        List<Double> temperatures,

        @Param(doc = "how many minima have their time and committor written", def = "10", min = 0)
        int lowest,

        @Param(doc = "walks of kinetic Monte Carlo at each temperature, 0 for none", def = "0", min = 0, max = 1e8)
        int walks,

        @Param(doc = "steps after which a walk is given up", def = "1e7", min = 1, max = 1e15)
        double longest)
        implements AnalysisSpec {
    private static final List<String> NONE = List.of();
    private static final List<String> AT = List.of("T");
    private static final List<String> AT_RANK = List.of("T", "rank");
    private static final List<String> AT_STEP = List.of("T", "step");

    /** T_AB. */
    public static final Quantity PASSAGE = new Quantity(
            "passage_time", "T_{AB}", "time", AT, "mean first-passage time from A to B by graph transformation");

    /** T_BA. */
    public static final Quantity RETURN = new Quantity(
            "return_time", "T_{BA}", "time", AT, "mean first-passage time from B to A by graph transformation");

    /** T_AB again. */
    public static final Quantity DIRECT = new Quantity(
            "passage_time_lu", "T_{AB}", "time", AT, "mean first-passage time from A to B by LU decomposition");

    /** T_AB once more. */
    public static final Quantity WALKED = new Quantity(
            "passage_time_walks",
            "T_{AB}",
            "time",
            AT,
            "mean first-passage time from the first minimum of A to B by kinetic Monte Carlo");

    /** t_a. */
    public static final Quantity FROM_EACH =
            new Quantity("passage_time_from", "T_{aB}", "time", AT_RANK, "mean first-passage time from a minimum to B");

    /** q_a. */
    public static final Quantity COMMITTOR =
            new Quantity("committor", "q", "", AT_RANK, "probability of reaching B before A from a minimum");

    /** Slowest rate. */
    public static final Quantity SLOWEST =
            new Quantity("slowest_rate", "\u03bb", "1/time", AT, "smallest rate above 0 at which the network relaxes");

    /** Edges of the fastest path. */
    public static final Quantity EDGES =
            new Quantity("path_edges", "edges", "", AT, "number of transition states on the fastest path from A to B");

    /** Its probability. */
    public static final Quantity PATH = new Quantity(
            "path_log_probability",
            "ln P",
            "",
            AT,
            "ln of the product of the branching probabilities on the fastest path from A to B");

    /** Its minima. */
    public static final Quantity PATH_MINIMUM = new Quantity(
            "path_minimum", "minimum", "", AT_STEP, "number of the minimum on the fastest path after so many steps");

    /** Energies of its minima. */
    public static final Quantity PATH_ENERGY = new Quantity(
            "path_energy",
            "E",
            "energy",
            AT_STEP,
            "energy along the fastest path: minima at whole steps, the transition states between them at halves");

    /** Saddles of its steps. */
    public static final Quantity PATH_SADDLE = new Quantity(
            "path_saddle",
            "transition state",
            "",
            AT_STEP,
            "number of the transition state over which most goes in a step of the fastest path");

    /** Up from A. */
    public static final Quantity BARRIER = new Quantity(
            "barrier", "\u0394E", "energy", NONE, "least height above the lowest minimum of A to be climbed to B");

    /** Up from B. */
    public static final Quantity BARRIER_BACK = new Quantity(
            "barrier_back", "\u0394E", "energy", NONE, "least height above the lowest minimum of B to be climbed to A");

    public NetworkKinetics {
        from = ranks("from", from);
        to = ranks("to", to);
        fromEnergies = window("from-energies", fromEnergies);
        toEnergies = window("to-energies", toEnergies);
        temperatures = Temperatures.checked(temperatures);
        if (from.isEmpty() && fromEnergies.isEmpty())
            throw new BadParameter("from", from, "A is empty", "numbers of minima, or from-energies");
        if (to.isEmpty() && toEnergies.isEmpty())
            throw new BadParameter("to", to, "B is empty", "numbers of minima, or to-energies");
        List<Integer> ends = to;
        Optional<Integer> both = from.stream().filter(ends::contains).findFirst();
        if (both.isPresent())
            throw new BadParameter("from", from, "minimum " + both.get() + " is in B too", "A and B without overlap");
    }

    private static List<Integer> ranks(String name, List<Integer> given) {
        for (int rank : given)
            if (rank < 0) throw new BadParameter(name, given, rank + " is no number of a minimum", "0, 1, 2, ...");
        return given.stream().distinct().toList();
    }

    private static List<Double> window(String name, List<Double> given) {
        if (!given.isEmpty() && !(given.size() == 2 && given.getFirst() <= given.getLast()))
            throw new BadParameter(name, given, "is no interval", "[low, high], or []");
        return List.copyOf(given);
    }

    @Override
    public Set<String> reads() {
        return Set.of();
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
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
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        int number = 0;
        for (Group group : groups) {
            if (!group.simulated()) continue;
            SampleMeans means = new SampleMeans();
            for (Sample sample : group.samples()) {
                Streams own = random.family("kinetics", number++);
                RankedAtlas map = RankedAtlas.of(sample);
                Optional<String> why = map.noRates();
                Ends ends = why.isPresent()
                        ? new Ends(List.of(), List.of(), new int[0], why.get())
                        : Ends.of(map.atlas(), new Ends.Chosen(from, fromEnergies), new Ends.Chosen(to, toEnergies));
                if (ends.wrong().isEmpty()) new Passage(this, map, ends, means).all(own);
                else nothing(means, ends.wrong());
            }
            means.put(group, out);
            for (String why : means.reasons()) out.say(Words.of(group) + why + ".");
        }
    }

    private void nothing(SampleMeans means, String why) {
        means.undefined(BARRIER, why);
        means.undefined(BARRIER_BACK, why);
        for (double temperature : temperatures)
            for (Quantity one : List.of(PASSAGE, RETURN, DIRECT, SLOWEST, EDGES, PATH))
                means.undefined(one, why, temperature);
    }
}
