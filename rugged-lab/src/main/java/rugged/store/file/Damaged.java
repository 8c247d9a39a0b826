package rugged.store.file;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A stored file that is not what was written. Nothing that depends on it is told; {@code rugged resume} makes it again. */
public final class Damaged extends EnvironmentFailure {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final String what;

    /**
     * @param file the file
     * @param what what is wrong with it: "is missing", "is cut", "is damaged: why"
     * @param cause what happened
     */
    public Damaged(Path file, String what, @Nullable Throwable cause) {
        super(file + " " + what, cause);
        this.file = file;
        this.what = what;
    }

    /** @param file the file, with what is wrong with it */
    public Damaged(Path file, String what) {
        this(file, what, null);
    }

    /** What is wrong with the file. */
    public String what() {
        return what;
    }

    /** The file. */
    public Path file() {
        return file;
    }
}
