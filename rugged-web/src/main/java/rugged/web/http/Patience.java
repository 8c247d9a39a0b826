package rugged.web.http;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;

/**
 * Hangs up on those who dawdle. A connection that never sends anything is closed by its idle time; one that sends a byte now and then, and so is never idle, is
 * closed here, when the headers of its next request take too long; so is one that hardly reads what it asked for, and one that the server has ended and whose
 * other side keeps it. When there are too many connections, the one that has dawdled for longest makes room for the new one.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Slowloris_(cyber_attack)">the attack that keeps connections by never finishing a request</a>
 */
public final class Patience implements Connection.Listener {
    private static final int IDLE = 30_000; // milliseconds
    private static final int HEADERS = 10_000; // milliseconds
    private static final int MOST = 256; // connections: fifty tabs, each with the few that browsers open
    private static final int STALLS = 6; // a stalled reader is given so many times the time of the headers
    private static final long LEAST_READ = 1 << 12; // bytes in that time
    private static final long NEVER = Long.MIN_VALUE;
    private static final double MILLISECOND = 1e6; // nanoseconds

    private final int idle;
    private final int headers;
    private final int most;
    private final Map<Connection, Standing> open = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * @param idle milliseconds without a byte
     * @param headers milliseconds from the first byte of a request to the end of its headers
     * @param most connections at a time
     */
    public Patience(int idle, int headers, int most) {
        this.idle = idle;
        this.headers = headers;
        this.most = most;
    }

    /** As much as a person behind a slow line needs. */
    public static Patience usual() {
        return new Patience(IDLE, HEADERS, MOST);
    }

    /**
     * How a connection stood when it was last looked at.
     *
     * @param requests that it has made
     * @param bytes that had come when the last answer ended
     * @param since when the headers of the next request began to come
     * @param begun when it was opened or last made a request
     * @param stalled since when it does not read what waits for it
     * @param sent bytes sent until then
     */
    private record Standing(long requests, long bytes, long since, long begun, long stalled, long sent) {
        Standing asking(long from, long at) {
            return new Standing(requests, from, at, begun, NEVER, 0);
        }

        Standing stalling(long at, long bytesSent) {
            return new Standing(requests, bytes, since, begun, at, bytesSent);
        }
    }

    /** Milliseconds without a byte. */
    public int idle() {
        return idle;
    }

    /** Connections at a time. */
    public int most() {
        return most;
    }

    /** Begins to look, on a thread of its own, four times within what it grants. */
    public void start() {
        closed = false;
        Thread.ofPlatform().name("patience").daemon(true).start(() -> {
            while (!closed) {
                open.forEach((connection, before) -> look(connection, before, System.nanoTime()));
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

    /** Connections that are open. */
    public int open() {
        return open.size();
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Standing(0, 0, NEVER, System.nanoTime(), NEVER, 0));
        if (open.size() <= most) return;
        Connection last = laggard().orElse(connection);
        // its end is heard of later; until then nobody else should find it a second time
        open.remove(last);
        last.getEndPoint().close();
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    /** Of those who ask for nothing the one that has done so for longest, else of those who do not read what they asked for. */
    private Optional<Connection> laggard() {
        return open.entrySet().stream()
                .filter(entry -> !answering(entry.getKey()) || stalled(entry.getKey()))
                .min(Comparator.comparing((Map.Entry<Connection, Standing> entry) -> answering(entry.getKey()))
                        .thenComparing(entry -> entry.getValue().begun()))
                .map(Map.Entry::getKey);
    }

    /** Requests are counted when their headers are complete. */
    private static boolean answering(Connection connection) {
        return connection.getMessagesIn() > connection.getMessagesOut();
    }

    private static boolean stalled(Connection connection) {
        return connection.getEndPoint() instanceof AbstractEndPoint point
                && point.getWriteFlusher().isPending();
    }

    private void look(Connection connection, Standing before, long now) {
        Standing after = after(connection, before, now);
        boolean hangUp = after.since() != NEVER && milliseconds(now - after.since()) > headers;
        if (stalled(connection)) {
            long sent = connection.getBytesOut();
            boolean reading = after.stalled() == NEVER || sent - after.sent() >= LEAST_READ;
            if (reading) after = after.stalling(now, sent);
            hangUp |= milliseconds(now - after.stalled()) > (double) STALLS * headers;
        } else {
            after = after.stalling(NEVER, 0);
        }
        open.replace(connection, after);
        if (hangUp) connection.getEndPoint().close();
    }

    private static double milliseconds(long nanoseconds) {
        return nanoseconds / MILLISECOND;
    }

    /** Bytes that came since the last answer ended, while none is under way, are those of the next request. */
    private static Standing after(Connection connection, Standing before, long now) {
        // the server has hung up, the other side does not
        if (connection.getEndPoint().isOutputShutdown())
            return before.since() == NEVER ? before.asking(before.bytes(), now) : before;
        long requests = connection.getMessagesIn();
        boolean answering = answering(connection);
        if (answering || requests > before.requests()) {
            long begun = requests > before.requests() ? now : before.begun();
            long bytes = answering ? Long.MAX_VALUE : connection.getBytesIn();
            return new Standing(requests, bytes, NEVER, begun, before.stalled(), before.sent());
        }
        long bytes = connection.getBytesIn();
        // the answer has just ended: what came until now belongs to it
        if (before.bytes() == Long.MAX_VALUE) return before.asking(bytes, NEVER);
        if (bytes == before.bytes() || before.since() != NEVER) return before;
        return before.asking(before.bytes(), now);
    }
}
