package rugged.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A ticket opens one path, once, within a minute. */
final class TicketsTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong();
    private final Tickets tickets = new Tickets(clock::get);

    @Test
    void aTicketThatComesLateOpensNothing() {
        String inTime = tickets.sell("/api/a");
        String late = tickets.sell("/api/a");
        clock.set(59 * SECOND);
        assertThat(tickets.take(inTime, "/api/a")).isTrue();
        clock.set(61 * SECOND);
        assertThat(tickets.take(late, "/api/a")).isFalse();
    }

    @Test
    void aTicketIsSpentByItsFirstUseHoweverThatEnds() {
        String ticket = tickets.sell("/api/a");
        assertThat(tickets.take(ticket, "/api/b")).isFalse();
        assertThat(tickets.take(ticket, "/api/a")).isFalse();
        assertThat(tickets.take(null, "/api/a")).isFalse();
    }
}
