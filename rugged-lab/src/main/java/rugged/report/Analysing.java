package rugged.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import rugged.api.AnalysisSpec;
import rugged.api.AnalysisSpec.Conclusions;
import rugged.api.AnalysisSpec.Group;
import rugged.api.AnalysisSpec.Reading;
import rugged.api.AnalysisSpec.Sample;
import rugged.api.Quantity;
import rugged.num.Streams;
import rugged.store.Agenda;
import rugged.store.Analyses;
import rugged.store.Checkpoint;
import rugged.store.Observations;
import rugged.store.PointFolder;
import rugged.store.RunFolder;

/** Runs the analyses of a study on what its folder holds. Points that failed are left out. */
final class Analysing {
    private Analysing() {}

    static Analyses of(RunFolder folder, List<AnalysisSpec> specs, long seed) {
        List<String> verdict = new ArrayList<>();
        List<Analyses.Value> values = new ArrayList<>();
        for (int k = 0; k < specs.size(); k++) {
            AnalysisSpec spec = specs.get(k);
            spec.analyse(groups(folder, spec.reads()), Streams.of(seed).family("analysis", k), new Conclusions() {
                @Override
                public void put(Group group, Quantity quantity, double value, double error, double... axes) {
                    List<Double> at = Arrays.stream(axes).boxed().toList();
                    values.add(new Analyses.Value(
                            group.coordinates(),
                            quantity.name(),
                            at,
                            value,
                            error,
                            group.samples().size()));
                }

                @Override
                public void say(String sentence) {
                    verdict.add(sentence);
                }
            });
        }
        return new Analyses(verdict, values);
    }

    private static List<Group> groups(RunFolder folder, Set<String> wanted) {
        Agenda agenda = folder.agenda().orElseThrow();
        Map<Map<String, String>, List<Sample>> groups = new LinkedHashMap<>();
        for (Agenda.Entry entry : agenda.points()) {
            var directory = folder.point(entry.key());
            boolean failed = PointFolder.standing(directory)
                    .filter(last -> last.standing() == Checkpoint.Standing.FAILED)
                    .isPresent();
            if (failed) continue;
            groups.computeIfAbsent(entry.group(), group -> new ArrayList<>())
                    .add(read(entry, directory.resolve(PointFolder.OBSERVATIONS), wanted));
        }
        List<Group> all = new ArrayList<>();
        groups.forEach((coordinates, samples) -> all.add(new Group(coordinates, samples)));
        return all;
    }

    /** Sum and number of the replicas at one place. */
    private static final class Mean {
        private double sum;
        private int count;
    }

    private static Sample read(Agenda.Entry entry, java.nio.file.Path log, Set<String> wanted) {
        Map<String, TreeMap<double[], Mean>> means = new LinkedHashMap<>();
        Observations.read(log, Long.MAX_VALUE, (quantity, replica, value, error, axes) -> {
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
        };
    }
}
