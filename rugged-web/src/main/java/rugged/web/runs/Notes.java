package rugged.web.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rugged.store.RunFolder;
import rugged.store.file.Damaged;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.Json;
import rugged.store.file.JsonFault;
import rugged.store.file.StoredFile;
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

    /** The notes of a run; none when there are none, and in place of those that cannot be read a note that says so. */
    static Notes of(Path directory) {
        try {
            return read(directory);
        } catch (EnvironmentFailure damaged) {
            return new Notes(String.valueOf(damaged.getMessage()), List.of(), false);
        }
    }

    /**
     * The notes of a run; none when there are none.
     *
     * @throws EnvironmentFailure when they cannot be read, or are not what was written
     */
    static Notes read(Path directory) {
        Path file = directory.resolve(FILE);
        Optional<byte[]> content = StoredFile.bytes(file, StoredFile.SMALL);
        if (content.isEmpty()) return NONE;
        try {
            Json.requireSum(file, content.get());
            Notes notes = MAPPER.readValue(content.get(), Notes.class);
            return notes == null ? NONE : notes;
        } catch (JacksonException e) {
            throw new Damaged(file, "is damaged: " + JsonFault.of(e), e);
        }
    }

    /** Writes them. */
    void write(RunFolder folder) {
        Path file = folder.directory().resolve(FILE);
        try {
            folder.disk().replace(file, Json.sealed(this), true);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(file, e);
        }
    }
}
