package rugged.store.point;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import rugged.store.RunFolder;
import rugged.store.file.Checksums;

/** What the points and theories of a run have stored, each compared with the run's list of checksums as it was when it was last looked up. */
public final class Records {
    private final RunFolder folder;
    private final Map<Path, PointRecord> records = new ConcurrentHashMap<>();
    private volatile Checksums sums;

    /** @param folder the run */
    public Records(RunFolder folder) {
        this.folder = folder;
        this.sums = known(folder);
    }

    private static Checksums known(RunFolder folder) {
        return Checksums.of(folder.directory()).orElse(Checksums.NONE);
    }

    /** Looks the list up again: a run goes on. */
    public void refresh() {
        sums = known(folder);
        records.forEach(this::expect);
    }

    /** A point of the run. */
    public PointRecord point(String key) {
        return of(folder.point(key));
    }

    /** A theory of the run. */
    public PointRecord theory(String key) {
        return of(folder.theory(key));
    }

    private PointRecord of(Path directory) {
        return records.computeIfAbsent(directory, path -> {
            PointRecord record = new PointRecord(path);
            expect(path, record);
            return record;
        });
    }

    private void expect(Path directory, PointRecord record) {
        Path file = directory.resolve(PointRecord.LATEST);
        record.expect(sums.of(folder.directory().relativize(file).toString().replace('\\', '/')));
    }
}
