package rugged.theory.directed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.Solution;
import rugged.api.TheorySpec;
import rugged.api.Validity;
import rugged.index.Named;
import rugged.meanfield.signal.DeepSignals;
import rugged.meanfield.signal.DeepSignals.Critical;
import rugged.meanfield.signal.Reaction;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Signals in a deep network of random weights for infinite width ({@link DeepSignals}): the mean square q_l of the fields of layer l, the correlation c_l of those of two inputs, and the square g_l of the gradient of an output with respect to them, g_l = prod_{m &gt;= l} chi(q_m); their fixed points and the depths over which they are approached. Two inputs become one in the ordered phase, chi_1 &lt; 1, and part in the chaotic one;
 * the line between the two is written at the biases of the theory, whatever its weights.
 *
 * <p>Inputs x of |x|^2 = q_0 d have q_1 = w q_0 + v. Errors are the change when the grids of all integrals are made finer; nothing is written for what is not there: q* where signals grow for ever, c* where they die, xi_c on the line.
 */
@Named(
        value = "signal-propagation",
        title = "Signals in deep random networks",
        doc = "Size of signals, correlation of two inputs and gradients from layer to layer at infinite width; fixed"
                + " points, depth scales and the edge of chaos.",
        source = "Schoenholz, Gilmer, Ganguli and Sohl-Dickstein, Proc. ICLR (2017)",
        year = 2017,
        topics = {"deep learning", "criticality", "mean field"})
public record SignalPropagation(
        @Param(doc = "tanh, erf (of u, not of u/sqrt 2), relu, softplus, swish or linear", def = "tanh")
        Reaction activation,

        @Param(doc = "w: weights have variance w/fan", symbol = "\u03c3_{w}^{2}", def = "1.5", min = 0, above = true)
        double weights,

        @Param(doc = "variance of the biases", symbol = "\u03c3_{b}^{2}", def = "0.05", min = 0)
        double biases,

        @Param(
                doc = "probability that a unit is kept, drawn for each input (dropout)",
                symbol = "\u03c1",
                def = "1",
                min = 0,
                above = true,
                max = 1)
        double keep,

        @Param(doc = "factor of a link around each layer", symbol = "a", def = "0", min = 0, max = 1)
        double skip,

        @Param(doc = "hidden layers", symbol = "L", def = "30", min = 2, max = 10000)
        int depth,

        @Param(doc = "mean square of the inputs", symbol = "q_{0}", def = "1", min = 0, above = true)
        double inputs,

        @Param(doc = "correlation of two inputs", symbol = "c_{0}", def = "0.6", min = -1, max = 1)
        double cosine)
        implements TheorySpec {
    /** Depth scales through which a signal may go and still be learnt from: an observation, no theory. */
    private static final double SCALES = 6.0;

    /** By how much grids are finer for the error. */
    private static final double FINER = 1.25;

    private static final Quantity FIXED = number("q_star", "q*", "mean square of the fields of deep layers");
    private static final Quantity CHI =
            number("chi_1", "\u03c7_{1}", "slope of the map of correlations at c = 1; factor of squared gradients");
    private static final Quantity TOGETHER = number("c_star", "c*", "correlation of two inputs in deep layers");
    private static final Quantity SCALE =
            number("xi_c", "\u03be_{c}", "layers in which a distance of c from c* falls by e; none on the line");
    private static final Quantity SIZE_SCALE =
            number("xi_q", "\u03be_{q}", "layers in which a distance of q from q* falls by e");
    private static final Quantity GRADIENT_SCALE =
            number("xi_g", "\u03be_{\u2207}", "layers in which squared gradients change by e: 1/|ln chi_1|");
    private static final Quantity TRAINABLE = number(
            "depth_trained",
            "6 \u03be_{c}",
            "6 xi_c, the depth up to which nets were found to train by Schoenholz et al.");
    private static final Quantity CRITICAL =
            number("weights_critical", "\u03c3_{w}^{2}", "where chi_1 = 1 at these biases, the edge of chaos");
    private static final Quantity CRITICAL_FIXED = number("q_critical", "q*", "q* there");

    /** q_l. */
    static final Quantity SQUARE =
            layered("q_layer", "q_{l}", "mean square of the fields of layer l, over units and inputs");

    /** c_l. */
    static final Quantity CORRELATION =
            layered("c_layer", "c_{l}", "z.z'/sqrt(z.z z'.z') of the fields z and z' of two inputs in layer l");

    /** g_l. */
    static final Quantity GRADIENT =
            layered("g_layer", "g_{l}", "|d o/d z_{l}|^{2} of an output with respect to the fields of layer l");

    /** Over the deeper half. */
    static final Quantity FACTOR = new Quantity(
            "gradient_factor",
            "\u03c7",
            "",
            List.of("t"),
            "mean of g_{l}/g_{l+1} over the deeper half of the layers, by which a squared gradient grows from one to"
                    + " the one before");

    private static Quantity number(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of(), definition);
    }

    private static Quantity layered(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of("t", "layer"), definition);
    }

    /** Checks what the binder does not. */
    public SignalPropagation {
        if (!(weights > 0.0) || Double.isInfinite(weights))
            throw new BadParameter("weights", weights, "is no variance of weights", "a number above 0");
        if (!(biases >= 0.0) || Double.isInfinite(biases))
            throw new BadParameter("biases", biases, "is no variance", "a number from 0 on");
        if (!(keep > 0.0 && keep <= 1.0))
            throw new BadParameter("keep", keep, "is no probability to be kept", "above 0 and at most 1");
        if (!(inputs > 0.0) || Double.isInfinite(inputs))
            throw new BadParameter("inputs", inputs, "is no mean square of inputs", "a number above 0");
        if (!(Math.abs(cosine) <= 1.0))
            throw new BadParameter("cosine", cosine, "is no correlation", "a number from -1 to 1");
        if (depth < 2) throw new BadParameter("depth", depth, "is no depth", "an integer from 2 on");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                FIXED,
                CHI,
                TOGETHER,
                SCALE,
                SIZE_SCALE,
                GRADIENT_SCALE,
                TRAINABLE,
                CRITICAL,
                CRITICAL_FIXED,
                SQUARE,
                CORRELATION,
                GRADIENT,
                FACTOR);
    }

    @Override
    public Validity validity() {
        return Validity.LARGE_N;
    }

    private DeepSignals net(double fineness) {
        return new DeepSignals(activation, weights, biases, keep, skip, fineness);
    }

    @Override
    public Solution solve(Schedule grid, Sink out) {
        DeepSignals net = net(1.0);
        Optional<Critical> critical = net.critical();
        critical.ifPresent(point -> {
            out.put(CRITICAL, Sink.ALL, point.weights(), 0.0);
            if (!Double.isNaN(point.q())) out.put(CRITICAL_FIXED, Sink.ALL, point.q(), 0.0);
        });
        for (int k = 0; k < grid.size(); k++) if (grid.single(k) && grid.time(k) == 0.0) layers(net, out);
        OptionalDouble fixed = net.fixed();
        if (fixed.isEmpty())
            return Solution.closedForm("no fixed point: signals grow from layer to layer, or keep any size");
        double[] here = fixedPoint(net, fixed.getAsDouble());
        double[] finer = fixedPoint(net(FINER), net(FINER).fixed().orElse(Double.NaN));
        List<Quantity> all = List.of(FIXED, CHI, TOGETHER, SCALE, SIZE_SCALE, GRADIENT_SCALE, TRAINABLE);
        for (int k = 0; k < here.length; k++)
            if (Double.isFinite(here[k])) out.put(all.get(k), Sink.ALL, here[k], Math.abs(here[k] - finer[k]));
        return Solution.closedForm(words(here));
    }

    /** In the order of the quantities; NaN for what is not there. */
    private double[] fixedPoint(DeepSignals net, double q) {
        double chi = net.chi(q);
        boolean silent = q == 0.0;
        double distance = silent ? Double.NaN : net.fixedDistance(q);
        double along = silent ? Double.NaN : DeepSignals.scale(net.slope(q, distance));
        double gradients = chi == 1.0 ? Double.POSITIVE_INFINITY : 1.0 / Math.abs(Math.log(chi));
        return new double[] {q, chi, 1.0 - distance, along, DeepSignals.scale(net.slope(q)), gradients, SCALES * along};
    }

    private String words(double[] fixed) {
        String phase;
        if (fixed[0] == 0.0) phase = "signals die: c is undefined";
        else if (keep < 1.0) phase = "with dropout, where two inputs never become one";
        else phase = fixed[1] > 1.0 ? "chaotic phase" : fixed[1] < 1.0 ? "ordered phase" : "edge of chaos";
        return String.format(Locale.ROOT, "%s, chi_1 = %.6f", phase, fixed[1]);
    }

    private void layers(DeepSignals net, Sink out) {
        double[] q = new double[depth + 1];
        double[] gradient = new double[depth + 2];
        q[1] = weights * inputs + biases;
        double distance = weights * inputs * (1.0 - cosine) / q[1];
        for (int l = 1; l <= depth; l++) {
            out.put(SQUARE, Sink.ALL, q[l], 0.0, 0.0, l);
            out.put(CORRELATION, Sink.ALL, 1.0 - distance, 0.0, 0.0, l);
            if (l == depth) break;
            distance = net.nextDistance(q[l], distance);
            q[l + 1] = net.next(q[l]);
        }
        gradient[depth + 1] = 1.0;
        for (int l = depth; l >= 1; l--) {
            // a link goes from layer to layer, not to the output
            double factor = l == depth ? net.chi(q[l]) - skip * skip : net.chi(q[l]);
            gradient[l] = factor * gradient[l + 1];
            out.put(GRADIENT, Sink.ALL, gradient[l], 0.0, 0.0, l);
        }
        int half = depth / 2;
        double factor = 0.0;
        for (int l = half; l < depth; l++) factor += gradient[l] / gradient[l + 1] / (depth - half);
        if (Double.isFinite(factor)) out.put(FACTOR, Sink.ALL, factor, 0.0, 0.0);
    }
}
