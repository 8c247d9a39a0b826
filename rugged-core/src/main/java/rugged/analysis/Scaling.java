package rugged.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.analysis.Crossings.Shared;
import rugged.api.AnalysisSpec.Group;

/**
 * Crossing times of all systems of a study at one level: the one asked for; otherwise one that all ages of all systems share, failing this one for as
 * many families as share values once the oldest ages of those that move least are left out, three at least being kept (a family: systems that differ in one
 * parameter; families of which one misses most ages of the other are not compared: an exponent belongs to its window of ages), failing this each system's own.
 *
 * @param group a system
 * @param family its parameters without the one that tells members of a family apart
 * @param ages its curves
 * @param shared the values that its ages share
 * @param level where t* is read; NaN where its ages share nothing
 * @param scope whose level it is
 * @param crossings t* and its power law
 * @param systematic largest change of the exponent with the level
 */
record Scaling(
        Group group,
        Map<String, String> family,
        Ages ages,
        Shared shared,
        double level,
        Scope scope,
        Crossings crossings,
        double systematic) {
    /** Whose level it is. */
    enum Scope {
        /** The one that was asked for. */
        GIVEN,
        /** Of all systems. */
        ALL,
        /** Of several families, but not of all. */
        SEVERAL,
        /** Of those that differ in one parameter. */
        FAMILY,
        /** Of one system. */
        OWN
    }

    /** Ages are rounded to the step. */
    private static final double NEAR = 0.02;

    /** Values that families share count for more than a meeting of their ends from this ratio on. */
    private static final double WIDE = 2.0;

    /** Fewest ages that are left for a comparison: those that an exponent needs. */
    private static final int COMPARED = 3;

    /** Two members of a family at the seeds that both have. */
    record Pair(Scaling one, Scaling other, double difference, double error, double systematic, int samples) {}

    /** The curves of one system, before a level is chosen. */
    private record Curves(Group group, Map<String, String> family, Ages ages, Shared shared) {
        Optional<Curves> younger() {
            int[] chosen = shared.chosen();
            if (chosen.length <= COMPARED) return Optional.empty();
            return Optional.of(
                    new Curves(group, family, ages, Crossings.shared(ages, Arrays.copyOf(chosen, chosen.length - 1))));
        }
    }

    /** Systems that differ in one parameter: what is left out of one is left out of all. */
    private record Family(List<Curves> members) {
        Shared shared() {
            return members.stream().map(Curves::shared).reduce(Shared::with).orElseThrow();
        }

        Optional<Family> younger() {
            List<Curves> left =
                    members.stream().flatMap(one -> one.younger().stream()).toList();
            return left.size() == members.size() ? Optional.of(new Family(left)) : Optional.empty();
        }

        /** Whether three ages, or all that one of the two has, are those of both. */
        boolean meets(Family other) {
            double[] own = ages();
            double[] others = other.ages();
            long common = Arrays.stream(own)
                    .filter(age -> Arrays.stream(others).anyMatch(tw -> Math.abs(tw - age) <= NEAR * age))
                    .count();
            return common >= Math.min(COMPARED, Math.min(own.length, others.length));
        }

        private double[] ages() {
            Curves first = members.getFirst();
            return Arrays.stream(first.shared.chosen())
                    .mapToDouble(a -> first.ages.tw()[a])
                    .toArray();
        }
    }

    /** Families that are read at one level. */
    private record Part(List<Family> families) {
        Shared shared() {
            return families.stream().map(Family::shared).reduce(Shared::with).orElseThrow();
        }

        /** With one more, the oldest ages of those that move least left out until all share values; empty where too few ages would be left. */
        Optional<Part> with(Family other) {
            if (!families.getFirst().meets(other)) return Optional.empty();
            List<Family> all = new ArrayList<>(families);
            all.add(other);
            while (true) {
                Part part = new Part(List.copyOf(all));
                Shared shared = part.shared();
                if (shared.any() && shared.high() >= WIDE * shared.low()) return Optional.of(part);
                int least = 0;
                for (int f = 1; f < all.size(); f++)
                    if (all.get(f).shared().high() < all.get(least).shared().high()) least = f;
                Optional<Family> younger = all.get(least).younger();
                if (younger.isEmpty()) return Optional.empty();
                all.set(least, younger.get());
            }
        }
    }

    /** All systems that have the quantity. */
    static List<Scaling> of(List<Group> groups, String quantity, double level, double from, String between) {
        Map<Map<String, String>, List<Curves>> families = new LinkedHashMap<>();
        Map<Group, Scaling> found = new IdentityHashMap<>();
        for (Group group : groups) {
            Ages own = Ages.of(group, quantity);
            if (own.tw().length == 0) continue;
            Map<String, String> family = new LinkedHashMap<>(group.coordinates());
            family.keySet().removeIf(path -> path.equals(between) || path.startsWith(between + "."));
            Curves one = new Curves(group, family, own, Crossings.shared(own, from));
            families.computeIfAbsent(family, name -> new ArrayList<>()).add(one);
            if (level > 0.0) found.put(group, one(one, one.shared, level, Scope.GIVEN));
        }
        if (level <= 0.0) {
            List<Part> parts = together(families.values());
            for (Part part : parts)
                for (Family family : part.families)
                    for (Curves one : family.members) found.put(one.group, one(one, part, parts.size() == 1));
        }
        return groups.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** Families, in the order of the study, each with the first before it with whom it shares values. */
    private static List<Part> together(Collection<List<Curves>> families) {
        List<Part> parts = new ArrayList<>();
        for (List<Curves> members : families) {
            Family family = new Family(members);
            boolean joined = false;
            for (int k = 0; k < parts.size() && !joined; k++) {
                Optional<Part> both = parts.get(k).with(family);
                joined = both.isPresent();
                if (joined) parts.set(k, both.get());
            }
            if (!joined) parts.add(new Part(List.of(family)));
        }
        return parts;
    }

    private static Scaling one(Curves one, Part part, boolean everyone) {
        Shared with = one.shared.with(part.shared());
        if (!with.any()) return one(one, one.shared, one.shared.any() ? one.shared.usual() : Double.NaN, Scope.OWN);
        Scope scope = everyone ? Scope.ALL : part.families.size() > 1 ? Scope.SEVERAL : Scope.FAMILY;
        return one(one, with, with.usual(), scope);
    }

    private static Scaling one(Curves of, Shared within, double level, Scope scope) {
        Crossings crossings = Crossings.of(of.ages, within.chosen(), level);
        double spread = crossings.spread(of.ages, within);
        return new Scaling(of.group, of.family, of.ages, within, level, scope, crossings, spread);
    }

    /**
     * The same times of the curves of a theory: at this level, at the ages that were read here.
     *
     * @param theory whose curves
     */
    Scaling read(Group theory, String quantity) {
        Ages curves = Ages.of(theory, quantity);
        List<Integer> places = new ArrayList<>();
        for (double age : crossings.tw()) {
            for (int a = 0; a < curves.tw().length; a++) {
                if (Math.abs(curves.tw()[a] - age) <= NEAR * age) {
                    places.add(a);
                    break;
                }
            }
        }
        int[] chosen = places.stream().mapToInt(Integer::intValue).toArray();
        Shared within = new Shared(chosen, shared.low(), shared.high(), shared.falling());
        return one(new Curves(theory, family, curves, within), within, level, scope);
    }

    /** Each member of a family beside the first, seed by seed at one level; those without a common level or two common seeds are left out. */
    static List<Pair> pairs(List<Scaling> all) {
        Map<Map<String, String>, Scaling> first = new LinkedHashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (Scaling other : all) {
            Scaling one = first.putIfAbsent(other.family(), other);
            if (one != null && one.scope() != Scope.OWN && one.level() == other.level()) pair(one, other, pairs);
        }
        return pairs;
    }

    private static void pair(Scaling one, Scaling other, List<Pair> pairs) {
        List<String> common = one.ages().seeds().stream()
                .filter(seed -> other.ages().seeds().contains(seed))
                .toList();
        if (common.size() < 2) return;
        Ages first = one.ages().only(common);
        Ages second = other.ages().only(common);
        int[] all = first.all();
        double difference = difference(one, first, other, second, one.level(), all);
        double error =
                Resampling.jackknife(common.size(), drawn -> difference(one, first, other, second, one.level(), drawn));
        if (Double.isNaN(difference)) return;
        double systematic = 0.0;
        Shared both = one.shared().with(other.shared());
        for (double share : Crossings.SCAN) {
            if (!both.any()) break;
            double elsewhere = difference(one, first, other, second, both.at(share), all);
            if (!Double.isNaN(elsewhere)) systematic = Math.max(systematic, Math.abs(elsewhere - difference));
        }
        pairs.add(new Pair(one, other, difference, error, systematic, common.size()));
    }

    private static double difference(Scaling one, Ages first, Scaling other, Ages second, double level, int[] drawn) {
        return Crossings.slope(second, other.shared().chosen(), level, drawn)
                - Crossings.slope(first, one.shared().chosen(), level, drawn);
    }
}
