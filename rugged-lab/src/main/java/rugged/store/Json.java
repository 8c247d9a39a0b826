package rugged.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON files of a run folder: records to text and back; unknown keys of a newer version are passed over. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    static byte[] bytes(Object value) {
        return (MAPPER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a small file; empty when there is none. */
    static <T> Optional<T> read(Path file, Class<T> type) {
        return read(file, type, StoredFile.SMALL);
    }

    /** Reads a file of at most so many bytes; empty when there is none. */
    static <T> Optional<T> read(Path file, Class<T> type, long most) {
        Optional<byte[]> content = StoredFile.bytes(file, most);
        if (content.isEmpty()) return Optional.empty();
        T value;
        try {
            value = MAPPER.readValue(content.get(), type);
        } catch (JacksonException e) {
            throw new EnvironmentFailure(file + " is damaged: " + JsonFault.of(e), e);
        }
        Optional<String> missing = Whole.missing(value);
        if (missing.isPresent())
            throw new EnvironmentFailure(file + " is damaged: " + missing.get() + " is missing", null);
        return Optional.of(value);
    }
}
