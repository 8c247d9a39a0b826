package rugged.store.export;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import rugged.api.Quantity;
import rugged.store.Agenda;
import rugged.store.file.Npy;
import rugged.store.point.ArrayIndex;
import rugged.store.point.PointRecord;
import rugged.store.table.Column;
import rugged.store.table.Results;
import rugged.store.table.Rows;
import rugged.store.table.Table;

/** The results of a run as one HDF5 file. A table is a group with a dataset for each column; a table without rows is an empty group. */
final class Hdf5 {
    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger LIBRARY = Logger.getLogger("io.jhdf");

    private final Results results;

    Hdf5(Results results) {
        this.results = results;
    }

    /** Writes the file; the observations of all points have to fit into memory together. */
    void write(Path file) throws IOException {
        LIBRARY.setLevel(Level.SEVERE); // it tells of every group it writes, and that it is young
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (WritableHdfFile out = HdfFile.write(fresh)) {
            WritableGroup tables = out.putGroup("tables");
            table(tables, List.of(results.points()));
            table(
                    tables,
                    results.agenda().points().stream()
                            .map(results::observations)
                            .toList());
            table(tables, List.of(results.theory()));
            table(tables, List.of(results.averages()));
            table(tables, List.of(definitions()));
            arrays(out.putGroup("arrays"));
        } catch (HdfException e) {
            throw new IOException(e.getMessage(), e);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void table(WritableGroup tables, List<Table> parts) {
        if (parts.isEmpty()) return;
        WritableGroup group = tables.putGroup(parts.getFirst().name());
        if (parts.stream().allMatch(part -> part.rows() == 0)) return;
        for (int c = 0; c < parts.getFirst().columns().size(); c++) {
            List<Column> pieces = new ArrayList<>();
            for (Table part : parts) pieces.add(part.columns().get(c));
            group.putDataset(pieces.getFirst().name(), joined(pieces));
        }
    }

    private static Object joined(List<Column> pieces) {
        return switch (pieces.getFirst()) {
            case Column.Reals first ->
                pieces.stream()
                        .flatMapToDouble(piece -> Arrays.stream(((Column.Reals) piece).values()))
                        .toArray();
            case Column.Wholes first ->
                pieces.stream()
                        .flatMapToLong(piece -> Arrays.stream(((Column.Wholes) piece).values()))
                        .toArray();
            case Column.Words first ->
                pieces.stream()
                        .flatMap(piece -> Arrays.stream(((Column.Words) piece).values()))
                        .toArray(String[]::new);
        };
    }

    /** What the quantities mean. Texts are datasets: the library's groups do not carry them as attributes. */
    private Table definitions() {
        Rows rows = new Rows(List.of("name", "symbol", "unit", "axes", "definition"), List.of());
        for (Quantity quantity : results.quantities()) {
            String axes = String.join(" ", quantity.axes());
            rows.add(quantity.name(), quantity.symbol(), quantity.unit(), axes, quantity.definition());
        }
        return new Table(
                "quantities",
                List.of(
                        rows.words("name"),
                        rows.words("symbol"),
                        rows.words("unit"),
                        rows.words("axes"),
                        rows.words("definition")));
    }

    private void arrays(WritableGroup group) throws IOException {
        for (Agenda.Entry point : results.agenda().points()) {
            PointRecord record = results.records().point(point.key());
            List<ArrayIndex.Entry> entries = record.arrays().arrays();
            if (entries.isEmpty()) continue;
            WritableGroup arrays = group.putGroup(point.key());
            for (ArrayIndex.Entry entry : entries) {
                Npy.Contents contents = Npy.read(record.file(entry.name() + ".npy"));
                arrays.putDataset(entry.name(), nested(contents.values(), contents.shape(), 0, 0));
            }
        }
    }

    /** The flat entries as arrays of arrays. */
    private static Object nested(double[] values, int[] shape, int axis, int from) {
        if (axis == shape.length - 1) return Arrays.copyOfRange(values, from, from + shape[axis]);
        int stride = 1;
        for (int a = axis + 1; a < shape.length; a++) stride *= shape[a];
        Object first = nested(values, shape, axis + 1, from);
        Object all = java.lang.reflect.Array.newInstance(first.getClass(), shape[axis]);
        for (int i = 0; i < shape[axis]; i++) {
            java.lang.reflect.Array.set(all, i, nested(values, shape, axis + 1, from + i * stride));
        }
        return all;
    }
}
