package rugged.web.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Leaves to fetch one path once, within a minute: for downloads and new tabs, which cannot send a header. */
public final class Tickets {
    private static final long VALID = 60_000_000_000L; // nanoseconds
    private static final int MOST = 1000;

    private record Ticket(String path, long until) {}

    private final Map<String, Ticket> open = new ConcurrentHashMap<>();
    private final LongSupplier clock;

    /** By the machine's clock. */
    public Tickets() {
        this(System::nanoTime);
    }

    Tickets(LongSupplier clock) {
        this.clock = clock;
    }

    /** A ticket for a path with its query. */
    public String sell(String path) {
        long now = clock.getAsLong();
        open.values().removeIf(ticket -> ticket.until - now < 0);
        if (open.size() >= MOST) throw Refusal.of(429, "too many downloads are waiting; try again in a minute");
        String number = Keys.draw();
        open.put(number, new Ticket(path, now + VALID));
        return number;
    }

    /** Whether a ticket opens this path; it opens nothing any more afterwards. */
    public boolean take(@Nullable String number, String path) {
        if (number == null) return false;
        return Optional.ofNullable(open.remove(number))
                .filter(ticket -> ticket.until - clock.getAsLong() >= 0 && ticket.path.equals(path))
                .isPresent();
    }
}
