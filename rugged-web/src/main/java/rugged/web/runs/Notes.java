package rugged.web.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rugged.store.RunFolder;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.StoredFile;
import rugged.web.http.JsonBody;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the user wrote about a run: {@code notes.json}.
 *
 * @param note free text
 * @param tags words
 * @param starred whether it stands out
 */
public record Notes(String note, List<String> tags, boolean starred) {
    private static final String FILE = "notes.json";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Nothing. */
    static final Notes NONE = new Notes("", List.of(), false);

    /** Nothing is null. */
    public Notes {
        note = note == null ? "" : note;
        tags = tags == null ? List.of() : tags.stream().filter(Objects::nonNull).toList();
    }

    /** The notes of a run; none when there are none, or when they cannot be read. */
    static Notes of(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            return StoredFile.bytes(file, StoredFile.SMALL)
                    .map(content -> (@Nullable Notes) MAPPER.readValue(content, Notes.class))
                    .orElse(NONE);
        } catch (EnvironmentFailure | JacksonException damaged) {
            return NONE;
        }
    }

    /** Writes them. */
    void write(RunFolder folder) {
        Path file = folder.directory().resolve(FILE);
        try {
            folder.disk().replace(file, JsonBody.of(this), true);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(file, e);
        }
    }
}
