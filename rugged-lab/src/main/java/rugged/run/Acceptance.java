package rugged.run;

import java.time.Instant;
import java.util.List;
import rugged.store.Manifest;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.RunStatus;
import rugged.store.file.FolderLock;

/**
 * Writes down a run that was promised to somebody and has not begun: its study, its points and a manifest of no session, all on the device. Whatever becomes
 * of the process that promised it, the folder can be resumed.
 */
public final class Acceptance {
    private static final String REASON = "not begun yet: it waited for its turn when the program ended";

    private Acceptance() {}

    /**
     * Writes it; a folder in which a run was begun or accepted already is left as it is.
     *
     * @param work what will be computed
     * @param folder where; created when it is missing
     * @param provenance what accepts it
     * @param threads that it would get
     * @throws rugged.store.file.FolderHeld when somebody computes the run
     */
    public static void write(Work work, RunFolder folder, Provenance provenance, int threads) {
        folder.create();
        try (FolderLock lock = folder.lock()) {
            folder.requireOwn();
            if (folder.begun()) return;
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    work.study(),
                    work.size(),
                    work.seed(),
                    work.plan(),
                    provenance.version(),
                    provenance.commit(),
                    provenance.jdk(),
                    provenance.cpu(),
                    threads,
                    work.kernels(provenance.vectors()),
                    Instant.now().toString(),
                    0.0,
                    0,
                    RunStatus.INTERRUPTED.word(),
                    REASON,
                    List.of(),
                    work.inputs());
            lock.alone(() -> {
                folder.begin(work.yaml(), work.agenda(), work.quantities());
                folder.manifest(manifest);
            });
        }
    }
}
