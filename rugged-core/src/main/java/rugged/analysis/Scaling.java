package rugged.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rugged.analysis.Crossings.Shared;
import rugged.api.AnalysisSpec.Group;

/**
 * Crossing times of all systems of a study at one level: the one asked for; otherwise one that all ages of all systems share, failing this one that those of a family
 * share (systems that differ in one parameter), failing this each system's own.
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
        GIVEN,
        ALL,
        FAMILY,
        OWN
    }

    /** Two members of a family at the seeds that both have. */
    record Pair(Scaling one, Scaling other, double difference, double error, double systematic, int samples) {}

    /** All systems that have the quantity. */
    static List<Scaling> of(List<Group> groups, String quantity, double level, double from, String between) {
        List<Group> having = new ArrayList<>();
        List<Ages> ages = new ArrayList<>();
        List<Shared> shared = new ArrayList<>();
        List<Map<String, String>> families = new ArrayList<>();
        for (Group group : groups) {
            Ages own = Ages.of(group, quantity);
            if (own.tw().length == 0) continue;
            having.add(group);
            ages.add(own);
            shared.add(Crossings.shared(own, from));
            Map<String, String> family = new LinkedHashMap<>(group.coordinates());
            family.keySet().removeIf(path -> path.equals(between) || path.startsWith(between + "."));
            families.add(family);
        }
        List<Scaling> all = new ArrayList<>();
        for (int g = 0; g < having.size(); g++) {
            Shared everyone = shared.get(g);
            Shared relatives = shared.get(g);
            for (int other = 0; other < having.size(); other++) {
                everyone = everyone.with(shared.get(other));
                if (families.get(other).equals(families.get(g))) relatives = relatives.with(shared.get(other));
            }
            Scope scope =
                    level > 0.0 ? Scope.GIVEN : everyone.any() ? Scope.ALL : relatives.any() ? Scope.FAMILY : Scope.OWN;
            Shared within = switch (scope) {
                case GIVEN, OWN -> shared.get(g);
                case ALL -> everyone;
                case FAMILY -> relatives;
            };
            double read = level > 0.0 ? level : within.any() ? within.usual() : Double.NaN;
            Crossings crossings = Crossings.of(ages.get(g), within.chosen(), read);
            all.add(new Scaling(
                    having.get(g),
                    families.get(g),
                    ages.get(g),
                    within,
                    read,
                    scope,
                    crossings,
                    crossings.spread(ages.get(g), within)));
        }
        return all;
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
