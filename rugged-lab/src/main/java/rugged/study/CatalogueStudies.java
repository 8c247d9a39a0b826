package rugged.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import rugged.api.Quantity;
import rugged.params.Catalogue;
import rugged.study.cost.Machine;
import rugged.study.read.Bundled;
import rugged.study.read.Request;

/** The bundled studies as the catalogue shows them. */
public final class CatalogueStudies {
    /** The sizes, from seconds to days. */
    public static final List<String> SIZES = List.of("quick", "laptop", "paper");

    private static final String STUDY = "study";
    private static final Map<String, Optional<Plan>> PLANS = new ConcurrentHashMap<>();

    private CatalogueStudies() {}

    /** The catalogue's entries and the studies. */
    public static List<Listing.Item> items() {
        List<Listing.Item> items = new ArrayList<>(Listing.items(Catalogue.standard()));
        items.addAll(studies());
        return items;
    }

    /** The studies alone; read once. */
    public static List<Listing.Item> studies() {
        return Studies.ALL;
    }

    private static final class Studies {
        static final List<Listing.Item> ALL = List.copyOf(read());
    }

    private static List<Listing.Item> read() {
        List<Listing.Item> items = new ArrayList<>();
        for (String name : Bundled.names()) {
            Optional<Plan> plan = plan(name, "quick");
            About about = plan.map(Plan::about).orElseGet(About::nothing);
            items.add(Listing.Item.of(name, about, source(about), words(plan)));
        }
        return items;
    }

    /** Whether there is a study of this name. */
    public static boolean has(String name) {
        return Bundled.names().contains(name);
    }

    /** A study's plan at a size, on this machine; made once. */
    public static Optional<Plan> plan(String name, String size) {
        return PLANS.computeIfAbsent(
                name + " " + size,
                asked -> Bundled.request(name)
                        .flatMap(request -> Planner.check(request.at(size), Catalogue.standard(), Machine.here())
                                .plan()));
    }

    /** Authors and journal of what a study reproduces. */
    public static String source(About about) {
        return about.source()
                .map(source -> (source.authors() + ", " + source.journal()).replaceAll("^, |, $", ""))
                .orElse("");
    }

    private static String words(Optional<Plan> plan) {
        StringBuilder words = new StringBuilder();
        plan.ifPresent(there -> {
            for (Quantity quantity : there.quantities()) {
                words.append(quantity.name())
                        .append(' ')
                        .append(quantity.symbol())
                        .append(' ');
            }
            there.about()
                    .source()
                    .ifPresent(source -> words.append(source.title())
                            .append(' ')
                            .append(source.arxiv())
                            .append(' ')
                            .append(source.doi()));
            there.points().stream()
                    .limit(1)
                    .forEach(point ->
                            words.append(String.join(" ", point.coordinates().keySet())));
        });
        return words.toString();
    }

    /** A study as a record: what it is about, what it draws, its text. */
    public static Map<String, Object> describe(String name) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("kind", STUDY);
        record.put("name", name);
        plan(name, Request.LAPTOP).ifPresent(plan -> {
            record.put("about", plan.about());
            record.put("quantities", plan.quantities());
            record.put("figures", plan.figures());
        });
        record.put("yaml", Bundled.text(name).orElse(""));
        return record;
    }
}
