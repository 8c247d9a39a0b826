package rugged.compose.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import rugged.api.record.Atlas;
import rugged.api.record.Minimum;
import rugged.api.record.Pathway;
import rugged.api.record.Saddle;
import rugged.compose.search.Stationary.End;
import rugged.geometry.Symmetry;

/**
 * What searches have found so far, each stationary point once. Two minima are the same where their energies and the logarithms of their determinants agree, which no symmetry changes, and, under the strict
 * rule, where {@link Symmetry#align} brings one upon the other. A transition state of the energy and determinant of a known one is taken for it, whatever its ends; one whose ends are handed in with it is the same only if they are. What is found is handed in by one thread in a fixed order, so that the numbers are the
 * same from any number of threads.
 */
public final class Survey {
    private final Symmetry symmetry;
    private final Identity identity;
    private final List<Minimum> minima = new ArrayList<>();
    private final List<Integer> minimumFound = new ArrayList<>();
    private final TreeMap<Double, List<Integer>> minimaByEnergy = new TreeMap<>();
    private final List<Saddle> saddles = new ArrayList<>();
    private final List<Integer> saddleFound = new ArrayList<>();
    private final TreeMap<Double, List<Integer>> saddlesByEnergy = new TreeMap<>();
    private final List<Sighted> sighted = new ArrayList<>();
    private final TreeMap<Double, List<Integer>> sightedByEnergy = new TreeMap<>();
    private final Map<End, Integer> failures = new EnumMap<>(End.class);

    /** Nothing yet. */
    public Survey(Symmetry symmetry, Identity identity) {
        this.identity = identity;
        this.symmetry = symmetry;
    }

    /**
     * What counts as the same.
     *
     * @param energy largest difference of energies
     * @param logDeterminant largest difference of ln det
     * @param distance largest distance of aligned states; infinite where energies and determinants decide alone
     */
    public record Identity(double energy, double logDeterminant, double distance) {}

    /** Counts a search that failed. */
    public void failed(End how) {
        failures.merge(how, 1, Integer::sum);
    }

    /** How many searches ended so. */
    public int failures(End how) {
        return failures.getOrDefault(how, 0);
    }

    /**
     * Takes a minimum; returns its place, that of the one that it is or a new one.
     *
     * @param found how many searches from starts of their own have ended there: 0 for the end of a way down
     */
    public int minimum(Stationary point, int found) {
        int known = find(point);
        if (known >= 0) {
            minimumFound.set(known, minimumFound.get(known) + found);
            return known;
        }
        return add(new Minimum(point.energy(), point.logDeterminant(), symmetry.order(point.x()), 0, point.x()), found);
    }

    private int add(Minimum minimum, int found) {
        int place = minima.size();
        minima.add(minimum);
        minimumFound.add(found);
        minimaByEnergy.computeIfAbsent(minimum.energy(), _ -> new ArrayList<>()).add(place);
        return place;
    }

    private int find(Stationary point) {
        for (int k : near(minimaByEnergy, point.energy())) {
            Minimum other = minima.get(k);
            if (same(point, other.energy(), other.logDeterminant(), other.x())) return k;
        }
        return -1;
    }

    /**
     * Takes a transition state whose ends are not known yet: counts it where it is known, or else keeps it until {@link #sighted} is asked.
     *
     * @param found how often searches ended there
     */
    public void sight(Stationary saddle, int found) {
        for (int k : near(saddlesByEnergy, saddle.energy())) {
            Saddle other = saddles.get(k);
            if (!same(saddle, other.energy(), other.logDeterminant(), other.x())) continue;
            saddleFound.set(k, saddleFound.get(k) + found);
            return;
        }
        for (int k : near(sightedByEnergy, saddle.energy())) {
            Stationary other = sighted.get(k).saddle;
            if (!same(saddle, other.energy(), other.logDeterminant(), other.x())) continue;
            sighted.set(k, new Sighted(other, sighted.get(k).found + found));
            return;
        }
        sightedByEnergy.computeIfAbsent(saddle.energy(), _ -> new ArrayList<>()).add(sighted.size());
        sighted.add(new Sighted(saddle, found));
    }

    /** A transition state whose ends are to be found, and how often it was seen. */
    public record Sighted(Stationary saddle, int found) {}

    /** Those that were sighted since it was last asked, in the order in which they were first seen. */
    public List<Sighted> sighted() {
        List<Sighted> all = List.copyOf(sighted);
        sighted.clear();
        sightedByEnergy.clear();
        return all;
    }

    /**
     * Takes a transition state with the places of the minima at its ends.
     *
     * @param found how often searches ended there
     * @param pathway the ways down from it
     */
    public void saddle(Stationary point, int first, int second, int found, Pathway pathway) {
        saddle(point, first, second, found, symmetry.order(point.x()), pathway);
    }

    private void saddle(Stationary point, int first, int second, int found, double order, Pathway pathway) {
        int low = Math.min(first, second);
        int high = Math.max(first, second);
        for (int k : near(saddlesByEnergy, point.energy())) {
            Saddle other = saddles.get(k);
            if (other.first() != low || other.second() != high) continue;
            if (!same(point, other.energy(), other.logDeterminant(), other.x())) continue;
            saddleFound.set(k, saddleFound.get(k) + found);
            return;
        }
        Saddle fresh = new Saddle(
                point.energy(), point.logDeterminant(), point.negative(), order, 0, low, high, point.x(), pathway);
        saddlesByEnergy.computeIfAbsent(point.energy(), _ -> new ArrayList<>()).add(saddles.size());
        saddles.add(fresh);
        saddleFound.add(found);
    }

    private boolean same(Stationary point, double energy, double logDeterminant, double[] x) {
        if (!(Math.abs(point.energy() - energy) <= identity.energy)) return false;
        // without normal modes the energy decides alone
        if (Math.abs(point.logDeterminant() - logDeterminant) > identity.logDeterminant) return false;
        if (identity.distance == Double.POSITIVE_INFINITY || x.length == 0) return true;
        return symmetry.align(x, point.x(), new double[x.length]) <= identity.distance;
    }

    /** Places of what has nearly this energy, in the order in which it was found within each energy. */
    private List<Integer> near(TreeMap<Double, List<Integer>> byEnergy, double energy) {
        List<Integer> all = new ArrayList<>();
        byEnergy.subMap(energy - identity.energy, true, energy + identity.energy, true)
                .values()
                .forEach(all::addAll);
        return all;
    }

    /** How many minima there are. */
    public int minima() {
        return minima.size();
    }

    /** How many transition states there are. */
    public int saddles() {
        return saddles.size();
    }

    /** A minimum, by its place in the order in which they were found. */
    public Minimum minimum(int place) {
        return minima.get(place);
    }

    /** A transition state, by its place in the order in which they were found. */
    public Saddle saddle(int place) {
        return saddles.get(place);
    }

    /** Takes up all of an earlier map of the same landscape, as it is. */
    public void adopt(Atlas earlier) {
        int[] places = new int[earlier.minima().size()];
        for (int k = 0; k < places.length; k++)
            places[k] = adopt(earlier.minima().get(k));
        for (Saddle one : earlier.saddles()) adopt(one, places[one.first()], places[one.second()]);
    }

    /** Takes up a minimum of an earlier map as it is; returns its place. */
    public int adopt(Minimum one) {
        Stationary point = stationary(one.energy(), one.logDeterminant(), Double.NaN, one.x());
        int known = find(point);
        if (known < 0) return add(one, one.found());
        minimumFound.set(known, minimumFound.get(known) + one.found());
        return known;
    }

    /** Takes up a transition state of an earlier map as it is, with the places of its ends. */
    public void adopt(Saddle one, int first, int second) {
        saddle(
                stationary(one.energy(), one.logDeterminant(), one.negative(), one.x()),
                first,
                second,
                one.found(),
                one.order(),
                one.pathway());
    }

    private static Stationary stationary(double energy, double logDeterminant, double negative, double[] x) {
        return new Stationary(End.FOUND, energy, logDeterminant, negative, x, new double[0], Double.NaN);
    }

    /** The map, by increasing energy; what has the same energy in the order in which it was found. */
    public Atlas atlas(int vibrations, boolean kinetic) {
        int[] order = IntStream.range(0, minima.size())
                .boxed()
                .sorted(Comparator.comparingDouble(k -> minima.get(k).energy()))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] rank = new int[order.length];
        List<Minimum> sorted = new ArrayList<>();
        for (int r = 0; r < order.length; r++) {
            rank[order[r]] = r;
            Minimum one = minima.get(order[r]);
            sorted.add(
                    new Minimum(one.energy(), one.logDeterminant(), one.order(), minimumFound.get(order[r]), one.x()));
        }
        List<Saddle> edges = IntStream.range(0, saddles.size())
                .mapToObj(k -> {
                    Saddle one = saddles.get(k);
                    int a = rank[one.first()];
                    int b = rank[one.second()];
                    return one.found(saddleFound.get(k)).joining(Math.min(a, b), Math.max(a, b));
                })
                .sorted(Comparator.comparingDouble(Saddle::energy))
                .toList();
        return new Atlas(sorted, edges, vibrations, kinetic);
    }
}
