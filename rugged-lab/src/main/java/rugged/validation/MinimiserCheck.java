package rugged.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import rugged.api.CheckSpec;
import rugged.api.DynamicsSpec;
import rugged.api.model.Landscape;
import rugged.api.motion.Stepper;
import rugged.dynamics.Clock;
import rugged.dynamics.Stability;
import rugged.dynamics.flow.GradientDescent;
import rugged.dynamics.minimise.ConjugateGradient;
import rugged.dynamics.minimise.Fire;
import rugged.dynamics.minimise.LimitedMemory;
import rugged.dynamics.minimise.NewtonCg;
import rugged.index.Named;
import rugged.landscape.Precision;
import rugged.landscape.cluster.LennardJones;
import rugged.landscape.glass.PSpin;
import rugged.meanfield.Mixture;
import rugged.num.RunningMean;
import rugged.num.Streams;

/**
 * Minimisers against what is known: the rate of gradient descent and the number of products of conjugate gradients on quadratic wells, the work that each takes
 * on small spherical 3-spin glasses, and the energies of two Lennard-Jones clusters.
 *
 * <p>Work counts gradients, a product of the Hessian as two. It scatters from glass to glass (the quartiles of gradient descent are a factor 2 apart), and with
 * it the median of eight. That of conjugate gradients also depends on how exact the line search is: on one set of 16 glasses the median was 157 for c2 = 0.001, 107 for
 * 0.2 and 136 for 0.6.
 */
@Named(
        value = "minimisers",
        title = "Minimisers",
        doc = "Steps on quadratic wells, work on small 3-spin glasses, energies of Lennard-Jones clusters.",
        source = "Nocedal and Wright, Numerical Optimization (2006)",
        year = 2006,
        topics = {"minimisation", "optimisers", "second order"})
public record MinimiserCheck() implements CheckSpec {
    private static final int MOST_STEPS = 100_000;
    private static final int GLASSES = 24;
    private static final int THEIRS = 8;
    /** Standard error of a median times the root of the number, over the distance of the quartiles: 1.2533/1.349 for normal values. */
    private static final double SCATTER = 0.929;

    private static final double SMALL = 1e-6;
    private static final String INDEPENDENT = "an independent program, 8 glasses of N = 60, 2026";

    @Override
    public List<Group> compares() {
        return List.of(
                new Group(
                        "minimisers.descent",
                        "error factor a step, and steps, of gradient descent on two curvatures",
                        "a factor; steps"),
                new Group(
                        "minimisers.cg",
                        "products of linear conjugate gradients until the solution is exact",
                        "products with the Hessian"),
                new Group(
                        "minimisers.pspin",
                        "median work to |g|/sqrt(N) = 1e-6, and mean energy there, of each minimiser on 3-spin glasses"
                                + " of N = 60",
                        "work in gradients, energy per spin in J"),
                new Group(
                        "minimisers.lj",
                        "energy of the known minima of 13 and of 38 Lennard-Jones atoms",
                        "depth of the pair potential"));
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        descent(rows);
        products(rows, 20, 20);
        products(rows, 50, 5);
        glasses(rows);
        clusters(rows);
        return List.copyOf(rows);
    }

    /** A quadratic well along the axes, which counts its products. */
    private record Well(double[] curvatures, int[] products) implements Landscape {
        @Override
        public int dimension() {
            return curvatures.length;
        }

        @Override
        public double energy(double[] x) {
            double sum = 0.0;
            for (int i = 0; i < x.length; i++) sum += 0.5 * curvatures[i] * x[i] * x[i];
            return sum;
        }

        @Override
        public double energyAndGradient(double[] x, double[] g) {
            for (int i = 0; i < x.length; i++) g[i] = curvatures[i] * x[i];
            return energy(x);
        }

        @Override
        public void hessianVector(double[] x, double[] v, double[] hv) {
            products[0]++;
            for (int i = 0; i < x.length; i++) hv[i] = curvatures[i] * v[i];
        }
    }

    private static Stepper run(DynamicsSpec dynamics, Landscape landscape, double[] x) {
        Stepper stepper = dynamics.start(landscape, x, Streams.of(1));
        while (stepper.status().running() && stepper.steps() < MOST_STEPS) stepper.step();
        return stepper;
    }

    /** On curvatures 1 and 100 with the best rate 2/101 every step takes 99/101 of the error. */
    private static void descent(List<Row> rows) {
        Well well = new Well(new double[] {1.0, 100.0}, new int[1]);
        GradientDescent best = new GradientDescent(2.0 / 101.0, 0.0, Clock.STEPS, 0.0, new Stability(true));
        Stepper stepper = best.start(well, new double[] {1.0, 1.0}, Streams.of(1));
        for (int k = 0; k < 100; k++) stepper.step();
        double[] x = new double[2];
        stepper.state(x);
        rows.add(Row.exact(
                "minimisers.descent.rate",
                "error factor a step of gradient descent on curvatures 1 and 100, rate 2/101",
                Math.pow(Math.hypot(x[0], x[1]) / Math.sqrt(2.0), 0.01),
                99.0 / 101.0,
                1e-12,
                "closed form: (kappa - 1)/(kappa + 1)"));
        Stepper until =
                run(new GradientDescent(2.0 / 101.0, 0.0, Clock.STEPS, SMALL, new Stability(true)), well, new double[] {
                    1.0, 1.0
                });
        double first = Math.hypot(1.0, 100.0) / Math.sqrt(2.0);
        rows.add(Row.exact(
                "minimisers.descent.steps",
                "its steps until |g|/sqrt(N) is at most 1e-6",
                until.steps(),
                Math.ceil(Math.log(first / SMALL) / Math.log(101.0 / 99.0)),
                0.0,
                "closed form: ln(|g|/1e-6)/ln(101/99)"));
    }

    /** The gradient is so small that the inner solution is asked for to 1e-8. */
    private static void products(List<Row> rows, int n, int distinct) {
        double[] curvatures = new double[n];
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            curvatures[i] = 1.0 + i % distinct;
            x[i] = 1e-8 * (1.0 + 0.3 * Math.sin(1.0 + i)) / curvatures[i];
        }
        Well well = new Well(curvatures, new int[1]);
        Stepper stepper = run(new NewtonCg(1.0, 2.0, 100, 1.0, 1.0, 1e-14), well, x);
        rows.add(Row.exact(
                "minimisers.cg.products-" + distinct,
                String.format(
                        Locale.ROOT,
                        "products of linear conjugate gradients, N = %d, %d distinct curvatures, %d outer step",
                        n,
                        distinct,
                        stepper.steps()),
                // two go into the test of symmetry
                well.products[0] - 2.0,
                distinct,
                0.0,
                "one a distinct eigenvalue: Nocedal and Wright (2006), theorem 5.4"));
    }

    private static void glasses(List<Row> rows) {
        work(
                rows,
                "gradient-descent",
                new GradientDescent(0.2, 0.0, Clock.STEPS, SMALL, new Stability(true)),
                322,
                -1.0757);
        work(rows, "fire", new Fire(0.1, 0.6, 5, 0.5, SMALL), 194, -1.0757);
        work(rows, "l-bfgs", new LimitedMemory(10, LimitedMemory.Search.WOLFE, 1.0, SMALL), 53, -1.0794);
        work(rows, "newton-cg", new NewtonCg(0.5, 2.0, 50, 0.5, 1.0, SMALL), 194, -1.0757);
        work(rows, "cg", new ConjugateGradient(0.1, 1.0, SMALL), 139, -1.0762);
    }

    private static Landscape glass(long seed) {
        PSpin spec = new PSpin(
                60,
                Mixture.parse("3"),
                PSpin.Couplings.FULL,
                Precision.FLOAT64,
                PSpin.Storage.PACKED,
                Double.POSITIVE_INFINITY,
                1.0,
                seed);
        return (Landscape) spec.build();
    }

    private static void work(List<Row> rows, String name, DynamicsSpec dynamics, double known, double energy) {
        double[] work = new double[GLASSES];
        RunningMean reached = new RunningMean();
        for (int k = 0; k < GLASSES; k++) {
            Landscape glass = glass(k + 1);
            double[] x = new double[60];
            glass.randomise(x, Streams.of(k + 1).stream("start", 0));
            Stepper stepper = run(dynamics, glass, x);
            work[k] = stepper.evaluations();
            stepper.state(x);
            reached.add(glass.energy(x) / 60.0);
        }
        Arrays.sort(work);
        double median = 0.5 * (work[GLASSES / 2 - 1] + work[GLASSES / 2]);
        double scatter = SCATTER * (work[3 * GLASSES / 4] - work[GLASSES / 4]);
        rows.add(new Row(
                "minimisers.pspin." + name + ".work",
                "median work of " + name + ", p = 3, N = 60, to |g|/sqrt(N) = 1e-6",
                median,
                scatter / Math.sqrt(GLASSES),
                known,
                scatter / Math.sqrt(THEIRS),
                3.0,
                true,
                INDEPENDENT));
        rows.add(new Row(
                "minimisers.pspin." + name + ".energy",
                "mean energy per spin that " + name + " ends at",
                reached.mean(),
                reached.error(),
                energy,
                0.016 / Math.sqrt(THEIRS),
                3.0,
                true,
                INDEPENDENT));
    }

    private static void clusters(List<Row> rows) {
        String table = "Cambridge Cluster Database; Wales and Doye, J. Phys. Chem. A 101, 5111 (1997)";
        rows.add(Row.exact(
                "minimisers.lj13",
                "energy of the icosahedron of 13 Lennard-Jones atoms",
                relaxed(ClusterShapes.icosahedron(1)),
                -44.326801,
                1e-6,
                table));
        rows.add(Row.exact(
                "minimisers.lj38",
                "energy of the truncated octahedron of 38 Lennard-Jones atoms",
                relaxed(ClusterShapes.truncatedOctahedron()),
                -173.928427,
                1e-6,
                table));
    }

    private static double relaxed(double[] x) {
        Landscape cluster = (Landscape) new LennardJones(x.length / 3).build();
        run(new LimitedMemory(10, LimitedMemory.Search.WOLFE, 0.2, 1e-9), cluster, x)
                .state(x);
        return cluster.energy(x);
    }
}
