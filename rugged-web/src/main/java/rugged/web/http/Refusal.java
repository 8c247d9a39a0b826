package rugged.web.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rugged.params.Problem;

/** A request that is not carried out, with the status, a title for people, and what exactly is wrong. Never carries a stack trace. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Problem> problems;
    private final transient @Nullable Object state;

    /**
     * @param status HTTP status
     * @param title one sentence
     * @param problems mistakes with their places
     * @param state what the resource is now, for one who acted on an older state; null for none
     */
    public Refusal(int status, String title, List<Problem> problems, @Nullable Object state) {
        super(title, null, false, false);
        this.status = status;
        this.problems = List.copyOf(problems);
        this.state = state;
    }

    /** With a title only. */
    public static Refusal of(int status, String title) {
        return new Refusal(status, title, List.of(), null);
    }

    /** Something that is not there. */
    public static Refusal missing(String what) {
        return of(404, what);
    }

    /** A request that cannot be read. */
    public static Refusal malformed(String why) {
        return of(400, why);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The title. */
    public String title() {
        return String.valueOf(getMessage());
    }

    /** The mistakes. */
    public List<Problem> problems() {
        return problems;
    }

    /** The present state of what was to be changed. */
    public @Nullable Object state() {
        return state;
    }
}
