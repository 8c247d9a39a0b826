package rugged.landscape.physical;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rugged.api.Cost;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.physical.GraphSpec;
import rugged.api.physical.PhysicalNetwork;
import rugged.api.physical.Transfer;
import rugged.api.physical.Wiring;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * A network of N nodes and M adjustable conductances w_e, which are the state. Currents x enter through n_in pairs of nodes, potential drops y = T(w) x are read across n_out pairs, with
 *
 * <pre>T(w) = Q_out^T L^+ Q_in,   L = B^T diag(w) B,   E(w) = |T(w) - R|_F^2/n_out</pre>
 *
 * <p>E is the mean of |y - R x|^2/n_out over standard normal currents; patterns are the n_in unit currents, each with (n_in/n_out) |T e_k - R e_k|^2, so that E is their mean. It is not convex in w, and intensive. Potentials minimise the physical energy u.L u/2 - I.u, whose Hessian is L.
 * R is drawn uniformly from [-size, size], or is the transfer matrix of another network on the same graph whose conductances are exp(sigma z), z standard normal, which can be reached; or is given. Drops cannot exceed what conductances allow, |T_jk| <= sqrt(R_j R_k) with effective resistances R: of a size beyond that, edges go
 * to the floor and the error stays.
 *
 * <p>The control leads from one task (0) to a second of the same law (1): R = (1 - c) R_1 + c R_2.
 *
 * <p>Source: Anisetti, Kandala and Schwarz, arXiv:2309.04382; normalisations are this program's. Cost: a Cholesky factorisation, N^3/6 multiply-adds, and (n_in + n_out) N^2 a gradient; memory 8 N^2 bytes a fork.
 */
@Named(
        value = "physical-network",
        title = "Network of conductances that learns a linear transformation",
        doc = "Adjustable conductances on a graph; currents in, potential drops out, squared error of the transfer"
                + " matrix.",
        source = "Anisetti, Kandala and Schwarz, arXiv:2309.04382",
        year = 2023,
        topics = {"physical networks", "learning", "non-equilibrium"})
public record PhysicalLinear(
        @Param(doc = "graph: random, lattice, random-geometric, small-world or edges (a file)", def = "random")
        GraphSpec graph,

        @Param(
                doc = "pairs through which currents enter and leave, where they are drawn",
                symbol = "n_{in}",
                def = "5",
                min = 1,
                max = 1000)
        int inputs,

        @Param(
                doc = "pairs whose drops are read, where they are drawn",
                symbol = "n_{out}",
                def = "5",
                min = 1,
                max = 1000)
        int outputs,

        @Param(doc = "where R comes from: random, teacher (another network) or matrix (given)", def = "random")
        Aim aim,

        @Param(
                doc = "entries of a random R are uniform in [-size, size]",
                symbol = "s",
                def = "0.05",
                min = 0,
                above = true)
        double size,

        @Param(
                doc = "standard deviation of the logarithm of a teacher's conductances",
                symbol = "\u03c3",
                def = "0.7",
                min = 0,
                max = 5)
        double sigma,

        @Param(doc = "R that is given, row by row: n_out rows of n_in", def = "[]")
        List<Double> matrix,

        @Param(doc = "c, between the first task (0) and the second (1)", symbol = "c", def = "0", min = 0, max = 1)
        double task,

        Terminals terminals,

        @Param(doc = "seed of pairs and tasks", def = "1") long seed)
        implements LandscapeSpec {
    /** Where R comes from. */
    public enum Aim {
        /** Drawn. */
        RANDOM,
        /** The transfer matrix of other conductances. */
        TEACHER,
        /** Given. */
        MATRIX
    }

    /** Checks the task. */
    public PhysicalLinear {
        matrix = List.copyOf(matrix);
        int entries = terminals.inputs(inputs) * terminals.outputs(outputs);
        if (aim == Aim.MATRIX && matrix.size() != entries)
            throw new BadParameter(
                    "matrix",
                    matrix,
                    "has " + matrix.size() + " numbers",
                    "R must be n_out x n_in = " + terminals.outputs(outputs) + " x " + terminals.inputs(inputs)
                            + ", row by row");
        if (aim != Aim.MATRIX && !matrix.isEmpty())
            throw new BadParameter("matrix", matrix, "is not used", "aim: matrix with it");
        if (aim == Aim.MATRIX && task != 0.0)
            throw new BadParameter("task", task, "there is one task where R is given", "0");
        for (double entry : matrix)
            if (!Double.isFinite(entry)) throw new BadParameter("matrix", matrix, "is not finite", "finite numbers");
        if (!Double.isFinite(size)) throw new BadParameter("size", size, "is not finite", "a finite number");
    }

    private int columns() {
        return terminals.inputs(inputs);
    }

    private int rows() {
        return terminals.outputs(outputs);
    }

    private Wiring wiring() {
        return terminals.wiring(graph, columns(), rows(), seed);
    }

    @Override
    public PhysicalNetwork build() {
        Wiring wiring = wiring();
        int[] pairs = terminals.nodes(wiring, columns(), rows(), seed);
        double[] first = matrix(wiring, pairs, 0);
        if (aim == Aim.MATRIX) return new CircuitModel(wiring, pairs, terminals, demand(first));
        return new TwoTasks(wiring, pairs, terminals, demand(first), demand(matrix(wiring, pairs, 1)), task);
    }

    /** R of a task. */
    private double[] matrix(Wiring wiring, int[] pairs, int which) {
        double[] r = new double[rows() * columns()];
        RandomStream random = Streams.of(seed).stream("physical.task", which);
        switch (aim) {
            case MATRIX -> {
                for (int k = 0; k < r.length; k++) r[k] = matrix.get(k);
            }
            case RANDOM -> {
                for (int k = 0; k < r.length; k++) r[k] = size * (2.0 * random.nextDouble() - 1.0);
            }
            case TEACHER -> {
                double[] w = new double[wiring.edges()];
                for (int k = 0; k < w.length; k++) w[k] = Math.exp(sigma * random.nextGaussian());
                Transfer response = new Transfer(wiring, columns(), pairs, terminals.floor());
                response.solve(w);
                System.arraycopy(response.transfer(), 0, r, 0, r.length);
            }
        }
        return r;
    }

    /** Unit currents, and the columns of R. */
    private Demand demand(double[] r) {
        int in = columns();
        int out = rows();
        double[] x = new double[in * in];
        double[] y = new double[in * out];
        for (int k = 0; k < in; k++) {
            x[k * in + k] = 1.0;
            for (int j = 0; j < out; j++) y[k * out + j] = r[j * in + k];
        }
        return new Demand(in, out, x, y, (double) in / out);
    }

    @Override
    public Set<Need> provides() {
        Set<Need> needs = EnumSet.of(Need.CONTINUOUS, Need.GRADIENT, Need.HESSIAN_VECTOR, Need.PATTERNS, Need.CIRCUIT);
        if (aim != Aim.MATRIX) needs.add(Need.CONTROL);
        return needs;
    }

    /** Solutions without error form a valley of at least M - n_in n_out dimensions. */
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
        return columns();
    }

    @Override
    public String remark() {
        return terminals.remark(wiring(), columns(), rows(), seed);
    }

    @Override
    public Map<String, Double> sizes() {
        Wiring wiring = wiring();
        return Map.of("N", (double) wiring.nodes(), "M", (double) wiring.edges(), "P", (double) columns());
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
