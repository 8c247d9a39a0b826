package rugged.store.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import rugged.api.record.Atlas;
import rugged.api.record.Minimum;
import rugged.api.record.Saddle;

/**
 * The text tables of TopSearch, as files of one folder.
 *
 * <p>{@code min.data}, a line for each minimum: its number from 0 on, its energy. {@code ts.data}, a line for each transition state: the numbers of its two minima, its energy. {@code min.coords} and {@code ts.coords}: coordinates, a
 * line for each in the same order. {@code pairlist}: pairs of minima between which a path was looked for; it is written empty and not read. That program writes energies with five decimals, here all digits are written; normal
 * modes, orders of point groups and negative eigenvalues are not in these tables.
 *
 * <p>It keeps one transition state for each pair of minima: of several lines for a pair it reads the last. The lowest is written last, so that this is the one.
 */
public final class TopSearchTables {
    /** Coordinates of minima, by which a folder is known to be of TopSearch. */
    public static final String MINIMUM_COORDINATES = "min.coords";

    private static final String MINIMA = "min.data";
    private static final String SADDLES = "ts.data";
    private static final String SADDLE_COORDINATES = "ts.coords";
    private static final String PAIRS = "pairlist";

    private TopSearchTables() {}

    /**
     * Reads a folder.
     *
     * @param vibrations kappa, which the tables do not say
     * @param kinetic whether coordinates have momenta
     * @throws IOException with a sentence that says where and what is wrong
     */
    public static Atlas read(Path folder, int vibrations, boolean kinetic) throws IOException {
        TextTable minima = TextTable.read(folder.resolve(MINIMA), 2);
        TextTable coordinates = TextTable.read(folder.resolve(MINIMUM_COORDINATES), 1);
        coordinates.requireRows(minima.rows(), MINIMA);
        List<Minimum> all = new ArrayList<>();
        for (int k = 0; k < minima.rows(); k++) {
            int number = minima.whole(k, 0);
            if (number != k) throw minima.wrong(k, "is numbered " + number + ", and " + k + " comes here");
            all.add(new Minimum(minima.number(k, 1), Double.NaN, 0, 0, coordinates.numbers(k)));
        }
        List<Saddle> saddles = new ArrayList<>();
        if (Files.exists(folder.resolve(SADDLES))) {
            TextTable passes = TextTable.read(folder.resolve(SADDLES), 3);
            TextTable tops = TextTable.read(folder.resolve(SADDLE_COORDINATES), 1);
            tops.requireRows(passes.rows(), SADDLES);
            for (int k = 0; k < passes.rows(); k++)
                saddles.add(new Saddle(
                        passes.number(k, 2),
                        Double.NaN,
                        Double.NaN,
                        0,
                        0,
                        end(passes, k, 0, all.size()),
                        end(passes, k, 1, all.size()),
                        tops.numbers(k)));
        }
        return new Atlas(all, saddles, vibrations, kinetic);
    }

    private static int end(TextTable passes, int line, int column, int minima) throws IOException {
        int end = passes.whole(line, column);
        if (end < 0 || end >= minima)
            throw passes.wrong(
                    line,
                    "a transition state ends at minimum " + end + ", and " + MINIMA + " has " + minima + ", from 0 on");
        return end;
    }

    /**
     * Writes the files into a folder that is there.
     *
     * @throws IOException where it cannot be written, or coordinates are missing
     */
    public static void write(Path folder, Atlas atlas) throws IOException {
        StringBuilder minima = new StringBuilder();
        StringBuilder points = new StringBuilder();
        int number = 0;
        for (Minimum one : atlas.minima()) {
            require(one.x(), "minimum " + number);
            minima.append(number++).append(' ').append(one.energy()).append('\n');
            line(points, one.x());
        }
        StringBuilder saddles = new StringBuilder();
        StringBuilder tops = new StringBuilder();
        for (Saddle one : atlas.saddles().reversed()) {
            require(one.x(), "a transition state");
            saddles.append(one.first()).append(' ').append(one.second()).append(' ');
            saddles.append(one.energy()).append('\n');
            line(tops, one.x());
        }
        Files.writeString(folder.resolve(MINIMA), minima);
        Files.writeString(folder.resolve(MINIMUM_COORDINATES), points);
        Files.writeString(folder.resolve(SADDLES), saddles);
        Files.writeString(folder.resolve(SADDLE_COORDINATES), tops);
        Files.writeString(folder.resolve(PAIRS), "");
    }

    private static void require(double[] x, String what) throws IOException {
        if (x.length == 0) throw new IOException(what + " has no coordinates, which these tables need");
    }

    private static void line(StringBuilder out, double[] x) {
        for (int i = 0; i < x.length; i++) out.append(i == 0 ? "" : " ").append(x[i]);
        out.append('\n');
    }

    /** Whether a folder is one of these: the files of the Cambridge programs have the same names but for the coordinates. */
    static boolean in(Path folder) {
        return Stream.of(MINIMA, MINIMUM_COORDINATES).allMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }
}
