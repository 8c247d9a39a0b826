package rugged.observable.scalar;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.model.Supervised;
import rugged.api.model.Supervised.Part;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Streams;

/**
 * Mean loss and fraction of wrong examples, on those that are learnt and on those kept aside. The loss is that of the examples alone, without weight decay. An
 * example of margin 0, such as one on which all units of a network without output bias are off, is undecided and counts as half wrong, as a guess would be; their share
 * is {@code undecided}, and each adds ln 2 to a logistic loss. Errors are undefined (NaN) where targets are values, those
 * of the test where there are no test examples. Cost: two forward passes over all examples for each replica.
 */
@Named(
        value = "losses",
        title = "Loss and error",
        doc = "Mean loss and fraction of wrong examples, in training and test.",
        source = "Baity-Jesi et al., J. Stat. Mech. 124013 (2019)",
        year = 2019,
        topics = {"one time", "deep learning"})
public record Losses() implements ObservableSpec {
    /** Mean loss of the training examples. */
    public static final Quantity LOSS =
            new Quantity("loss", "L", "", List.of("t"), "mean loss of the training examples, without weight decay");

    /** Mean loss of the test examples. */
    public static final Quantity LOSS_TEST =
            new Quantity("loss_test", "L_{test}", "", List.of("t"), "mean loss of the test examples");

    /** Fraction of wrong training examples. */
    public static final Quantity ERROR = new Quantity(
            "error",
            "\u03b5",
            "",
            List.of("t"),
            "fraction of training examples that are wrong: margin below 0; one of margin 0 is half wrong");

    /** Fraction of wrong test examples. */
    public static final Quantity ERROR_TEST = new Quantity(
            "error_test",
            "\u03b5_{test}",
            "",
            List.of("t"),
            "fraction of test examples that are wrong: margin below 0; one of margin 0 is half wrong");

    /** Fraction of training examples about which the outputs say nothing. */
    public static final Quantity UNDECIDED = new Quantity(
            "undecided", "undecided", "", List.of("t"), "fraction of training examples with margin exactly 0");

    @Override
    public List<Quantity> quantities() {
        return List.of(LOSS, LOSS_TEST, ERROR, ERROR_TEST, UNDECIDED);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.EXAMPLES);
    }

    /** A number an example, and as many again for those that training does not see. */
    @Override
    public double memory(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        return Double.isNaN(patterns) ? 0.0 : 2.0 * Double.BYTES * patterns;
    }

    @Override
    public Probe open(Model model, Streams random) {
        Supervised network = (Supervised) model;
        double[] train = new double[network.examples(Part.TRAIN)];
        double[] test = new double[network.examples(Part.TEST)];
        return (now, out) -> {
            if (!now.single()) return;
            for (int r = 0; r < now.replicas(); r++) {
                double[] x = now.state(r);
                network.losses(x, Part.TRAIN, train);
                put(LOSS, r, mean(train), now, out);
                network.losses(x, Part.TEST, test);
                put(LOSS_TEST, r, mean(test), now, out);
                network.margins(x, Part.TRAIN, train);
                put(ERROR, r, wrong(train), now, out);
                put(UNDECIDED, r, undecided(train), now, out);
                network.margins(x, Part.TEST, test);
                put(ERROR_TEST, r, wrong(test), now, out);
            }
        };
    }

    private static void put(Quantity quantity, int replica, double value, Moment now, Sink out) {
        out.put(quantity, replica, value, Double.NaN, now.time());
    }

    /** NaN for no values. */
    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** The fraction of margins below 0, and half of those at 0; NaN for no values, or where one is NaN. */
    static double wrong(double[] margins) {
        double count = 0.0;
        for (double margin : margins) {
            if (Double.isNaN(margin)) return Double.NaN;
            if (margin < 0.0) count += 1.0;
            if (margin == 0.0) count += 0.5;
        }
        return margins.length == 0 ? Double.NaN : count / margins.length;
    }

    private static double undecided(double[] margins) {
        double count = 0.0;
        for (double margin : margins) {
            if (Double.isNaN(margin)) return Double.NaN;
            if (margin == 0.0) count++;
        }
        return margins.length == 0 ? Double.NaN : count / margins.length;
    }
}
