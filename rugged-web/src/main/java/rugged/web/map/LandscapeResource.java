package rugged.web.map;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import rugged.analysis.atlas.DrawnTree;
import rugged.analysis.atlas.LandscapeMap;
import rugged.api.record.Saddle;
import rugged.store.file.Damaged;
import rugged.store.library.AtlasReader;
import rugged.web.Laboratory;
import rugged.web.api.Parameters;
import rugged.web.api.Resource;
import rugged.web.http.Answers;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;
import rugged.web.runs.RunMaps;
import rugged.web.shape.map.MapReply;
import rugged.web.shape.map.MapReply.MapPoint;
import rugged.web.shape.map.MapReply.MapTree;

/** {@code /api/runs/{id}/landscape}: the map of an energy landscape as a disconnectivity graph, of a run that goes on as well. */
public final class LandscapeResource implements Resource {
    /** By this the superposition of wells colours minima. */
    private static final String OCCUPATION = "occupation";

    private static final int MOST_LEAVES = 2000;
    private static final int LEVELS = 200;
    private static final int MOST_LEVELS = 2000;
    private static final int MOST_POINTS = 2000;

    private final Laboratory laboratory;
    private final RunMaps maps;

    /** @param laboratory the workspace */
    public LandscapeResource(Laboratory laboratory, RunMaps maps) {
        this.laboratory = laboratory;
        this.maps = maps;
    }

    @Override
    public void route(RoutesConfig routes) {
        routes.get("/api/runs/{id}/landscape", laboratory.drawing().of(this::landscape));
    }

    private void landscape(Context context) {
        MapRequest request = new MapRequest(laboratory, maps, context);
        Known run = request.run();
        try {
            Answers.json(context, reply(request, run));
        } catch (Damaged damaged) {
            throw MapRequest.damaged(run, damaged);
        }
    }

    private MapReply reply(MapRequest request, Known run) {
        Optional<String> point = request.point(run);
        Optional<RunMaps.Held> found = point.flatMap(key -> maps.of(run, key));
        List<MapPoint> points = points(run);
        if (found.isEmpty()) return nothing(run, points, point.orElse(""), MapRequest.unmapped(run), List.of("energy"));
        LandscapeMap map = found.get().map();
        if (map.noMinima().isPresent())
            return nothing(run, points, point.orElse(""), map.noMinima().get(), List.of("energy"));
        boolean occupied = map.noWells().isEmpty();
        List<String> names = new ArrayList<>(map.names());
        if (occupied) names.add(OCCUPATION);
        String colour = Parameters.text(request.context(), "colour");
        if (!colour.isEmpty() && !names.contains(colour))
            throw Refusal.malformed("colour is " + colour + "; one of " + String.join(", ", names));
        TreeReply tree = tree(request.context(), map);
        List<String> remarks = tree.remarks();
        MapTree coloured = tree.leaves() == 0 ? null : tree.coloured(numbers(request.context(), map, colour));
        if (coloured == null) remarks.add("Below the top no transition state joins two minima.");
        List<Saddle> saddles = map.atlas().saddles();
        int degenerate = (int) saddles.stream().filter(Saddle::degenerate).count();
        return new MapReply(
                run.version(),
                points,
                point.orElse(""),
                map.atlas().minima().size(),
                saddles.size() - degenerate,
                degenerate,
                names,
                colour.isEmpty() ? "energy" : colour,
                occupied,
                coloured,
                remarks);
    }

    private static MapReply nothing(Known run, List<MapPoint> points, String point, String why, List<String> numbers) {
        return new MapReply(
                run.version(),
                points,
                point,
                0,
                0,
                0,
                numbers,
                "energy",
                false,
                null,
                List.of(MapRequest.sentence(why)));
    }

    private List<MapPoint> points(Known run) {
        Map<String, AtlasReader.Size> sizes = maps.sizes(run);
        return RunMaps.points(run).stream()
                .limit(MOST_POINTS)
                .map(entry -> {
                    AtlasReader.Size size = sizes.getOrDefault(entry.key(), new AtlasReader.Size(-1, -1));
                    return new MapPoint(
                            entry.key(), MapRequest.label(entry.coordinates()), size.minima(), size.saddles());
                })
                .toList();
    }

    private static TreeReply tree(Context context, LandscapeMap map) {
        int lowest = Parameters.whole(context, "minima", MOST_LEAVES, 1, MOST_LEAVES);
        int levels = Parameters.whole(context, "levels", LEVELS, 1, MOST_LEVELS);
        OptionalDouble top = Parameters.real(context, "top");
        // where nothing is joined there is nothing else to draw
        boolean lone =
                Parameters.flag(context, "lone", map.atlas().saddles().stream().allMatch(Saddle::degenerate));
        Optional<Double> highest = top.isPresent() ? Optional.of(top.getAsDouble()) : Optional.empty();
        try {
            return TreeReply.of(map, new DrawnTree.Cut(levels, Optional.empty(), highest, lowest, lone));
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed(String.valueOf(e.getMessage()));
        }
    }

    private static double[] numbers(Context context, LandscapeMap map, String colour) {
        if (!colour.equals(OCCUPATION)) return map.numbers(colour).orElseThrow();
        return map.superposition().at(MapRequest.temperature(context)).occupation();
    }
}
