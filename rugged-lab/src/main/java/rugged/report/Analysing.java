package rugged.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import rugged.api.AnalysisSpec;
import rugged.api.AnalysisSpec.Conclusions;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Recorded;
import rugged.api.AnalysisSpec.Sample;
import rugged.api.Quantity;
import rugged.api.record.Library;
import rugged.api.record.NamedArray;
import rugged.num.Streams;
import rugged.store.Agenda;
import rugged.store.RunFolder;
import rugged.store.library.LibraryFile;
import rugged.store.point.Checkpoint;
import rugged.store.point.PointRecord;
import rugged.store.point.Records;
import rugged.store.table.Analyses;

/** Runs the analyses of a study on what its folder holds. Points that failed are left out. */
public final class Analysing {
    private Analysing() {}

    /** What the analyses say of the results of a folder; the seed is that of their bootstraps. */
    public static Analyses of(RunFolder folder, List<AnalysisSpec> specs, long seed) {
        return of(folder, specs, seed, entry -> true);
    }

    /**
     * The same of a few points.
     *
     * @param counted whether a point counts
     */
    public static Analyses of(RunFolder folder, List<AnalysisSpec> specs, long seed, Predicate<Agenda.Entry> counted) {
        List<String> verdict = new ArrayList<>();
        List<Analyses.Value> values = new ArrayList<>();
        // one family for all: two analyses that draw the same samples again draw the same ones, and give the same
        // numbers
        Streams random = Streams.of(seed).family("analysis", 0);
        for (AnalysisSpec spec : specs)
            spec.analyse(groups(folder, spec, counted), random, new Collecting(verdict, values));
        return new Analyses(verdict, values);
    }

    /** Keeps what an analysis finds. */
    private record Collecting(List<String> verdict, List<Analyses.Value> values) implements Conclusions {
        @Override
        public void put(Group group, Quantity quantity, double value, double error, double... axes) {
            add(group, quantity, value, error, 0.0, "", axes);
        }

        @Override
        public void putSystematic(
                Group group, Quantity quantity, double value, double error, double systematic, double... axes) {
            add(group, quantity, value, error, systematic, "", axes);
        }

        @Override
        public void undefined(Group group, Quantity quantity, String why, double... axes) {
            add(group, quantity, Double.NaN, Double.NaN, 0.0, why, axes);
        }

        private void add(
                Group group,
                Quantity quantity,
                double value,
                double error,
                double systematic,
                String why,
                double... axes) {
            List<Double> at = Arrays.stream(axes).boxed().toList();
            int count = group.samples().size();
            values.add(new Analyses.Value(
                    group.coordinates(),
                    quantity.name(),
                    at,
                    value,
                    error,
                    group.simulated() ? count : 0,
                    systematic,
                    why,
                    group.theory()));
        }

        @Override
        public void say(String sentence) {
            verdict.add(sentence);
        }
    }

    private static List<Group> groups(RunFolder folder, AnalysisSpec spec, Predicate<Agenda.Entry> counted) {
        Set<String> asked = spec.reads();
        Map<String, Quantity.Ratio> ratios = new LinkedHashMap<>();
        Set<String> wanted = new LinkedHashSet<>(asked);
        Map<String, List<String>> extents = new LinkedHashMap<>();
        for (Quantity quantity : folder.quantities()) {
            extents.put(quantity.name(), quantity.extents());
            Quantity.Ratio ratio = quantity.ratio();
            if (ratio == null || !asked.contains(quantity.name())) continue;
            ratios.put(quantity.name(), ratio);
            wanted.addAll(List.of(ratio.numerator(), ratio.denominator()));
        }
        Agenda agenda = folder.agenda().orElseThrow();
        boolean growing = folder.growing();
        Records records = new Records(folder);
        Map<Map<String, String>, List<Sample>> groups = new LinkedHashMap<>();
        for (Agenda.Entry entry : agenda.points()) {
            if (!counted.test(entry)) continue;
            PointRecord record = records.point(entry.key());
            if (record.checkpoint().filter(Checkpoint::failed).isPresent()) continue;
            groups.computeIfAbsent(entry.group(), group -> new ArrayList<>())
                    .add(read(entry, record, growing, wanted, extents));
        }
        List<Group> all = new ArrayList<>();
        groups.forEach((coordinates, samples) -> all.add(new Group(coordinates, samples, ratios)));
        if (!spec.besideTheories()) return all;
        for (Agenda.Entry entry : agenda.theories()) {
            Sample solved = read(entry, records.theory(entry.key()), false, asked, extents);
            all.add(new Group(entry.group(), List.of(solved), Map.of(), entry.source()));
        }
        return all;
    }

    /** Sum and number of the replicas at one place. */
    private static final class Mean {
        private double sum;
        private int count;
    }

    /** Means over the replicas at each place. */
    private static Map<String, List<Reading>> readings(PointRecord record, boolean growing, Set<String> wanted) {
        Map<String, TreeMap<double[], Mean>> means = new LinkedHashMap<>();
        record.observations(growing, (quantity, replica, value, error, axes) -> {
            if (!wanted.contains(quantity) || Double.isNaN(value)) return;
            Mean mean = means.computeIfAbsent(quantity, name -> new TreeMap<>(Arrays::compare))
                    .computeIfAbsent(axes.clone(), at -> new Mean());
            mean.sum += value;
            mean.count++;
        });
        Map<String, List<Reading>> readings = new LinkedHashMap<>();
        means.forEach((quantity, places) -> readings.put(
                quantity,
                places.entrySet().stream()
                        .map(place -> new Reading(place.getKey(), place.getValue().sum / place.getValue().count))
                        .toList()));
        return readings;
    }

    private static Sample read(
            Agenda.Entry entry,
            PointRecord record,
            boolean growing,
            Set<String> wanted,
            Map<String, List<String>> extents) {
        Map<String, List<Reading>> readings = readings(record, growing, wanted);
        String seed = entry.coordinates().getOrDefault("seed", "");
        return new Sample() {
            @Override
            public String seed() {
                return seed;
            }

            @Override
            public List<Reading> readings(String quantity) {
                return readings.getOrDefault(quantity, List.of());
            }

            @Override
            public List<Recorded> arrays(String quantity) {
                List<String> names = extents.getOrDefault(quantity, List.of());
                List<Recorded> all = new ArrayList<>();
                if (names.isEmpty()) return all;
                record.arrays(
                        quantity,
                        growing,
                        frame -> all.add(new Recorded(
                                frame.replica(), frame.axes(), new NamedArray(names, frame.shape(), frame.values()))));
                return all;
            }

            /** Read anew at each question: an analysis asks once for a kind, and a library may be larger than all readings together. */
            @Override
            public List<Library.Entry> collected(String kind) {
                return record.library().map(LibraryFile::read).orElse(List.of()).stream()
                        .filter(one -> one.kind().equals(kind))
                        .toList();
            }
        };
    }
}
