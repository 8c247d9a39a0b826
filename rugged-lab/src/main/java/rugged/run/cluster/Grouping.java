package rugged.run.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import rugged.store.Agenda;
import rugged.study.Point;
import rugged.study.cost.Costs;
import rugged.study.cost.Estimate;
import rugged.study.cost.Footprint;
import rugged.study.cost.Machine;
import rugged.study.cost.Share;

/** Divides points into groups of about equal predicted time. Neighbours stay together, because they share their landscape. */
public final class Grouping {
    /** Heap for each byte that is in use: what a collector needs to work without haste. */
    private static final double SPARE = 1.25;

    /** Heap of a process that computes next to nothing. */
    private static final double LEAST_HEAP = 128.0 * (1 << 20);

    private Grouping() {}

    /**
     * Divides.
     *
     * @param points what is left to compute
     * @param machine with the rates that predictions are made with
     * @param threads of each task
     * @param length seconds that a task should take, of the seconds that all take together
     * @param most groups at most; they take longer where there would be more
     * @return groups, none of them empty
     */
    public static List<Group> of(
            List<Point> points, Machine machine, int threads, DoubleUnaryOperator length, int most) {
        List<Needs> each = needs(points, machine);
        double all = 0;
        for (Needs one : each) all += one.seconds;
        double share = Math.max(length.applyAsDouble(all) * threads, all / most);
        int count = (int) Math.clamp(Math.ceil(all / share), 1.0, Math.max(1.0, Math.min(most, each.size())));
        List<Group> groups = new ArrayList<>();
        int from = 0;
        double before = 0;
        for (int g = 1; g <= count && from < each.size(); g++) {
            int to = from;
            double sum = 0;
            // a point falls into the group in which its middle lies
            while (to < each.size() && (g == count || before + sum + each.get(to).seconds / 2 <= all * g / count))
                sum += each.get(to++).seconds;
            if (to == from) continue;
            List<String> keys =
                    points.subList(from, to).stream().map(Point::key).toList();
            groups.add(new Group(keys, sum, heap(each.subList(from, to), threads)));
            before += sum;
            from = to;
        }
        return groups;
    }

    private record Needs(double seconds, Footprint bytes) {}

    /** Points that differ in nothing but their seed need the same. */
    private static List<Needs> needs(List<Point> points, Machine machine) {
        Map<Map<String, String>, Needs> known = new HashMap<>();
        List<Needs> all = new ArrayList<>(points.size());
        for (Point point : points) {
            Map<String, String> group = new HashMap<>(point.coordinates());
            group.keySet().removeIf(Agenda::seed);
            all.add(known.computeIfAbsent(group, of -> new Needs(seconds(point, machine), Footprint.of(point))));
        }
        return all;
    }

    private static double heap(List<Needs> points, int threads) {
        double heap = LEAST_HEAP;
        for (Needs one : points) {
            double needed = Math.max(one.bytes.landscape() / Share.LANDSCAPES, threads * one.bytes.own() / Share.OWN);
            heap = Math.max(heap, SPARE * needed);
        }
        return heap;
    }

    private static double seconds(Point point, Machine machine) {
        Costs costs = new Costs(machine);
        costs.add(point, 1);
        Estimate estimate = costs.estimate();
        return machine.slowness() * estimate.totals().seconds();
    }
}
