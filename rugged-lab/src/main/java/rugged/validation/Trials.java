package rugged.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import rugged.params.Catalogue;
import rugged.report.Finding;
import rugged.report.Reporting;
import rugged.report.Verdict;
import rugged.run.Execution;
import rugged.run.Outcome;
import rugged.run.Session;
import rugged.run.Watcher;
import rugged.run.Work;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.study.Checked;
import rugged.study.FindingSection;
import rugged.study.Plan;
import rugged.study.Planner;
import rugged.study.cost.Machine;
import rugged.study.read.Request;

/** The studies of the folder {@code validation}: planned, run and evaluated as any study is, in a folder that is removed afterwards. */
final class Trials {
    /** Their names, which are their file names. */
    static final List<String> NAMES = List.of(
            "equilibrium",
            "finite-width",
            "flow-n64",
            "flow-n128",
            "flow-n256",
            "langevin-n128",
            "maps",
            "tempering",
            "perceptron",
            "solutions",
            "toy-network-o",
            "toy-network-u",
            "two-spin",
            "walks");

    private Trials() {}

    /** A study that could not be planned or carried out. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }

    /** The plan of a study. */
    static Plan plan(Catalogue catalogue, String name, String size) {
        Checked checked = Planner.check(
                Request.of("validation/" + name + ".yaml", text(name)).at(size), catalogue, Machine.here());
        return checked.plan().orElseThrow(() -> new Failed(checked.said()));
    }

    /** Runs a study and sets its findings beside their references. */
    static List<Comparison> run(Plan plan, Execution execution) {
        Path directory = scratch();
        try {
            RunFolder folder = RunFolder.at(directory);
            Outcome outcome =
                    new Session(Work.of(plan), folder, execution, Watcher.NONE, Session.Closing.NONE).run(false);
            if (outcome.status() != RunStatus.COMPLETE) throw new Failed(plan.study() + ": " + why(outcome));
            // those of its analyses among them, whose axes findings ask for
            folder.quantities(plan.quantities());
            return compared(plan, Reporting.findings(plan, folder));
        } finally {
            remove(directory);
        }
    }

    private static String why(Outcome outcome) {
        return outcome.failures().isEmpty()
                ? "the run did not end"
                : outcome.failures().size() + " points failed, the first because "
                        + outcome.failures().getFirst().reason();
    }

    private static List<Comparison> compared(Plan plan, List<Finding> findings) {
        List<Comparison> rows = new ArrayList<>();
        String seeds = plan.seeds().size() + " seeds";
        for (int k = 0; k < findings.size(); k++)
            rows.add(compared(plan.findings().get(k), findings.get(k), seeds));
        return List.copyOf(rows);
    }

    private static Comparison compared(FindingSection section, Finding finding, String seeds) {
        Finding.Reference reference = finding.reference();
        List<String> parameters = new ArrayList<>();
        section.where().forEach((path, value) -> parameters.add(path + " = " + value));
        section.at().forEach((axis, value) -> parameters.add(axis + " = " + value));
        parameters.add(seeds);
        return new Comparison(
                section.id(),
                finding.text(),
                String.join(", ", parameters),
                finding.value(),
                finding.error(),
                reference == null ? Double.NaN : reference.value(),
                reference == null ? Double.NaN : reference.error(),
                section.tolerance(),
                true,
                section.bias(),
                finding.verdict() == Verdict.AGREES || finding.verdict() == Verdict.UNDECIDED,
                reference == null ? "" : reference.source());
    }

    private static String text(String name) {
        try (InputStream in = Trials.class.getResourceAsStream("/validation/" + name + ".yaml")) {
            if (in == null) throw new Failed("validation/" + name + ".yaml is missing from this build");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("rugged-validation");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path directory) {
        try (Stream<Path> below = Files.walk(directory)) {
            for (Path file : below.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
