package rugged.run.cluster;

import java.util.ArrayList;
import java.util.List;
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
     * @param seconds that a task should take
     * @param most groups at most; they take longer where there would be more
     * @return groups, none of them empty
     */
    public static List<Group> of(List<Point> points, Machine machine, int threads, double seconds, int most) {
        double[] each = new double[points.size()];
        double all = 0;
        for (int p = 0; p < each.length; p++) all += each[p] = seconds(points.get(p), machine);
        double share = Math.max(seconds * threads, all / most);
        int count = (int) Math.clamp(Math.ceil(all / share), 1.0, Math.max(1.0, Math.min(most, each.length)));
        List<Group> groups = new ArrayList<>();
        int from = 0;
        double before = 0;
        for (int g = 1; g <= count && from < each.length; g++) {
            int to = from;
            double sum = 0;
            // a point falls into the group in which its middle lies
            while (to < each.length && (g == count || before + sum + each[to] / 2 <= all * g / count))
                sum += each[to++];
            if (to == from) continue;
            groups.add(group(points.subList(from, to), sum, threads));
            before += sum;
            from = to;
        }
        return groups;
    }

    private static Group group(List<Point> points, double seconds, int threads) {
        double heap = LEAST_HEAP;
        for (Point point : points) {
            Footprint bytes = Footprint.of(point);
            double needed = Math.max(bytes.landscape() / Share.LANDSCAPES, threads * bytes.own() / Share.OWN);
            heap = Math.max(heap, SPARE * needed);
        }
        return new Group(points.stream().map(Point::key).toList(), seconds, heap);
    }

    private static double seconds(Point point, Machine machine) {
        Costs costs = new Costs(machine);
        costs.add(point, 1);
        Estimate estimate = costs.estimate();
        return machine.slowness() * estimate.totals().seconds();
    }
}
