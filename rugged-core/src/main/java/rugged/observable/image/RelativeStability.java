package rugged.observable.image;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import rugged.api.DataSpec.Outline;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.api.signal.InputFunction;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.num.image.DisplacementLaw;
import rugged.num.image.ImageShape;
import rugged.num.image.Interpolation;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * How much a function of images changes when they are smoothly displaced, beside noise of the same norm. With f the outputs before any soft-max, tau x a test image x displaced by a field of its own of {@link DisplacementLaw}, eta isotropic noise with |eta| = |tau x - x| for each image, and z another test image:
 *
 * <pre>
 * D_f = &lt;|f(tau x) - f(x)|^2&gt;/&lt;|f(x) - f(z)|^2&gt;,   G_f = &lt;|f(x + eta) - f(x)|^2&gt;/&lt;|f(x) - f(z)|^2&gt;,   R_f = D_f/G_f.
 * </pre>
 *
 * <p>Once with means, which is the definition, and once with medians (of each output over images, summed; of all distances of pairs), which the authors draw. Images that a field leaves as they are do not count. Errors are those of a bootstrap over images; fields and noise are drawn by seed, the same at all times and for all networks. A displacement delta in pixels stands for the temperature
 * T = 4 delta^2/(pi n^2 ln c). Inputs are displaced as the network is given them: where {@code normalise: unit} has subtracted a mean picture, that is displaced as well. Of Gaussian interpolation, which blurs, x is the blurred image.
 *
 * <p>Exact but for the choice of images, fields and noise. Source: Petrini, Favero, Geiger and Wyart, NeurIPS 34 (2021), arXiv:2105.02468. Cost: two forward passes over the images for each cut-off and temperature, and one.
 */
@Named(
        value = "relative-stability",
        title = "Stability to smooth displacements",
        doc = "Change of the outputs of a network under smooth displacements of images, and relative to noise of the"
                + " same norm.",
        source = "Petrini, Favero, Geiger and Wyart, NeurIPS 34 (2021), arXiv:2105.02468",
        year = 2021,
        topics = {"one time", "deep learning", "images"})
public record RelativeStability(
        @Param(doc = "test images that are displaced, at most", def = "400", min = 2, max = 5000)
        int probes,

        @Param(doc = "cut-offs of the wave numbers", symbol = "c", def = "[3]", min = 2)
        List<Integer> cutoffs,

        @Param(doc = "typical displacements in pixels", symbol = "\u03b4", def = "[1]", min = 0, above = true)
        List<Double> displacements,

        @Param(doc = "temperatures, in the place of displacements", symbol = "T", def = "[]", min = 0)
        List<Double> temperatures,

        @Param(
                doc = "so many temperatures at equal ratios from T_min to T_max of each cut-off, in the place of"
                        + " displacements",
                def = "0",
                min = 0,
                max = 1000)
        int range,

        @Param(doc = "how levels between pixels are read: bilinear, gaussian or nearest", def = "bilinear")
        Interpolation interpolation,

        @Param(doc = "bootstrap samples of the images", def = "100", min = 0, max = 10000)
        int resamples,

        @Param(doc = "at every k-th observation, from the first on", def = "1", min = 1, max = 1e6)
        int every,

        @Param(doc = "seed of fields and noise", def = "1") long seed)
        implements ObservableSpec {
    static final Quantity D = of("D_f", "D_{f}", "<|f(tau x) - f(x)|^2>/<|f(x) - f(z)|^2>");
    static final Quantity G = of("G_f", "G_{f}", "<|f(x + eta) - f(x)|^2>/<|f(x) - f(z)|^2>, |eta| = |tau x - x|");
    static final Quantity R = of("R_f", "R_{f}", "D_f/G_f");
    static final Quantity LOGARITHM =
            of("ln_R_f", "ln R_{f}", "natural logarithm of R_f, to be averaged over networks");
    static final Quantity D_MEDIAN = of("D_f_median", "D_{f}", "D_f with medians in the place of means");
    static final Quantity G_MEDIAN = of("G_f_median", "G_{f}", "G_f with medians in the place of means");
    static final Quantity R_MEDIAN = of("R_f_median", "R_{f}", "D_f_median/G_f_median");
    static final Quantity TEMPERATURE = of("T_f", "T", "temperature 4 delta^2/(pi n^2 ln c) of the displacement delta");
    static final Quantity CHANGE = of("image_change", "|\u03c4x - x|^{2}", "<|tau x - x|^2>/<|x|^2>");

    private static Quantity of(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of("t", "cutoff", "displacement"), definition);
    }

    /** Checks the lists. */
    public RelativeStability {
        cutoffs = List.copyOf(cutoffs);
        displacements = List.copyOf(displacements);
        temperatures = List.copyOf(temperatures);
        for (int c : cutoffs)
            if (c < 2)
                throw new BadParameter(
                        "cutoffs", c, DisplacementLaw.objection(Integer.MAX_VALUE, c), "integers from 2 on");
        for (double t : temperatures)
            if (!(t >= 0.0)) throw new BadParameter("temperatures", t, "temperature must be >= 0", "numbers from 0 on");
        for (double delta : displacements)
            if (!(delta > 0.0))
                throw new BadParameter("displacements", delta, "is no typical displacement", "numbers above 0");
        if (cutoffs.isEmpty()) throw new BadParameter("cutoffs", cutoffs, "lists none", "one or more");
        if (range > 0 && !temperatures.isEmpty())
            throw new BadParameter("range", range, "temperatures are listed already", "one of both");
        if (range == 0 && temperatures.isEmpty() && displacements.isEmpty())
            throw new BadParameter("displacements", displacements, "lists none", "one or more");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(D, G, R, LOGARITHM, D_MEDIAN, G_MEDIAN, R_MEDIAN, TEMPERATURE, CHANGE);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.INPUT_FUNCTION);
    }

    /** The typical displacements of a cut-off on so many pixels. */
    List<Double> displacements(DisplacementLaw law) {
        if (!temperatures.isEmpty())
            return temperatures.stream().map(law::displacement).toList();
        if (range == 0) return displacements;
        List<Double> all = new ArrayList<>();
        double least = law.displacement(law.lowest());
        double ratio = law.displacement(law.highest()) / least;
        for (int k = 0; k < range; k++) all.add(least * Math.pow(ratio, range == 1 ? 0.5 : k / (range - 1.0)));
        return all;
    }

    @Override
    public Optional<String> objection(LandscapeSpec landscape) {
        return landscape.knownExamples().flatMap(this::objection);
    }

    private Optional<String> objection(Outline outline) {
        if (outline.tests() < 2) return Optional.of("need at least two test images");
        try {
            int side = shape(outline).side();
            for (int c : cutoffs) {
                String wrong = DisplacementLaw.objection(side, c);
                if (wrong.isEmpty() && range > 0) wrong = new DisplacementLaw(side, c).emptiness();
                if (!wrong.isEmpty()) return Optional.of(wrong);
            }
        } catch (IllegalArgumentException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
        return Optional.empty();
    }

    @Override
    public String remark(LandscapeSpec landscape) {
        Optional<Outline> outline = landscape.knownExamples();
        if (outline.isEmpty() || objection(outline.get()).isPresent()) return "";
        int side = shape(outline.get()).side();
        for (int c : cutoffs) {
            DisplacementLaw law = new DisplacementLaw(side, c);
            for (double delta : displacements(law)) {
                double t = law.temperature(delta);
                // the ends of the range are in it, but for rounding
                if (range == 0 && !law.allows(t))
                    return String.format(
                            Locale.ROOT,
                            "T=%.4g is outside of the range of c=%d on %d pixels, %.4g to %.4g: below it is the"
                                    + " interpolation that is measured, above it maps fold",
                            t,
                            c,
                            side,
                            law.lowest(),
                            law.highest());
            }
        }
        return "";
    }

    private static ImageShape shape(Outline outline) {
        return outline.pixels()
                .map(pixels -> new ImageShape(pixels.channels(), pixels.height(), pixels.width()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "deform needs images, and inputs are " + outline.width() + " numbers without rows"));
    }

    private int fields() {
        int each = !temperatures.isEmpty() ? temperatures.size() : range > 0 ? range : displacements.size();
        return cutoffs.size() * each;
    }

    /** A forward pass is a third of a gradient. */
    @Override
    public double evaluations(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        return patterns > 0.0 ? (2.0 * fields() + 1.0) * probes / (3.0 * patterns * every) : 0.0;
    }

    /** Images as they are and changed, outputs, and distances of pairs with their order. */
    @Override
    public double memory(LandscapeSpec landscape) {
        double width = landscape.knownExamples().map(Outline::width).orElse(0);
        double outputs = landscape.knownExamples().map(Outline::classes).orElse(1);
        return Double.BYTES * probes * (2.0 * width + 3.0 * outputs + 1.6 * probes + 0.5 * resamples);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.every(schedule.singles(), every, 0.0);
    }

    @Override
    public Probe open(Model model, Streams random) {
        InputFunction function = (InputFunction) model;
        Probing probing = new Probing(function.data(), probes, interpolation, seed);
        if (!moves(probing))
            throw new IllegalArgumentException("displacement leaves every image unchanged: R_f undefined");
        int[][] drawn = ChangedOutputs.draw(probing.images(), resamples, Streams.of(seed).stream("bootstrap", 0));
        return TimedProbe.every(every, (now, out) -> {
            for (int r = 0; r < now.replicas(); r++) {
                double[] x = now.state(r);
                measure(
                        probing,
                        drawn,
                        function.outputs(),
                        (inputs, count, o) -> function.outputs(x, inputs, count, o),
                        r,
                        now.time(),
                        out);
            }
        });
    }

    private boolean moves(Probing probing) {
        for (int c : cutoffs) {
            DisplacementLaw law = new DisplacementLaw(probing.side(), c);
            for (double delta : displacements(law)) {
                probing.warped(law, law.temperature(delta));
                for (boolean changed : probing.changed()) if (changed) return true;
            }
        }
        return false;
    }

    /** A function of images. */
    @FunctionalInterface
    interface Function {
        /** Overwrites o[count K] with the outputs for inputs[count d]. */
        void outputs(double[] inputs, int count, double[] o);
    }

    /** Writes all quantities of a function with so many outputs. */
    void measure(Probing probing, int[][] drawn, int outputs, Function f, int replica, double time, Sink out) {
        int images = probing.images();
        double[] before = new double[images * outputs];
        f.outputs(probing.originals(), images, before);
        ChangedOutputs changes = new ChangedOutputs(before, images, outputs, drawn);
        double[] warped = new double[before.length];
        double[] noisy = new double[before.length];
        for (int c : cutoffs) {
            DisplacementLaw law = new DisplacementLaw(probing.side(), c);
            for (double delta : displacements(law)) {
                double t = law.temperature(delta);
                f.outputs(probing.warped(law, t), images, warped);
                double change = probing.change();
                f.outputs(probing.noisy(), images, noisy);
                boolean[] changed = probing.changed();
                double[] axes = {time, c, delta};
                for (int e : new int[] {ChangedOutputs.MEAN, ChangedOutputs.MEDIAN}) {
                    boolean mean = e == ChangedOutputs.MEAN;
                    var spread = changes.spread(e);
                    var d = changes.change(warped, changed, e);
                    var g = changes.change(noisy, changed, e);
                    put(out, mean ? D : D_MEDIAN, replica, d.over(spread), axes);
                    put(out, mean ? G : G_MEDIAN, replica, g.over(spread), axes);
                    put(out, mean ? R : R_MEDIAN, replica, d.over(g), axes);
                    if (mean) put(out, LOGARITHM, replica, d.over(g).logarithm(), axes);
                }
                out.put(TEMPERATURE, replica, t, 0.0, axes);
                out.put(CHANGE, replica, change, Double.NaN, axes);
            }
        }
    }

    private static void put(Sink out, Quantity quantity, int replica, ChangedOutputs.Estimate estimate, double[] axes) {
        out.put(quantity, replica, estimate.value(), estimate.error(), axes);
    }
}
