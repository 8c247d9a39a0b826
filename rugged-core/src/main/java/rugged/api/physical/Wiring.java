package rugged.api.physical;

import java.util.Arrays;

/**
 * An undirected graph whose edges have an orientation, from tail to head, that fixes signs and nothing else. Several edges between two nodes are allowed. Arrays are not to be changed.
 *
 * @param nodes N
 * @param tails node from which each edge goes, [M]
 * @param heads node to which it goes, [M]
 * @param places where nodes lie in the unit square, [N][2]; empty where they lie nowhere
 * @param periodic whether opposite borders of that square are one
 */
public record Wiring(int nodes, int[] tails, int[] heads, double[] places, boolean periodic) {
    /** A graph whose nodes lie nowhere. */
    public Wiring(int nodes, int[] tails, int[] heads) {
        this(nodes, tails, heads, new double[0], false);
    }

    /** The same graph with places. */
    public Wiring placed(double[] where, boolean borderless) {
        return new Wiring(nodes, tails, heads, where, borderless);
    }

    /** M. */
    public int edges() {
        return tails.length;
    }

    /** Of each node the number of its component, from 0 on in order of its lowest node. */
    public int[] components() {
        int[] component = new int[nodes];
        Arrays.fill(component, -1);
        int count = 0;
        for (int i = 0; i < nodes; i++) {
            if (component[i] >= 0) continue;
            int[] distance = distances(i);
            for (int j = 0; j < nodes; j++) if (distance[j] >= 0) component[j] = count;
            count++;
        }
        return component;
    }

    /** Number of edges on the shortest way from a node to each other one; -1 where there is no way. */
    public int[] distances(int from) {
        int[][] neighbours = neighbours();
        int[] distance = new int[nodes];
        Arrays.fill(distance, -1);
        int[] queue = new int[nodes];
        queue[0] = from;
        distance[from] = 0;
        int end = 1;
        for (int k = 0; k < end; k++)
            for (int next : neighbours[queue[k]]) {
                if (distance[next] >= 0) continue;
                distance[next] = distance[queue[k]] + 1;
                queue[end++] = next;
            }
        return distance;
    }

    /** Nodes at the other ends of the edges of each node. */
    public int[][] neighbours() {
        int[] degree = new int[nodes];
        for (int e = 0; e < tails.length; e++) {
            degree[tails[e]]++;
            degree[heads[e]]++;
        }
        int[][] neighbours = new int[nodes][];
        for (int i = 0; i < nodes; i++) neighbours[i] = new int[degree[i]];
        for (int e = 0; e < tails.length; e++) {
            neighbours[tails[e]][--degree[tails[e]]] = heads[e];
            neighbours[heads[e]][--degree[heads[e]]] = tails[e];
        }
        return neighbours;
    }
}
