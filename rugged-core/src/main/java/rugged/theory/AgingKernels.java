package rugged.theory;

import java.util.ArrayList;
import java.util.List;
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
        doc = "Seconds for 1000 rows of the uniform grid on one thread, and to a late time by row collocation on one"
                + " thread and on all.",
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

    @Override
    public List<Measurement> measure() {
        AgingProblem problem = new AgingProblem(Mixture.pure(3), 0, 0);
        List<Measurement> all = new ArrayList<>();
        UniformSolver.solve(problem, 400 * STEP, STEP);
        double grid = seconds(() -> UniformSolver.solve(problem, rows * STEP, STEP));
        all.add(new Measurement("uniform grid, " + rows + " rows, one thread", grid, "s", 0.0, "", Double.NaN));
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

    private double longTime(AgingProblem problem, int threads) {
        return seconds(() -> {
            try (LongTimeSolver solver = new LongTimeSolver(problem, Resolution.reaching(problem, until), threads)) {
                solver.solve(until);
            }
        });
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) * 1e-9;
    }
}
