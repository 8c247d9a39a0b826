package rugged.store.point;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rugged.api.Quantity;
import rugged.api.record.NamedArray;
import rugged.store.array.ArrayLog;
import rugged.store.array.RecordedArrays;
import rugged.store.file.EnvironmentFailure;

/** The arrays that a point records: appended to logs while it is under way, made into NumPy files when it ends. */
final class PointArrays {
    private final PointLogs logs;
    private final Map<String, List<Integer>> rows = new TreeMap<>();

    PointArrays(PointLogs logs) {
        this.logs = logs;
    }

    /** Appends one, once it has been compared with its description and with those before it. */
    void put(Quantity quantity, int replica, NamedArray array, double... axes) {
        if (axes.length != quantity.axes().size())
            throw new IllegalArgumentException(quantity.name() + " has the axes " + quantity.axes() + " and was given "
                    + axes.length + " of them");
        if (!array.axes().equals(quantity.extents()))
            throw new IllegalArgumentException(
                    quantity.name() + " has the extents " + quantity.extents() + " and was given " + array.axes());
        List<Integer> row = array.shape().subList(1, array.shape().size());
        List<Integer> before = rows.computeIfAbsent(quantity.name(), name -> earlier(name, row));
        if (!before.equals(row))
            throw new IllegalArgumentException(quantity.name() + " had the extents " + before
                    + " behind the first and now has " + row + "; only the first may change");
        logs.append(quantity.name() + ArrayLog.SUFFIX, ArrayLog.frame(replica, axes, array));
    }

    /** Extents behind the first as an earlier session recorded them. */
    private List<Integer> earlier(String name, List<Integer> otherwise) {
        String log = name + ArrayLog.SUFFIX;
        List<List<Integer>> found = new ArrayList<>();
        try {
            ArrayLog.first(logs.directory().resolve(log), logs.length(log), frame -> found.add(frame.row()));
        } catch (IOException e) {
            throw EnvironmentFailure.reading(logs.directory().resolve(log), e);
        }
        return found.isEmpty() ? otherwise : found.getFirst();
    }

    /** Makes files of the logs. */
    List<ArrayIndex.Entry> finish() {
        logs.flush();
        List<ArrayIndex.Entry> entries = new ArrayList<>();
        for (String log : logs.names()) {
            if (!log.endsWith(ArrayLog.SUFFIX) || logs.length(log) == 0) continue;
            String name = log.substring(0, log.length() - ArrayLog.SUFFIX.length());
            Path file = logs.directory().resolve(log);
            try {
                RecordedArrays.Outline outline = RecordedArrays.Outline.of(file, logs.length(log));
                logs.assemble(name + ".npy", out -> RecordedArrays.write(file, logs.length(log), outline, out));
                logs.replace(name + RecordedArrays.FRAMES + ".npy", outline.table());
                int count = outline.equal() ? outline.lines().size() : 1;
                entries.add(new ArrayIndex.Entry(name, ArrayIndex.QUANTITY, outline.shape(), count));
                entries.add(new ArrayIndex.Entry(name + RecordedArrays.FRAMES, ArrayIndex.FRAMES, outline.frames(), 1));
            } catch (IOException e) {
                throw EnvironmentFailure.writing(file, e);
            }
        }
        return entries;
    }
}
