package rugged.protocol.atlas;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import rugged.num.graph.LowestPath;
import rugged.num.graph.MinimaxBarriers;
import rugged.num.graph.Passes;
import rugged.num.graph.UnionFind;

/**
 * What divides the two deepest funnels of a map. The bottom of one is the lowest minimum, that of the other the one of the ten lowest that are joined to it that lies furthest below the highest pass on the lowest known way. Below that pass the two are apart: a way whose passes are all strictly below it, if there is one,
 * leaves each of these funnels over a transition state that is not on the map, from one of the minima in it. So whoever searched exhaustively from those of the smaller one, and of what it grows to, would find it.
 *
 * @param pass energy of the highest pass on the lowest known way; NaN where nothing is joined to the lowest minimum
 * @param way minima along the lowest way, both bottoms among them, by their places
 * @param smaller minima that are joined to a bottom below the pass, of the funnel with fewer of them, by their places
 */
record Divide(double pass, List<Integer> way, List<Integer> smaller) {
    private static final int AMONG = 10;

    /** On the map as it is. */
    static Divide of(Passes passes) {
        double[] energies = passes.minimum();
        List<Integer> lowest = IntStream.range(0, energies.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> energies[k]))
                .limit(AMONG)
                .toList();
        MinimaxBarriers barriers = new MinimaxBarriers(passes);
        int bottom = lowest.getFirst();
        int other = -1;
        double deepest = Double.NEGATIVE_INFINITY;
        for (int k : lowest.subList(1, lowest.size())) {
            double depth = barriers.between(k, bottom) - energies[k];
            if (Double.isInfinite(depth) || depth <= deepest) continue;
            deepest = depth;
            other = k;
        }
        if (other < 0) return new Divide(Double.NaN, List.of(), List.of());
        double pass = barriers.between(bottom, other);
        UnionFind below = new UnionFind(energies.length);
        for (int k = 0; k < passes.pass().length; k++)
            if (passes.height(k) < pass) below.join(passes.first()[k], passes.second()[k]);
        List<Integer> one = joined(below, bottom, energies.length);
        List<Integer> two = joined(below, other, energies.length);
        int[] way = new LowestPath(passes, barriers).between(bottom, other).minima();
        return new Divide(pass, Arrays.stream(way).boxed().toList(), one.size() <= two.size() ? one : two);
    }

    private static List<Integer> joined(UnionFind below, int bottom, int minima) {
        return IntStream.range(0, minima)
                .filter(k -> below.joined(k, bottom))
                .boxed()
                .toList();
    }
}
