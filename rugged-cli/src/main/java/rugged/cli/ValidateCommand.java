package rugged.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rugged.cli.text.Exit;
import rugged.cli.text.JsonText;
import rugged.cli.text.TextTable;
import rugged.cli.text.Version;
import rugged.num.kernel.KernelChoice;
import rugged.params.Catalogue;
import rugged.report.Numerals;
import rugged.run.Execution;
import rugged.store.Provenance;
import rugged.validation.Comparison;
import rugged.validation.Validation;
import rugged.validation.ValidationRecord;

/** {@code rugged validate}: every reference value beside what this build computes. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Computes every reference value with this build and sets it beside what it should be.",
        footer = {
            "",
            "Statistical rows agree within 2.5 combined standard errors and the stated bias, the others within an"
                    + " absolute tolerance.",
            "Exit code 1 if a row misses its tolerance.",
            "",
            "Examples:",
            "  rugged validate                       all, a few minutes",
            "  rugged validate --size quick          with fewer samples",
            "  rugged validate pspin-transitions 'flow-*' --json"
        })
final class ValidateCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "entries to compute, 'flow-*' for all that begin so; everything when none is named")
    List<String> names = new ArrayList<>();

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            defaultValue = Validation.LAPTOP,
            description = "quick for fewer samples (default: laptop)")
    String size = Validation.LAPTOP;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "runs side by side (default: one per core)")
    int threads;

    @Option(names = "--json", description = "as JSON")
    boolean json;

    @Override
    public Integer call() {
        if (threads < 0) throw Exit.Refused.of("--threads: " + threads + ": must be >= 1");
        if (!List.of("quick", Validation.LAPTOP).contains(size)) {
            throw Exit.Refused.of("--size: " + size + ": unknown; quick or laptop");
        }
        Provenance provenance = Provenance.here(
                Version.version(), Version.commit(), KernelChoice.best().name());
        int used = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        Validation validation = new Validation(Catalogue.standard(), Execution.of(used, provenance));
        List<Validation.Entry> entries = validation.entries(names);
        List<Validation.Result> results = new ArrayList<>();
        PrintWriter out = spec.commandLine().getOut();
        for (Validation.Entry entry : entries) {
            if (json) spec.commandLine().getErr().println(entry.name());
            results.add(validation.run(entry, size));
            if (!json) print(results.getLast(), out);
            out.flush();
        }
        boolean agree = results.stream().allMatch(Validation.Result::agrees);
        if (json) out.println(JsonText.of(ValidationRecord.of(results)));
        else out.println(verdict(results));
        return agree ? Exit.DONE : Exit.FAILED;
    }

    private static String verdict(List<Validation.Result> results) {
        long rows = results.stream().mapToLong(result -> result.rows().size()).sum();
        long agreeing = results.stream()
                .flatMap(result -> result.rows().stream())
                .filter(Comparison::agrees)
                .count();
        long failed =
                results.stream().filter(result -> result.failure().isPresent()).count();
        double seconds =
                results.stream().mapToDouble(Validation.Result::seconds).sum();
        return agreeing + " of " + rows + " rows agree" + (failed > 0 ? ", " + failed + " entries failed" : "") + ", "
                + Numerals.duration(seconds);
    }

    private static void print(Validation.Result result, PrintWriter out) {
        Validation.Entry entry = result.entry();
        out.println(entry.name() + ": " + entry.title() + ", " + Numerals.duration(result.seconds()));
        result.failure().ifPresent(why -> out.println("  " + why));
        TextTable table = new TextTable();
        for (Comparison row : result.rows()) {
            table.row(
                    row.id(),
                    Numerals.value(row.value(), row.error()),
                    Numerals.value(row.reference(), row.referenceError()),
                    row.statistical() && Double.isFinite(row.distance())
                            ? String.format(Locale.ROOT, "%.1f \u03c3", row.distance())
                            : String.format(Locale.ROOT, "off by %.0e", Math.abs(row.value() - row.reference())),
                    row.agrees() ? "agrees" : "DIFFERS",
                    row.text());
        }
        out.println(table.render("  "));
    }
}
