package rugged.analysis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.num.Student;
import rugged.params.Numbers;
import rugged.params.Param;

/**
 * Says in words which systems age, and what their noise has to do with it: the numbers of {@link AgingExponent} and {@link Collapse}, the same to the last digit. A
 * system ages when mu exceeds 0.1 by its margin, it does not when mu and the margin stay below 0.2; anything else is called inconclusive. The margin is two standard
 * errors, those of Student's law for few samples, and the largest change of mu with the level. Where the points lie on no line there is no exponent and no word. Where
 * one parameter tells two dynamics apart, their exponents are compared seed by seed: they differ, or they age alike where a difference of 0.3 is excluded, or they cannot be
 * told apart.
 *
 * <p>The words state numbers and these rules, nothing else; with fewer than eight samples they say so.
 */
@Named(
        value = "aging-verdict",
        title = "Verdict on aging",
        doc = "Which systems age, also in units of their noise, and how two dynamics differ, in words with numbers.",
        source = "Baity-Jesi et al., J. Stat. Mech. 124013 (2019)",
        year = 2019,
        topics = {"aging", "noise"})
public record AgingVerdict(
        @Param(doc = "parameter that tells the dynamics apart", def = "dynamics")
        String between,

        @AnalysisParameters.YoungestAge double from)
        implements AnalysisSpec {
    private static final String RAW = "msd";
    private static final String SCALED = "msd_D";
    private static final int FEW = 8;

    @Override
    public double youngest() {
        return from;
    }

    @Override
    public Set<String> reads() {
        return Set.of(RAW, SCALED);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of();
    }

    /** The difference of two exponents that would matter. */
    private static final double EFFECT = 0.3;

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        List<Scaling> all = Scaling.of(groups, RAW, 0.0, from, between);
        Map<Map<String, String>, Collapse.Both> scaled = Collapse.of(groups, RAW, SCALED, from, between);
        int fewest = Integer.MAX_VALUE;
        for (Scaling one : all) {
            Map<String, String> coordinates = one.group().coordinates();
            fewest = Math.min(fewest, one.crossings().samples());
            Collapse.Both both = scaled.get(coordinates);
            out.say(name(coordinates) + ": " + aging(one) + (both == null ? "" : noise(both)) + ".");
        }
        for (Scaling.Pair pair : Scaling.pairs(all)) say(pair, out);
        if (all.stream().anyMatch(one -> one.scope() != Scaling.Scope.ALL)) out.say(levels(all));
        if (!all.isEmpty()) out.say("Errors: statistics, then level.");
        if (!all.isEmpty() && fewest < FEW)
            out.say("These errors rest on " + fewest + " samples and are themselves uncertain by a third or more.");
    }

    /** Where t* is read, for those that are read at one level together: no other exponents can be set beside each other. */
    private static String levels(List<Scaling> all) {
        Map<Double, Map<String, String>> read = new LinkedHashMap<>();
        for (Scaling one : all) {
            double[] tw = one.crossings().tw();
            if (tw.length == 0) continue;
            Map<String, String> own =
                    one.scope() == Scaling.Scope.OWN || one.family().isEmpty()
                            ? one.group().coordinates()
                            : one.family();
            read.computeIfAbsent(one.level(), level -> new LinkedHashMap<>())
                    .put(name(own), " (ages " + Numbers.text(tw[0]) + " to " + Numbers.text(tw[tw.length - 1]) + ")");
        }
        return "t* is read at Delta = "
                + read.entrySet().stream()
                        .map(level -> String.format(Locale.ROOT, "%.2g in ", level.getKey())
                                + level.getValue().entrySet().stream()
                                        .map(one -> one.getKey() + one.getValue())
                                        .collect(Collectors.joining(" and ")))
                        .collect(Collectors.joining(", "))
                + "; exponents at different levels are not compared.";
    }

    private static String name(Map<String, String> coordinates) {
        return coordinates.isEmpty() ? "The system" : String.join(", ", coordinates.values());
    }

    private static String number(double value, double error, double systematic) {
        return String.format(Locale.ROOT, "%.2f \u00b1 %.2f \u00b1 %.2f", value, error, systematic);
    }

    /** Two errors, and what the level does. */
    private static double margin(double error, double systematic, int samples) {
        return Student.errors(2.0, samples - 1.0) * error + systematic;
    }

    private static String aging(Scaling one) {
        Crossings found = one.crossings();
        double mu = found.slope();
        if (Double.isNaN(mu)) return "inconclusive, fewer than three ages cross a common level";
        if (found.bent()) return bent(found);
        double margin = margin(found.slopeError(), one.systematic(), found.samples());
        String law = "mu = " + number(mu, found.slopeError(), one.systematic()) + local(found);
        if (mu - margin > 0.1) return (mu + margin < 0.9 ? "ages slower than its age, " : "ages, ") + law;
        if (mu + margin < 0.2) return "does not age, " + law;
        return "inconclusive, " + law;
    }

    private static String bent(Crossings found) {
        return "no power law" + local(found);
    }

    private static String local(Crossings found) {
        double[] sorted = found.local().clone();
        Arrays.sort(sorted);
        String slopes = String.format(Locale.ROOT, ", slopes %.2f to %.2f", sorted[0], sorted[sorted.length - 1]);
        return slopes;
    }

    private static String noise(Collapse.Both both) {
        Crossings found = both.scaled().crossings();
        if (Double.isNaN(found.slope())) return "";
        if (found.bent()) return "; in units of its noise, " + bent(found);
        return "; in units of its noise, mu_D = "
                + number(found.slope(), found.slopeError(), both.scaled().systematic());
    }

    private void say(Scaling.Pair pair, Conclusions out) {
        if (pair.one().crossings().bent() || pair.other().crossings().bent()) return;
        Map<String, String> family = pair.one().family();
        String where = family.isEmpty() ? "" : String.join(", ", family.values()) + ": ";
        String first = own(pair.one());
        String second = own(pair.other());
        double size = Math.abs(pair.difference());
        double margin = margin(pair.error(), pair.systematic(), pair.samples());
        String numbers = " (difference of mu " + number(pair.difference(), pair.error(), pair.systematic()) + ").";
        if (size > margin) {
            boolean less = pair.difference() < 0;
            out.say(where + (less ? first : second) + " slows down more with age than " + (less ? second : first)
                    + numbers);
        } else if (size + margin < EFFECT) {
            out.say(where + second + " and " + first + " age alike" + numbers);
        } else {
            out.say(where + second + " and " + first + " cannot be told apart" + numbers);
        }
    }

    private String own(Scaling scaling) {
        String words = scaling.group().coordinates().entrySet().stream()
                .filter(entry ->
                        entry.getKey().equals(between) || entry.getKey().startsWith(between + "."))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "this dynamics" : words;
    }
}
