package rugged.api.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rugged.api.record.Library.Entry;
import rugged.api.record.Library.Link;

/**
 * The map of a landscape: its minima and the transition states between them, as far as they are known. It is a sample: that nothing is missing is never known.
 *
 * <p>In a {@link Library} it is one record {@code map} with the numbers {@code vibrations} and {@code kinetic}, a record {@code minimum} for each minimum, with {@code energy}, {@code log_det}, {@code order},
 * {@code found} and the array {@code x}, and a record {@code saddle} for each transition state, with {@code negative} as well and, where its ways down were walked, {@code length}, {@code distance} and {@code participation}, linked to its {@code first} and {@code second} minimum. Further numbers of a minimum, such as the
 * error of a network on test data, stand beside these and are found by name.
 *
 * @param minima by increasing energy
 * @param saddles by increasing energy
 * @param vibrations number kappa of eigenvalues that enter a determinant: N less the zero modes
 * @param kinetic whether coordinates have momenta, which add kappa/2 to the heat capacity: atoms have, weights have not
 * @param numbers further numbers of the minima, in their order, by name
 */
public record Atlas(
        List<Minimum> minima, List<Saddle> saddles, int vibrations, boolean kinetic, Map<String, double[]> numbers) {
    /** The kind of the record that says what holds for all. */
    public static final String MAP = "map";

    /** The kind of the record of a minimum. */
    public static final String MINIMUM = "minimum";

    /** The kind of the record of a transition state. */
    public static final String SADDLE = "saddle";

    private static final String ENERGY = "energy";
    private static final String LOG_DETERMINANT = "log_det";
    private static final String ORDER = "order";
    private static final String FOUND = "found";
    private static final String NEGATIVE = "negative";
    private static final String LENGTH = "length";
    private static final String DISTANCE = "distance";
    private static final String PARTICIPATION = "participation";
    private static final String VIBRATIONS = "vibrations";
    private static final String KINETIC = "kinetic";
    private static final String X = "x";
    private static final String FIRST = "first";
    private static final String SECOND = "second";
    private static final List<String> OWN = List.of(ENERGY, LOG_DETERMINANT, ORDER, FOUND);

    /** Copies the lists. */
    public Atlas {
        minima = List.copyOf(minima);
        saddles = List.copyOf(saddles);
        numbers = Map.copyOf(numbers);
    }

    /** Without further numbers. */
    public Atlas(List<Minimum> minima, List<Saddle> saddles, int vibrations, boolean kinetic) {
        this(minima, saddles, vibrations, kinetic, Map.of());
    }

    /**
     * Reads it back.
     *
     * @param collected the records of a kind, in their order
     */
    public static Atlas of(Function<String, List<Entry>> collected) {
        List<Minimum> minima = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        List<Entry> entries = collected.apply(MINIMUM);
        Map<String, double[]> further = new LinkedHashMap<>();
        for (Entry entry : entries) {
            int place = minima.size();
            places.put(entry.key(), place);
            minima.add(new Minimum(
                    number(entry, ENERGY),
                    number(entry, LOG_DETERMINANT),
                    number(entry, ORDER),
                    (int) number(entry, FOUND),
                    x(entry)));
            for (Map.Entry<String, Double> one : entry.numbers().entrySet())
                if (!OWN.contains(one.getKey()))
                    further.computeIfAbsent(one.getKey(), _ -> undefined(entries.size()))[place] = one.getValue();
        }
        List<Saddle> saddles = new ArrayList<>();
        for (Entry entry : collected.apply(SADDLE))
            saddles.add(new Saddle(
                    number(entry, ENERGY),
                    number(entry, LOG_DETERMINANT),
                    number(entry, NEGATIVE),
                    number(entry, ORDER),
                    (int) number(entry, FOUND),
                    end(entry, FIRST, places),
                    end(entry, SECOND, places),
                    x(entry),
                    pathway(entry)));
        List<Entry> map = collected.apply(MAP);
        int vibrations = map.isEmpty() ? 0 : (int) number(map.getFirst(), VIBRATIONS);
        boolean kinetic = !map.isEmpty() && number(map.getFirst(), KINETIC) != 0.0;
        return new Atlas(minima, saddles, vibrations, kinetic, further);
    }

    /** As records, each after those that it leads to. */
    public List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        all.add(new Entry(MAP, MAP, Map.of(VIBRATIONS, (double) vibrations, KINETIC, kinetic ? 1.0 : 0.0)));
        for (int k = 0; k < minima.size(); k++) {
            Minimum one = minima.get(k);
            Map<String, Double> values = new HashMap<>();
            int place = k;
            numbers.forEach((name, column) -> values.put(name, column[place]));
            values.put(ENERGY, one.energy());
            values.put(LOG_DETERMINANT, one.logDeterminant());
            values.put(ORDER, one.order());
            values.put(FOUND, (double) one.found());
            all.add(new Entry(MINIMUM, key(k), values, arrays(one.x()), List.of()));
        }
        for (int k = 0; k < saddles.size(); k++) {
            Saddle one = saddles.get(k);
            Map<String, Double> values = new HashMap<>();
            values.put(ENERGY, one.energy());
            values.put(LOG_DETERMINANT, one.logDeterminant());
            values.put(NEGATIVE, one.negative());
            values.put(ORDER, one.order());
            values.put(FOUND, (double) one.found());
            if (one.pathway().known()) {
                values.put(LENGTH, one.pathway().length());
                values.put(DISTANCE, one.pathway().distance());
                values.put(PARTICIPATION, one.pathway().participation());
            }
            List<Link> ends =
                    List.of(new Link(FIRST, MINIMUM, key(one.first())), new Link(SECOND, MINIMUM, key(one.second())));
            all.add(new Entry(SADDLE, key(k), values, arrays(one.x()), ends));
        }
        return all;
    }

    private static Pathway pathway(Entry entry) {
        return entry.numbers().containsKey(LENGTH)
                ? new Pathway(number(entry, LENGTH), number(entry, DISTANCE), number(entry, PARTICIPATION))
                : Pathway.UNKNOWN;
    }

    private static String key(int place) {
        return Integer.toString(place + 1);
    }

    private static Map<String, NamedArray> arrays(double[] x) {
        return x.length == 0 ? Map.of() : Map.of(X, new NamedArray(List.of("i"), List.of(x.length), x));
    }

    private static double[] x(Entry entry) {
        NamedArray x = entry.arrays().get(X);
        return x == null ? new double[0] : x.values();
    }

    private static double number(Entry entry, String name) {
        return entry.numbers().getOrDefault(name, Double.NaN);
    }

    private static int end(Entry entry, String role, Map<String, Integer> places) {
        for (Link link : entry.links()) {
            Integer place = places.get(link.key());
            if (link.role().equals(role) && link.kind().equals(MINIMUM) && place != null) return place;
        }
        throw new IllegalArgumentException("saddle " + entry.key() + " has no minimum at its " + role
                + " end: both ends of a transition state are needed");
    }

    private static double[] undefined(int count) {
        double[] column = new double[count];
        java.util.Arrays.fill(column, Double.NaN);
        return column;
    }
}
