package rugged.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.api.Quantity;
import rugged.params.Numbers;
import rugged.store.Agenda;
import rugged.store.RunFolder;
import rugged.store.point.Checkpoint;
import rugged.store.point.PointRecord;
import rugged.store.point.Records;
import rugged.study.Position;

/** What a run folder has recorded, read for a few quantities: one {@link Series} for each sample, quantity and waiting time. Computes nothing anew. */
final class Recorded {
    private static final String TIME = "t";
    /** Relative distance within which a place on an axis other than time is meant. */
    static final double NEAR = 0.02;

    private static final Position NOWHERE = Position.at(0.0);

    private final Map<String, Quantity> quantities = new HashMap<>();
    private final List<Agenda.Entry> entries = new ArrayList<>();
    private final Map<String, Map<Curve, Series>> curves = new HashMap<>();

    private final boolean growing;

    private record Curve(String quantity, List<Double> otherAxes) {}

    /** Reads the logs of a run. */
    Recorded(RunFolder folder, Set<String> asked) {
        growing = folder.growing();
        Records records = new Records(folder);
        for (Quantity quantity : folder.quantities()) quantities.put(quantity.name(), quantity);
        Set<String> wanted = new LinkedHashSet<>(asked);
        for (String name : asked) {
            ratio(name).ifPresent(ratio -> wanted.addAll(List.of(ratio.numerator(), ratio.denominator())));
        }
        Agenda agenda =
                folder.agenda().orElseThrow(() -> new IllegalStateException(folder.directory() + " holds no plan"));
        for (Agenda.Entry entry : agenda.points()) read(entry, records.point(entry.key()), wanted);
        for (Agenda.Entry entry : agenda.theories()) read(entry, records.theory(entry.key()), wanted);
    }

    private void read(Agenda.Entry entry, PointRecord record, Set<String> wanted) {
        entries.add(entry);
        // means are over those that did not fail, here as in the tables
        if (record.checkpoint().filter(Checkpoint::failed).isPresent()) return;
        Map<Curve, Series> mine = curves.computeIfAbsent(entry.key(), key -> new HashMap<>());
        record.observations(growing, (quantity, replica, value, error, axes) -> {
            if (!wanted.contains(quantity)) return;
            int time = time(quantity);
            List<Double> others = new ArrayList<>();
            for (int a = 0; a < axes.length; a++) if (a != time) others.add(axes[a]);
            mine.computeIfAbsent(new Curve(quantity, others), curve -> new Series())
                    .add(time < 0 ? 0.0 : axes[time], value, error);
        });
    }

    private int time(String quantity) {
        return axes(quantity).indexOf(TIME);
    }

    /** The axes of a quantity; empty when it was not recorded. */
    List<String> axes(String quantity) {
        return Optional.ofNullable(quantities.get(quantity)).map(Quantity::axes).orElse(List.of());
    }

    /** Of which two a quantity is the quotient. */
    Optional<Quantity.Ratio> ratio(String quantity) {
        return Optional.ofNullable(quantities.get(quantity)).map(Quantity::ratio);
    }

    /** The unit of a quantity. */
    String unit(String quantity) {
        return Optional.ofNullable(quantities.get(quantity)).map(Quantity::unit).orElse("");
    }

    /** The sets of swept parameters, seeds left out, that satisfy {@code where}. */
    Set<Map<String, String>> groups(String source, Map<String, String> where) {
        Set<Map<String, String>> groups = new LinkedHashSet<>();
        for (Agenda.Entry entry : entries) {
            if (entry.source().equals(source) && matches(entry.group(), where)) groups.add(entry.group());
        }
        return groups;
    }

    /** How many samples the plan has with exactly these parameters. */
    int planned(String source, Map<String, String> group) {
        return (int) entries.stream()
                .filter(entry -> entry.source().equals(source) && entry.group().equals(group))
                .count();
    }

    /**
     * The values of a quantity at given axes, one for each sample (the seeds name the sample). Times are read as {@link Series#at} does; along other axes the
     * nearest recorded value within 2 % is taken, since ages are rounded to the step.
     */
    Map<String, Double> samples(
            String source, String quantity, Map<String, Position> at, Map<String, String> group, double within) {
        Map<String, Double> values = new LinkedHashMap<>();
        readings(source, quantity, at, group, within).forEach((seeds, read) -> values.put(seeds, read.value()));
        return values;
    }

    /** The same with the errors that were recorded: a theory knows its own. */
    Map<String, Series.Read> readings(
            String source, String quantity, Map<String, Position> at, Map<String, String> group, double within) {
        Map<String, Series.Read> readings = new LinkedHashMap<>();
        for (Agenda.Entry entry : entries) {
            if (!entry.source().equals(source) || !within(entry.group(), group)) continue;
            Series.Read read = read(entry, quantity, at, within);
            Map<String, String> seeds = new LinkedHashMap<>(entry.coordinates());
            seeds.keySet().removeIf(path -> !Agenda.seed(path));
            if (!Double.isNaN(read.value())) readings.put(seeds.toString(), read);
        }
        return readings;
    }

    private Series.Read read(Agenda.Entry entry, String quantity, Map<String, Position> at, double within) {
        List<String> others = new ArrayList<>(axes(quantity));
        others.remove(TIME);
        Series best = null;
        double closest = Double.POSITIVE_INFINITY;
        for (Map.Entry<Curve, Series> candidate :
                curves.getOrDefault(entry.key(), Map.of()).entrySet()) {
            if (!candidate.getKey().quantity().equals(quantity)) continue;
            double distance = 0.0;
            for (int a = 0; a < others.size(); a++) {
                double wanted = at.getOrDefault(others.get(a), NOWHERE).from();
                double offset = Math.abs(candidate.getKey().otherAxes().get(a) - wanted);
                distance = Math.max(distance, wanted == 0.0 ? offset : offset / Math.abs(wanted));
            }
            if (distance <= NEAR && distance < closest) {
                closest = distance;
                best = candidate.getValue();
            }
        }
        if (best == null) return Series.Read.NONE;
        Position place = time(quantity) < 0 ? NOWHERE : at.getOrDefault(TIME, NOWHERE);
        if (place.last()) return best.last();
        return place.window() ? best.mean(place.from(), place.to()) : best.at(place.from(), within);
    }

    /** A theory belongs to every group that agrees with the coordinates it has. */
    private static boolean within(Map<String, String> own, Map<String, String> group) {
        return own.entrySet().stream().allMatch(entry -> entry.getValue().equals(group.get(entry.getKey())));
    }

    /** Whether a set of parameters is one that is asked for. */
    static boolean matches(Map<String, String> group, Map<String, String> where) {
        return where.entrySet().stream().allMatch(entry -> same(group.get(entry.getKey()), entry.getValue()));
    }

    private static boolean same(@org.jspecify.annotations.Nullable String mine, String wanted) {
        if (mine == null || mine.equals(wanted)) return mine != null;
        try {
            return Double.parseDouble(Numbers.alone(mine)) == Double.parseDouble(Numbers.alone(wanted));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
