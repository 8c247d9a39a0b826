package rugged.web.runs;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import rugged.web.http.Answers;

/**
 * The runs of a workspace, wherever they were started: a cache of what the folders say, rebuilt from them at any time and never in the way of looking at one.
 * Looked through again and again; only folders whose files changed are read.
 */
public final class RunIndex {
    private static final long SHORTEST = 700; // milliseconds between two rounds
    private static final int REST = 20; // a round takes at most one part in so many of the time

    private final Path root;
    private final InstantSource clock;
    private final Map<String, Known> runs = new ConcurrentHashMap<>();
    private final Map<String, Inspector.Stamp> stamps = new HashMap<>();
    private final List<Consumer<Known>> listeners = new ArrayList<>();
    private volatile boolean ready;
    private volatile boolean closed;

    /**
     * @param root the folder of the runs
     * @param clock of the machine, for what was there before
     */
    public RunIndex(Path root, InstantSource clock) {
        this.root = root;
        this.clock = clock;
    }

    /** Told of every run that is new or has changed. */
    public void listen(Consumer<Known> listener) {
        listeners.add(listener);
    }

    /** Begins to look, on a thread of its own. */
    public void start() {
        Thread.ofVirtual().name("run-index").start(() -> {
            while (!closed) {
                long begun = System.nanoTime();
                refresh();
                long took = (System.nanoTime() - begun) / 1_000_000;
                try {
                    Thread.sleep(Math.max(SHORTEST, REST * took));
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

    /** Whether it has ended. */
    boolean closed() {
        return closed;
    }

    /** Whether the first round has ended. */
    public boolean ready() {
        return ready;
    }

    /** All runs. */
    public Collection<Known> all() {
        return List.copyOf(runs.values());
    }

    /** A run by its id, as its folder has it now. */
    public Optional<Known> find(String id) {
        if (!id.matches("[a-z0-9-]+")) return Optional.empty();
        Known known = runs.get(id);
        if (known == null && !ready) refresh();
        return Optional.ofNullable(runs.get(id));
    }

    /** Looks at one folder now: after something was done to it. */
    public Optional<Known> touch(String id) {
        Known known = runs.get(id);
        Path directory = known == null ? root.resolve(id) : known.folder().directory();
        synchronized (this) {
            look(id, directory);
        }
        return Optional.ofNullable(runs.get(id));
    }

    /** The folder of the runs. */
    public Path root() {
        return root;
    }

    private synchronized void refresh() {
        Map<String, Path> there = folders();
        runs.keySet().removeIf(id -> !there.containsKey(id));
        stamps.keySet().removeIf(id -> !there.containsKey(id));
        there.forEach(this::look);
        ready = true;
    }

    private Map<String, Path> folders() {
        Map<String, Path> there = new HashMap<>();
        if (!Files.isDirectory(root)) return there;
        try (DirectoryStream<Path> below = Files.newDirectoryStream(root)) {
            for (Path folder : below) {
                String name = folder.getFileName().toString();
                if (name.startsWith(".") || Files.isSymbolicLink(folder)) continue;
                if (Files.exists(folder.resolve("plan.json")) || Files.exists(folder.resolve("manifest.json")))
                    there.put(id(name), folder);
            }
        } catch (IOException unreadable) {
            // an unreadable workspace shows nothing; the next round may find it again
        }
        return there;
    }

    /** The name of a folder where it is good for an address, else one made of it. */
    public static String id(String name) {
        if (name.matches("[a-z0-9-]+")) return name;
        String plain = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
        return plain + "-"
                + Answers.digest(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .substring(0, 6);
    }

    private void look(String id, Path directory) {
        Known before = runs.get(id);
        Inspector.Stamp stamp = Inspector.stamp(directory);
        if (stamp.latest() == 0) {
            runs.remove(id);
            stamps.remove(id);
            return;
        }
        // a run that was at work may have died, which no file tells
        boolean same = stamp.equals(stamps.get(id));
        if (before != null && same && !before.running()) return;
        Known now = Inspector.read(id, directory, stamp, before, same, clock.millis());
        stamps.put(id, stamp);
        runs.put(id, now);
        if (before == null || !before.version().equals(now.version())) {
            for (Consumer<Known> listener : listeners) listener.accept(now);
        }
    }
}
