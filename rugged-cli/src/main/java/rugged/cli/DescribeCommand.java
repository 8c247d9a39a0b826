package rugged.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rugged.api.Quantity;
import rugged.cli.text.Exit;
import rugged.cli.text.JsonText;
import rugged.cli.text.StudyText;
import rugged.cli.text.TextTable;
import rugged.cli.text.Words;
import rugged.figure.Markup;
import rugged.params.Catalogue;
import rugged.params.Parameter;
import rugged.params.Samples;
import rugged.params.YamlText;
import rugged.study.CatalogueStudies;
import rugged.study.Description;
import rugged.study.read.Bundled;

/** {@code rugged describe NAME}: everything that is declared about an entry. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = "Parameters with type, range, default and reason; quantities; needs; source.",
        footer = {
            "",
            "Examples:",
            "  rugged describe pspin",
            "  rugged describe langevin --json",
            "  rugged describe aging-pspin"
        })
final class DescribeCommand implements Callable<Integer> {
    private static final int WIDTH = 96;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "a name of 'rugged list'; KIND/NAME where two kinds share it")
    String name = "";

    @Option(names = "--json", description = "the same as JSON, with the JSON Schema of the parameters")
    boolean json;

    @Mixin
    With with = new With();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Catalogue catalogue = with.catalogue();
        List<Catalogue.Entry> entries = catalogue.named(name);
        if (entries.isEmpty() && CatalogueStudies.has(name)) {
            out.print(json ? JsonText.of(CatalogueStudies.describe(name)) + "\n" : StudyText.of(name));
            return Exit.DONE;
        }
        if (entries.isEmpty()) {
            List<String> known = new ArrayList<>(
                    catalogue.entries().stream().map(Catalogue.Entry::name).toList());
            known.addAll(Bundled.names());
            throw Exit.Refused.of("describe: " + name + ": unknown; " + rugged.params.Suggestion.among(name, known));
        }
        List<Map<String, Object>> all = new ArrayList<>();
        for (Catalogue.Entry entry : entries) {
            if (json) all.add(Description.record(entry, catalogue));
            else text(entry, catalogue, out);
        }
        if (json) out.println(JsonText.of(all.size() == 1 ? all.getFirst() : all));
        return Exit.DONE;
    }

    private static void text(Catalogue.Entry entry, Catalogue catalogue, PrintWriter out) {
        out.println(entry.name() + " (" + entry.kind() + "): " + entry.title());
        if (!entry.doc().isEmpty()) out.print(Words.wrap(entry.doc(), "  ", WIDTH));
        if (!entry.source().isEmpty()) out.print(Words.wrap("Source: " + entry.source(), "  ", WIDTH));
        if (!entry.topics().isEmpty()) out.println("  Topics: " + String.join(", ", entry.topics()));
        List<Parameter> parameters = entry.schema().parameters();
        if (!parameters.isEmpty()) out.println("\nParameters:");
        for (Parameter parameter : parameters) parameter(parameter, out);
        Samples.of(entry, catalogue).ifPresent(sample -> {
            List<Quantity> quantities = Description.quantities(sample);
            if (!quantities.isEmpty()) out.println("\nQuantities:");
            TextTable table = new TextTable();
            for (Quantity quantity : quantities) {
                String axes = quantity.axes().isEmpty() ? "" : "(" + String.join(", ", quantity.axes()) + ")";
                table.row(quantity.name() + axes, quantity.unit(), Markup.plain(quantity.definition()));
            }
            out.print(table.render("  "));
            if (!Description.needs(sample).isEmpty())
                out.println("\nNeeds: " + String.join(", ", Description.needs(sample)));
            if (!Description.provides(sample).isEmpty())
                out.println("\nOffers: " + String.join(", ", Description.provides(sample)));
        });
        out.println();
    }

    private static void parameter(Parameter parameter, PrintWriter out) {
        var declared = parameter.declared();
        StringBuilder line = new StringBuilder("  ").append(parameter.key());
        if (!declared.symbol().isEmpty() && !declared.symbol().equals(parameter.key()))
            line.append(" (").append(Markup.plain(declared.symbol())).append(')');
        line.append(": ").append(parameter.description());
        out.println(line);
        List<String> facts = new ArrayList<>();
        facts.add(parameter.type().phrase());
        if (!parameter.interval().isEmpty()) facts.add("in " + parameter.interval());
        if (!declared.unit().isEmpty()) facts.add("unit " + declared.unit());
        facts.add(parameter
                .byDefault()
                .map(node -> "default " + YamlText.flow(node))
                .orElse(parameter.required() ? "must be given" : "may be left out"));
        out.println("      " + String.join("; ", facts));
        if (!declared.reason().isEmpty()) out.print(Words.wrap(declared.reason(), "      ", WIDTH));
    }
}
