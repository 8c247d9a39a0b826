package rugged.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes the tables and arrays of a run for other programs, into its folder {@code export} or elsewhere. */
public final class Exporter {
    /** With what a spreadsheet lets a formula begin. */
    private static final String FORMULA = "=+-@\t\r";

    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?|inf|infinity|nan)", Pattern.CASE_INSENSITIVE);

    private final Results results;
    private final Path into;

    /** @param folder the run */
    public Exporter(RunFolder folder) {
        this(folder, folder.directory().resolve("export"));
    }

    /**
     * @param folder the run
     * @param into where the files go
     */
    public Exporter(RunFolder folder, Path into) {
        this.results = Results.of(folder);
        this.into = into;
    }

    /** The formats. */
    public enum Format {
        /** Tables as Parquet, for Python, Julia, R, DuckDB. */
        PARQUET,
        /** Tables as text: the first line names the columns, missing entries are empty. */
        CSV,
        /** Tables as NumPy structured arrays, final states as NumPy arrays. */
        NPY,
        /** Everything in one file {@code run.h5}: {@code tables/TABLE/COLUMN} and {@code arrays/POINT/ARRAY}. */
        HDF5;

        /** The word on the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Writes one format.
     *
     * @return the files written
     */
    public List<Path> write(Format format) {
        try {
            Files.createDirectories(into);
            switch (format) {
                case PARQUET -> Parquet.write(results, into);
                case CSV -> tables(this::csv);
                case NPY -> {
                    tables(this::npy);
                    arrays();
                }
                case HDF5 -> new Hdf5(results).write(into.resolve("run.h5"));
            }
            return files(format);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(into, e);
        }
    }

    private List<Path> files(Format format) throws IOException {
        String ending = format == Format.HDF5 ? ".h5" : "." + format.word();
        try (Stream<Path> below = Files.walk(into)) {
            return below.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** What writes a table that comes in parts of equal columns. */
    private interface Writing {
        void write(Parts parts) throws IOException;
    }

    /** A table in parts, to be gone through as often as needed. */
    private record Parts(String name, Consumer<Consumer<Table>> each) {}

    private void tables(Writing writing) throws IOException {
        for (Table table : List.of(results.points(), results.theory(), results.averages())) {
            writing.write(new Parts(table.name(), take -> take.accept(table)));
        }
        writing.write(new Parts("observations", take -> {
            for (Agenda.Entry point : results.agenda().points()) take.accept(results.observations(point));
        }));
    }

    private void csv(Parts parts) throws IOException {
        List<IOException> failures = new ArrayList<>();
        try (BufferedWriter out = Files.newBufferedWriter(into.resolve(parts.name + ".csv"))) {
            boolean[] headed = {false};
            parts.each.accept(table -> {
                try {
                    if (!headed[0]) {
                        out.write(String.join(
                                ",", table.names().stream().map(Exporter::text).toList()));
                        out.write("\n");
                    }
                    headed[0] = true;
                    for (int row = 0; row < table.rows(); row++) out.write(line(table, row));
                } catch (IOException e) {
                    failures.add(e);
                }
            });
        }
        if (!failures.isEmpty()) throw failures.getFirst();
    }

    private static String line(Table table, int row) {
        StringBuilder line = new StringBuilder();
        for (Column column : table.columns()) {
            if (!line.isEmpty() || column != table.columns().getFirst()) line.append(',');
            Object entry = column.at(row);
            if (entry != null) line.append(column instanceof Column.Words ? text(entry.toString()) : entry.toString());
        }
        return line.append('\n').toString();
    }

    /** A cell of text. One that a spreadsheet would take for a formula begins with an apostrophe; a number written as text stays one. */
    static String text(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return quoted(formula && !NUMBER.matcher(text).matches() ? "'" + text : text);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private void npy(Parts parts) throws IOException {
        StructuredNpy file = new StructuredNpy();
        parts.each.accept(file::measure);
        Path fresh = into.resolve(parts.name + ".npy.new");
        file.write(fresh, parts.each);
        Files.move(fresh, into.resolve(parts.name + ".npy"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void arrays() throws IOException {
        for (Agenda.Entry point : results.agenda().points()) {
            Path from = results.folder().point(point.key());
            for (ArrayIndex.Entry array : ArrayIndex.of(from).arrays()) {
                Path to = into.resolve("arrays").resolve(point.key());
                Files.createDirectories(to);
                String name = array.name() + ".npy";
                Files.copy(StoredFile.sound(from.resolve(name)), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
