package rugged.analysis.bayesian;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Whether Markov chains were long enough: for each set of parameters the largest split R-hat and the smallest effective sample size of any sample, at its last time. Says so in words, and warns where R-hat is above a limit or the effective sample size below one: means are then not to be trusted, and errors less. Reads what
 * {@code predictions} writes.
 *
 * <p>Source: Vehtari, Gelman, Simpson, Carpenter and Buerkner, Bayesian Anal. 16, 667 (2021).
 */
@Named(
        value = "chain-verdict",
        title = "Verdict on Markov chains",
        doc = "Largest split R-hat and smallest effective sample size of chains, with warnings.",
        source = "Vehtari et al., Bayesian Anal. 16, 667 (2021)",
        year = 2021,
        topics = {"thermal", "Bayesian inference"})
public record ChainVerdict(
        @Param(doc = "split R-hat above which is warned", def = "1.05", min = 1)
        double most,

        @Param(doc = "effective sample size below which is warned", def = "200", min = 0)
        double least)
        implements AnalysisSpec {
    /** Largest R-hat. */
    public static final Quantity RATIO =
            new Quantity("r_hat_most", "R_{max}", "", List.of(), "largest split R-hat of any sample");

    /** Smallest effective sample size. */
    public static final Quantity INDEPENDENT = new Quantity(
            "n_eff_least", "n_{min}", "", List.of(), "smallest effective sample size of any sample, all its chains");

    private static final String RATIOS = "r_hat";
    private static final String INDEPENDENTS = "n_eff";

    @Override
    public Set<String> reads() {
        return Set.of(RATIOS, INDEPENDENTS);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(RATIO, INDEPENDENT);
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        List<String> warnings = new ArrayList<>();
        double largest = 0.0;
        double smallest = Double.POSITIVE_INFINITY;
        boolean some = false;
        for (Group group : groups) {
            List<Double> ratios = last(group, RATIOS);
            List<Double> numbers = last(group, INDEPENDENTS);
            if (ratios.isEmpty() || numbers.isEmpty()) continue;
            some = true;
            // what is not a number is worse than any
            double ratio =
                    ratios.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
            double number =
                    numbers.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
            out.put(group, RATIO, ratio, Double.NaN);
            out.put(group, INDEPENDENT, number, Double.NaN);
            largest = Math.max(largest, ratio);
            smallest = Math.min(smallest, number);
            if (!(ratio <= most))
                warnings.add(String.format(
                        Locale.ROOT, "%s: R-hat is %.3f, chains have not mixed: run longer", where(group), ratio));
            if (!(number >= least))
                warnings.add(String.format(
                        Locale.ROOT, "%s: chains are worth %.0f independent samples", where(group), number));
        }
        if (!some) return;
        out.say(String.format(
                Locale.ROOT,
                "Split R-hat of predictions is at most %.3f, and chains are worth %.0f independent samples or more.",
                largest,
                smallest));
        if (!warnings.isEmpty()) out.say("Warning: " + String.join("; ", warnings) + ".");
    }

    private static List<Double> last(Group group, String quantity) {
        return group.samples().stream()
                .map(sample -> sample.readings(quantity))
                .filter(readings -> !readings.isEmpty())
                .map(readings -> readings.getLast().value())
                .toList();
    }

    private static String where(Group group) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, String> one : group.coordinates().entrySet())
            parts.add(one.getKey().substring(one.getKey().lastIndexOf('.') + 1) + " = " + one.getValue());
        return parts.isEmpty() ? "this system" : String.join(", ", parts);
    }
}
