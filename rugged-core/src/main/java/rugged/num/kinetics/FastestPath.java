package rugged.num.kinetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The path of states from some to others along which the product of branching probabilities is largest: Dijkstra's shortest path with lengths -ln P. Among equals the one over states of lower numbers. Cost: O(S log M).
 *
 * @param states of the path, from its start to its end
 * @param logProbability ln of the product of its branching probabilities
 */
public record FastestPath(List<Integer> states, double logProbability) {
    public FastestPath {
        states = List.copyOf(states);
    }

    /** How many edges it has. */
    public int edges() {
        return Math.max(0, states.size() - 1);
    }

    private record Front(double length, int state) {}

    /** Between two sets of states; without states and with -infinite probability where no path joins them. */
    public static FastestPath between(RateNetwork network, boolean[] from, boolean[] to) {
        int n = network.states();
        double[] length = new double[n];
        int[] before = new int[n];
        boolean[] done = new boolean[n];
        Arrays.fill(length, Double.POSITIVE_INFINITY);
        Arrays.fill(before, -1);
        PriorityQueue<Front> fronts = new PriorityQueue<>((a, b) -> {
            int order = Double.compare(a.length, b.length);
            return order != 0 ? order : Integer.compare(a.state, b.state);
        });
        for (int a = 0; a < n; a++) {
            if (!from[a]) continue;
            length[a] = 0.0;
            fronts.add(new Front(0.0, a));
        }
        while (!fronts.isEmpty()) {
            Front front = fronts.remove();
            int a = front.state;
            if (done[a]) continue;
            if (to[a]) return new FastestPath(back(before, a), -length[a]);
            done[a] = true;
            for (int k = network.begin(a); k < network.begin(a + 1); k++) {
                int b = network.to(k);
                double further = length[a] - (network.logRate(k) - network.logEscape(a));
                if (!(further < length[b])) continue;
                length[b] = further;
                before[b] = a;
                fronts.add(new Front(further, b));
            }
        }
        return new FastestPath(List.of(), Double.NEGATIVE_INFINITY);
    }

    private static List<Integer> back(int[] before, int end) {
        List<Integer> path = new ArrayList<>();
        for (int at = end; at >= 0; at = before[at]) path.add(at);
        Collections.reverse(path);
        return path;
    }
}
