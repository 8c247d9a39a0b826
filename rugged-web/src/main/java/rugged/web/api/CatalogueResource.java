package rugged.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import rugged.params.Catalogue;
import rugged.study.CatalogueStudies;
import rugged.study.Description;
import rugged.study.Listing;
import rugged.study.Plan;
import rugged.web.Laboratory;
import rugged.web.http.Answers;
import rugged.web.http.Refusal;
import rugged.web.shape.CataloguePage;
import rugged.web.shape.StudyDetail;
import rugged.web.shape.StudyItem;

/** {@code /api/catalogue}: the studies with their facets; {@code /api/entries}: what studies are made of. */
public final class CatalogueResource implements Resource {
    private static final String VERDICT = "verdict";
    private static final List<String> SORTS = List.of("relevance", "name", "year", "seconds", VERDICT);

    /** Sizes whose cost stands in the list. */
    private static final List<String> LISTED = List.of("quick", "laptop");

    private final Laboratory laboratory;
    private final Studies studies;
    private final RunItems items;

    /**
     * @param laboratory the workspace
     * @param items runs as the page lists them
     */
    public CatalogueResource(Laboratory laboratory, RunItems items) {
        this.laboratory = laboratory;
        this.studies = new Studies(laboratory);
        this.items = items;
    }

    @Override
    public void route(RoutesConfig routes) {
        routes.get("/api/catalogue", this::list);
        routes.get("/api/catalogue/{name}", this::study);
        routes.get("/api/catalogue/{name}/similar", context -> Answers.json(context, studies.similar(known(context))));
        routes.get("/api/entries", this::entries);
    }

    private void list(Context context) {
        Listing listing =
                new Listing(CatalogueStudies.studies()).with(VERDICT, item -> List.of(studies.verdict(item.name())));
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        for (String facet : listing.facets()) wanted.put(facet, new LinkedHashSet<>(Parameters.values(context, facet)));
        List<String> words = words(Parameters.text(context, "q"));
        Listing.Page found = listing.page(words, wanted);
        List<Listing.Item> sorted = sorted(found.items(), words, context);
        int size = Parameters.whole(context, "size", 20, 1, 100);
        int page = Parameters.whole(context, "page", 1, 1, 1_000_000);
        int from = Math.min((page - 1) * size, sorted.size());
        List<StudyItem> shown = sorted.subList(from, Math.min(from + size, sorted.size())).stream()
                .map(item -> studies.item(item, words, LISTED))
                .toList();
        List<Listing.Facet> facets = found.facets().stream()
                .filter(facet -> !facet.facet().equals("kind"))
                .toList();
        Answers.json(context, new CataloguePage(found.total(), page, size, shown, facets));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(20)
                .toList();
    }

    private List<Listing.Item> sorted(List<Listing.Item> found, List<String> words, Context context) {
        String sort = Parameters.oneOf(context, "sort", SORTS).orElse("relevance");
        Comparator<Listing.Item> order = switch (sort) {
            case "year" -> Comparator.comparingInt(Listing.Item::year).reversed();
            case "seconds" -> Comparator.comparingDouble(this::cost);
            case VERDICT -> Comparator.comparing(item -> studies.verdict(item.name()));
            case "relevance" -> Comparator.comparingInt((Listing.Item item) -> -relevance(item, words));
            default -> Comparator.comparing(Listing.Item::name);
        };
        List<Listing.Item> sorted = new ArrayList<>(found);
        sorted.sort(order.thenComparing(Listing.Item::name));
        return sorted;
    }

    private double cost(Listing.Item item) {
        return CatalogueStudies.plan(item.name(), "laptop")
                .map(plan -> laboratory.estimate(plan).seconds().likely())
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Words in the title or name weigh more than those in the claim, and those more than the rest. */
    private static int relevance(Listing.Item item, List<String> words) {
        int sum = 0;
        for (String word : words) {
            String wanted = word.toLowerCase(Locale.ROOT);
            if ((item.name() + " " + item.title()).toLowerCase(Locale.ROOT).contains(wanted)) sum += 4;
            if (item.doc().toLowerCase(Locale.ROOT).contains(wanted)) sum += 2;
            if (String.join(" ", item.topics()).toLowerCase(Locale.ROOT).contains(wanted)) sum += 1;
        }
        return sum;
    }

    private static String known(Context context) {
        String name = context.pathParam("name");
        if (!CatalogueStudies.has(name)) throw Refusal.missing("there is no study of this name");
        return name;
    }

    private void study(Context context) {
        String name = known(context);
        Listing.Item item = CatalogueStudies.studies().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.missing("there is no study of this name"));
        Plan plan = CatalogueStudies.plan(name, "laptop")
                .or(() -> CatalogueStudies.plan(name, "quick"))
                .orElseThrow(() -> Refusal.of(422, "this study cannot be planned on this machine"));
        StudyItem whole = studies.item(item, List.of(), CatalogueStudies.SIZES);
        Answers.json(
                context,
                new StudyDetail(
                        whole,
                        plan.about(),
                        studies.numbers(name),
                        plan.quantities(),
                        plan.figures().stream().map(FigureItems::of).toList(),
                        rugged.study.read.Bundled.text(name).orElse(""),
                        studies.similar(name),
                        studies.runs(name).stream().limit(10).map(items::of).toList(),
                        whole.figure()));
    }

    private void entries(Context context) {
        Map<String, List<Map<String, Object>>> byKind = new LinkedHashMap<>();
        Catalogue catalogue = laboratory.catalogue();
        for (Catalogue.Entry entry : catalogue.entries()) {
            byKind.computeIfAbsent(entry.kind(), kind -> new ArrayList<>()).add(Description.record(entry, catalogue));
        }
        Answers.json(context, byKind);
    }
}
