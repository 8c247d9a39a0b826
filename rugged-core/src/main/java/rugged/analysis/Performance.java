package rugged.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Compares minimisers by their work: what each start cost until a quantity, by default the squared gradient, fell to each level, by interpolation of its
 * logarithm between records; quartiles over starts with bootstrap errors, and the share that arrived. A profile is the share of starts that a method brings to a
 * level for at most a factor times the work of the best method on the same start; sizes of one family of problems count together, and families alike in the
 * profile over all. Where the problems have sizes N, z is the slope of ln of the median work against ln N. The ends are the energies that were reached: a
 * faster method that lands higher has not won.
 *
 * <p>Source: Dolan and More, Math. Program. 91, 201 (2002). Expects one replica.
 */
@Named(
        value = "performance",
        title = "Performance of minimisers",
        doc = "Work to given levels, performance profiles, exponents of the work and the energies reached.",
        source = "Dolan and More, Math. Program. 91, 201 (2002)",
        year = 2002,
        topics = {"minimisation", "optimisers"})
public record Performance(
        @Param(doc = "parameter that tells the methods apart", def = "dynamics")
        String between,

        @Param(doc = "parameter that is the size of a problem", def = "landscape.n")
        String size,

        @Param(doc = "quantity that has to fall", def = "g2")
        String measure,

        @Param(doc = "levels to which it has to fall", def = "[1e-6, 1e-12, 1e-20]")
        List<Double> levels,

        @Param(doc = "largest work that counts", symbol = "W", def = "100000", min = 1)
        double budget,

        @Param(
                doc = "write the parameters that tell methods of one name apart into the name",
                def = "false",
                reason = "figures then tell them apart; findings name them as \"l-bfgs, memory 10\"")
        boolean names,

        @Param(doc = "cases that count; none for all", def = "[]")
        List<String> cases,

        @Param(doc = "bootstrap samples", def = "400", min = 50, max = 100000)
        int resamples)
        implements AnalysisSpec {
    private static final double SAME_WITHIN = 1e-6;
    private static final double[] QUARTILES = {0.25, 0.5, 0.75};
    private static final double LARGEST_FACTOR = 100.0;
    private static final int FACTORS = 17;

    /** Work to a level. */
    public static final Quantity TO_LEVEL = new Quantity(
            "W_to",
            "W",
            "gradients",
            List.of("level", "share"),
            "work after which a share of the starts has arrived at the level; 0.5 is the median");

    /** Share that arrived. */
    public static final Quantity SOLVED =
            new Quantity("solved", "solved", "", List.of("level"), "share of starts that arrive at the level");

    /** Performance profile. */
    public static final Quantity PROFILE = new Quantity(
            "profile",
            "share of starts",
            "",
            List.of("level", "factor"),
            "share of starts brought to the level for at most factor times the work of the best method");

    /** Distribution of the ends. */
    public static final Quantity ENDS = new Quantity(
            "e_share", "share of starts", "", List.of("e_end"), "share of starts that end at this energy or below");

    /** Mean of the ends. */
    public static final Quantity MEAN_END =
            new Quantity("e_end_mean", "e_{end}", "J", List.of(), "mean over starts of the last energy");

    /** Ends in common. */
    public static final Quantity SAME = new Quantity(
            "same_end",
            "same minimum",
            "",
            List.of(),
            "share of starts that end at the energy, to 1e-6, at which the method with the least work ends");

    /** Ends compared. */
    public static final Quantity EXCESS = new Quantity(
            "e_excess",
            "e_{end} - e_{end}^{cheapest}",
            "J",
            List.of(),
            "mean over starts of the last energy minus that of the method with the least work");

    /** Profile over all families. */
    public static final Quantity OVERALL = new Quantity(
            "profile_all",
            "share of starts",
            "",
            List.of("level", "factor"),
            "mean over all families of problems of the share of starts that the profile counts");

    /** Exponent of the work. */
    public static final Quantity EXPONENT = new Quantity(
            "z_W", "z", "", List.of("level"), "slope of ln of the median work against ln N, over all sizes");

    public Performance {
        levels = List.copyOf(levels);
        cases = List.copyOf(cases);
    }

    @Override
    public Set<String> reads() {
        return new LinkedHashSet<>(List.of(measure, Arrivals.WORK, Arrivals.ENERGY));
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(TO_LEVEL, SOLVED, PROFILE, ENDS, MEAN_END, SAME, EXCESS, OVERALL, EXPONENT);
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        List<Arrivals> all = new ArrayList<>();
        for (Group group : groups) {
            if (!cases.isEmpty() && !cases.contains(group.coordinates().getOrDefault("case", ""))) continue;
            Arrivals.of(group, between, measure, levels, budget).ifPresent(one -> all.add(names ? named(one) : one));
        }
        for (int k = 0; k < all.size(); k++) one(all.get(k), random.stream("quartiles", k), out);
        Map<Map<String, String>, List<Arrivals>> families = new LinkedHashMap<>();
        for (Arrivals one : all)
            families.computeIfAbsent(one.family(size), family -> new ArrayList<>())
                    .add(one);
        Map<String, List<double[][]>> profiles = new LinkedHashMap<>();
        families.forEach((family, members) -> profiles(family, members, profiles, out));
        if (families.size() > 1) profiles.forEach((method, list) -> pooled(method, list, families, out));
        int number = 0;
        for (List<Arrivals> members : families.values()) {
            Map<String, double[]> exponents = exponents(members, random.stream("exponents", number++), out);
            members.stream()
                    .collect(Collectors.groupingBy(Arrivals::problem, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .forEach(rivals -> ends(rivals, out));
            verdict(members, exponents, out);
        }
    }

    /** The group with all that tells the method apart in one word. */
    private Arrivals named(Arrivals one) {
        Map<String, String> coordinates = new LinkedHashMap<>(one.problem());
        coordinates.put(between, one.method());
        Group group = new Group(coordinates, one.group().samples());
        return new Arrivals(group, one.method(), one.problem(), one.work(), one.ends());
    }

    private void one(Arrivals found, RandomStream random, Conclusions out) {
        for (int level = 0; level < levels.size(); level++) {
            double[] works = found.works(level);
            for (double share : QUARTILES) {
                double error = Arrivals.error(works, share, resamples, random);
                out.put(found.group(), TO_LEVEL, Arrivals.quantile(works, share), error, levels.get(level), share);
            }
            double solved = found.solved(level);
            double error = Math.sqrt(solved * (1.0 - solved) / works.length);
            out.put(found.group(), SOLVED, solved, error, levels.get(level));
        }
        double[] ends = found.ends().values().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        for (int k = 0; k < ends.length; k++)
            if (k + 1 == ends.length || ends[k + 1] > ends[k])
                out.put(found.group(), ENDS, (k + 1.0) / ends.length, Double.NaN, ends[k]);
        double mean = java.util.Arrays.stream(ends).average().orElse(Double.NaN);
        out.put(found.group(), MEAN_END, mean, Arrivals.deviation(ends) / Math.sqrt(ends.length));
    }

    private static double factor(int k) {
        return Math.pow(LARGEST_FACTOR, k / (FACTORS - 1.0));
    }

    /** One profile for each method of a family. */
    private void profiles(
            Map<String, String> family, List<Arrivals> members, Map<String, List<double[][]>> all, Conclusions out) {
        Map<String, List<Arrivals>> methods = members.stream()
                .collect(Collectors.groupingBy(Arrivals::method, LinkedHashMap::new, Collectors.toList()));
        if (methods.size() < 2) return;
        methods.forEach((method, own) -> {
            double[][] profile = new double[levels.size()][FACTORS];
            int starts = own.stream().mapToInt(one -> one.work().size()).sum();
            for (Arrivals one : own) count(one, members, profile, starts);
            Map<String, String> coordinates =
                    new LinkedHashMap<>(own.getFirst().group().coordinates());
            coordinates.remove(size);
            put(new Group(coordinates, own.getFirst().group().samples()), PROFILE, profile, out);
            all.computeIfAbsent(method, name -> new ArrayList<>()).add(profile);
        });
    }

    private void count(Arrivals one, List<Arrivals> members, double[][] profile, int starts) {
        List<Arrivals> rivals = members.stream()
                .filter(other -> other.problem().equals(one.problem()))
                .toList();
        one.work().forEach((seed, works) -> {
            for (int level = 0; level < works.length; level++) {
                double best = Double.POSITIVE_INFINITY;
                for (Arrivals rival : rivals) {
                    double[] theirs = rival.work().get(seed);
                    if (theirs != null) best = Math.min(best, theirs[level]);
                }
                if (Double.isInfinite(best)) continue;
                for (int k = 0; k < FACTORS; k++)
                    if (works[level] <= factor(k) * best * (1 + 1e-12)) profile[level][k] += 1.0 / starts;
            }
        });
    }

    private void put(Group group, Quantity quantity, double[][] profile, Conclusions out) {
        for (int level = 0; level < profile.length; level++)
            for (int k = 0; k < FACTORS; k++)
                out.put(group, quantity, profile[level][k], Double.NaN, levels.get(level), factor(k));
    }

    /** The mean of a method's profiles over all families; a family where it did not take part counts as not solved. */
    private void pooled(
            String method,
            List<double[][]> profiles,
            Map<Map<String, String>, List<Arrivals>> families,
            Conclusions out) {
        double[][] mean = new double[levels.size()][FACTORS];
        for (double[][] profile : profiles)
            for (int level = 0; level < mean.length; level++)
                for (int k = 0; k < FACTORS; k++) mean[level][k] += profile[level][k] / families.size();
        Map<String, String> coordinates = new LinkedHashMap<>();
        families.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.method().equals(method))
                .findFirst()
                .ifPresent(one -> one.group().coordinates().forEach((path, value) -> {
                    if (!one.problem().containsKey(path)) coordinates.put(path, value);
                }));
        put(new Group(coordinates, List.of()), OVERALL, mean, out);
    }

    /** z and its error at the last level, for each method with at least three sizes. */
    private Map<String, double[]> exponents(List<Arrivals> members, RandomStream random, Conclusions out) {
        Map<String, double[]> found = new LinkedHashMap<>();
        Map<String, List<Arrivals>> methods = members.stream()
                .filter(one -> one.size(size) > 0.0)
                .sorted(Comparator.comparingDouble(one -> one.size(size)))
                .collect(Collectors.groupingBy(Arrivals::method, LinkedHashMap::new, Collectors.toList()));
        methods.forEach((method, own) -> {
            if (own.size() < 3) return;
            double[] sizes = own.stream().mapToDouble(one -> one.size(size)).toArray();
            for (int level = 0; level < levels.size(); level++) {
                double[] again = new double[resamples];
                for (int r = 0; r < resamples; r++) again[r] = Arrivals.slope(sizes, medians(own, level, random));
                double z = Arrivals.slope(sizes, medians(own, level, null));
                int fewest =
                        own.stream().mapToInt(one -> one.works(0).length).min().orElse(0);
                double error = Resampling.few(fewest) * Arrivals.deviation(again);
                out.put(own.getLast().group(), EXPONENT, z, error, levels.get(level));
                found.put(method, new double[] {z, error});
            }
        });
        return found;
    }

    private static double[] medians(
            List<Arrivals> own, int level, @org.jspecify.annotations.Nullable RandomStream random) {
        double[] medians = new double[own.size()];
        for (int k = 0; k < medians.length; k++) {
            double[] works = own.get(k).works(level);
            medians[k] = Arrivals.quantile(random == null ? works : Arrivals.drawn(works, random), 0.5);
        }
        return medians;
    }

    /** Where the methods on one problem end beside the cheapest of them. */
    private void ends(List<Arrivals> rivals, Conclusions out) {
        Arrivals cheapest = ranked(rivals, level(rivals)).getFirst();
        for (Arrivals one : rivals) {
            double[] differences = one.ends().entrySet().stream()
                    .mapToDouble(end -> end.getValue() - cheapest.ends().getOrDefault(end.getKey(), Double.NaN))
                    .filter(Double::isFinite)
                    .toArray();
            if (differences.length == 0) continue;
            double same = one.ends().entrySet().stream()
                            .filter(end -> alike(end.getValue(), cheapest.ends().get(end.getKey())))
                            .count()
                    / (double) differences.length;
            double mean = java.util.Arrays.stream(differences).average().orElse(Double.NaN);
            double spread = Arrivals.deviation(differences) / Math.sqrt(differences.length);
            out.put(one.group(), SAME, same, Math.sqrt(same * (1.0 - same) / differences.length));
            out.put(one.group(), EXCESS, mean, spread);
        }
    }

    private static boolean alike(double one, @org.jspecify.annotations.Nullable Double other) {
        return other != null && Math.abs(one - other) <= SAME_WITHIN * Math.max(1.0, Math.abs(other));
    }

    /** The tightest level that half of the starts of any of them reach. */
    private int level(List<Arrivals> rivals) {
        int level = levels.size() - 1;
        while (level > 0 && best(rivals, level) < 0.5) level--;
        return level;
    }

    private static List<Arrivals> ranked(List<Arrivals> rivals, int level) {
        return rivals.stream()
                .sorted(Comparator.comparingDouble(
                        one -> Double.isNaN(median(one, level)) ? Double.POSITIVE_INFINITY : median(one, level)))
                .toList();
    }

    /** The methods of a family, at its largest size, in the order of their work to the tightest level that half of the starts of any of them reach. */
    private void verdict(List<Arrivals> members, Map<String, double[]> exponents, Conclusions out) {
        double largest =
                members.stream().mapToDouble(one -> one.size(size)).max().orElse(Double.NaN);
        List<Arrivals> last = members.stream()
                .filter(one -> Double.isNaN(largest) || one.size(size) == largest)
                .toList();
        int at = level(last);
        List<Arrivals> ranked = ranked(last, at);
        Set<String> words = new LinkedHashSet<>();
        for (Arrivals one : ranked) words.add(words(one, at));
        String where = members.getFirst().problem().isEmpty()
                ? "The problem"
                : String.join(", ", last.getFirst().problem().values());
        out.say(String.format(Locale.ROOT, "%s, median work to %s = %.0e: ", where, measure, levels.get(at))
                + String.join("; ", words) + ".");
        if (exponents.isEmpty()) return;
        out.say(where + ": the median work grows as N^z with "
                + exponents.entrySet().stream()
                        .map(entry -> String.format(
                                Locale.ROOT,
                                "z = %.2f \u00b1 %.2f (%s)",
                                entry.getValue()[0],
                                entry.getValue()[1],
                                entry.getKey()))
                        .collect(Collectors.joining(", "))
                + ".");
    }

    private static double best(List<Arrivals> all, int level) {
        return all.stream().mapToDouble(one -> one.solved(level)).max().orElse(0.0);
    }

    private static double median(Arrivals one, int level) {
        return Arrivals.quantile(one.works(level), 0.5);
    }

    private static String words(Arrivals one, int level) {
        double median = median(one, level);
        double solved = one.solved(level);
        double mean = one.ends().values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
        String cost = Double.isNaN(median) ? "not reached" : String.format(Locale.ROOT, "%.0f", median);
        String share = solved == 1.0 ? "" : String.format(Locale.ROOT, "%.0f %% arrive, ", 100.0 * solved);
        return String.format(Locale.ROOT, "%s %s (%smean end %.4g)", one.method(), cost, share, mean);
    }
}
