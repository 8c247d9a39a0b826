package rugged.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import rugged.api.DataMissing;
import rugged.num.Npy;
import rugged.params.BadParameter;

/**
 * A table of numbers from a file of the user: .npy, first axis the examples, or CSV, one line an example. Blank lines of a CSV and those that begin with # are
 * passed over.
 *
 * @param parameter the key that names the file
 * @param path the file
 */
record NumberTable(String parameter, Path path) {
    NumberTable {
        if (!Files.isRegularFile(path)) {
            throw new DataMissing(parameter + ": there is no file " + path.toAbsolutePath() + "; a .npy or .csv file");
        }
    }

    private boolean npy() {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".npy");
    }

    /** Its extents; a CSV is counted but not read. */
    int[] shape() {
        try {
            if (npy()) return checked(Npy.shape(path));
            try (BufferedReader lines = Files.newBufferedReader(path)) {
                int[] shape = {0, 0};
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (passed(line)) continue;
                    if (shape[0]++ == 0) shape[1] = line.split(",", -1).length;
                }
                return checked(shape);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Its numbers, last extent fastest. */
    double[] values() {
        try {
            double[] values = npy() ? Npy.numbers(path).values() : csv();
            for (double value : values)
                if (!Double.isFinite(value)) throw bad("holds numbers that are not finite", "finite numbers");
            return values;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private double[] csv() throws IOException {
        int[] shape = shape();
        double[] values = new double[Math.multiplyExact(shape[0], shape[1])];
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            int at = 0;
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (passed(line)) continue;
                String[] cells = line.split(",", -1);
                if (cells.length != shape[1]) {
                    throw bad(
                            "line " + number + " has " + cells.length + " numbers, the first " + shape[1],
                            "lines alike");
                }
                for (int column = 0; column < cells.length; column++) {
                    values[at++] = number(cells[column].strip(), number, column + 1);
                }
            }
        }
        return values;
    }

    private double number(String cell, int line, int column) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException _) {
            throw bad(
                    "line " + line + ", column " + column + ": \"" + cell + "\" is no number",
                    "numbers between commas");
        }
    }

    private static boolean passed(String line) {
        return line.isBlank() || line.startsWith("#");
    }

    private int[] checked(int[] shape) {
        if (shape.length == 0 || IntStream.of(shape).anyMatch(extent -> extent == 0)) {
            throw bad("has shape " + Arrays.toString(shape), "at least one example of at least one number");
        }
        return shape;
    }

    private BadParameter unreadable(IOException e) {
        String message = e.getMessage();
        return bad(message == null ? "cannot be read" : message, "a .npy file of numbers, or CSV");
    }

    private BadParameter bad(String wrong, String allowed) {
        return new BadParameter(parameter, path, wrong, allowed);
    }
}
