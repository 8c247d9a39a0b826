package rugged.run.cluster;

/**
 * Why a task ended before its points did: {@code trouble.json}.
 *
 * @param host where
 * @param reason one sentence
 * @param heap bytes of the Java heap that would do, where memory was the reason; 0 otherwise
 */
public record Trouble(String host, String reason, double heap) {
    /** What a task is given that ran out of memory: as much again. */
    static final double MORE = 2.0;
}
