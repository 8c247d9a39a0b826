package rugged.protocol.atlas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import rugged.api.Bench;
import rugged.api.Quantity;
import rugged.api.model.Landscape;
import rugged.api.motion.Ensemble;
import rugged.api.motion.Task;
import rugged.compose.search.Stationary;
import rugged.compose.search.Walker;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/**
 * How {@link Walker}s hop from minimum to minimum, and how that is done in tasks.
 *
 * @param hops of each walker
 * @param walkers how many
 * @param temperature T
 * @param step first displacement
 * @param keep minima that each remembers
 * @param target energy at which one rests
 */
public record Hopping(
        @Param(doc = "hops of each walker", def = "1000", min = 1, max = 1e9)
        int hops,

        @Param(doc = "walkers, independent of one another", def = "1", min = 1, max = 100000)
        int walkers,

        @Param(
                doc = "temperature of the walk, in units of the energy of the landscape",
                symbol = "T",
                def = "0.8",
                min = 0.0,
                above = true,
                reason = "the usual one for Lennard-Jones clusters, in units of the depth of a pair")
        double temperature,

        @Param(
                doc = "first displacement of a coordinate, at most",
                def = "0.36",
                min = 0.0,
                above = true,
                reason = "a third of the distance of two atoms")
        double step,

        @Param(doc = "minima that are kept, the lowest of each walker", def = "100", min = 1, max = 1e6)
        int keep,

        @Param(doc = "energy at which a walker rests, within 1e-3; it makes all its hops if left out", symbol = "E*")
        Optional<Double> target)
        implements ParameterGroup {
    private static final Quantity TO_TARGET = new Quantity(
            "hops_to_target",
            "n_{hop}",
            "",
            List.of("walker"),
            "quenches of a walker until it first came to the target; NaN for one that did not");

    private static final Quantity MISSED =
            new Quantity("missed", "n_{missed}", "", List.of("t"), "walkers that did not come to the target");

    private static final Quantity BEST = new Quantity(
            "best", "E_{0}", "", List.of("hops"), "lowest energy that any walker has found in so many hops each");

    /** What is recorded of it. */
    static final List<Quantity> QUANTITIES = List.of(TO_TARGET, MISSED, BEST);

    private static final double WITHIN = 1e-3;
    private static final int ROUND = 200;
    /** The part of the work of a walk that is the walk itself; the rest finishes what was kept. */
    private static final double WALKING = 0.95;

    /** Walks, and keeps the lowest minima; in the part [0, to) of the work. */
    void explore(Exploration on, SearchParameters search, double to) {
        Bench bench = on.bench();
        Walker.Hops how = new Walker.Hops(bench.dynamics(), temperature, step, search.longest(), keep);
        double rest = target.map(energy -> energy + WITHIN).orElse(Double.NEGATIVE_INFINITY);
        List<byte[]> walking = begin(bench, how);
        double best = Double.POSITIVE_INFINITY;
        boolean resting = false;
        double part = WALKING * to / hops;
        for (long done = 0; done < hops; ) {
            long until = Math.min(hops, done == 0 ? 1 : Math.min(2 * done, done + ROUND));
            if (!resting) {
                walking = round(bench, how, walking, until, rest, part * done, part * until);
                resting = true;
                for (byte[] saved : walking) {
                    Walker walker = new Walker(how, on.dimension(), saved);
                    best = Math.min(best, walker.best());
                    resting &= walker.best() <= rest;
                }
            }
            done = until;
            // also where all rest: a mean over those that still walk would be one over the unlucky
            bench.record(BEST, Double.isInfinite(best) ? Double.NaN : best, done);
        }
        List<Walker> walked = walking.stream()
                .map(saved -> new Walker(how, on.dimension(), saved))
                .toList();
        report(bench, walked, rest);
        finish(on, walked, to);
    }

    /** The first at the start of the study, the others at random states. */
    private List<byte[]> begin(Bench bench, Walker.Hops how) {
        Ensemble start = bench.pilot(bench.dynamics());
        List<Task> tasks = new ArrayList<>();
        double[] first = start.states(bench.model())[0];
        for (int w = 0; w < walkers; w++) {
            boolean leading = w == 0;
            tasks.add((own, random) -> {
                double[] x = first.clone();
                if (!leading) ((Landscape) own).randomise(x, random.stream("start", 0));
                return new Task.Result(new Walker(how, x).saved(), 0);
            });
        }
        return bench.carryOut(tasks, 0.0, 0.0);
    }

    private static List<byte[]> round(
            Bench bench, Walker.Hops how, List<byte[]> walking, long until, double rest, double from, double to) {
        List<Task> tasks = new ArrayList<>();
        for (byte[] saved : walking)
            tasks.add((own, random) -> {
                Landscape landscape = (Landscape) own;
                Walker walker = new Walker(how, landscape.dimension(), saved);
                long evaluations = walker.hop(landscape, until, rest, random);
                return new Task.Result(walker.saved(), evaluations);
            });
        return bench.carryOut(tasks, from, to);
    }

    private void report(Bench bench, List<Walker> walked, double rest) {
        if (target.isEmpty()) return;
        int missed = 0;
        for (int w = 0; w < walked.size(); w++) {
            boolean there = walked.get(w).best() <= rest;
            if (!there) missed++;
            bench.record(TO_TARGET, there ? walked.get(w).hops() : Double.NaN, w);
        }
        bench.record(MISSED, missed, 0.0);
    }

    /** Quenches to the end what was kept, the lowest of all walkers. */
    private static void finish(Exploration on, List<Walker> walked, double to) {
        List<Walker.Seen> seen = walked.stream()
                .flatMap(walker -> walker.kept().stream())
                .sorted(Comparator.comparingDouble(Walker.Seen::energy))
                .toList();
        List<Exploration.Piece> pieces = new ArrayList<>();
        for (Walker.Seen one : seen) pieces.add((own, searcher, random) -> List.of(searcher.finish(one.x())));
        List<List<Stationary>> finished = on.carryOut(pieces, WALKING * to, to);
        for (int k = 0; k < seen.size(); k++)
            on.minimum(finished.get(k).getFirst(), seen.get(k).times());
        long failed = 0;
        for (Walker walker : walked) failed += walker.failed();
        on.unfinished(failed);
    }
}
