package rugged.web.api;

import org.jspecify.annotations.Nullable;
import rugged.report.Finding;
import rugged.report.Numerals;
import rugged.report.Verdict;
import rugged.web.shape.run.FindingItem;
import tools.jackson.databind.JsonNode;

/** Findings as the page shows them: numbers written once, by the same words as report and terminal. */
final class FindingItems {
    private FindingItems() {}

    /** As {@code summary.json} has it. */
    static FindingItem of(JsonNode node) {
        JsonNode reference = node.path("reference");
        Finding.Reference theirs = reference.isObject()
                ? new Finding.Reference(
                        real(reference, "value"),
                        reference.path("error").isNumber() ? real(reference, "error") : 0.0,
                        reference.path("source").asString(""))
                : null;
        return of(new Finding(
                node.path("id").asString(""),
                node.path("text").asString(""),
                real(node, "value"),
                real(node, "error"),
                node.path("unit").asString(""),
                theirs,
                node.path("bias").isNumber() ? real(node, "bias") : 0.0,
                real(node, "distance"),
                Verdict.of(node.path("verdict").asString(""), node.path("agrees")),
                real(node, "reach"),
                real(node, "effect"),
                node.path("samples").asInt(0)));
    }

    /** As it was evaluated. */
    static FindingItem of(Finding finding) {
        Finding.Reference reference = finding.reference();
        String shown = Numerals.value(finding.value(), finding.error());
        return new FindingItem(
                finding.id(),
                finding.text(),
                finite(finding.value()),
                finite(finding.error()),
                shown,
                finding.unit(),
                reference == null ? "" : Numerals.value(reference.value(), reference.error()),
                reference == null ? "" : reference.source(),
                finding.bias(),
                finite(finding.distance()),
                finding.agrees(),
                finding.withinBias(),
                "$" + shown.replaceAll("e([+-]?)0*(\\d+)", " \\\\times 10^{$1$2}") + "$",
                finding.verdict() == null ? "" : finding.verdict().word());
    }

    private static double real(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isNumber() ? value.doubleValue() : Double.NaN;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
