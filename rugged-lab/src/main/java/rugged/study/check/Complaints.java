package rugged.study.check;

import java.util.Set;
import rugged.params.Node;
import rugged.params.Problems;
import rugged.study.read.Reader;
import rugged.study.read.Request;

/**
 * Takes what a study asks for and would not get: a time that is never recorded, parameters that no point has. Where the author of a file typed it, it is a mistake; where a study is changed
 * from outside (by settings, by a study that extends it, in the fields of a page), or was resolved and stored, it is a warning, since what else it asks for may still be wanted.
 */
public final class Complaints {
    private final Set<String> warnings;
    private final Problems problems;
    private final String file;
    private final boolean changed;

    /**
     * @param study as read
     * @param warnings takes those that are no mistakes
     */
    public Complaints(Request request, Reader.Read study, Set<String> warnings, Problems problems) {
        this.warnings = warnings;
        this.problems = problems;
        file = request.file();
        changed = !request.settings().isEmpty() || !study.file().size().isEmpty() || !request.trusted();
    }

    /**
     * Takes one.
     *
     * @param at where it was typed
     * @param path its key
     * @param message what is not there
     * @param allowed what is
     */
    void add(Node.Place at, String path, String message, String allowed) {
        if (!changed && at.file().equals(file)) problems.add(at, path, message, allowed);
        else warnings.add(path + ": " + message + ", so it stays empty; " + allowed);
    }
}
