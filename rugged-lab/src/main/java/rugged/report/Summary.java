package rugged.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run found: {@code summary.json}.
 *
 * @param study name of the study
 * @param size quick, laptop or paper
 * @param status complete, failed or interrupted
 * @param seconds wall time over all sessions
 * @param seed the study's first seed
 * @param findings the findings, in the order of the study
 * @param verdict what the analyses conclude, in sentences
 * @param warnings what the user should know about them
 */
public record Summary(
        String study,
        String size,
        String status,
        double seconds,
        long seed,
        List<Finding> findings,
        List<String> verdict,
        List<String> warnings) {
    public Summary {
        findings = List.copyOf(findings);
        verdict = List.copyOf(verdict);
        warnings = List.copyOf(warnings);
    }

    /** As maps and lists in the shape of the contract: numbers that are not finite are null. */
    public Map<String, Object> plain() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("study", study);
        plain.put("size", size);
        plain.put("status", status);
        plain.put("seconds", Math.round(10 * seconds) / 10.0);
        plain.put("seed", seed);
        List<Object> list = new ArrayList<>();
        for (Finding finding : findings) list.add(plain(finding));
        plain.put("findings", list);
        if (!verdict.isEmpty()) plain.put("verdict", verdict);
        plain.put("warnings", warnings);
        return plain;
    }

    private static Map<String, @Nullable Object> plain(Finding finding) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("id", finding.id());
        plain.put("text", finding.text());
        plain.put("value", finite(finding.value()));
        plain.put("error", finite(finding.error()));
        plain.put("unit", finding.unit());
        plain.put("reference", reference(finding.reference()));
        plain.put("bias", finding.bias());
        plain.put("distance", finite(finding.distance()));
        plain.put("agrees", finding.agrees());
        Verdict verdict = finding.verdict();
        plain.put("verdict", verdict == null ? null : verdict.word());
        plain.put("reach", finite(finding.reach()));
        plain.put("effect", finite(finding.effect()));
        plain.put("samples", finding.samples());
        return plain;
    }

    private static @Nullable Object reference(Finding.@Nullable Reference reference) {
        if (reference == null) return null;
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("value", finite(reference.value()));
        plain.put("error", reference.error() == 0.0 ? null : finite(reference.error()));
        plain.put("source", Objects.requireNonNull(reference.source()));
        return plain;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
