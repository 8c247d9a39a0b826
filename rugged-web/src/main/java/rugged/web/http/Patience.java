package rugged.web.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;

/**
 * Hangs up on those who dawdle. A connection that never sends anything is closed by its idle time; one that sends a byte now and then, and so is never idle, is
 * closed here, when the headers of its next request take too long; and so is one that the server has ended and whose other side keeps it.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Slowloris_(cyber_attack)">the attack that keeps connections by never finishing a request</a>
 */
public final class Patience implements Connection.Listener {
    private static final int IDLE = 30_000; // milliseconds
    private static final int HEADERS = 10_000; // milliseconds
    private static final long NEVER = Long.MIN_VALUE;

    private final int idle;
    private final int headers;
    private final Map<Connection, Waiting> open = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * @param idle milliseconds without a byte
     * @param headers milliseconds from the first byte of a request to the end of its headers
     */
    public Patience(int idle, int headers) {
        this.idle = idle;
        this.headers = headers;
    }

    /** As much as a person behind a slow line needs. */
    public static Patience usual() {
        return new Patience(IDLE, HEADERS);
    }

    /** How a connection stood when it was last looked at. */
    private record Waiting(long requests, long bytes, long since) {}

    /** Milliseconds without a byte. */
    public int idle() {
        return idle;
    }

    /** Begins to look, on a thread of its own, four times within what it grants. */
    public void start() {
        closed = false;
        Thread.ofVirtual().name("patience").start(() -> {
            while (!closed) {
                look(System.nanoTime());
                try {
                    Thread.sleep(Math.max(1, headers / 4));
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    /** Ends. */
    public void close() {
        closed = true;
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Waiting(0, 0, NEVER));
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    private void look(long now) {
        open.forEach((connection, before) -> {
            Waiting after = after(connection, before, now);
            open.replace(connection, after);
            if (after.since() != NEVER && now - after.since() > headers * 1_000_000L)
                connection.getEndPoint().close();
        });
    }

    /** Requests are counted when their headers are complete; bytes since then, while none is answered, are those of the next one. */
    private static Waiting after(Connection connection, Waiting before, long now) {
        // the server has hung up, the other side does not
        if (connection.getEndPoint().isOutputShutdown())
            return before.since() == NEVER ? new Waiting(before.requests(), before.bytes(), now) : before;
        long requests = connection.getMessagesIn();
        boolean answering = requests > connection.getMessagesOut();
        if (answering || requests > before.requests())
            return new Waiting(requests, answering ? Long.MAX_VALUE : connection.getBytesIn(), NEVER);
        long bytes = connection.getBytesIn();
        // the answer has just ended: what came until now belongs to it
        if (before.bytes() == Long.MAX_VALUE) return new Waiting(requests, bytes, NEVER);
        if (bytes == before.bytes() || before.since() != NEVER) return before;
        return new Waiting(requests, before.bytes(), now);
    }
}
