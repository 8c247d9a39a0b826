package rugged.web.http;

import io.javalin.http.Handler;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * At most so many requests compute at a time. The others wait for their turn, a limited number for a limited time, so that a crowd of expensive requests leaves
 * the machine to those that ask for little.
 */
public final class Turns {
    private static final int MOST_WAITING = 100;

    private final Semaphore free;
    private final long patience;
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * @param atATime how many compute at a time
     * @param patience milliseconds that one waits for its turn
     */
    public Turns(int atATime, long patience) {
        free = new Semaphore(atATime, true);
        this.patience = patience;
    }

    /** A handler that waits for its turn. */
    public Handler of(Handler handler) {
        return context -> {
            begin();
            try {
                handler.handle(context);
            } finally {
                free.release();
            }
        };
    }

    /** Computes something when it is its turn. */
    public <T> T take(Supplier<T> work) {
        begin();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private void begin() {
        try {
            if (waiting.incrementAndGet() > MOST_WAITING || !free.tryAcquire(patience, TimeUnit.MILLISECONDS))
                throw Refusal.of(503, "the server computes for others; try again in a moment");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(503, "the server is closing");
        } finally {
            waiting.decrementAndGet();
        }
    }
}
