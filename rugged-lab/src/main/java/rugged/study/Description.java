package rugged.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.ProtocolSpec;
import rugged.api.Quantity;
import rugged.api.StartSpec;
import rugged.api.TheorySpec;
import rugged.params.Catalogue;
import rugged.params.JsonSchema;
import rugged.params.Samples;

/** Everything that an entry of the catalogue declares about itself, as a record with the JSON Schema of its parameters. */
public final class Description {
    private Description() {}

    /** The record of an entry. */
    public static Map<String, Object> record(Catalogue.Entry entry, Catalogue catalogue) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("kind", entry.kind());
        record.put("name", entry.name());
        record.put("title", entry.title());
        record.put("doc", entry.doc());
        record.put("source", entry.source());
        record.put("year", entry.year());
        record.put("topics", entry.topics());
        Samples.of(entry, catalogue).ifPresent(sample -> {
            record.put("needs", needs(sample));
            record.put("provides", provides(sample));
            record.put("quantities", quantities(sample));
        });
        record.put("schema", JsonSchema.of(entry));
        return record;
    }

    /** What a spec writes. */
    public static List<Quantity> quantities(Object sample) {
        return switch (sample) {
            case ObservableSpec observable -> observable.quantities();
            case TheorySpec theory -> theory.quantities();
            case ProtocolSpec protocol -> protocol.quantities();
            default -> List.of();
        };
    }

    /** What a spec asks of its landscape or dynamics, in words. */
    public static List<String> needs(Object sample) {
        return phrases(
                switch (sample) {
                    case DynamicsSpec dynamics -> dynamics.needs();
                    case ObservableSpec observable -> observable.needs();
                    case ProtocolSpec protocol -> protocol.needs();
                    case StartSpec start -> start.needs();
                    default -> Set.of();
                });
    }

    /** What a spec offers, in words. */
    public static List<String> provides(Object sample) {
        return phrases(
                switch (sample) {
                    case LandscapeSpec landscape -> landscape.offers();
                    case DynamicsSpec dynamics -> dynamics.provides();
                    default -> Set.of();
                });
    }

    private static List<String> phrases(Set<Need> needs) {
        return needs.stream().sorted().map(Need::phrase).toList();
    }
}
