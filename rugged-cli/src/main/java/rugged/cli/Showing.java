package rugged.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import rugged.cli.text.JsonText;
import rugged.cli.text.TextTable;
import rugged.figure.Markup;
import rugged.report.Numerals;
import rugged.report.Reporting;
import rugged.store.Progress;
import rugged.store.RunFolder;
import rugged.store.file.EnvironmentFailure;
import tools.jackson.databind.JsonNode;

/** The summary of a run on the terminal. */
final class Showing {
    private Showing() {}

    static void print(RunFolder folder, boolean json, PrintWriter out) {
        Optional<JsonNode> summary = Reporting.summary(folder);
        if (json) {
            out.println(summary.map(JsonNode::toPrettyString).orElseGet(() -> bare(folder)));
            return;
        }
        if (summary.isEmpty()) {
            out.println(folder.directory() + ": " + folder.status().word() + progress(folder) + ", no summary yet");
            return;
        }
        JsonNode found = summary.get();
        String status = folder.status().word();
        out.println(
                found.path("study").asString() + ", size " + found.path("size").asString() + ": " + status + " in "
                        + Numerals.duration(found.path("seconds").asDouble()));
        TextTable table = new TextTable();
        if (!found.path("findings").isEmpty()) table.row("finding", "ours", "reference", "", "");
        for (JsonNode finding : found.path("findings")) {
            JsonNode reference = finding.path("reference");
            table.row(
                    Markup.plain(finding.path("text").asString()),
                    Numerals.value(number(finding, "value"), number(finding, "error")),
                    reference.isNull() ? "" : Numerals.value(number(reference, "value"), number(reference, "error")),
                    finding.path("distance").isNull()
                            ? ""
                            : String.format(Locale.ROOT, "%.1f \u03c3", number(finding, "distance")),
                    verdict(finding));
        }
        out.print(table.render("  "));
        for (JsonNode sentence : found.path("verdict")) out.println(sentence.asString());
        for (JsonNode warning : found.path("warnings")) out.println("warning: " + warning.asString());
        Path figures = folder.directory().resolve("figures");
        out.println("figures  " + names(figures));
        out.println("report   " + folder.directory().resolve("report.html"));
    }

    private static String verdict(JsonNode finding) {
        if (finding.path("value").isNull()) return "not computed";
        if (finding.path("verdict").asString("").equals("undecided")) return "undecided";
        if (finding.path("agrees").isNull()) return "";
        if (!finding.path("agrees").asBoolean()) return "DIFFERS";
        double bias = number(finding, "bias");
        double gap = Math.abs(number(finding, "value") - number(finding.path("reference"), "value"));
        boolean only = bias > 0 && gap > number(finding, "reach") - bias;
        return only ? "agrees within its bias " + Numerals.plain(bias) : "agrees";
    }

    private static double number(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isNumber() ? value.asDouble() : Double.NaN;
    }

    private static String names(Path figures) {
        if (!Files.isDirectory(figures)) return "none";
        try (Stream<Path> files = Files.list(figures)) {
            return String.join(
                    "  ",
                    files.map(Path::toString)
                            .filter(name -> name.endsWith(".svg"))
                            .sorted()
                            .toList());
        } catch (java.io.IOException e) {
            throw new EnvironmentFailure("cannot read " + figures + ": " + e.getMessage(), e);
        }
    }

    private static String progress(RunFolder folder) {
        return folder.progress().map(Showing::words).orElse("");
    }

    private static String words(Progress progress) {
        return String.format(
                Locale.ROOT,
                ", %.0f %% (%d of %d points)",
                100 * progress.fraction(),
                progress.points(),
                progress.total());
    }

    private static String bare(RunFolder folder) {
        return JsonText.of(java.util.Map.of(
                "status", folder.status().word(), "findings", java.util.List.of(), "warnings", java.util.List.of()));
    }
}
