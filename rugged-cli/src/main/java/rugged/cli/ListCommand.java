package rugged.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rugged.cli.text.Exit;
import rugged.cli.text.JsonText;
import rugged.cli.text.TextTable;
import rugged.study.CatalogueStudies;
import rugged.study.Listing;

/** {@code rugged list}: the catalogue and the bundled studies, with facet counts. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "What there is: landscapes, dynamics, observables, protocols, starts, theories, studies, with counts.",
        footer = {
            "",
            "Examples:",
            "  rugged list",
            "  rugged list glass --kind landscape",
            "  rugged list --topic dynamics --json"
        })
final class ListCommand implements Callable<Integer> {
    private static final int MOST_VALUES = 12;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "only entries that mention every word")
    List<String> words = new ArrayList<>();

    @Option(
            names = "--kind",
            split = ",",
            paramLabel = "K",
            description = "landscape, dynamics, observable, protocol, start, theory, check, benchmark, study")
    Set<String> kinds = new LinkedHashSet<>();

    @Option(names = "--topic", split = ",", paramLabel = "T", description = "only entries filed under this topic")
    Set<String> topics = new LinkedHashSet<>();

    @Option(names = "--source", paramLabel = "S", description = "only entries whose source contains this text")
    Set<String> sources = new LinkedHashSet<>();

    @Option(names = "--year", split = ",", paramLabel = "Y", description = "only entries from this year")
    Set<String> years = new LinkedHashSet<>();

    @Option(names = "--json", description = "items and facets as JSON")
    boolean json;

    @Override
    public Integer call() {
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        wanted.put("kind", kinds);
        wanted.put("topic", topics);
        wanted.put("source", sources);
        wanted.put("year", years);
        Listing.Page page = new Listing(CatalogueStudies.items()).page(words, wanted);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonText.of(page));
            return Exit.DONE;
        }
        String kind = "";
        TextTable table = new TextTable();
        for (Listing.Item item : page.items()) {
            if (!item.kind().equals(kind)) {
                out.print(table.render("  "));
                table = new TextTable();
                kind = item.kind();
                out.println((kind.equals(page.items().getFirst().kind()) ? "" : "\n") + kind);
            }
            table.row(item.name(), item.title());
        }
        out.print(table.render("  "));
        if (page.total() == 0) out.println("nothing matches; 'rugged list' shows everything");
        out.println();
        for (Listing.Facet facet : page.facets()) {
            if (facet.values().stream().anyMatch(value -> value.count() > 0)) out.println(counts(facet));
        }
        return Exit.DONE;
    }

    private static String counts(Listing.Facet facet) {
        StringBuilder line = new StringBuilder(facet.facet()).append(": ");
        List<Listing.Value> values =
                facet.values().stream().filter(value -> value.count() > 0).toList();
        for (int v = 0; v < Math.min(MOST_VALUES, values.size()); v++) {
            if (v > 0) line.append(facet.facet().equals("source") ? "; " : ", ");
            line.append(values.get(v).label())
                    .append(" (")
                    .append(values.get(v).count())
                    .append(')');
        }
        if (values.size() > MOST_VALUES)
            line.append(", and ").append(values.size() - MOST_VALUES).append(" more");
        return line.toString();
    }
}
