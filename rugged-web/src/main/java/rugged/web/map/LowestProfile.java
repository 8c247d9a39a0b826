package rugged.web.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rugged.analysis.atlas.LandscapeMap;
import rugged.num.graph.LowestPath.Way;
import rugged.num.graph.Passes;
import rugged.web.shape.map.PathReply;
import rugged.web.shape.map.PathReply.PathStop;

/** The lowest path between two minima as it is sent. */
final class LowestProfile {
    private LowestProfile() {}

    /** Of at most so many transition states; empty where no path joins the two. */
    static Optional<PathReply> of(LandscapeMap map, int from, int to, int most, String version) {
        Way way = map.paths().between(from, to);
        int steps = way.passes().length;
        if (steps == 0) return Optional.empty();
        Passes passes = map.passes();
        double barrier = map.barriers().between(from, to);
        return Optional.of(new PathReply(
                version,
                from,
                to,
                barrier,
                barrier - passes.minimum()[from],
                barrier - passes.minimum()[to],
                steps,
                steps > most,
                stops(passes, way, Math.min(steps, most))));
    }

    /** In so many pieces of equal length: of each the highest transition state, and the lowest of the minima after it but for the last, which is the end. */
    private static List<PathStop> stops(Passes passes, Way way, int pieces) {
        int steps = way.passes().length;
        List<PathStop> stops = new ArrayList<>();
        stops.add(minimum(passes, way, 0));
        for (int piece = 0; piece < pieces; piece++) {
            int begin = (int) ((long) piece * steps / pieces);
            int end = (int) ((long) (piece + 1) * steps / pieces);
            int highest = begin;
            int lowest = begin + 1;
            for (int k = begin; k < end; k++) {
                if (passes.height(way.passes()[k]) > passes.height(way.passes()[highest])) highest = k;
                if (energy(passes, way, k + 1) < energy(passes, way, lowest)) lowest = k + 1;
            }
            int pass = way.passes()[highest];
            stops.add(new PathStop(highest + 0.5, true, pass, passes.pass()[pass]));
            stops.add(minimum(passes, way, piece == pieces - 1 ? steps : Math.max(lowest, highest + 1)));
        }
        return stops;
    }

    private static double energy(Passes passes, Way way, int place) {
        return passes.minimum()[way.minima()[place]];
    }

    private static PathStop minimum(Passes passes, Way way, int place) {
        return new PathStop(place, false, way.minima()[place], energy(passes, way, place));
    }
}
