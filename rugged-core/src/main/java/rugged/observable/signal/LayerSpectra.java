package rugged.observable.signal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.model.DenseLayers;
import rugged.api.model.DenseLayers.Dense;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.api.record.NamedArray;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.num.spectral.Bulk;
import rugged.num.tail.CountedValues;
import rugged.num.tail.PowerFit;
import rugged.num.tail.PowerSupport;
import rugged.num.tail.PowerTail;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.Param;

/**
 * Spectra of the weights of a network, layer by layer: the eigenvalues of W^T W (those that are not 0 by its shape), biases left out, beside the edge s^2 (sqrt(n_in) + sqrt(n_out))^2 of independent entries of the variance s^2 that is left without outliers ({@link Bulk}). At the start of a network with variance w/n_in they are the law of Marchenko and Pastur.
 *
 * <p>And the exponent alpha of a power law of their upper end, by maximum likelihood, from the eigenvalue of least distance of Kolmogorov and Smirnov on ({@link PowerTail}): a number that every distribution with a tail of 50 eigenvalues has, also that of random weights, so that it says nothing by itself; the analysis {@code power-law-verdict} of {@code layer_eigenvalues} tests it. NaN for fewer. Eigenvalues of one matrix repel one another, and the fit takes them as independent.
 *
 * <p>Source: Martin and Mahoney, J. Mach. Learn. Res. 22, 165 (2021). Cost: a product of the matrix with itself and all eigenvalues of its shorter side.
 */
@Named(
        value = "layer-spectra",
        title = "Spectra of weights by layer",
        doc = "Eigenvalues of W^T W of each dense layer, those beyond the bulk of independent weights, and the exponent"
                + " of their tail.",
        source = "Martin and Mahoney, J. Mach. Learn. Res. 22, 165 (2021)",
        year = 2021,
        topics = {"deep learning", "criticality", "spectra", "arrays"})
public record LayerSpectra(
        @Param(doc = "only at every k-th observation time", def = "1", min = 1, max = 1e6)
        int every) implements ObservableSpec {
    private static final int LEAST = 50;
    private static final int BEGINNINGS = 100;
    private static final List<String> PLACE = List.of("t", "layer");

    private static final Quantity VALUES = Quantity.array(
            "layer_eigenvalues",
            "\u03bb_{k}",
            "",
            PLACE,
            List.of("k"),
            "eigenvalues of W^{T} W of a layer without biases, largest first");
    private static final Quantity LARGEST = one("layer_largest", "\u03bb_{1}", "largest eigenvalue of W^{T} W");
    private static final Quantity EDGE =
            one("layer_edge", "\u03bb_{+}", "s^2 (sqrt(n_in) + sqrt(n_out))^2, s^2 the variance of the weights");
    private static final Quantity OUTLIERS = one(
            "layer_outliers", "n_{out}", "eigenvalues beyond what independent weights exceed once in a hundred times");
    private static final Quantity ALPHA =
            one("layer_alpha", "\u03b1", "exponent of a power law fitted to the largest eigenvalues of W^{T} W");
    private static final Quantity BEGIN =
            one("layer_tail_from", "\u03bb_{min}", "eigenvalue from which it is fitted, by Kolmogorov and Smirnov");
    private static final Quantity DISTANCE =
            one("layer_tail_ks", "D", "distance of Kolmogorov and Smirnov of that tail from the power law");

    private static Quantity one(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", PLACE, definition);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(VALUES, LARGEST, EDGE, OUTLIERS, ALPHA, BEGIN, DISTANCE);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.DENSE_LAYERS);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.of(schedule.singles(), every, 0.0);
    }

    private static double shorter(Dense layer) {
        return Math.min(layer.weights(), layer.outputs());
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        double parameters = landscape.knownDimension();
        if (!(patterns > 0.0) || !(parameters > 0.0)) return 0.0;
        double operations = 0.0;
        for (Dense layer : landscape.knownLayers())
            operations += shorter(layer) * layer.weights() * layer.outputs() + 10.0 * Math.pow(shorter(layer), 3);
        return operations / (3.0 * patterns * parameters) / every;
    }

    @Override
    public double memory(LandscapeSpec landscape) {
        return landscape.knownLayers().stream()
                .mapToDouble(layer -> 40.0 * shorter(layer) * shorter(layer))
                .max()
                .orElse(0.0);
    }

    @Override
    public double numbers(LandscapeSpec landscape) {
        return landscape.knownLayers().stream()
                        .mapToDouble(LayerSpectra::shorter)
                        .sum()
                / every;
    }

    @Override
    public Probe open(Model model, Streams random) {
        List<Dense> layers = ((DenseLayers) model).dense();
        return TimedProbe.every(every, (now, out) -> {
            for (int r = 0; r < now.replicas(); r++)
                for (int l = 0; l < layers.size(); l++)
                    measure(layers.get(l), now.state(r), r, now.time(), l + 1.0, out);
        });
    }

    static void measure(Dense layer, double[] x, int replica, double t, double l, Sink out) {
        Bulk bulk = Bulk.of(layer.weights(), layer.outputs(), x, layer.from(), 1.0);
        double[] squares = bulk.values();
        for (int k = 0; k < squares.length; k++) squares[k] *= squares[k];
        out.put(VALUES, replica, NamedArray.vector("k", squares), t, l);
        out.put(LARGEST, replica, squares[0], Double.NaN, t, l);
        out.put(EDGE, replica, bulk.edge() * bulk.edge(), Double.NaN, t, l);
        out.put(OUTLIERS, replica, bulk.outliers(), Double.NaN, t, l);
        PowerFit tail = tail(squares);
        out.put(ALPHA, replica, tail.found() ? tail.alpha() : Double.NaN, Double.NaN, t, l);
        out.put(BEGIN, replica, tail.found() ? tail.from() : Double.NaN, Double.NaN, t, l);
        out.put(DISTANCE, replica, tail.found() ? tail.distance() : Double.NaN, Double.NaN, t, l);
    }

    /** Of the eigenvalues that are not 0 within rounding. */
    private static PowerFit tail(double[] values) {
        double least = 1e-12 * values[0];
        double[] positive =
                java.util.Arrays.stream(values).filter(value -> value > least).toArray();
        return new PowerTail(new PowerSupport(false, Double.POSITIVE_INFINITY), BEGINNINGS, LEAST)
                .best(CountedValues.of(positive));
    }
}
