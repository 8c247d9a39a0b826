package rugged.validation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rugged.report.Numerals;

/** Results of a validation as maps and lists: the shape that the command line and the page both show. */
public final class ValidationRecord {
    private ValidationRecord() {}

    /** All results, and whether every row agrees. */
    public static Map<String, Object> of(List<Validation.Result> results) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("agrees", results.stream().allMatch(Validation.Result::agrees));
        all.put("entries", results.stream().map(ValidationRecord::of).toList());
        return all;
    }

    /** One entry with its rows. */
    public static Map<String, @Nullable Object> of(Validation.Result result) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("name", result.entry().name());
        entry.put("title", result.entry().title());
        entry.put("kind", result.entry().study() ? "study" : "check");
        entry.put("seconds", Math.round(10 * result.seconds()) / 10.0);
        entry.put("failure", result.failure().orElse(null));
        entry.put("rows", result.rows().stream().map(ValidationRecord::plain).toList());
        return entry;
    }

    private static Map<String, @Nullable Object> plain(Comparison row) {
        Map<String, @Nullable Object> reference = new LinkedHashMap<>();
        reference.put("value", finite(row.reference()));
        reference.put("error", finite(row.referenceError()));
        reference.put("shown", Numerals.value(row.reference(), row.referenceError()));
        reference.put("source", row.source());
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("id", row.id());
        plain.put("text", row.text());
        plain.put("parameters", row.parameters());
        plain.put("value", finite(row.value()));
        plain.put("error", finite(row.error()));
        plain.put("shown", Numerals.value(row.value(), row.error()));
        plain.put("reference", reference);
        plain.put("tolerance", row.tolerance());
        plain.put("tolerance-unit", row.statistical() ? "standard errors" : "absolute");
        plain.put("bias", row.bias());
        plain.put("distance", finite(row.distance()));
        plain.put("signed-distance", finite(row.signedDistance()));
        plain.put("agrees", row.agrees());
        return plain;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
