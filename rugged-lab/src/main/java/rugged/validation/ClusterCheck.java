package rugged.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rugged.api.CheckSpec;
import rugged.api.Examples;
import rugged.api.model.Landscape;
import rugged.api.motion.Stepper;
import rugged.data.Triatomics;
import rugged.dynamics.minimise.LimitedMemory;
import rugged.index.Named;
import rugged.landscape.cluster.LennardJones;
import rugged.landscape.cluster.Triatomic;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.num.spectral.DenseSpectrum;

/**
 * Clusters of atoms against what is known of them: energies and point groups of Lennard-Jones clusters of known shape, all four minima of seven atoms with their vibrations, the triangle and the line of three atoms with a
 * three-body force, and how often a quench ends at each.
 */
@Named(
        value = "clusters",
        title = "Clusters of atoms",
        doc = "Energies, point groups and vibrations of small clusters, and the shares of the shapes of three atoms.",
        source = "Wales and Doye, J. Phys. Chem. A 101, 5111 (1997)",
        year = 1997,
        topics = {"clusters", "rugged landscapes"})
public record ClusterCheck() implements CheckSpec {
    private static final String TABLE = "Cambridge Cluster Database; Wales and Doye, J. Phys. Chem. A 101, 5111 (1997)";
    private static final String INDEPENDENT = "an independent program, 2026";
    private static final int STARTS = 300;
    private static final int TRIPLES = 3000;
    private static final double MOST_STEPS = 5000;
    private static final double APART = 1e-6;

    /** Higher than any vibration of seven atoms. */
    private static final double OUT = 1e6;

    private static final double[] ENERGIES = {-16.50538417, -15.93504306, -15.59321094, -15.53306005};
    private static final double[] LOG_DETERMINANTS = {69.947643, 69.226809, 67.520271, 67.481655};
    private static final int[] ORDERS = {20, 6, 6, 2};
    private static final double[] SHARES = {0.196, 0.259, 0.283, 0.262};

    @Override
    public List<Group> compares() {
        return List.of(
                new Group(
                        "clusters.shape",
                        "energy and order of the point group of clusters of known shape",
                        "depth of the pair potential; a number"),
                new Group(
                        "clusters.seven",
                        "energy, ln of the product of the 15 positive eigenvalues and order of the minima of seven"
                                + " atoms",
                        "depth of the pair potential; ln of its curvature; a number"),
                new Group(
                        "clusters.three",
                        "energy and bond of three atoms with a three-body force, Z = 2",
                        "depth and size of the pair potential"),
                new Group("clusters.share", "share of random starts of three atoms that end in each shape", "1"));
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        shape(rows, ClusterShapes.icosahedron(1), -44.326801, 1e-6, 120);
        shape(rows, ClusterShapes.truncatedOctahedron(), -173.92842659, 1e-7, 48);
        shape(rows, ClusterShapes.icosahedron(2), -279.24847046, 1e-7, 120);
        seven(rows);
        three(rows);
        shares(rows);
        return List.copyOf(rows);
    }

    private static void shape(List<Row> rows, double[] start, double energy, double tolerance, int order) {
        int atoms = start.length / 3;
        Landscape cluster = (Landscape) new LennardJones(atoms).build();
        double[] x = quenched(cluster, start);
        String which = "clusters.shape." + atoms;
        rows.add(Row.exact(
                which + ".energy",
                "energy of " + atoms + " Lennard-Jones atoms",
                cluster.energy(x),
                energy,
                tolerance,
                TABLE));
        rows.add(Row.exact(
                which + ".order",
                "order of their point group",
                cluster.symmetry().order(x),
                order,
                0.0,
                "icosahedral 120, octahedral 48"));
    }

    private static double[] quenched(Landscape cluster, double[] start) {
        Stepper descent = LimitedMemory.ofClusters(4, 0.1, 1e-10).start(cluster, start, Streams.of(1));
        descent.advance(MOST_STEPS);
        double[] x = new double[start.length];
        descent.state(x);
        return x;
    }

    private static void seven(List<Row> rows) {
        Landscape cluster = (Landscape) new LennardJones(7).build();
        List<double[]> minima = minimaOfSeven(cluster);
        String many = "minima from " + STARTS + " random starts";
        rows.add(Row.exact("clusters.seven.minima", many, minima.size(), 4, 0.0, INDEPENDENT));
        for (int k = 0; k < ENERGIES.length; k++) {
            double[] x = k < minima.size() ? minima.get(k) : new double[21];
            double energy = cluster.energy(x);
            double vibrations = logDeterminant(cluster, x);
            double order = cluster.symmetry().order(x);
            String id = "clusters.seven." + (k + 1);
            String of = "minimum " + (k + 1);
            rows.add(Row.exact(id + ".energy", "energy of " + of, energy, ENERGIES[k], 1e-7, INDEPENDENT));
            rows.add(Row.exact(
                    id + ".vibrations", "ln det of " + of, vibrations, LOG_DETERMINANTS[k], 1e-4, INDEPENDENT));
            rows.add(Row.exact(id + ".order", "order of " + of, order, ORDERS[k], 0.0, INDEPENDENT));
        }
    }

    /** By increasing energy. */
    private static List<double[]> minimaOfSeven(Landscape cluster) {
        List<double[]> minima = new ArrayList<>();
        double[] start = new double[21];
        double[] moved = new double[21];
        for (int k = 0; k < STARTS; k++) {
            cluster.randomise(start, Streams.of(1).stream("start", k));
            double[] x = quenched(cluster, start);
            boolean known = false;
            for (double[] one : minima) known |= cluster.symmetry().align(one, x, moved) < APART;
            if (!known) minima.add(x);
        }
        minima.sort((a, b) -> Double.compare(cluster.energy(a), cluster.energy(b)));
        return minima;
    }

    /** With translations and rotations lifted above all vibrations. */
    private static double logDeterminant(Landscape cluster, double[] x) {
        int n = x.length;
        double[] h = new double[n * n];
        cluster.hessian(x, h, new double[2][n]);
        double[][] modes = cluster.zeroModes(x);
        for (int k = 0; k < modes.length; k++) {
            for (int l = 0; l < k; l++) Vectors.add(modes[k], -Vectors.dot(modes[k], modes[l]), modes[l]);
            Vectors.scale(modes[k], 1.0 / Vectors.norm(modes[k]));
            for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) h[i * n + j] += OUT * modes[k][i] * modes[k][j];
        }
        return Arrays.stream(DenseSpectrum.of(n, h, false).values())
                .limit(n - modes.length)
                .map(Math::log)
                .sum();
    }

    private static void three(List<Row> rows) {
        Landscape atoms = (Landscape) new Triatomic(3, 2.0).build();
        double[] triangle = quenched(atoms, new double[] {0, 0, 0, 1.2, 0, 0, 0.6, 1.1, 0.1});
        double[] line = quenched(atoms, new double[] {0, 0, 0, 1.1, 0.1, 0, 2.2, 0, 0.1});
        String exact = INDEPENDENT + ", and closed form";
        rows.add(Row.exact(
                "clusters.three.triangle.energy",
                "energy of the triangle",
                atoms.energy(triangle),
                -2.18509884,
                1e-7,
                exact));
        rows.add(Row.exact("clusters.three.triangle.side", "its side", bond(triangle), 1.168752, 1e-5, exact));
        rows.add(Row.exact(
                "clusters.three.line.energy", "energy of the line", atoms.energy(line), -2.21909817, 1e-7, exact));
        rows.add(Row.exact("clusters.three.line.bond", "its bond", bond(line), 1.108763, 1e-5, exact));
    }

    private static double bond(double[] x) {
        return Math.sqrt(Math.pow(x[0] - x[3], 2) + Math.pow(x[1] - x[4], 2) + Math.pow(x[2] - x[5], 2));
    }

    private static void shares(List<Row> rows) {
        Examples examples = new Triatomics(TRIPLES, 0, 2.0, 0, 1).load();
        double[] shares = new double[SHARES.length];
        for (double label : examples.targets()) shares[(int) label] += 1.0 / TRIPLES;
        for (int k = 0; k < SHARES.length; k++) {
            double error = Math.sqrt(SHARES[k] * (1.0 - SHARES[k]) / TRIPLES);
            rows.add(new Row(
                    "clusters.share." + k,
                    k == 0 ? "share of the triangle" : "share of the line with atom " + k + " in the middle",
                    shares[k],
                    error,
                    SHARES[k],
                    error,
                    3.5,
                    true,
                    INDEPENDENT + ", 3000 starts"));
        }
    }
}
