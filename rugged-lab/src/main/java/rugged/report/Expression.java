package rugged.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import rugged.num.Jackknife;
import rugged.study.FindingSection;
import rugged.study.Position;

/**
 * The value of a finding, factor (A - B)/(C - D) of means over the samples that all its terms have, with A, .., D plain quantities or themselves quotients of
 * two. Differences are taken sample by sample, so that what the samples share cancels; quotients are of means, with a jackknife error over the samples.
 */
final class Expression {
    private static final String SIMULATION = "simulation";
    private static final String ZERO = "what it is divided by is 0 within two of its standard errors";

    private final Recorded results;
    private final FindingSection section;
    private final List<Term> terms = new ArrayList<>();
    private int overFrom;

    private Expression(Recorded results, FindingSection section) {
        this.results = results;
        this.section = section;
    }

    /**
     * What was found.
     *
     * @param why why there is no value; empty when there is one
     * @param group parameters of its first term
     * @param estimate value and error
     */
    record Found(String why, Map<String, String> group, MeanEstimate estimate) {
        static Found none(String why) {
            return new Found(why, Map.of(), MeanEstimate.of(List.of()));
        }
    }

    /**
     * One term.
     *
     * @param sign 1, or -1 where it is subtracted
     * @param above by seed
     * @param below what it is divided by, by seed; empty for a plain quantity
     */
    private record Term(double sign, Map<String, Double> above, Map<String, Double> below) {
        boolean plain() {
            return below.isEmpty();
        }

        boolean has(String seed) {
            return above.containsKey(seed) && (plain() || below.containsKey(seed));
        }

        double[] above(List<String> seeds) {
            return seeds.stream().mapToDouble(above::get).toArray();
        }

        double[] below(List<String> seeds) {
            return seeds.stream().mapToDouble(below::get).toArray();
        }
    }

    /** The value of a section on what was recorded. */
    static Found of(Recorded results, FindingSection section) {
        return new Expression(results, section).found();
    }

    private Found found() {
        Set<Map<String, String>> groups = results.groups(SIMULATION, section.where());
        if (groups.isEmpty()) return Found.none("no parameters of this run match " + section.where());
        if (groups.size() > 1) return Found.none(several(groups.size(), section));
        Map<String, String> group = groups.iterator().next();
        Optional<Term> first = term(1.0, section.quantity(), section.at(), section.where());
        if (first.isEmpty() || first.get().above.isEmpty())
            return Found.none("nothing was recorded at " + section.at());
        terms.add(first.get());
        if (section.minus().isPresent()
                && !subtract(section.quantity(), section.at(), section.where(), section.minus()))
            return Found.none("the value to subtract was not recorded");
        overFrom = terms.size();
        if (section.over().isPresent() && !divide(section.over().get()))
            return Found.none("the value to divide by was not recorded");
        List<String> seeds = terms.getFirst().above.keySet().stream()
                .filter(seed -> terms.stream().allMatch(term -> term.has(seed)))
                .toList();
        if (seeds.isEmpty()) return Found.none("no sample has all of the values that it is made of");
        return evaluated(group, seeds);
    }

    static String several(int count, FindingSection section) {
        return count + " sets of parameters match " + section.where() + ", one is needed";
    }

    private boolean divide(FindingSection.Over over) {
        Map<String, Position> at = merged(section.at(), over.at());
        Map<String, String> where = merged(section.where(), over.where());
        String quantity = over.quantity().isEmpty() ? section.quantity() : over.quantity();
        Optional<Term> divisor = term(1.0, quantity, at, where);
        divisor.ifPresent(terms::add);
        return divisor.isPresent() && (over.minus().isEmpty() || subtract(quantity, at, where, over.minus()));
    }

    private boolean subtract(
            String quantity,
            Map<String, Position> at,
            Map<String, String> where,
            Optional<FindingSection.Minus> minus) {
        Optional<Term> second =
                minus.flatMap(term -> term(-1.0, quantity, merged(at, term.at()), merged(where, term.where())));
        second.ifPresent(terms::add);
        return second.isPresent();
    }

    private static <T> Map<String, T> merged(Map<String, T> first, Map<String, T> second) {
        Map<String, T> all = new TreeMap<>(first);
        all.putAll(second);
        return all;
    }

    private Optional<Term> term(double sign, String quantity, Map<String, Position> at, Map<String, String> where) {
        List<Map<String, String>> groups = new ArrayList<>(results.groups(SIMULATION, where));
        if (groups.size() != 1) return Optional.empty();
        Map<String, String> group = groups.getFirst();
        var ratio = results.ratio(quantity);
        String above = ratio.isPresent() ? ratio.get().numerator() : quantity;
        Map<String, Double> first = results.samples(SIMULATION, above, at, group, section.within());
        if (ratio.isEmpty()) return first.isEmpty() ? Optional.empty() : Optional.of(new Term(sign, first, Map.of()));
        Map<String, Double> second =
                results.samples(SIMULATION, ratio.get().denominator(), at, group, section.within());
        return first.isEmpty() || second.isEmpty() ? Optional.empty() : Optional.of(new Term(sign, first, second));
    }

    private Found evaluated(Map<String, String> group, List<String> seeds) {
        boolean linear = section.over().isEmpty() && terms.stream().allMatch(Term::plain);
        if (linear) return new Found("", group, averaged(seeds));
        if (section.average() == FindingSection.Average.MEDIAN)
            return Found.none("a quotient of means has no median over samples");
        int n = seeds.size();
        double[][] above = terms.stream().map(term -> term.above(seeds)).toArray(double[][]::new);
        double[][] below = terms.stream()
                .map(term -> term.plain() ? new double[0] : term.below(seeds))
                .toArray(double[][]::new);
        for (double[] samples : below) {
            if (samples.length > 0 && Jackknife.vanishes(samples, n, mean(samples, -1))) return Found.none(ZERO);
        }
        if (section.over().isPresent()) {
            Jackknife divisor = Jackknife.of(
                    n,
                    sum(above, below, overFrom, terms.size(), -1),
                    k -> sum(above, below, overFrom, terms.size(), k));
            boolean oneSign = terms.size() - overFrom == 1 && oneSign(above[overFrom]);
            boolean near = Math.abs(divisor.value()) <= Jackknife.LEAST * divisor.error();
            if (divisor.value() == 0.0 || (near && !oneSign)) return Found.none(ZERO);
        }
        Jackknife value = Jackknife.of(n, value(above, below, -1), k -> value(above, below, k));
        return new Found("", group, new MeanEstimate(value.value(), value.error(), n));
    }

    /** Positive samples have no mean of 0, however they scatter. */
    private static boolean oneSign(double[] samples) {
        return Arrays.stream(samples).allMatch(sample -> sample > 0.0)
                || Arrays.stream(samples).allMatch(sample -> sample < 0.0);
    }

    private MeanEstimate averaged(List<String> seeds) {
        Map<String, Double> samples = new LinkedHashMap<>();
        for (String seed : seeds) {
            double sum = 0.0;
            for (Term term : terms) sum += term.sign * term.above.getOrDefault(seed, Double.NaN);
            samples.put(seed, sum);
        }
        return section.average() == FindingSection.Average.MEDIAN
                ? MeanEstimate.median(samples.values())
                : MeanEstimate.of(samples.values());
    }

    private double value(double[][] above, double[][] below, int without) {
        double first = sum(above, below, 0, overFrom, without);
        if (section.over().isEmpty()) return first;
        double factor = section.over().get().factor();
        return factor * first / sum(above, below, overFrom, terms.size(), without);
    }

    private double sum(double[][] above, double[][] below, int from, int to, int without) {
        double sum = 0.0;
        for (int t = from; t < to; t++) {
            double mean = mean(above[t], without);
            sum += terms.get(t).sign * (below[t].length == 0 ? mean : mean / mean(below[t], without));
        }
        return sum;
    }

    private static double mean(double[] samples, int without) {
        double sum = 0.0;
        for (int k = 0; k < samples.length; k++) if (k != without) sum += samples[k];
        return sum / (without < 0 ? samples.length : samples.length - 1);
    }
}
