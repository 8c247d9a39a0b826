package rugged.web.runs;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
import org.jspecify.annotations.Nullable;
import rugged.web.http.Answers;

/**
 * The runs of a workspace, wherever they were started: a cache of what the folders say, rebuilt from them at any time and never in the way of looking at one.
 * Looked through again and again; only folders whose files changed are read.
 */
public final class RunIndex {
    private static final System.Logger LOG = System.getLogger("rugged.web");
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
        Thread.ofPlatform().name("run-index").daemon(true).start(() -> {
            while (!closed) {
                long begun = System.nanoTime();
                try {
                    refresh();
                } catch (RuntimeException | Error failure) {
                    // what one round could not do the next one may
                    LOG.log(System.Logger.Level.WARNING, "looking through the runs", failure);
                    if (fatal(failure)) throw failure;
                }
                long took = (System.nanoTime() - begun) / 1_000_000;
                try {
                    Thread.sleep(Math.max(SHORTEST, REST * took));
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    /** After a stack that was too small everything is as it was; after other failures of the machine nothing is certain. */
    private static boolean fatal(Throwable failure) {
        return failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError);
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
        look(id, known == null ? root.resolve(id) : known.folder().directory());
        return Optional.ofNullable(runs.get(id));
    }

    /** The folder of the runs. */
    public Path root() {
        return root;
    }

    private void refresh() {
        Map<String, Path> there = folders();
        synchronized (this) {
            runs.keySet().removeIf(id -> !there.containsKey(id));
            stamps.keySet().removeIf(id -> !there.containsKey(id));
        }
        there.forEach(this::look);
        ready = true;
    }

    /** Names that are good for an address first: no other folder takes their place. */
    private Map<String, Path> folders() {
        Map<String, Path> there = new HashMap<>();
        Map<String, Path> renamed = new HashMap<>();
        if (!Files.isDirectory(root)) return there;
        try (DirectoryStream<Path> below = Files.newDirectoryStream(root)) {
            for (Path folder : below) {
                String name = folder.getFileName().toString();
                if (name.startsWith(".") || Files.isSymbolicLink(folder)) continue;
                if (!holdsRun(folder)) continue;
                String id = id(name);
                (id.equals(name) ? there : renamed).put(id, folder);
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // an unreadable workspace shows nothing; the next round may find it again
        }
        renamed.forEach(there::putIfAbsent);
        return there;
    }

    private static boolean holdsRun(Path folder) {
        return Files.exists(folder.resolve("plan.json"), LinkOption.NOFOLLOW_LINKS)
                || Files.exists(folder.resolve("manifest.json"), LinkOption.NOFOLLOW_LINKS);
    }

    /** The name of a folder where it is good for an address, else one made of it. */
    public static String id(String name) {
        if (name.matches("[a-z0-9-]+")) return name;
        String plain = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
        return plain + "-"
                + Answers.digest(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .substring(0, 6);
    }

    /** A folder can only hurt itself: whatever goes wrong with it is said of it. */
    private void look(String id, Path directory) {
        Known now;
        Inspector.Stamp stamp = Inspector.stamp(directory);
        synchronized (this) {
            Known before = runs.get(id);
            try {
                now = read(id, directory, stamp, before);
            } catch (RuntimeException | Error failure) {
                if (fatal(failure)) throw failure;
                LOG.log(System.Logger.Level.WARNING, "looking at run " + id, failure);
                now = Inspector.unreadable(
                        id,
                        directory,
                        stamp,
                        null,
                        directory + " cannot be read; the server's log says why",
                        clock.millis());
                stamps.put(id, stamp);
                runs.put(id, now);
            }
            if (now == null || (before != null && before.version().equals(now.version()))) return;
        }
        tell(now);
    }

    /** Reads a folder where a file has changed; null where it is as it was, or gone. */
    private @Nullable Known read(String id, Path directory, Inspector.Stamp stamp, @Nullable Known before) {
        if (stamp.latest() == 0) {
            runs.remove(id);
            stamps.remove(id);
            return null;
        }
        // a run that was at work may have died, which no file tells
        boolean same = stamp.equals(stamps.get(id));
        if (before != null && same && !before.running()) return null;
        Known now = Inspector.read(id, directory, stamp, before, same, clock.millis());
        stamps.put(id, stamp);
        runs.put(id, now);
        return now;
    }

    private void tell(Known now) {
        for (Consumer<Known> listener : listeners) {
            try {
                listener.accept(now);
            } catch (RuntimeException | StackOverflowError failure) {
                LOG.log(System.Logger.Level.WARNING, "telling of run " + now.id(), failure);
            }
        }
    }
}
