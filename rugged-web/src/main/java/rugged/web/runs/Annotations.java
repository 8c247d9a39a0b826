package rugged.web.runs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rugged.store.file.EnvironmentFailure;
import rugged.web.http.Refusal;

/** Changes what the user wrote about a run. */
public final class Annotations {
    private static final int LONGEST = 10_000;
    private static final int MOST_TAGS = 50;

    private Annotations() {}

    /** What stands there; what cannot be read is replaced only by somebody who writes a new note. */
    private static Notes now(Known run, boolean anew) {
        try {
            return Notes.read(run.folder().directory());
        } catch (EnvironmentFailure damaged) {
            if (anew) return Notes.NONE;
            throw Refusal.of(409, damaged.getMessage() + "; a new note replaces it");
        }
    }

    /** Replaces what is given; null stays as it is. */
    public static void change(
            Known run, @Nullable String note, @Nullable List<String> tags, @Nullable Boolean starred) {
        Notes now = now(run, note != null);
        if (note != null && note.length() > LONGEST)
            throw Refusal.of(422, "a note has at most " + LONGEST + " characters");
        if (tags != null
                && (tags.size() > MOST_TAGS || tags.stream().anyMatch(tag -> tag == null || tag.length() > 100)))
            throw Refusal.of(422, "at most " + MOST_TAGS + " tags of at most 100 characters");
        new Notes(
                        note == null ? now.note() : note,
                        tags == null ? now.tags() : tags,
                        starred == null ? now.starred() : starred)
                .write(run.folder());
    }
}
