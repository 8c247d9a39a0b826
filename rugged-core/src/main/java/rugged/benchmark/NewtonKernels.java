package rugged.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import rugged.api.BenchmarkSpec;
import rugged.api.model.ContactLandscape;
import rugged.api.model.Landscape;
import rugged.api.motion.Stepper;
import rugged.dynamics.minimise.DampedNewton;
import rugged.index.Named;
import rugged.landscape.perceptron.Perceptron;
import rugged.num.Cholesky;
import rugged.num.NativeBlas;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Processor time of the damped Newton method on a perceptron at alpha = 1.5, sigma = 0.5, where the problem is convex: whole minimisations from random starts, a step of them, and its parts alone, the
 * Hessian and its decomposition. Beside them LAPACK, where the machine has one: its decomposition of the same matrix, and that with the product U^T U of the violated patterns by its
 * BLAS.
 */
@Named(
        value = "newton-steps",
        title = "Damped Newton of a perceptron",
        doc = "Milliseconds of a damped Newton step on a perceptron, of its Hessian and of its Cholesky"
                + " decomposition, beside LAPACK.",
        source = "Levenberg, Q. Appl. Math. 2, 164 (1944)",
        year = 1944,
        topics = {"jamming", "kernels", "second order"})
public record NewtonKernels(
        @Param(doc = "weights", symbol = "N", def = "400", min = 10, max = 5000)
        int n,

        @Param(doc = "minimisations", def = "9", min = 3, max = 1000)
        int starts)
        implements BenchmarkSpec {
    private static final int ROUNDS = 30;
    private static final int STRIP = 96;
    private static final String STEP = "damped Newton, step";
    private static final String WHOLE = "damped Newton, whole";
    private static final String HESSIAN = "Hessian";
    private static final String FACTOR = "Cholesky";
    private static final String LAPACK = "LAPACK's Cholesky";
    private static final String BOTH = "LAPACK's Cholesky and its product";

    @Override
    public List<Rate> rates() {
        return List.of(
                new Rate(WHOLE, "ms", "as many times " + BOTH),
                new Rate(WHOLE, "steps", ""),
                new Rate(STEP, "ms", BOTH),
                new Rate(HESSIAN, "ms", "the product by the machine's BLAS"),
                new Rate(FACTOR, "ms", LAPACK));
    }

    @Override
    public List<Measurement> measure() {
        Landscape perceptron = (Landscape) new Perceptron(n, 1.5, 0.5, 1).build();
        double[] x = new double[n];
        double[] whole = new double[starts];
        double[] steps = new double[starts];
        double[] each = new double[starts];
        // the first ones are for the compiler
        for (int k = -5; k < starts; k++) {
            perceptron.randomise(x, Streams.of(k + 5).stream("start", 0));
            Stepper descent = new DampedNewton(1.0, 1e-12).start(perceptron, x, Streams.of(1));
            double begun = TimedQuench.now();
            while (descent.status().running()) descent.step();
            int into = Math.max(0, k);
            whole[into] = 1e3 * (TimedQuench.now() - begun);
            steps[into] = descent.steps();
            each[into] = whole[into] / descent.steps();
            descent.state(x);
        }
        return compared(perceptron, x, whole, steps, each);
    }

    private List<Measurement> compared(
            Landscape perceptron, double[] x, double[] whole, double[] steps, double[] each) {
        double[] h = new double[n * n];
        double[] scratch = new double[n * n];
        double[][] vectors = new double[2][n];
        perceptron.hessian(x, h, vectors);
        for (int i = 0; i < n; i++) h[i * n + i] += 0.1;
        Cholesky cholesky = new Cholesky();
        double[] hessian = rounds(() -> timed(() -> perceptron.hessian(x, scratch, vectors)));
        double[] factor = rounds(() -> {
            System.arraycopy(h, 0, scratch, 0, scratch.length);
            return timed(() -> cholesky.decompose(scratch, n));
        });
        Optional<NativeBlas> library = NativeBlas.found().filter(NativeBlas::factorises);
        double lapack = library.map(blas -> Timings.median(rounds(() -> {
                    System.arraycopy(h, 0, scratch, 0, scratch.length);
                    return timed(() -> blas.cholesky(n, scratch));
                })))
                .orElse(Double.NaN);
        int contacts = ((ContactLandscape) perceptron).violated(x).length;
        double[] u = new double[contacts * n];
        Streams.of(2).stream("rows", 0).normals(u);
        double product = library.filter(NativeBlas::multiplies)
                .map(blas -> Timings.median(rounds(() -> timed(() -> square(blas, contacts, u, scratch)))))
                .orElse(Double.NaN);
        String size = ", N = " + n;
        double count = Timings.median(steps);
        List<Measurement> all = new ArrayList<>();
        all.add(beside(WHOLE + size, whole, "as many times " + BOTH, count * (lapack + product)));
        all.add(Timings.measured(WHOLE + size, steps, "steps"));
        all.add(beside(STEP + size, each, BOTH, lapack + product));
        all.add(beside(HESSIAN + size, hessian, "the product by the machine's BLAS", product));
        all.add(beside(FACTOR + size, factor, LAPACK, lapack));
        return List.copyOf(all);
    }

    /** U^T U on and below the diagonal, in strips, as the Hessian is made. */
    private void square(NativeBlas blas, int contacts, double[] u, double[] to) {
        for (int from = 0; from < n; from += STRIP) {
            int end = Math.min(n, from + STRIP);
            blas.multiply(end - from, end, contacts, u, from, 1, n, u, 0, n, to, from * n, n, false);
        }
    }

    private static double[] rounds(DoubleSupplier milliseconds) {
        double[] times = new double[ROUNDS];
        for (int k = -ROUNDS; k < ROUNDS; k++) times[Math.max(0, k)] = milliseconds.getAsDouble();
        return times;
    }

    private static double timed(Runnable work) {
        double begun = TimedQuench.now();
        work.run();
        return 1e3 * (TimedQuench.now() - begun);
    }

    /** Without a library there is nothing beside it. */
    private static Measurement beside(String name, double[] milliseconds, String against, double other) {
        double median = Timings.median(milliseconds);
        String said = Double.isNaN(other) ? "" : against;
        return new Measurement(name, median, "ms", Timings.spread(milliseconds), said, median / other);
    }
}
