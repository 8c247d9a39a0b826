package rugged.api.bayesian;

import java.util.List;
import rugged.api.Quantity;

/** What is asked of the predictions of Bayesian networks, by samplers and by theories alike. Means are over test examples, < > over the posterior; no factor 1/2 anywhere. */
public final class PosteriorQuantities {
    private static final List<String> ONE_TIME = List.of("t");

    /** Squared error of the mean prediction. */
    public static final Quantity BIAS = new Quantity(
            "bias",
            "b",
            "",
            ONE_TIME,
            "mean over test examples of (y - <f>)^{2}; that of samples less the squared error of <f>");

    /** Variance of predictions. */
    public static final Quantity VARIANCE = new Quantity(
            "variance", "v", "", ONE_TIME, "mean over test examples of <f^{2}> - <f>^{2}, over the posterior");

    /** Error of generalisation. */
    public static final Quantity TEST_ERROR = new Quantity(
            "eps_g",
            "\u03b5_{g}",
            "",
            ONE_TIME,
            "mean over test examples of <(f - y)^{2}>, over the posterior: bias + variance");

    /** Error on what was learnt. */
    public static final Quantity TRAIN_ERROR = new Quantity(
            "mse_train", "\u03b5_{t}", "", ONE_TIME, "mean over learnt examples of <(f - y)^{2}>, over the posterior");

    private PosteriorQuantities() {}
}
