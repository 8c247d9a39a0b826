package rugged.checks;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which package of rugged may use which other, written once. A package that is not named here may use none. */
final class Arrows {

    private static final Map<String, Set<String>> MAY_USE = arrows();

    private Arrows() {}

    /** Whether a class may use another: in its own package always, else along an arrow. */
    static boolean allow(JavaClass from, JavaClass to) {
        String user = packageOf(from);
        String used = packageOf(to);
        return user.equals(used) || MAY_USE.getOrDefault(user, Set.of()).contains(used);
    }

    /** The second word of the package: {@code dynamics} for {@code rugged.dynamics.langevin}. */
    static String packageOf(JavaClass type) {
        String[] words = type.getPackageName().split("\\.");
        return words.length > 1 ? words[1] : "";
    }

    /** The table in words, packages that may use the same ones in one line, those that use least first. */
    static String picture() {
        Map<Set<String>, Set<String>> users = new HashMap<>();
        MAY_USE.forEach((user, used) ->
                users.computeIfAbsent(new TreeSet<>(used), _ -> new TreeSet<>()).add(user));
        StringBuilder text = new StringBuilder();
        users.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Set<String>, Set<String>>>comparingInt(
                                entry -> entry.getKey().size())
                        .thenComparing(entry -> String.join(" ", entry.getValue())))
                .forEach(entry -> text.append(String.join(", ", entry.getValue()))
                        .append("\n    ")
                        .append(entry.getKey().isEmpty() ? "nothing" : String.join(", ", entry.getKey()))
                        .append('\n'));
        return text.toString();
    }

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new HashMap<>();
        arrows.put("index", Set.of());
        arrows.put("num", Set.of());
        arrows.put("params", Set.of("num", "index"));
        arrows.put("meanfield", Set.of("num", "params"));
        arrows.put("geometry", Set.of());
        arrows.put("api", Set.of("geometry", "num", "meanfield", "params", "index"));
        Set<String> ground = Set.of("api", "geometry", "params", "meanfield", "num", "index");
        List<String> kinds = List.of(
                "landscape",
                "start",
                "dynamics",
                "observable",
                "theory",
                "protocol",
                "data",
                "loss",
                "graph",
                "analysis");
        arrows.put("compose", ground);
        kinds.forEach(kind -> arrows.put(kind, union(ground, Set.of("compose"))));

        Set<String> core = union(union(ground, Set.of("compose")), Set.copyOf(kinds));
        arrows.put("torch", Set.of("api", "params", "index", "landscape"));
        arrows.put("benchmark", core);
        arrows.put("figure", Set.of("index"));
        arrows.put("study", core);
        arrows.put("store", union(core, Set.of("study")));
        arrows.put("run", union(core, Set.of("study", "store")));
        arrows.put("report", union(core, Set.of("study", "store", "run", "figure")));

        arrows.put("validation", union(core, Set.of("study", "store", "run", "report")));

        Set<String> program = union(core, Set.of("figure", "study", "store", "run", "report", "validation"));
        arrows.put("web", program);
        arrows.put("cli", union(program, Set.of("web")));
        arrows.put("checks", union(program, Set.of("web", "cli")));
        arrows.put("bench", union(program, Set.of("web", "cli", "checks")));
        return Map.copyOf(arrows);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
