package rugged.store.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rugged.api.Quantity;
import rugged.store.Agenda;
import rugged.store.RunFolder;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.Folders;
import rugged.store.file.StoredFile;
import rugged.store.library.AtlasFormat;
import rugged.store.point.ArrayIndex;
import rugged.store.point.PointRecord;
import rugged.store.table.Column;
import rugged.store.table.Results;
import rugged.store.table.Table;

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
        /** Tables as NumPy structured arrays, final states and recorded arrays as NumPy arrays. */
        NPY,
        /** Everything in one file {@code run.h5}: {@code tables/TABLE/COLUMN} and {@code arrays/POINT/ARRAY}. */
        HDF5,
        /** Recorded particles as extended XYZ. */
        XYZ,
        /** Maps of landscapes as tables of the Cambridge programs, a folder {@code maps/cambridge/POINT} each. */
        CAMBRIDGE(AtlasFormat.CAMBRIDGE),
        /** The same as tables of TopSearch, {@code maps/topsearch/POINT}. */
        TOPSEARCH(AtlasFormat.TOPSEARCH),
        /** The same as databases of pele, {@code maps/pele/POINT.sqlite}. */
        PELE(AtlasFormat.PELE);

        private final Optional<AtlasFormat> map;

        Format() {
            map = Optional.empty();
        }

        Format(AtlasFormat of) {
            map = Optional.of(of);
        }

        /** The word on the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a format would have nothing in it; empty where it has. */
    public Optional<String> objection(Format format) {
        if (format == Format.XYZ) return ExtendedXyz.objection(results);
        return format.map.flatMap(of -> new MapFiles(results, of).objection());
    }

    /**
     * Writes one format.
     *
     * @return the files written
     */
    public List<Path> write(Format format) {
        try {
            Files.createDirectories(into);
            Path fresh = Files.createTempDirectory(into, ".new-");
            try {
                switch (format) {
                    case PARQUET -> {
                        Parquet.write(results, fresh);
                        Parquet.arrays(results, fresh.resolve("arrays"));
                    }
                    case CSV -> {
                        tables(parts -> csv(parts, fresh));
                        arrayTables(fresh);
                    }
                    case NPY -> {
                        tables(parts -> npy(parts, fresh));
                        arrays(fresh);
                    }
                    case HDF5 -> new Hdf5(results).write(fresh.resolve("run.h5"));
                    case XYZ -> new ExtendedXyz(results).write(fresh.resolve("particles"));
                    case CAMBRIDGE, TOPSEARCH, PELE ->
                        new MapFiles(results, format.map.orElseThrow()).write(fresh.resolve("maps"));
                }
                libraries(fresh);
                return moved(fresh);
            } finally {
                Folders.remove(fresh);
            }
        } catch (IOException e) {
            throw EnvironmentFailure.writing(into, e);
        }
    }

    /** Once all of them are whole, files take their places. */
    private List<Path> moved(Path fresh) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> below = Files.walk(fresh)) {
            for (Path file : below.filter(Files::isRegularFile).sorted().toList()) {
                Path to = into.resolve(fresh.relativize(file).toString());
                Path above = to.getParent();
                if (above != null) Files.createDirectories(above);
                // a folder of this name is damage: nobody exports one
                if (Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS)) Folders.remove(to);
                Files.move(file, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                files.add(to);
            }
        }
        return files;
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

    /** The recorded arrays as text, number by number. */
    private void arrayTables(Path fresh) throws IOException {
        for (Quantity quantity : ArrayTable.recorded(results)) {
            Path to = fresh.resolve("arrays");
            Files.createDirectories(to);
            Parts parts = new Parts(quantity.name(), take -> {
                for (Agenda.Entry point : results.agenda().points())
                    take.accept(ArrayTable.of(results, quantity, point));
            });
            csv(parts, to);
        }
    }

    private static void csv(Parts parts, Path fresh) throws IOException {
        List<IOException> failures = new ArrayList<>();
        try (BufferedWriter out = Files.newBufferedWriter(fresh.resolve(parts.name + ".csv"))) {
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

    private static void npy(Parts parts, Path fresh) throws IOException {
        StructuredNpy file = new StructuredNpy();
        parts.each.accept(file::measure);
        file.write(fresh.resolve(parts.name + ".npy"), parts.each);
    }

    /** What protocols collected is a database already: the same file with every format. */
    private void libraries(Path fresh) throws IOException {
        for (Agenda.Entry point : results.agenda().points()) {
            Optional<Path> library = results.records().point(point.key()).library();
            if (library.isEmpty()) continue;
            Path to = fresh.resolve("libraries");
            Files.createDirectories(to);
            Files.copy(StoredFile.sound(library.get()), to.resolve(point.key() + ".sqlite"));
        }
    }

    private void arrays(Path fresh) throws IOException {
        for (Agenda.Entry point : results.agenda().points()) {
            PointRecord from = results.records().point(point.key());
            for (ArrayIndex.Entry array : from.arrays().arrays()) {
                Path to = fresh.resolve("arrays").resolve(point.key());
                Files.createDirectories(to);
                String name = array.name() + ".npy";
                Files.copy(StoredFile.sound(from.file(name)), to.resolve(name));
            }
        }
    }
}
