package rugged.web;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the laboratory is served.
 *
 * @param root folder of the runs
 * @param data folders in which data files may lie that a study from the page names, beside the root
 * @param port the port; 0 for a free one
 * @param bind address to listen on
 * @param publicUrl address under which a proxy shows it; empty on one's own machine
 * @param behindProxy whether requests come through that proxy
 * @param readOnly whether a second key is made that may only look
 * @param newKey whether the keys are drawn anew
 * @param threads threads of a run
 */
public record Serving(
        Path root,
        List<Path> data,
        int port,
        String bind,
        Optional<URI> publicUrl,
        boolean behindProxy,
        boolean readOnly,
        boolean newKey,
        int threads) {
    /** Address of this machine to itself. */
    public static final String LOOPBACK = "127.0.0.1";

    /** Copies the list. */
    public Serving {
        data = List.copyOf(data);
    }

    /** A workspace on this machine, for this machine. */
    public static Serving of(Path root, int port) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new Serving(root, List.of(), port, LOOPBACK, Optional.empty(), false, false, false, cores);
    }

    /** The path under which a proxy shows the laboratory: empty, or with a slash at its beginning and none at its end. */
    public String basePath() {
        return publicUrl
                .map(url -> url.getPath() == null ? "" : url.getPath().replaceAll("/+$", ""))
                .orElse("");
    }
}
