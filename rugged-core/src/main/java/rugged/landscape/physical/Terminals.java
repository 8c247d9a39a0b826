package rugged.landscape.physical;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rugged.api.physical.GraphSpec;
import rugged.api.physical.Wiring;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;
import rugged.params.ParameterGroup;

/** Between which nodes currents run and drops are read, and with which conductances a network begins; what physical networks of all tasks have alike. */
public record Terminals(
        @Param(
                doc = "nodes of the pairs through which currents enter and leave, two numbers a pair; drawn by the"
                        + " seed, no node twice while others are left, if none",
                def = "[]")
        List<Integer> inputPairs,

        @Param(doc = "nodes of the pairs whose potential drops are read; drawn likewise if none", def = "[]")
        List<Integer> outputPairs,

        @Param(doc = "smallest conductance of an edge", symbol = "w_{min}", def = "0.0001", min = 0, above = true)
        double floor,

        @Param(doc = "conductances begin uniformly in [1 - spread, 1 + spread]", def = "0.5", min = 0, max = 1)
        double spread)
        implements ParameterGroup {
    /** Checks what can be checked without the graph. */
    public Terminals {
        inputPairs = List.copyOf(inputPairs);
        outputPairs = List.copyOf(outputPairs);
        if (!Double.isFinite(floor) || floor >= 1.0)
            throw new BadParameter(
                    "floor", floor, "is not below the conductances at the start, about 1", "above 0 and below 1");
        pairs("input-pairs", inputPairs);
        pairs("output-pairs", outputPairs);
    }

    private static void pairs(String key, List<Integer> nodes) {
        if (nodes.size() % 2 != 0)
            throw new BadParameter(key, nodes, "are " + nodes.size() + " numbers", "two nodes for each pair");
        for (int k = 0; k < nodes.size(); k += 2)
            if (nodes.get(k).equals(nodes.get(k + 1)))
                throw new BadParameter(
                        key,
                        nodes,
                        "pair " + (k / 2 + 1) + " is node " + nodes.get(k) + " twice",
                        "two different nodes");
    }

    /** The number of input pairs: those that are listed, else so many. */
    int inputs(int drawn) {
        return inputPairs.isEmpty() ? drawn : inputPairs.size() / 2;
    }

    /** The number of output pairs. */
    int outputs(int drawn) {
        return outputPairs.isEmpty() ? drawn : outputPairs.size() / 2;
    }

    /** Builds the graph and refuses one in several pieces, naming a pair that they part. */
    Wiring wiring(GraphSpec graph, int inputs, int outputs, long seed) {
        Wiring wiring = graph.build();
        int[] component = wiring.components();
        int count = 0;
        for (int c : component) count = Math.max(count, c + 1);
        if (count > 1) {
            int[] pairs = nodes(wiring, inputs, outputs, seed);
            String parted = "";
            for (int k = 0; k < pairs.length && parted.isEmpty(); k += 2)
                if (component[pairs[k]] != component[pairs[k + 1]])
                    parted = "; " + (k < 2 * inputs ? "input" : "output") + " pair "
                            + (k < 2 * inputs ? k / 2 + 1 : k / 2 - inputs + 1) + " lies in two";
            throw new BadParameter(
                    "graph",
                    graph,
                    "has " + count + " components" + parted,
                    "a connected graph: more edges, or another seed");
        }
        nodes(wiring, inputs, outputs, seed);
        return wiring;
    }

    /** Two nodes of each pair, inputs first. */
    int[] nodes(Wiring wiring, int inputs, int outputs, long seed) {
        int n = wiring.nodes();
        int[] nodes = new int[2 * (inputs + outputs)];
        listed("input-pairs", inputPairs, n, nodes, 0);
        listed("output-pairs", outputPairs, n, nodes, 2 * inputs);
        Set<Long> used = new HashSet<>();
        for (int k = 0; k < nodes.length; k += 2) if (given(k, inputs)) used.add(key(nodes[k], nodes[k + 1]));
        long free = (long) n * (n - 1) / 2 - used.size();
        int drawn = (inputPairs.isEmpty() ? inputs : 0) + (outputPairs.isEmpty() ? outputs : 0);
        if (drawn > free)
            throw new BadParameter(
                    "inputs",
                    inputs,
                    "and " + outputs + " outputs are more pairs than " + n + " nodes have",
                    "at most " + free + " together");
        RandomStream random = Streams.of(seed).stream("physical.pairs", 0);
        int[] order = new int[n];
        int next = n;
        for (int k = 0; k < nodes.length; k += 2) {
            if (given(k, inputs)) continue;
            do {
                if (next + 1 >= n) next = shuffle(order, random);
                nodes[k] = order[next++];
                nodes[k + 1] = order[next++];
            } while (!used.add(key(nodes[k], nodes[k + 1])));
        }
        return nodes;
    }

    /** All nodes in a random order: no node is used again before all but one have been. */
    private static int shuffle(int[] order, RandomStream random) {
        for (int i = 0; i < order.length; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return 0;
    }

    private boolean given(int k, int inputs) {
        return !(k < 2 * inputs ? inputPairs : outputPairs).isEmpty();
    }

    private static void listed(String key, List<Integer> given, int n, int[] nodes, int at) {
        for (int k = 0; k < given.size(); k++) {
            if (given.get(k) < 0 || given.get(k) >= n)
                throw new BadParameter(
                        key, given, "node " + given.get(k) + " is not in the graph", "nodes from 0 to " + (n - 1));
            nodes[at + k] = given.get(k);
        }
    }

    private static long key(int a, int b) {
        return ((long) Math.min(a, b) << Integer.SIZE) | Math.max(a, b);
    }

    /** What should be known before a run: a pair that is input and output at once is read where it is driven. */
    String remark(Wiring wiring, int inputs, int outputs, long seed) {
        int[] pairs = nodes(wiring, inputs, outputs, seed);
        for (int i = 0; i < inputs; i++)
            for (int j = inputs; j < inputs + outputs; j++)
                if (key(pairs[2 * i], pairs[2 * i + 1]) == key(pairs[2 * j], pairs[2 * j + 1]))
                    return "input pair " + (i + 1) + " is output pair " + (j - inputs + 1) + " as well";
        return "";
    }
}
