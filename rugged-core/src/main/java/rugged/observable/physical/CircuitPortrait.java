package rugged.observable.physical;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.api.physical.Circuit;
import rugged.api.physical.PhysicalNetwork;
import rugged.api.physical.Transfer;
import rugged.api.physical.Wiring;
import rugged.api.record.NamedArray;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.Param;

/**
 * The network as it is, for programs that draw it, as three arrays. {@code circuit_edges}, a row for each edge: tail, head, conductance (the floor where it is below it), and the way x, y from tail to head, to the nearest image where the graph is periodic. {@code circuit_nodes}, a row for each node: its place x, y in the unit square, that of the graph or, where that has
 * none, on a circle in the order of nodes; then the potential for a unit current through each of the first inputs, of mean 0 over the nodes, NaN where there is no response. {@code circuit_pairs}, a row for each pair: its two nodes, and 1 for an input, 0 for an output. One factorisation; 8 (5 M + N (2 + inputs) + 3 (n_in + n_out)) bytes a time and replica on disk.
 */
@Named(
        value = "circuit-portrait",
        title = "Portrait of a physical network",
        doc = "Places, conductances, potentials, inputs and outputs of a network of conductances, as arrays.",
        topics = {"one time", "arrays", "physical networks"})
public record CircuitPortrait(
        @Param(doc = "inputs whose potentials are recorded, from the first on", def = "10", min = 1, max = 1000)
        int inputs,

        @Param(doc = "only at every k-th observation time", def = "1", min = 1, max = 1e6)
        int every)
        implements ObservableSpec {
    private static final int EDGE_COLUMNS = 5;
    private static final int PAIR_COLUMNS = 3;
    private static final double RADIUS = 0.46;

    static final Quantity EDGES = Quantity.array(
            "circuit_edges",
            "w_{e}",
            "",
            List.of("t"),
            List.of("edge", "column"),
            "tail, head, conductance, and the way x, y from tail to head, of each edge");
    static final Quantity NODES = Quantity.array(
            "circuit_nodes",
            "u_{i}",
            "",
            List.of("t"),
            List.of("node", "column"),
            "place x, y of each node, and its potential for a unit current through each input");
    static final Quantity PAIRS = Quantity.array(
            "circuit_pairs",
            "i",
            "",
            List.of("t"),
            List.of("pair", "column"),
            "first and second node of each pair, and 1 for an input, 0 for an output");

    @Override
    public List<Quantity> quantities() {
        return List.of(EDGES, NODES, PAIRS);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CIRCUIT);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.of(schedule.singles(), every, 0.0);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        return 1.0;
    }

    /** As many nodes as edges, at the most. */
    @Override
    public double numbers(LandscapeSpec landscape) {
        return (EDGE_COLUMNS + 2.0 + inputs) * landscape.knownDimension() / every;
    }

    @Override
    public Probe open(Model model, Streams random) {
        Circuit circuit = ((PhysicalNetwork) model).circuit();
        return TimedProbe.every(every, (now, out) -> {
            for (int r = 0; r < now.replicas(); r++) {
                Transfer response = circuit.response(now.state(r));
                out.put(EDGES, r, NamedArray.matrix("edge", "column", edges(circuit.wiring(), response)), now.time());
                out.put(NODES, r, NamedArray.matrix("node", "column", nodes(circuit.wiring(), response)), now.time());
                out.put(PAIRS, r, NamedArray.matrix("pair", "column", pairs(response)), now.time());
            }
        });
    }

    private static double[][] edges(Wiring wiring, Transfer response) {
        double[] places = places(wiring);
        double[][] rows = new double[wiring.edges()][EDGE_COLUMNS];
        for (int e = 0; e < rows.length; e++) {
            int tail = wiring.tails()[e];
            int head = wiring.heads()[e];
            rows[e][0] = tail;
            rows[e][1] = head;
            rows[e][2] = response.conductance(e);
            for (int a = 0; a < 2; a++) {
                double way = places[2 * head + a] - places[2 * tail + a];
                rows[e][PAIR_COLUMNS + a] = wiring.periodic() ? way - Math.rint(way) : way;
            }
        }
        return rows;
    }

    private double[][] nodes(Wiring wiring, Transfer response) {
        double[] places = places(wiring);
        int columns = response.inputs() + response.outputs();
        int shown = Math.min(inputs, response.inputs());
        double[][] rows = new double[wiring.nodes()][2 + shown];
        for (int k = 0; k < shown; k++) {
            double mean = 0.0;
            for (int i = 0; i < rows.length; i++) mean += response.potentials()[i * columns + k] / rows.length;
            for (int i = 0; i < rows.length; i++)
                rows[i][2 + k] = response.solved() ? response.potentials()[i * columns + k] - mean : Double.NaN;
        }
        for (int i = 0; i < rows.length; i++) System.arraycopy(places, 2 * i, rows[i], 0, 2);
        return rows;
    }

    private static double[][] pairs(Transfer response) {
        double[][] rows = new double[response.inputs() + response.outputs()][PAIR_COLUMNS];
        for (int k = 0; k < rows.length; k++) {
            rows[k][0] = response.pairs()[2 * k];
            rows[k][1] = response.pairs()[2 * k + 1];
            rows[k][2] = k < response.inputs() ? 1.0 : 0.0;
        }
        return rows;
    }

    private static double[] places(Wiring wiring) {
        if (wiring.places().length > 0) return wiring.places();
        double[] circle = new double[2 * wiring.nodes()];
        for (int i = 0; i < wiring.nodes(); i++) {
            double angle = 2.0 * Math.PI * i / wiring.nodes();
            circle[2 * i] = 0.5 + RADIUS * Math.cos(angle);
            circle[2 * i + 1] = 0.5 + RADIUS * Math.sin(angle);
        }
        return circle;
    }
}
