package rugged.web.http;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rugged.web.shape.run.Event;

/**
 * Streams of events, one for each visible tab. An event says that something changed and carries no curves. Each stream keeps the latest event of every topic
 * and no queue, so a slow reader slows only itself and a missed event cannot corrupt anything.
 */
public final class Events {
    /** Streams at a time; a further one ends the oldest, whose page then asks now and then instead. */
    static final int MOST = 4;

    private static final int HEARTBEAT = 15; // seconds

    private final String epoch;
    private final Deque<Stream> streams = new ArrayDeque<>();
    private long counter;

    /** @param epoch of the server */
    public Events(String epoch) {
        this.epoch = epoch;
    }

    /** Tells everybody whom it concerns. */
    public void tell(Event event) {
        List<Stream> all;
        long number;
        synchronized (this) {
            all = new ArrayList<>(streams);
            number = ++counter;
        }
        for (Stream stream : all) stream.offer(event, number);
    }

    /** Whether somebody follows a topic. */
    public synchronized boolean followed(String topic) {
        return streams.stream().anyMatch(stream -> stream.topics.contains(topic));
    }

    /** Answers a request for a stream: returns when the stream has ended. */
    public void serve(Context context) throws IOException {
        Set<String> topics = new TreeSet<>();
        String asked = context.queryParam("topics");
        if (asked != null) Arrays.stream(asked.split(",")).limit(32).forEach(topics::add);
        Stream stream = new Stream(topics);
        List<Stream> oldest = new ArrayList<>();
        synchronized (this) {
            streams.addLast(stream);
            while (streams.size() > MOST) oldest.add(streams.removeFirst());
        }
        oldest.forEach(one -> one.end("another tab took this stream"));
        var response = context.res();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        // a stream that has ended does not keep one of the few connections
        response.setHeader("Connection", "close");
        try {
            stream.write(response.getOutputStream());
        } finally {
            synchronized (this) {
                streams.remove(stream);
            }
        }
    }

    /** Ends all streams. */
    public void close() {
        List<Stream> all;
        synchronized (this) {
            all = new ArrayList<>(streams);
            streams.clear();
        }
        all.forEach(stream -> stream.end("the server is closing"));
    }

    /** Streams that are open. */
    public synchronized int open() {
        return streams.size();
    }

    private final class Stream {
        private final Set<String> topics;
        private final Map<String, Numbered> slots = new LinkedHashMap<>();
        private @Nullable String ended;

        private record Numbered(Event event, long number) {}

        Stream(Set<String> topics) {
            this.topics = topics;
        }

        synchronized void offer(Event event, long number) {
            String topic = topic(event);
            if (!topics.contains(topic)
                    && !(topics.contains("runs") && event.kind().equals("run"))) return;
            String slot = topic + " " + event.kind() + " " + event.what() + " " + event.id();
            slots.remove(slot);
            slots.put(slot, new Numbered(event, number));
            notifyAll();
        }

        private static String topic(Event event) {
            return event.id() == null ? event.kind() : "run:" + event.id();
        }

        synchronized void end(String why) {
            ended = why;
            notifyAll();
        }

        private synchronized List<Numbered> next() {
            try {
                if (slots.isEmpty() && ended == null) wait(HEARTBEAT * 1000L);
            } catch (InterruptedException e) {
                ended = "the server is closing";
            }
            List<Numbered> taken = new ArrayList<>(slots.values());
            slots.clear();
            return taken;
        }

        private synchronized @Nullable String ended() {
            return ended;
        }

        void write(ServletOutputStream out) throws IOException {
            put(out, new Numbered(Event.hello(epoch, HEARTBEAT), 0));
            while (true) {
                List<Numbered> events = next();
                for (Numbered event : events) put(out, event);
                String why = ended();
                if (why != null) {
                    put(out, new Numbered(Event.bye(why), 0));
                    return;
                }
                if (events.isEmpty()) {
                    out.write(": here\n\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                }
            }
        }

        private void put(ServletOutputStream out, Numbered event) throws IOException {
            String text = "id: " + epoch + "-" + event.number() + "\ndata: " + JsonBody.text(event.event()) + "\n\n";
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
