package rugged.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import rugged.analysis.AgingExponent.Crossings;
import rugged.analysis.Collapse.Spreads;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Says in words which systems age, and whether the strength of the noise explains it. For every set of parameters: the aging exponent mu (see
 * {@link AgingExponent}) and the share of the spread between ages that dividing by D(tw) removes (see {@link Collapse}). A system ages when mu exceeds 0.1 by
 * two standard errors, it does not when mu + two errors stays below 0.2; anything else, and an error above 0.25, is called inconclusive. The noise explains
 * the aging when the share exceeds 0.8 by two errors, and does not when share + two errors stays below 0.5. Where one parameter tells two dynamics apart,
 * their exponents are compared.
 *
 * <p>The words state numbers and these rules, nothing else; with fewer than eight samples they say so.
 */
@Named(
        value = "aging-verdict",
        title = "Verdict on aging",
        doc = "Which systems age, whether the noise explains it, and how two dynamics differ, in words with numbers.",
        source = "Baity-Jesi et al., J. Stat. Mech. 124013 (2019)",
        year = 2019,
        topics = {"aging", "noise"})
public record AgingVerdict(
        @Param(doc = "parameter that tells the dynamics apart", def = "dynamics")
        String between,

        @Param(doc = "youngest age that counts", symbol = "t_{w}", def = "0", min = 0)
        double from,

        @Param(doc = "bootstrap samples", def = "400", min = 50, max = 100000)
        int resamples)
        implements AnalysisSpec {
    private static final String RAW = "msd";
    private static final String SCALED = "msd_D";
    private static final int FEW = 8;

    @Override
    public Set<String> reads() {
        return Set.of(RAW, SCALED);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of();
    }

    /** What is known of one group. */
    private record Known(Map<String, String> coordinates, double mu, double error) {}

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        List<Known> all = new ArrayList<>();
        int fewest = Integer.MAX_VALUE;
        for (int g = 0; g < groups.size(); g++) {
            Ages ages = Ages.of(groups.get(g), RAW);
            Ages scaled = Ages.of(groups.get(g), SCALED);
            if (ages.tw().length == 0) continue;
            fewest = Math.min(fewest, ages.samples());
            Crossings found = Crossings.of(ages, 0.0, from, resamples, random.stream("crossings", g));
            Map<String, String> coordinates = groups.get(g).coordinates();
            all.add(new Known(coordinates, found.slope(), found.slopeError()));
            boolean both = scaled.tw().length > 1 && scaled.samples() == ages.samples();
            double[] share = {Double.NaN, Double.NaN};
            if (both) {
                Spreads spreads = Spreads.of(ages, scaled, from, resamples, random.stream("spreads", g));
                share = new double[] {spreads.values()[2], spreads.errors()[2]};
            }
            out.say(name(coordinates) + " " + aging(found) + noise(found, share) + ".");
        }
        compare(all, out);
        if (fewest < FEW) {
            out.say("These errors rest on " + fewest + " samples; with fewer than " + FEW
                    + " they are themselves uncertain by a third or more.");
        }
    }

    private static String name(Map<String, String> coordinates) {
        return coordinates.isEmpty() ? "The system" : String.join(", ", coordinates.values());
    }

    private static String number(double value, double error) {
        return String.format(Locale.ROOT, "%.2f \u00b1 %.2f", value, error);
    }

    private static boolean measured(double value, double error) {
        return Double.isFinite(value) && error <= 0.25;
    }

    private static String aging(Crossings found) {
        double mu = found.slope();
        double error = found.slopeError();
        String law = "t* ~ t_w^mu with mu = " + number(mu, error);
        if (!measured(mu, error)) {
            return "is inconclusive: "
                    + (Double.isFinite(mu) && Double.isFinite(error)
                            ? law + " is too uncertain"
                            : "fewer than three ages cross a common level within the run");
        }
        if (mu - 2 * error > 0.1) return (mu + 2 * error < 0.9 ? "ages, slower than its age: " : "ages: ") + law;
        if (mu + 2 * error < 0.2) return "does not age: " + law;
        return "is inconclusive: " + law;
    }

    private static String noise(Crossings found, double[] share) {
        boolean ages = measured(found.slope(), found.slopeError()) && found.slope() - 2 * found.slopeError() > 0.1;
        if (!ages || Double.isNaN(share[0])) return "";
        String percent = String.format(
                Locale.ROOT, "%.1f \u00b1 %.1f %% of the spread between ages", 100 * share[0], 100 * share[1]);
        if (share[0] - 2 * share[1] > 0.8) return "; its fading noise explains it (" + percent + ")";
        if (share[0] + 2 * share[1] < 0.5) {
            return share[0] > 0.0
                    ? "; the strength of the noise does not explain it (" + percent + ")"
                    : "; the strength of the noise explains none of it";
        }
        return "; the strength of the noise explains part of it (" + percent + ")";
    }

    /** Pairs that differ in the one parameter only. */
    private void compare(List<Known> all, Conclusions out) {
        Map<Map<String, String>, List<Known>> families = new LinkedHashMap<>();
        for (Known known : all) {
            Map<String, String> rest = new LinkedHashMap<>(known.coordinates());
            rest.keySet().removeIf(path -> path.equals(between) || path.startsWith(between + "."));
            families.computeIfAbsent(rest, key -> new ArrayList<>()).add(known);
        }
        families.forEach((rest, family) -> {
            for (int k = 1; k < family.size(); k++) pair(rest, family.getFirst(), family.get(k), out);
        });
    }

    private void pair(Map<String, String> rest, Known one, Known other, Conclusions out) {
        if (!measured(one.mu(), one.error()) || !measured(other.mu(), other.error())) return;
        double difference = other.mu() - one.mu();
        double error = Math.hypot(one.error(), other.error());
        String first = own(one);
        String second = own(other);
        String where = rest.isEmpty() ? "" : String.join(", ", rest.values()) + ": ";
        String numbers = "mu differs by " + number(difference, error);
        if (Math.abs(difference) < 2 * error && error < 0.15) {
            out.say(where + second + " and " + first + " age alike within errors (" + numbers + ").");
        } else if (Math.abs(difference) < 2 * error) {
            out.say(where + second + " and " + first + " cannot be told apart (" + numbers + ").");
        } else {
            out.say(where + (difference < 0 ? first : second) + " slows down more with age than "
                    + (difference < 0 ? second : first) + " (" + numbers + ").");
        }
    }

    private String own(Known known) {
        String words = known.coordinates().entrySet().stream()
                .filter(entry ->
                        entry.getKey().equals(between) || entry.getKey().startsWith(between + "."))
                .map(Map.Entry::getValue)
                .collect(java.util.stream.Collectors.joining(", "));
        return words.isEmpty() ? "this dynamics" : words;
    }
}
