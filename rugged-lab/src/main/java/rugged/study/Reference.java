package rugged.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import rugged.api.AnalysisSpec;
import rugged.api.BenchmarkSpec;
import rugged.api.CheckSpec;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.ProtocolSpec;
import rugged.api.Quantity;
import rugged.api.StartSpec;
import rugged.api.TheorySpec;
import rugged.params.Catalogue;
import rugged.params.Parameter;
import rugged.params.Samples;
import rugged.params.Schema;
import rugged.params.ValueType;
import rugged.params.YamlText;
import rugged.study.read.StudyFile;

/**
 * The reference pages: one for each named spec of a study, for each check and each benchmark, one for the keys of a study file, and an index. Written from what the specs declare about themselves, in
 * Markdown.
 */
public final class Reference {
    /** The kinds that a study is made of, in the order in which it names them; behind them those that commands of their own compute. */
    private static final Map<String, String> KINDS = kinds();

    private final Catalogue catalogue;

    /** @param catalogue what is described */
    public Reference(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new java.util.LinkedHashMap<>();
        kinds.put("landscape", "Landscapes");
        kinds.put("data", "Data");
        kinds.put("loss", "Losses");
        kinds.put("graph", "Graphs");
        kinds.put("dynamics", "Dynamics");
        kinds.put("protocol", "Protocols");
        kinds.put("start", "Starts");
        kinds.put("observable", "Observables");
        kinds.put("theory", "Theories");
        kinds.put("analysis", "Analyses");
        kinds.put("check", "Checks");
        kinds.put("benchmark", "Benchmarks");
        return kinds;
    }

    /** All pages: path under the folder of the reference, and text. */
    public Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        pages.put("README.md", index());
        pages.put("study.md", study());
        for (String kind : KINDS.keySet()) {
            for (Catalogue.Entry entry : catalogue.entries(kind))
                pages.put(kind + "/" + entry.name() + ".md", page(entry));
        }
        return pages;
    }

    private String index() {
        StringBuilder out = new StringBuilder(
                "# Reference\n\nEverything that has a name, and [the keys of a study file](study.md).\n");
        for (Map.Entry<String, String> kind : KINDS.entrySet()) {
            out.append("\n## ").append(kind.getValue()).append("\n\n| name | what it is |\n|---|---|\n");
            for (Catalogue.Entry entry : catalogue.entries(kind.getKey())) {
                String link = "[`" + entry.name() + "`](" + kind.getKey() + "/" + entry.name() + ".md)";
                out.append("| ")
                        .append(link)
                        .append(" | ")
                        .append(cell(entry.title()))
                        .append(" |\n");
            }
        }
        return out.toString();
    }

    private static String study() {
        StringBuilder out = new StringBuilder("# The keys of a study file\n");
        section(out, "Study", StudyFile.class);
        section(out, "`about`", About.class);
        section(out, "`about.source`", About.Source.class);
        section(out, "`about.published`, each", About.Published.class);
        section(out, "`refine`", Refinement.class);
        section(out, "`figures`, each", FigureSection.class);
        section(out, "`findings`, each", FindingSection.class);
        section(out, "`findings.minus`", FindingSection.Minus.class);
        section(out, "`findings.over`", FindingSection.Over.class);
        section(out, "`findings.reference`", FindingSection.Reference.class);
        return out.toString();
    }

    private static void section(StringBuilder out, String title, Class<? extends Record> type) {
        out.append("\n## ").append(title).append("\n\n");
        parameters(out, Schema.of(type));
    }

    private String page(Catalogue.Entry entry) {
        StringBuilder out = new StringBuilder("# " + entry.title() + "\n\n`" + entry.name() + "`, "
                + ("aeiou".indexOf(entry.kind().charAt(0)) >= 0 ? "an " : "a ") + entry.kind() + "\n");
        if (!entry.doc().isEmpty()) out.append('\n').append(entry.doc()).append('\n');
        if (!entry.schema().parameters().isEmpty()) {
            out.append("\n## Parameters\n\n");
            parameters(out, entry.schema());
        }
        Optional<Object> sample = Samples.of(entry, catalogue);
        sample.ifPresent(spec -> declared(out, spec));
        line(out, "Source", entry.source());
        line(out, "Topics", String.join(", ", entry.topics()));
        String command = command(entry);
        if (!command.isEmpty()) return out.append(command).toString();
        String example = key(entry.kind()) + ": " + example(entry, sample);
        if (entry.kind().equals("data")) example = "landscape: { is: network, " + example + " }";
        if (entry.kind().equals("graph")) example = "landscape: { is: physical-network, " + example + " }";
        if (entry.kind().equals("loss")) example = "landscape: { is: sequence-risk, " + example + " }";
        out.append("\nIn a study: `").append(example).append("`\n");
        return out.toString();
    }

    /** What a spec says of itself beyond its parameters. */
    private static void declared(StringBuilder out, Object spec) {
        quantities(out, quantities(spec));
        if (spec instanceof CheckSpec check) compared(out, check.compares());
        if (spec instanceof BenchmarkSpec benchmark) measured(out, benchmark.rates());
        line(out, "Needs", phrases(needs(spec)));
        line(out, "Offers", phrases(offers(spec)));
        if (spec instanceof AnalysisSpec analysis)
            line(
                    out,
                    "Reads",
                    analysis.reads().stream()
                            .sorted()
                            .map(name -> "`" + name + "`")
                            .collect(Collectors.joining(", ")));
        if (spec instanceof DynamicsSpec dynamics) line(out, "Unit of time", "`" + dynamics.timeUnit() + "`");
        if (spec instanceof TheorySpec theory)
            line(
                    out,
                    "Validity",
                    theory.validity().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    }

    /** The key of a study under which a kind stands. */
    private static String key(String kind) {
        return switch (kind) {
            case "observable" -> "observe";
            case "analysis" -> "analyse";
            default -> kind;
        };
    }

    private static String example(Catalogue.Entry entry, Optional<Object> sample) {
        String spec = sample.map(rugged.params.Canonical::text).orElse(entry.name());
        if (entry.schema().parameters().isEmpty()) spec = entry.name();
        boolean listed = List.of("observable", "theory", "analysis").contains(entry.kind());
        return listed ? "[" + spec + "]" : spec;
    }

    private static void parameters(StringBuilder out, Schema<?> schema) {
        out.append("| key | symbol | what it is | allowed | unit | default |\n|---|---|---|---|---|---|\n");
        List<String> reasons = new ArrayList<>();
        for (Parameter parameter : schema.parameters()) {
            var declared = parameter.declared();
            String allowed = parameter.interval().isEmpty()
                    ? parameter.type().phrase()
                    : whole(parameter) + parameter.interval();
            String fallback = parameter
                    .byDefault()
                    .map(node -> "`" + YamlText.flow(node) + "`")
                    .orElse(parameter.required() ? "must be given" : "may be left out");
            out.append(row(
                    "`" + parameter.key() + "`",
                    declared.symbol(),
                    parameter.description(),
                    allowed,
                    declared.unit(),
                    fallback));
            if (!declared.reason().isEmpty()) reasons.add("- `" + parameter.key() + "`: " + declared.reason() + "\n");
        }
        if (!reasons.isEmpty()) out.append("\nWhy these defaults:\n\n").append(String.join("", reasons));
    }

    private static String whole(Parameter parameter) {
        return switch (parameter.type()) {
            case ValueType.Whole whole -> "whole, ";
            case ValueType.Many many -> "list, each in ";
            case ValueType.Table table -> "for each key, in ";
            default -> "";
        };
    }

    private static void quantities(StringBuilder out, List<Quantity> quantities) {
        if (quantities.isEmpty()) return;
        out.append("\n## Quantities\n\n| name | symbol | unit | definition |\n|---|---|---|---|\n");
        for (Quantity quantity : quantities) {
            String axes = quantity.axes().isEmpty() ? "" : "(" + String.join(", ", quantity.axes()) + ")";
            out.append(
                    row("`" + quantity.name() + axes + "`", quantity.symbol(), quantity.unit(), quantity.definition()));
        }
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("|");
        for (String cell : cells) row.append(' ').append(cell(cell)).append(" |");
        return row.append('\n').toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    private static void line(StringBuilder out, String word, String text) {
        if (!text.isEmpty())
            out.append("\n").append(word).append(": ").append(text).append("\n");
    }

    private static void compared(StringBuilder out, List<CheckSpec.Group> groups) {
        if (groups.isEmpty()) return;
        out.append("\n## Rows\n\n| ids begin with | what is compared | units |\n|---|---|---|\n");
        for (CheckSpec.Group group : groups) out.append(row("`" + group.id() + "`", group.text(), group.unit()));
        out.append("\n"
                + "Each row sets a value beside a reference, with its source. It agrees when the two differ by no"
                + " more than its tolerance: a number, or, where the value or the reference has an error, a number"
                + " of combined standard errors.\n");
    }

    private static void measured(StringBuilder out, List<BenchmarkSpec.Rate> rates) {
        if (rates.isEmpty()) return;
        out.append("\n## Measurements\n\n| what is timed | unit | beside |\n|---|---|---|\n");
        for (BenchmarkSpec.Rate rate : rates) out.append(row(rate.text(), rate.unit(), rate.against()));
        out.append(
                "\nEach is a median with half the distance of the quartiles, where it is repeated, and a ratio to what"
                        + " stands beside it, measured in the same run.\n");
    }

    /** How to compute what no study names; empty for the kinds of a study. */
    private static String command(Catalogue.Entry entry) {
        String command = switch (entry.kind()) {
            case "check" -> "validate";
            case "benchmark" -> "bench";
            default -> "";
        };
        if (command.isEmpty()) return "";
        String with = entry.schema().parameters().isEmpty() ? "" : ", with the defaults above";
        return "\nTo compute it" + with + ": `rugged " + command + " " + entry.name() + "`\n";
    }

    private static List<Quantity> quantities(Object spec) {
        return switch (spec) {
            case ObservableSpec observable -> observable.quantities();
            case TheorySpec theory -> theory.quantities();
            case ProtocolSpec protocol -> protocol.quantities();
            case AnalysisSpec analysis -> analysis.quantities();
            default -> List.of();
        };
    }

    private static Set<Need> needs(Object spec) {
        return switch (spec) {
            case DynamicsSpec dynamics -> dynamics.needs();
            case ObservableSpec observable -> observable.needs();
            case ProtocolSpec protocol -> protocol.needs();
            case StartSpec start -> start.needs();
            default -> Set.of();
        };
    }

    private static Set<Need> offers(Object spec) {
        return switch (spec) {
            case LandscapeSpec landscape -> landscape.offers();
            case DynamicsSpec dynamics -> dynamics.provides();
            default -> Set.of();
        };
    }

    private static String phrases(Set<Need> needs) {
        return String.join(
                ", ",
                needs.stream()
                        .sorted(Comparator.naturalOrder())
                        .map(Need::phrase)
                        .toList());
    }
}
