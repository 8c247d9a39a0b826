package rugged.store.file;

import java.nio.file.Path;

/** A run folder that another process is writing. */
public final class FolderHeld extends EnvironmentFailure {
    private static final long serialVersionUID = 1L;
    private final long process;

    /**
     * @param directory the run folder
     * @param process id of the process that holds it; 0 when it left none
     */
    public FolderHeld(Path directory, long process) {
        super(
                directory + " is being written by " + (process > 0 ? "process " + process : "another process")
                        + "; wait for it or stop it first",
                null);
        this.process = process;
    }

    /** The id of the process that holds the folder; 0 when it is unknown. */
    public long process() {
        return process;
    }
}
