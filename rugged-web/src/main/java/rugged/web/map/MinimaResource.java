package rugged.web.map;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rugged.analysis.atlas.LandscapeMap;
import rugged.api.LandscapeSpec;
import rugged.api.model.DenseLayers.Dense;
import rugged.api.model.FreeCluster;
import rugged.api.record.Minimum;
import rugged.api.record.Saddle;
import rugged.store.file.Damaged;
import rugged.study.Point;
import rugged.web.Laboratory;
import rugged.web.api.Resource;
import rugged.web.http.Answers;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;
import rugged.web.runs.Plans;
import rugged.web.runs.RunMaps;
import rugged.web.shape.map.MinimumReply;
import rugged.web.shape.map.MinimumReply.MatrixItem;
import rugged.web.shape.map.PathReply;

/** {@code /api/runs/{id}/landscape/minimum}: one minimum with its structure; {@code …/path}: the lowest path between two. */
public final class MinimaResource implements Resource {
    private static final int MOST_NUMBERS = 50_000;
    private static final int MOST_STEPS = 1000;

    private final Laboratory laboratory;
    private final RunMaps maps;
    private final Plans plans;

    /**
     * @param laboratory the workspace
     * @param maps of its runs
     * @param plans of its runs
     */
    public MinimaResource(Laboratory laboratory, RunMaps maps, Plans plans) {
        this.laboratory = laboratory;
        this.maps = maps;
        this.plans = plans;
    }

    @Override
    public void route(RoutesConfig routes) {
        routes.get("/api/runs/{id}/landscape/minimum", laboratory.drawing().of(this::minimum));
        routes.get("/api/runs/{id}/landscape/path", laboratory.drawing().of(this::path));
    }

    private void path(Context context) {
        MapRequest request = new MapRequest(laboratory, maps, context);
        Known run = request.run();
        try {
            LandscapeMap map = request.map(run).map();
            int from = request.minimum(map, "from");
            int to = request.minimum(map, "to");
            if (from == to) throw Refusal.malformed("from and to: two different minima");
            Optional<PathReply> path = LowestProfile.of(map, from, to, MOST_STEPS, run.version());
            Answers.json(
                    context,
                    path.orElseThrow(() -> Refusal.missing("no path between minimum " + from + " and minimum " + to
                            + " in the database: the protocol connect looks for transition states between them")));
        } catch (Damaged damaged) {
            throw MapRequest.damaged(run, damaged);
        }
    }

    private void minimum(Context context) {
        MapRequest request = new MapRequest(laboratory, maps, context);
        Known run = request.run();
        try {
            RunMaps.Held held = request.map(run);
            int number = request.minimum(held.map(), "minimum");
            Answers.json(context, reply(run, request.point(run).orElse(""), held, number));
        } catch (Damaged damaged) {
            throw MapRequest.damaged(run, damaged);
        }
    }

    private MinimumReply reply(Known run, String point, RunMaps.Held held, int number) {
        LandscapeMap map = held.map();
        Minimum one = map.atlas().minima().get(number);
        double[] x = held.state(number);
        int sent = x.length > MOST_NUMBERS ? 0 : x.length;
        Structure structure = structure(landscape(run, point), map.atlas().kinetic(), x.length);
        return new MinimumReply(
                run.version(),
                number,
                one.energy(),
                one.order(),
                one.found(),
                (int) map.atlas().saddles().stream()
                        .filter(saddle -> leads(saddle, number))
                        .count(),
                numbers(map, number),
                structure.kind,
                sent == 0 ? new double[0] : x,
                x.length - sent,
                structure.radii,
                structure.layers);
    }

    private static boolean leads(Saddle saddle, int number) {
        return !saddle.degenerate() && (saddle.first() == number || saddle.second() == number);
    }

    private static Map<String, @Nullable Double> numbers(LandscapeMap map, int number) {
        Map<String, @Nullable Double> numbers = new LinkedHashMap<>();
        for (String name : map.names()) {
            double value = map.numbers(name).orElseThrow()[number];
            numbers.put(name, Double.isFinite(value) ? (Double) value : null);
        }
        return numbers;
    }

    private Optional<LandscapeSpec> landscape(Known run, String point) {
        return plans.now(run, laboratory.runQueue())
                .flatMap(plan -> plan.points().stream()
                        .filter(one -> one.key().equals(point))
                        .findFirst()
                        .map(Point::landscape));
    }

    /** What coordinates are. */
    private record Structure(String kind, double[] radii, List<MatrixItem> layers) {}

    private static Structure structure(Optional<LandscapeSpec> landscape, boolean kinetic, int length) {
        List<Dense> dense = landscape.map(LandscapeSpec::knownLayers).orElse(List.of());
        int numbers =
                dense.stream().mapToInt(one -> one.inputs() * one.outputs()).sum();
        if (!dense.isEmpty() && numbers == length) return new Structure("network", new double[0], matrices(dense));
        if (kinetic && length > 0 && length % 3 == 0)
            return new Structure("atoms", radii(landscape, length / 3), List.of());
        return new Structure("state", new double[0], List.of());
    }

    /** A matrix that takes one input more than the one before it gives has a constant among them; the first is compared with the others. */
    private static List<MatrixItem> matrices(List<Dense> dense) {
        boolean later = IntStream.range(1, dense.size())
                .anyMatch(l -> dense.get(l).inputs() == dense.get(l - 1).outputs() + 1);
        return IntStream.range(0, dense.size())
                .mapToObj(l -> {
                    Dense one = dense.get(l);
                    boolean bias =
                            l == 0 ? later : one.inputs() == dense.get(l - 1).outputs() + 1;
                    return new MatrixItem(one.from(), one.inputs(), one.outputs(), bias);
                })
                .toList();
    }

    private static double[] radii(Optional<LandscapeSpec> landscape, int atoms) {
        if (landscape.isEmpty() || landscape.get().knownDimension() != 3.0 * atoms) return new double[0];
        if (!(landscape.get().build() instanceof FreeCluster cluster)) return new double[0];
        return IntStream.range(0, atoms)
                .mapToDouble(atom -> cluster.semiAxes(atom)[0])
                .toArray();
    }
}
