package rugged.observable.curvature;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantities;
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
 * The spectrum of the Hessian, of the Gauss-Newton matrix, or of the covariance of pattern gradients, in the tangent space of the state: M eigenvalues, on the
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
 * 1/1000 of it. Quantities of the Gauss-Newton matrix end in {@code _gn}, those of the covariance in {@code _noise}.
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
        @Param(doc = "hessian, gauss-newton or noise-covariance", def = "hessian")
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
    private static final List<String> TIME = List.of("t");
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

    /** Density of eigenvalues. */
    public Quantity density() {
        Quantity hessian = Quantities.HESSIAN_DENSITY;
        if (operator == Operator.HESSIAN) return hessian;
        return quantity(
                hessian.name(),
                hessian.symbol(),
                hessian.axes(),
                hessian.definition().replace("the Hessian", "%s"));
    }

    /** The largest eigenvalues. */
    public Quantity top() {
        return quantity("top", "\u03bb_{k}", List.of("t", "k"), "k-th largest eigenvalue of %s, repeated ones counted");
    }

    /** The smallest eigenvalues. */
    public Quantity bottom() {
        return quantity(
                "bottom", "\u03bb_{M-k+1}", List.of("t", "k"), "k-th smallest eigenvalue of %s, repeated ones counted");
    }

    /** Residual. */
    public Quantity residual() {
        return quantity(
                "residual",
                "|Au - \u03bbu|",
                TIME,
                "largest residual of the eigenvalues given at the ends of %s: there is one within this distance of"
                        + " each");
    }

    /** Convergence. */
    public Quantity converged() {
        return quantity(
                "converged",
                "n_{c}",
                TIME,
                "eigenvalues at both ends of %s that have converged and are known to be those in their place, repeated"
                        + " ones counted");
    }

    /** Trace. */
    public Quantity trace() {
        return quantity("trace", "tr " + operator.symbol(), TIME, "sum of the eigenvalues of %s");
    }

    /** Trace of the square. */
    public Quantity square() {
        return quantity("trace2", "tr " + operator.symbol() + "^{2}", TIME, "sum of the squared eigenvalues of %s");
    }

    /** Negative eigenvalues. */
    public Quantity negative() {
        return quantity("negative", "n_{-}", TIME, "number of negative eigenvalues of %s");
    }

    /** Clearly negative eigenvalues. */
    public Quantity down() {
        return quantity("down", "n_{<0}", TIME, "number of eigenvalues of %s below -\u03bb_{max}/1000");
    }

    /** Flat directions. */
    public Quantity flat() {
        return quantity("flat", "n_{0}/M", TIME, "fraction of eigenvalues of %s within \u03bb_{max}/1000 of 0");
    }

    /** Participation ratio of eigenvectors. */
    public Quantity participation() {
        return quantity(
                "participation",
                "P_{k}",
                List.of("t", "k"),
                "1/(N \u03a3_{i} u_{i}^{4}) for the eigenvector of the k-th largest eigenvalue of %s");
    }

    /** Overlap of top subspaces. */
    public Quantity overlap() {
        return quantity(
                "top_overlap",
                "O(t, t_{w})",
                List.of("t", "tw"),
                "overlap (1/K) \u03a3_{kl} (u_{k}(t) \u00b7 u_{l}(t_{w}))^{2} of the spaces of the largest eigenvalues"
                        + " of %s");
    }

    private Quantity quantity(String name, String symbol, List<String> axes, String definition) {
        String what = switch (operator) {
            case HESSIAN -> "the Hessian";
            case GAUSS_NEWTON -> "the Gauss-Newton matrix";
            case NOISE_COVARIANCE -> "the covariance of pattern gradients";
        };
        return new Quantity(name + operator.suffix(), symbol, "", axes, String.format(Locale.ROOT, definition, what));
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                density(),
                top(),
                bottom(),
                residual(),
                converged(),
                trace(),
                square(),
                negative(),
                down(),
                flat(),
                participation(),
                overlap());
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

    /** The standard deviation of the smoothing. */
    double resolution() {
        return width > 0.0 ? width : 2.0 * (to - from) / (points - 1.0);
    }

    @Override
    public Probe open(Model model, Streams random) {
        refusal(model.dimension()).ifPresent(why -> {
            throw new BadParameter("method", "dense", why, "method: slq or a smaller landscape");
        });
        return new Spectrometer(this, (Landscape) model, random);
    }
}
