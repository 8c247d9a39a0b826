package rugged.web.runs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rugged.web.http.Refusal;

/** Changes what the user wrote about a run. */
public final class Annotations {
    private static final int LONGEST = 10_000;
    private static final int MOST_TAGS = 50;

    private Annotations() {}

    /** Replaces what is given; null stays as it is. */
    public static void change(
            Known run, @Nullable String note, @Nullable List<String> tags, @Nullable Boolean starred) {
        Notes now = Notes.of(run.folder().directory());
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
