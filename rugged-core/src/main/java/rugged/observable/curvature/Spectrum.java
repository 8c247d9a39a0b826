package rugged.observable.curvature;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.num.spectral.DenseSpectrum;
import rugged.observable.Turns;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * The spectrum of the Hessian, of its two parts (the Gauss-Newton matrix, and the curvature of the function itself), or of the covariance of pattern gradients, in the tangent space of the state: M eigenvalues, on the
 * sphere without the radial direction.
 *
 * <p>Routes: {@code dense} finds all eigenvalues from N products and N^3 operations, in 32 N^2 bytes, with no error but rounding; {@code lanczos} both ends
 * only; {@code slq} both ends, and density, traces and counts: the converged eigenvalues of the
 * ends exactly, the others by stochastic Lanczos quadrature from {@code probes} random vectors of {@code steps} products each, with standard errors; {@code auto} is dense up to N = 1000, then slq.
 *
 * <p>By every route the k-th eigenvalue is the k-th with multiplicity: one that is repeated three times is there three times. Without the matrix each has its residual, by a
 * product of its own, within which there is an eigenvalue, and {@code converged} counts those of which it is known, too, that none further out was passed over (see {@link rugged.num.spectral.Extremes}:
 * one in 1e4 may be). What {@code steps} products for a random vector do not settle is given with its residual and not counted: the true k-th eigenvalue may lie further out.
 * It takes one random vector more where no eigenvalue is repeated, and one more for each time that one is.
 *
 * <p>The density is (1/M) sum_i of normal densities of standard deviation {@code width} about the eigenvalues, on a grid of its own, so that it can be
 * averaged. Negative is what lies below 0 by more than rounding (1e-8 of the largest), down what lies below it by 1/1000 of the largest, flat what is within
 * 1/1000 of it, zero what cannot be told from 0. Quantities of the Gauss-Newton matrix end in {@code _gn}, those of the curvature of the function in {@code _function}, those of the covariance in {@code _noise}.
 */
@Named(
        value = "spectrum",
        title = "Spectrum of the curvature",
        doc = "Density of eigenvalues, both ends with residuals, traces, counts and participation ratios of the"
                + " Hessian, the Gauss-Newton matrix or the noise covariance, each with its error.",
        source = "Ubaru, Chen and Saad, SIAM J. Matrix Anal. Appl. 38, 1075 (2017)",
        year = 2017,
        topics = {"one time", "curvature"})
public record Spectrum(
        @Param(
                doc = "whose eigenvalues; unstressed and pre-stress are the parts of a Hessian of contacts",
                def = "hessian")
        Operator operator,

        @Param(doc = "auto, dense, lanczos or slq", def = "auto", reason = "all eigenvalues while that takes seconds")
        Method method,

        @Param(doc = "eigenvalues given at either end", def = "10", min = 1, max = 1000)
        int eigenvalues,

        @Param(doc = "products for a vector at most", def = "100", min = 2, max = 10000)
        int steps,

        @Param(doc = "random vectors of slq", def = "10", min = 2, max = 10000)
        int probes,

        @Param(doc = "first value at which the density is given", symbol = "\u03bb", def = "-2")
        double from,

        @Param(doc = "last value at which the density is given", symbol = "\u03bb", def = "8")
        double to,

        @Param(doc = "number of values at which the density is given", def = "101", min = 2, max = 10000)
        int points,

        @Param(doc = "standard deviation by which the density is smoothed; 0 for two grid spacings", def = "0", min = 0)
        double width,

        @Param(
                doc = "residual, relative to the largest eigenvalue, at which an eigenvalue at the ends has converged",
                def = "1e-6",
                min = 0,
                above = true,
                max = 1)
        double tolerance,

        @CurvatureParameters.EveryKth int every)
        implements ObservableSpec {
    private static final int SMALL = 1000;

    /** Multiply-adds for all eigenvalues and eigenvectors, over N^3. */
    private static final double DENSE_OPERATIONS = 4.5;

    /** How it is found out. */
    public enum Method {
        /** Dense up to N = 1000, then slq. */
        AUTO,
        /** From the matrix. */
        DENSE,
        /** Both ends. */
        LANCZOS,
        /** Both ends, and stochastic Lanczos quadrature. */
        SLQ
    }

    public Spectrum {
        if (!(to > from)) throw new BadParameter("to", to, "is not above from = " + from, "a larger number");
        if (Double.isInfinite(to - from))
            throw new BadParameter("to", to, "leaves no grid", "finite numbers for from and to");
    }

    /** What it records. */
    public SpectrumQuantities recorded() {
        return new SpectrumQuantities(operator);
    }

    @Override
    public List<Quantity> quantities() {
        return recorded().all();
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.of(schedule.singles(), every, 0.0);
    }

    @Override
    public Set<Need> needs() {
        return operator.needs();
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        return refusal(landscape.knownDimension());
    }

    /** Why the dense route is impossible; empty when it is not. */
    private Optional<String> refusal(double n) {
        int largest = DenseSpectrum.largest(0.5 * Runtime.getRuntime().maxMemory());
        if (method != Method.DENSE || !(n > largest)) return Optional.empty();
        return Optional.of(String.format(
                Locale.ROOT,
                "all eigenvalues of N = %.0f need %.3g GB; N = %d is the largest that fits; method: slq needs no"
                        + " matrix",
                n,
                1e-9 * DenseSpectrum.bytes(n),
                largest));
    }

    /** The route for N. */
    Method route(double n) {
        if (method != Method.AUTO) return method;
        return n <= SMALL ? Method.DENSE : Method.SLQ;
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        double n = landscape.knownDimension();
        if (Double.isNaN(n)) return 0.0;
        double work = landscape.cost().operations();
        double each = switch (route(n)) {
            case DENSE -> 2.0 * n + DENSE_OPERATIONS * n * n * n / Math.max(1.0, work);
            case LANCZOS -> 2 * Edges.evaluations(n, Math.min(steps, n), work);
            default -> (2 + probes) * Edges.evaluations(n, Math.min(steps, n), work);
        };
        return each / every;
    }

    @Override
    public double memory(LandscapeSpec landscape) {
        double n = landscape.knownDimension();
        if (Double.isNaN(n)) return 0.0;
        return route(n) == Method.DENSE ? DenseSpectrum.bytes(n) : Edges.basis(n, Math.min(steps, n));
    }

    @Override
    public Probe open(Model model, Streams random) {
        refusal(model.dimension()).ifPresent(why -> {
            throw new BadParameter("method", "dense", why, "method: slq or a smaller landscape");
        });
        var search = switch (route(model.dimension())) {
            case DENSE -> Spectrometer.Search.dense(eigenvalues);
            case LANCZOS -> new Spectrometer.Search(eigenvalues, tolerance, steps, 0);
            default -> new Spectrometer.Search(eigenvalues, tolerance, steps, probes);
        };
        double smoothing = width > 0.0 ? width : 2.0 * (to - from) / (points - 1.0);
        var grid = new Spectrometer.Grid(from, to, points, smoothing);
        StateOperator at = StateOperator.of(operator, (Landscape) model);
        return new Spectrometer(at, search, grid, recorded(), every, random);
    }
}
