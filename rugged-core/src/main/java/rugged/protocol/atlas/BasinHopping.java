package rugged.protocol.atlas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import rugged.api.Bench;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Quantity;
import rugged.api.model.Landscape;
import rugged.api.motion.Ensemble;
import rugged.api.motion.Task;
import rugged.compose.search.Stationary;
import rugged.compose.search.Walker;
import rugged.index.Named;
import rugged.params.Param;

/**
 * Basin-hopping: walkers at a temperature on the landscape of minima, each displaced and quenched by the minimiser that is the dynamics of the study. They begin at the starting state of the study and, where there are several, at random
 * ones. Every coordinate of a minimum is displaced by at most the step, which adapts to half of the hops being taken; clusters are confined. The lowest minima that they came by are finished and kept in the library.
 *
 * <p>With a target a walker rests as soon as it is there: {@code hops_to_target} is a first-encounter time, censored where it is NaN, and {@code missed} counts those.
 *
 * <p>Source: Wales and Doye, J. Phys. Chem. A 101, 5111 (1997); Li and Scheraga, PNAS 84, 6611 (1987).
 */
@Named(
        value = "basin-hopping",
        title = "Basin-hopping",
        doc = "Walks from minimum to minimum at a temperature, to find the lowest ones.",
        source = "Wales and Doye, J. Phys. Chem. A 101, 5111 (1997)",
        year = 1997,
        topics = {"rugged landscapes", "global optimisation"},
        revision = 2)
public record BasinHopping(
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
        Optional<Double> target,

        SearchParameters search)
        implements AtlasSearch {
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

    private static final double WITHIN = 1e-3;
    private static final int ROUND = 200;

    /** Hops and quantities. */
    @Override
    public List<Quantity> quantities() {
        List<Quantity> all = new ArrayList<>(SearchQuantities.ALL);
        all.addAll(List.of(TO_TARGET, MISSED, BEST));
        return all;
    }

    @Override
    public void explore(Exploration on) {
        Bench bench = on.bench();
        Walker.Hops how = new Walker.Hops(bench.dynamics(), temperature, step, search.longest(), keep);
        double rest = target.map(energy -> energy + WITHIN).orElse(Double.NEGATIVE_INFINITY);
        List<byte[]> walking = begin(bench, how);
        double best = Double.POSITIVE_INFINITY;
        boolean resting = false;
        for (long done = 0; done < hops; ) {
            long until = Math.min(hops, done == 0 ? 1 : Math.min(2 * done, done + ROUND));
            if (!resting) {
                walking = round(bench, how, walking, until, rest, 0.95 * done / hops, 0.95 * until / hops);
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
        finish(on, walked);
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
    private void finish(Exploration on, List<Walker> walked) {
        List<Walker.Seen> seen = walked.stream()
                .flatMap(walker -> walker.kept().stream())
                .sorted(Comparator.comparingDouble(Walker.Seen::energy))
                .toList();
        List<Exploration.Piece> pieces = new ArrayList<>();
        for (Walker.Seen one : seen) pieces.add((own, searcher, random) -> List.of(searcher.finish(one.x())));
        List<List<Stationary>> finished = on.carryOut(pieces, 0.95, 1.0);
        for (int k = 0; k < seen.size(); k++)
            on.minimum(finished.get(k).getFirst(), seen.get(k).times());
        long failed = 0;
        for (Walker walker : walked) failed += walker.failed();
        on.unfinished(failed);
    }

    @Override
    public double evaluations(LandscapeSpec landscape, DynamicsSpec dynamics) {
        return (double) hops * walkers * AtlasSearch.quench(landscape, dynamics, search);
    }

    @Override
    public double memory(LandscapeSpec landscape, int replicas) {
        return 32.0 * keep * walkers * landscape.knownDimension();
    }
}
