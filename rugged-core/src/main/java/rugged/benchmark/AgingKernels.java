package rugged.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rugged.api.BenchmarkSpec;
import rugged.index.Named;
import rugged.meanfield.AgingProblem;
import rugged.meanfield.Mixture;
import rugged.meanfield.aging.LongTimeSolver;
import rugged.meanfield.aging.Resolution;
import rugged.meanfield.uniform.UniformSolver;
import rugged.params.Param;

/** How long the solvers of the dynamical mean-field equations take: p = 3, T = 0, random start. */
@Named(
        value = "aging-equations",
        title = "Solvers of the aging equations",
        doc = "Processor seconds for 1000 rows of the uniform grid on one thread, beside the same in C where there is a"
                + " compiler, and seconds to a late time by row collocation on one thread and on all.",
        source = "Cugliandolo and Kurchan, Phys. Rev. Lett. 71, 173 (1993)",
        year = 1993,
        topics = {"spin-glass", "mean-field", "aging"})
public record AgingKernels(
        @Param(doc = "rows of the uniform grid", def = "1000", min = 10, max = 20000)
        int rows,

        @Param(doc = "last time of the long-time method", def = "1e4", min = 1, max = 1e8)
        double until)
        implements BenchmarkSpec {
    private static final double STEP = 0.05;
    private static final int ROUNDS = 7;

    @Override
    public List<Rate> rates() {
        return List.of(
                new Rate("uniform grid", "s", "the same in C, where there is a compiler"),
                new Rate("row collocation", "s", "one thread"));
    }

    @Override
    public List<Measurement> measure() {
        AgingProblem problem = new AgingProblem(Mixture.pure(3), 0, 0);
        List<Measurement> all = new ArrayList<>();
        uniform(problem, all);
        double alone = longTime(problem, 1);
        all.add(new Measurement("row collocation to t = " + until + ", one thread", alone, "s", 0.0, "", Double.NaN));
        int threads = Runtime.getRuntime().availableProcessors();
        double together = longTime(problem, threads);
        all.add(new Measurement(
                "row collocation to t = " + until + ", " + threads + " threads",
                together,
                "s",
                0.0,
                "one thread",
                together / alone));
        return List.copyOf(all);
    }

    /** Processor time, in turns with the program in C where there is one. */
    private void uniform(AgingProblem problem, List<Measurement> all) {
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        Optional<CompiledPeer> peer = CompiledPeer.of("uniform_grid.c");
        try {
            UniformSolver.solve(problem, rows * STEP, STEP);
            for (int k = 0; k < ROUNDS; k++) {
                ours[k] = processorSeconds(() -> UniformSolver.solve(problem, rows * STEP, STEP));
                theirs[k] = peer.map(program -> program.seconds(Integer.toString(rows), Double.toString(STEP)))
                        .orElse(Double.NaN);
                ratios[k] = ours[k] / theirs[k];
            }
        } finally {
            peer.ifPresent(CompiledPeer::close);
        }
        boolean compared = !Double.isNaN(Timings.median(ratios));
        String name = "uniform grid, " + rows + " rows, one thread";
        String against = compared ? CompiledPeer.compiler() : "";
        all.add(new Measurement(
                name, Timings.median(ours), "s", Timings.spread(ours), against, Timings.median(ratios)));
        if (compared)
            all.add(new Measurement(
                    name + ", " + against, Timings.median(theirs), "s", Timings.spread(theirs), "", Double.NaN));
    }

    private double longTime(AgingProblem problem, int threads) {
        long begun = System.nanoTime();
        try (LongTimeSolver solver = new LongTimeSolver(problem, Resolution.reaching(problem, until), threads)) {
            solver.solve(until);
        }
        return (System.nanoTime() - begun) * 1e-9;
    }

    private static double processorSeconds(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - begun) * 1e-9;
    }
}
