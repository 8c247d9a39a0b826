package rugged.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this process shares while it reads runs, by folder: one descriptor each, see {@link FolderLock}. Called with the lock of that class held. */
final class SharedDescriptor {
    private static final Map<Path, SharedDescriptor> ALL = new HashMap<>();

    private final FileChannel channel;
    private int readers = 1;

    private SharedDescriptor(FileChannel channel) {
        this.channel = channel;
    }

    /** The one of a folder; null when this process reads none there. */
    static @Nullable FileChannel channel(Path real) {
        SharedDescriptor one = ALL.get(real);
        return one == null ? null : one.channel;
    }

    /** The first reader of a folder. */
    static void begin(Path real, FileChannel channel) {
        ALL.put(real, new SharedDescriptor(channel));
    }

    /** One reader more, where there is one already. */
    static boolean join(Path real) {
        SharedDescriptor one = ALL.get(real);
        if (one == null) return false;
        one.readers++;
        return true;
    }

    /** One reader less; the last closes the descriptor. */
    static void leave(Path real) throws IOException {
        SharedDescriptor one = ALL.get(real);
        if (one == null || --one.readers > 0) return;
        ALL.remove(real);
        one.channel.close();
    }
}
