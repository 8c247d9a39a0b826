package rugged.landscape.physical;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.physical.GraphSpec;
import rugged.api.physical.PhysicalNetwork;
import rugged.api.physical.Wiring;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * A network of conductances that learns classes. The d numbers of an input, less their mean over the training examples and divided by their standard deviation there, are currents through d pairs of nodes; a further pair carries a constant current of 1, so n_in = d + 1. With t_k the drops asked for a class,
 *
 * <pre>E(w) = (1/P) sum_a |T(w) x_a - t_{k(a)}|^2/n_out</pre>
 *
 * <p>An example counts as the class whose t_k is nearest. Targets are the corners (n_out classes, size for the own output and 0 for the others) or places on a line (one output, evenly spaced from -size to size): least squares to corners mask the middle one of three classes in a row, to a line they do not.
 * Signs are two classes. Physics and cost as for {@code physical-network}; patterns are the examples, whose number costs little, because the response is linear.
 *
 * <p>Source: Anisetti, Scellier and Schwarz, Phys. Rev. Research 5, 023024 (2023); targets and normalisation are this program's.
 */
@Named(
        value = "physical-classifier",
        title = "Network of conductances that learns classes",
        doc = "Adjustable conductances on a graph; measurements in as currents, classes out as potential drops.",
        source = "Anisetti, Scellier and Schwarz, Phys. Rev. Research 5, 023024 (2023)",
        year = 2023,
        topics = {"physical networks", "learning", "classification"})
public record PhysicalClassifier(
        @Param(doc = "what it learns", def = "iris") DataSpec data,

        @Param(doc = "graph: random, lattice, random-geometric, small-world or edges (a file)", def = "random")
        GraphSpec graph,

        @Param(doc = "targets: corners (an output for each class) or line (one output)", def = "line")
        Targets targets,

        @Param(doc = "size of targets", symbol = "s", def = "0.1", min = 0, above = true)
        double size,

        Terminals terminals,

        @Param(doc = "seed of pairs", def = "1") long seed)
        implements LandscapeSpec {
    /** Where targets lie. */
    public enum Targets {
        /** An output for each class. */
        CORNERS,
        /** One output for all. */
        LINE
    }

    /** Checks the size, and pairs that are given. */
    public PhysicalClassifier {
        if (!Double.isFinite(size)) throw new BadParameter("size", size, "is not finite", "a finite number");
    }

    private DataSpec.Outline outline() {
        DataSpec.Outline outline = data.outline();
        if (outline.classes() < 2) throw new BadParameter("data", data, "has values for labels", "classes or signs");
        int in = outline.width() + 1;
        int out = targets == Targets.CORNERS ? outline.classes() : 1;
        if (terminals.inputs(in) != in)
            throw new BadParameter(
                    "input-pairs",
                    terminals.inputPairs(),
                    "are " + terminals.inputs(in) + " pairs",
                    in + ": one for each number of an input and one for a constant current");
        if (terminals.outputs(out) != out)
            throw new BadParameter(
                    "output-pairs",
                    terminals.outputPairs(),
                    "are " + terminals.outputs(out) + " pairs",
                    Integer.toString(out));
        return outline;
    }

    private int columns() {
        return outline().width() + 1;
    }

    private int rows() {
        return targets == Targets.CORNERS ? outline().classes() : 1;
    }

    private Wiring wiring() {
        return terminals.wiring(graph, columns(), rows(), seed);
    }

    @Override
    public PhysicalNetwork build() {
        Wiring wiring = wiring();
        Examples examples = data.load();
        ClassCodes codes = new ClassCodes(targets == Targets.LINE, size, examples);
        int[] pairs = terminals.nodes(wiring, columns(), rows(), seed);
        return new ClassCircuit(wiring, pairs, terminals, codes);
    }

    @Override
    public Set<Need> provides() {
        return EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR, Need.PATTERNS, Need.CIRCUIT);
    }

    @Override
    public boolean isolated() {
        return false;
    }

    @Override
    public double knownDimension() {
        return wiring().edges();
    }

    @Override
    public double knownPatterns() {
        return outline().patterns();
    }

    @Override
    public String remark() {
        String pairs = terminals.remark(wiring(), columns(), rows(), seed);
        String of = data.remark();
        return of.isEmpty() || pairs.isEmpty() ? of + pairs : of + "; " + pairs;
    }

    @Override
    public Map<String, Double> sizes() {
        Wiring wiring = wiring();
        return Map.of("N", (double) wiring.nodes(), "M", (double) wiring.edges(), "P", knownPatterns());
    }

    @Override
    public Cost cost() {
        return CircuitCost.of(wiring(), columns() + rows());
    }

    @Override
    public double held() {
        double n = wiring().nodes();
        return Double.BYTES * n * n;
    }
}
