package rugged.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import rugged.api.LandscapeSpec;
import rugged.cli.text.Exit;
import rugged.store.Agenda;
import rugged.store.RunFolder;
import rugged.store.file.EnvironmentFailure;
import rugged.store.library.AtlasDatabase;
import rugged.store.point.MapLibraries;
import rugged.store.point.Records;
import rugged.study.Point;

/** Maps of the points of runs, which must be of one and the same landscape, disorder included: energies of two have nothing to do with one another. */
final class RunMaps {
    private final List<String> where;
    private final List<Path> with;
    private final Map<LandscapeSpec, String> landscapes = new LinkedHashMap<>();

    /**
     * @param where which points, as KEY=VALUE
     * @param with files of the user's own
     */
    RunMaps(List<String> where, List<Path> with) {
        this.where = where;
        this.with = with;
    }

    /** Whether a folder is that of a run. */
    static boolean isRun(Path folder) {
        return Files.isRegularFile(folder.resolve("plan.json"));
    }

    /** The maps of a run. */
    List<AtlasDatabase.Of> read(Path directory) throws IOException {
        RunFolder folder = Folders.run(directory);
        Agenda agenda = folder.agenda().orElseThrow();
        List<AtlasDatabase.Of> maps;
        try {
            maps = MapLibraries.of(agenda, new Records(folder)).stream()
                    .filter(this::wanted)
                    .toList();
        } catch (EnvironmentFailure unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        }
        if (maps.isEmpty())
            throw new IOException(directory + ": "
                    + (where.isEmpty() ? "no point has collected minima" : "no map of a point with " + where)
                    + "; known are " + coordinates(agenda));
        Map<String, Point> points = Plans.plan(Folders.request(folder, with), 0).points().stream()
                .collect(Collectors.toMap(Point::key, point -> point));
        for (AtlasDatabase.Of map : maps) {
            Point point = points.get(map.point());
            if (point != null)
                landscapes.putIfAbsent(
                        point.landscape(), directory + " " + (map.parameters().isEmpty() ? "" : map.parameters()));
        }
        return maps;
    }

    private boolean wanted(AtlasDatabase.Of map) {
        for (String setting : where) {
            int equals = setting.indexOf('=');
            if (equals <= 0) throw Exit.Refused.of("--where: " + setting + ": is not KEY=VALUE");
            String value = map.parameters().get(setting.substring(0, equals).strip());
            if (!setting.substring(equals + 1).strip().equals(value)) return false;
        }
        return true;
    }

    private static String coordinates(Agenda agenda) {
        List<String> all = new ArrayList<>();
        for (String path : agenda.coordinates(true))
            all.add(path + "="
                    + agenda.points().stream()
                            .map(point -> point.coordinates().getOrDefault(path, ""))
                            .distinct()
                            .collect(Collectors.joining("|")));
        return all.isEmpty() ? "no parameters in which points differ" : String.join(", ", all);
    }

    /** Why what was read cannot be one map. */
    Optional<String> objection() {
        if (landscapes.size() <= 1) return Optional.empty();
        return Optional.of("the maps are of " + landscapes.size() + " landscapes: "
                + String.join("; ", landscapes.values()) + "; choose one by --where KEY=VALUE, or"
                + " name the libraries of points that are of one");
    }
}
