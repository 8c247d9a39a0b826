package rugged.web.map;

import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import rugged.analysis.atlas.LandscapeMap;
import rugged.store.Agenda;
import rugged.store.file.Damaged;
import rugged.store.library.AtlasReader;
import rugged.web.Laboratory;
import rugged.web.api.Parameters;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;
import rugged.web.runs.RunMaps;

/** Which run, point and minimum a request asks for, or a sentence on why it cannot be answered and what mends that. */
record MapRequest(Laboratory laboratory, RunMaps maps, Context context) {
    /** The run. */
    Known run() {
        Known run = laboratory
                .index()
                .find(context.pathParam("id"))
                .orElseThrow(() -> Refusal.missing("there is no run of this name"));
        if (!RunMaps.any(run))
            throw Refusal.missing(
                    run.running()
                            ? "no point of this run has drawn a map yet: a map is there once its point has ended"
                            : "this run has drawn no map of a landscape: a protocol such as quenches, basin-hopping or"
                                    + " refine does");
        return run;
    }

    /** The key of the point that is asked for; where none is named the one whose map has most transition states and minima, the first of equals. */
    Optional<String> point(Known run) {
        String key = Parameters.text(context, "point");
        if (key.isEmpty()) return richest(run);
        if (RunMaps.points(run).stream().map(Agenda.Entry::key).noneMatch(key::equals))
            throw Refusal.missing("the run has no such point");
        return Optional.of(key);
    }

    private Optional<String> richest(Known run) {
        Map<String, AtlasReader.Size> sizes = maps.sizes(run);
        AtlasReader.Size unknown = new AtlasReader.Size(0, 0);
        return maps.having(run).stream()
                .max(Comparator.comparingInt(
                                (String one) -> sizes.getOrDefault(one, unknown).saddles())
                        .thenComparingInt(
                                one -> sizes.getOrDefault(one, unknown).minima()));
    }

    /** The map that is asked for. */
    RunMaps.Held map(Known run) {
        String key = point(run).orElse("");
        Optional<RunMaps.Held> found = key.isEmpty() ? Optional.empty() : maps.of(run, key);
        return found.orElseThrow(() -> Refusal.missing(unmapped(run)));
    }

    /** Why a point has no map. */
    static String unmapped(Known run) {
        return run.running()
                ? "this point is under way: its map is there once it has ended"
                : "this point has left no map: rugged resume " + run.folder().directory() + " goes on with it";
    }

    /** A minimum that the map has. */
    int minimum(LandscapeMap map, String name) {
        if (map.noMinima().isPresent()) throw Refusal.missing(map.noMinima().get());
        if (Parameters.text(context, name).isEmpty()) throw Refusal.malformed(name + ": the number of a minimum");
        int last = map.atlas().minima().size() - 1;
        int number = Parameters.whole(context, name, 0, 0, Integer.MAX_VALUE);
        if (number > last)
            throw Refusal.missing("there is no minimum " + number + ": the map has those from 0 to " + last);
        return number;
    }

    /** What is wrong with a file, and the command that makes it again. */
    static Refusal damaged(Known run, Damaged damaged) {
        return Refusal.of(
                422,
                damaged.getMessage() + "; to make it again: rugged resume "
                        + run.folder().directory());
    }

    /** How a point is called. */
    static String label(Map<String, String> coordinates) {
        List<String> words = coordinates.entrySet().stream()
                .map(one -> one.getKey().substring(one.getKey().lastIndexOf('.') + 1) + " = " + one.getValue())
                .toList();
        return String.join(", ", words);
    }

    /** A clause as a sentence. */
    static String sentence(String clause) {
        return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1) + ".";
    }

    /** A temperature above 0. */
    static double temperature(Context context) {
        OptionalDouble given = Parameters.real(context, "T");
        if (given.isEmpty()) throw Refusal.malformed("T: a temperature above 0");
        if (!(given.getAsDouble() > 0.0))
            throw Refusal.malformed("T is " + given.getAsDouble() + "; a temperature above 0");
        return given.getAsDouble();
    }
}
