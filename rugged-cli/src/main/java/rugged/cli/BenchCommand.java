package rugged.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rugged.api.BenchmarkSpec;
import rugged.cli.text.Exit;
import rugged.cli.text.JsonText;
import rugged.cli.text.TextTable;
import rugged.num.kernel.KernelChoice;
import rugged.params.Catalogue;
import rugged.params.Samples;

/** {@code rugged bench}: the kernels on this machine, beside the limit of the hardware and the slow reference. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Times the kernels on this machine: rate, and ratio to the hardware's limit and to the reference code,"
                        + " measured in the same run.",
        footer = {"", "Close other programs first: everything competes for the same memory."})
final class BenchCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "benchmarks of 'rugged list --kind benchmark'; all when none is named")
    List<String> names = new ArrayList<>();

    @Option(names = "--json", description = "as JSON")
    boolean json;

    @Override
    public Integer call() {
        Catalogue catalogue = Catalogue.standard();
        List<String> wanted = names.isEmpty() ? catalogue.names("benchmark") : names;
        List<String> unknown = wanted.stream()
                .filter(name -> catalogue.find("benchmark", name).isEmpty())
                .map(name -> "bench: " + name + ": unknown; " + catalogue.suggestion("benchmark", name))
                .toList();
        if (!unknown.isEmpty()) throw new Exit.Refused(unknown);
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("kernels", KernelChoice.best().name());
        all.put("jdk", Runtime.version().toString());
        if (!json) out.println("kernels: " + KernelChoice.best().name() + ", Java " + Runtime.version() + "\n");
        for (String name : wanted) {
            Catalogue.Entry entry = catalogue.find("benchmark", name).orElseThrow();
            Optional<Object> benchmark = Samples.of(entry, catalogue);
            List<BenchmarkSpec.Measurement> measured = ((BenchmarkSpec) benchmark.orElseThrow()).measure();
            all.put(name, measured);
            if (!json) print(entry, measured, out);
        }
        if (json) out.println(JsonText.of(all));
        return Exit.DONE;
    }

    private static void print(Catalogue.Entry entry, List<BenchmarkSpec.Measurement> measured, PrintWriter out) {
        out.println(entry.name() + ": " + entry.title());
        TextTable table = new TextTable();
        for (BenchmarkSpec.Measurement row : measured) {
            String value = String.format(Locale.ROOT, "%.4g \u00b1 %.1g %s", row.value(), row.spread(), row.unit());
            String ratio =
                    row.against().isEmpty() ? "" : String.format(Locale.ROOT, "%.3g x %s", row.ratio(), row.against());
            table.row(row.name(), value, ratio);
        }
        out.println(table.render("  "));
    }
}
