package rugged.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.params.Catalogue;
import rugged.report.Numerals;
import rugged.study.About;
import rugged.study.Bundled;
import rugged.study.Listing;
import rugged.study.Machine;
import rugged.study.Plan;
import rugged.study.Planner;

/** The bundled studies as the catalogue shows them. */
final class Shelf {
    private static final String STUDY = "study";

    private Shelf() {}

    /** The catalogue's entries and the studies. */
    static List<Listing.Item> items() {
        List<Listing.Item> items = new ArrayList<>(Listing.items(Catalogue.standard()));
        for (String name : Bundled.names()) {
            About about = plan(name, "quick").map(Plan::about).orElseGet(About::nothing);
            items.add(new Listing.Item(
                    STUDY, name, about.title(), about.claim(), source(about), about.year(), about.topics()));
        }
        return items;
    }

    static List<String> names() {
        return Bundled.names();
    }

    static boolean has(String name) {
        return Bundled.names().contains(name);
    }

    private static Optional<Plan> plan(String name, String size) {
        return Bundled.request(name)
                .flatMap(request -> Planner.check(request.at(size), Catalogue.standard(), Machine.here())
                        .plan());
    }

    private static String source(About about) {
        return about.source()
                .map(source -> (source.authors() + ", " + source.journal()).replaceAll("^, |, $", ""))
                .orElse("");
    }

    /** A study in words. */
    static String text(String name) {
        StringBuilder text = new StringBuilder();
        for (String size : List.of("quick", "laptop", "paper")) {
            Optional<Plan> plan = plan(name, size);
            if (plan.isEmpty()) continue;
            About about = plan.get().about();
            if (text.isEmpty()) {
                text.append(name).append(" (study): ").append(about.title()).append('\n');
                text.append(Words.wrap(about.claim(), "  ", 96));
                if (!source(about).isEmpty()) text.append(Words.wrap("Source: " + source(about), "  ", 96));
                text.append("\nSizes:\n");
            }
            var estimate = plan.get().estimate();
            text.append("  ")
                    .append(size)
                    .append(": ")
                    .append(estimate.points())
                    .append(" points, about ")
                    .append(Numerals.duration(estimate.seconds().likely()))
                    .append(", ")
                    .append(Numerals.bytes(estimate.memory()))
                    .append('\n');
        }
        text.append("\nStudy file:\n");
        Bundled.text(name)
                .ifPresent(yaml -> yaml.lines()
                        .forEach(line -> text.append("  ").append(line).append('\n')));
        return text.append("\nrugged run ")
                .append(name)
                .append(" --size quick\n")
                .toString();
    }

    /** The same as a record. */
    static Map<String, Object> describe(String name) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("kind", STUDY);
        record.put("name", name);
        plan(name, "laptop").ifPresent(plan -> {
            record.put("about", plan.about());
            record.put("quantities", plan.quantities());
            record.put("figures", plan.figures());
        });
        record.put("yaml", Bundled.text(name).orElse(""));
        return record;
    }
}
