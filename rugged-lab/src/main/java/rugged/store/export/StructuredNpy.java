package rugged.store.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import rugged.store.file.Npy;
import rugged.store.table.Column;
import rugged.store.table.Table;

/**
 * A table as one NumPy structured array: words as fixed-width Unicode, whole numbers as int64, reals as float64 with NaN for missing entries. The table
 * passes twice in parts: first to be measured, then to be written.
 */
final class StructuredNpy {
    private List<Column> like = List.of();
    private int[] widths = new int[0];
    private long rows;

    /** Takes note of a part's rows and of its longest words. */
    void measure(Table part) {
        if (like.isEmpty()) {
            like = part.columns();
            widths = new int[like.size()];
            java.util.Arrays.fill(widths, 1);
        }
        rows += part.rows();
        for (int c = 0; c < widths.length; c++) {
            if (part.columns().get(c) instanceof Column.Words(String name, String[] values)) {
                for (String word : values) widths[c] = Math.max(widths[c], word.codePointCount(0, word.length()));
            }
        }
    }

    /** Writes the parts that were measured. */
    void write(Path file, Consumer<Consumer<Table>> parts) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(Npy.header(dtype(), rows + ","));
            parts.accept(part -> {
                try {
                    append(out, part);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String dtype() {
        List<String> fields = new ArrayList<>();
        for (int c = 0; c < widths.length; c++) {
            String name = like.get(c).name().replace("\\", "\\\\").replace("'", "\\'");
            String type = switch (like.get(c)) {
                case Column.Reals reals -> "<f8";
                case Column.Wholes wholes -> "<i8";
                case Column.Words words -> "<U" + widths[c];
            };
            fields.add("('" + name + "', '" + type + "')");
        }
        return "[" + String.join(", ", fields) + "]";
    }

    private void append(OutputStream out, Table part) throws IOException {
        int bytes = 0;
        for (int c = 0; c < widths.length; c++) {
            bytes += like.get(c) instanceof Column.Words ? Integer.BYTES * widths[c] : Long.BYTES;
        }
        ByteBuffer record = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < part.rows(); row++) {
            record.clear();
            for (int c = 0; c < widths.length; c++) put(record, part.columns().get(c), row, widths[c]);
            out.write(record.array());
        }
    }

    private static void put(ByteBuffer record, Column column, int row, int width) {
        switch (column) {
            case Column.Reals reals -> record.putDouble(reals.values()[row]);
            case Column.Wholes wholes -> record.putLong(wholes.values()[row]);
            case Column.Words words -> {
                int[] points = words.values()[row].codePoints().toArray();
                for (int i = 0; i < width; i++) record.putInt(i < points.length ? points[i] : 0);
            }
        }
    }
}
