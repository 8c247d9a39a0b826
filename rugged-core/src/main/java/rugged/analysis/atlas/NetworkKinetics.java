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
        return KineticQuantities.ALL;
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
                if (ends.wrong().isEmpty())
                    new Passage(new Passage.Asked(temperatures, lowest, walks, longest), map, ends, means).all(own);
                else nothing(means, ends.wrong());
            }
            means.put(group, out);
            for (String why : means.reasons()) out.say(Words.of(group) + why + ".");
        }
    }

    private void nothing(SampleMeans means, String why) {
        means.undefined(KineticQuantities.BARRIER, why);
        means.undefined(KineticQuantities.BARRIER_BACK, why);
        for (double temperature : temperatures)
            for (Quantity one : List.of(
                    KineticQuantities.PASSAGE,
                    KineticQuantities.RETURN,
                    KineticQuantities.DIRECT,
                    KineticQuantities.SLOWEST,
                    KineticQuantities.EDGES,
                    KineticQuantities.PATH)) means.undefined(one, why, temperature);
    }
}
