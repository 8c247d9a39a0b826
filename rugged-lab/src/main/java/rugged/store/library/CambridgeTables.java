package rugged.store.library;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import rugged.api.record.Atlas;
import rugged.api.record.Minimum;
import rugged.api.record.Saddle;

/**
 * The tables of the Cambridge landscape programs (OPTIM, PATHSAMPLE), as files of one folder.
 *
 * <p>{@code min.data}, a line for each minimum: energy, ln of the product of the positive eigenvalues of the Hessian, order of the point group, three moments of inertia. {@code ts.data}, a line for each transition state: energy, ln of
 * the product, order, the numbers of its two minima from 1 on, moments of inertia. {@code points.min} and {@code points.ts}: coordinates as plain doubles, in the order of the lines; they may be absent, and their order of bytes is told
 * from their values. Negative eigenvalues and how often searches ended somewhere are not in these tables, nor is the number of vibrations.
 */
public final class CambridgeTables {
    /** Minima. */
    public static final String MINIMA = "min.data";

    /** Transition states. */
    public static final String SADDLES = "ts.data";

    /** Coordinates of minima. */
    public static final String MINIMUM_POINTS = "points.min";

    /** Coordinates of transition states. */
    public static final String SADDLE_POINTS = "points.ts";

    /** No coordinate is larger, and few are smaller in size without being 0: beyond, bytes stand in the other order. */
    private static final double LARGEST = 1e9;

    private static final double SMALLEST = 1e-30;

    private CambridgeTables() {}

    /**
     * Reads a folder.
     *
     * @param vibrations kappa, which the tables do not say; 0 for the number of coordinates less 6, where there are any
     * @param kinetic whether coordinates have momenta
     * @throws IOException with a sentence that says where and what is wrong
     */
    public static Atlas read(Path folder, int vibrations, boolean kinetic) throws IOException {
        TextTable lines = TextTable.read(folder.resolve(MINIMA), 3);
        double[][] points = points(folder.resolve(MINIMUM_POINTS), lines.rows(), -1);
        List<Minimum> minima = new ArrayList<>();
        for (int k = 0; k < lines.rows(); k++)
            minima.add(new Minimum(lines.number(k, 0), lines.number(k, 1), order(lines, k, 2), 0, points[k]));
        List<Saddle> saddles = new ArrayList<>();
        if (Files.exists(folder.resolve(SADDLES))) {
            TextTable passes = TextTable.read(folder.resolve(SADDLES), 5);
            int length = points.length == 0 || points[0].length == 0 ? -1 : points[0].length;
            double[][] tops = points(folder.resolve(SADDLE_POINTS), passes.rows(), length);
            for (int k = 0; k < passes.rows(); k++)
                saddles.add(new Saddle(
                        passes.number(k, 0),
                        passes.number(k, 1),
                        Double.NaN,
                        order(passes, k, 2),
                        0,
                        end(passes, k, 3, minima.size()),
                        end(passes, k, 4, minima.size()),
                        tops[k]));
        }
        int coordinates = minima.isEmpty() ? 0 : minima.getFirst().x().length;
        int kappa = vibrations > 0 || coordinates < 9 ? vibrations : coordinates - 6;
        return new Atlas(minima, saddles, kappa, kinetic);
    }

    /** Whole, but of a network without weights beyond an int. */
    private static double order(TextTable lines, int line, int column) throws IOException {
        double order = lines.integer(line, column).doubleValue();
        if (order < 1.0) throw lines.wrong(line, "the order of a point group is " + order);
        return order;
    }

    private static int end(TextTable lines, int line, int column, int minima) throws IOException {
        int end = lines.whole(line, column);
        if (end < 1 || end > minima)
            throw lines.wrong(line, "a transition state ends at minimum " + end + ", and " + MINIMA + " has " + minima);
        return end - 1;
    }

    /** Coordinates of so many points, or so many empty arrays where there is no file. */
    private static double[][] points(Path file, int count, int length) throws IOException {
        double[][] points = new double[count][0];
        if (!Files.exists(file) || count == 0) return points;
        byte[] bytes = Files.readAllBytes(file);
        long all = bytes.length / Double.BYTES;
        boolean even = bytes.length > 0 && bytes.length % Double.BYTES == 0 && all % count == 0;
        if (!even || length >= 0 && all / count != length)
            throw new IOException(file + " holds " + bytes.length + " bytes: no " + count + " points"
                    + (length >= 0 ? " of " + length + " coordinates" : " of the same number of coordinates"));
        DoubleBuffer doubles = ordered(file, bytes);
        for (int k = 0; k < count; k++) {
            points[k] = new double[(int) (all / count)];
            doubles.get(points[k]);
        }
        return points;
    }

    private static DoubleBuffer ordered(Path file, byte[] bytes) throws IOException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            DoubleBuffer doubles = ByteBuffer.wrap(bytes).order(order).asDoubleBuffer();
            int good = 0;
            for (int k = 0; k < doubles.limit(); k++) {
                double size = Math.abs(doubles.get(k));
                if (size == 0.0 || size > SMALLEST && size < LARGEST) good++;
            }
            if (good == doubles.limit()) return doubles;
        }
        throw new IOException(file + " holds no coordinates: in either order of bytes some are beyond " + LARGEST);
    }

    /**
     * Whether a folder is one of these: TopSearch calls its files alike, but for the coordinates.
     */
    static boolean in(Path folder) {
        return Files.isRegularFile(folder.resolve(MINIMA)) && !TopSearchTables.in(folder);
    }

    /**
     * Writes the files into a folder that is there. Points are written where all have coordinates.
     *
     * @throws IOException where it cannot be written, or something is missing that the tables need
     */
    public static void write(Path folder, Atlas atlas) throws IOException {
        StringBuilder minima = new StringBuilder();
        for (int k = 0; k < atlas.minima().size(); k++) {
            Minimum one = atlas.minima().get(k);
            complete(one.logDeterminant(), "minimum " + (k + 1));
            line(minima, one.energy(), one.logDeterminant(), one.order(), "", inertia(one.x(), atlas.kinetic()));
        }
        StringBuilder saddles = new StringBuilder();
        for (int k = 0; k < atlas.saddles().size(); k++) {
            Saddle one = atlas.saddles().get(k);
            complete(one.logDeterminant(), "transition state " + (k + 1));
            String ends = " " + (one.first() + 1) + " " + (one.second() + 1);
            line(saddles, one.energy(), one.logDeterminant(), one.order(), ends, inertia(one.x(), atlas.kinetic()));
        }
        Files.writeString(folder.resolve(MINIMA), minima, StandardCharsets.US_ASCII);
        Files.writeString(folder.resolve(SADDLES), saddles, StandardCharsets.US_ASCII);
        write(
                folder.resolve(MINIMUM_POINTS),
                atlas.minima().stream().map(Minimum::x).toList());
        write(
                folder.resolve(SADDLE_POINTS),
                atlas.saddles().stream().map(Saddle::x).toList());
    }

    private static void complete(double logDeterminant, String what) throws IOException {
        if (Double.isNaN(logDeterminant))
            throw new IOException(what + " has no normal modes, which the tables need: run normal modes first");
    }

    private static void line(
            StringBuilder out, double energy, double logDeterminant, double order, String ends, double[] moments) {
        out.append(energy)
                .append(' ')
                .append(logDeterminant)
                .append(' ')
                .append(new BigDecimal(order).toPlainString())
                .append(ends);
        for (double moment : moments) out.append(' ').append(String.format(Locale.ROOT, "%.10g", moment));
        out.append('\n');
    }

    private static void write(Path file, List<double[]> points) throws IOException {
        int length = points.isEmpty() ? 0 : points.getFirst().length;
        if (length == 0 || points.stream().anyMatch(x -> x.length != length)) {
            Files.deleteIfExists(file);
            return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(points.size(), length * Double.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (double[] x : points) for (double one : x) bytes.putDouble(one);
        Files.write(file, bytes.array());
    }

    /** Principal moments of atoms of unit mass, in increasing order; ones for what are no atoms. */
    private static double[] inertia(double[] x, boolean atoms) {
        int n = x.length / 3;
        if (!atoms || n == 0 || x.length % 3 != 0) return new double[] {1.0, 1.0, 1.0};
        double[] centre = new double[3];
        for (int i = 0; i < x.length; i++) centre[i % 3] += x[i] / n;
        DMatrixRMaj tensor = new DMatrixRMaj(3, 3);
        for (int i = 0; i < n; i++)
            for (int a = 0; a < 3; a++)
                for (int b = 0; b < 3; b++) {
                    double product = (x[3 * i + a] - centre[a]) * (x[3 * i + b] - centre[b]);
                    tensor.add(a, b, -product);
                    for (int c = 0; a == b && c < 3; c++) {
                        double d = x[3 * i + c] - centre[c];
                        tensor.add(a, b, d * d);
                    }
                }
        EigenDecomposition_F64<DMatrixRMaj> solver = DecompositionFactory_DDRM.eig(3, false, true);
        solver.decompose(tensor);
        return java.util.stream.IntStream.range(0, 3)
                .mapToDouble(k -> solver.getEigenvalue(k).getReal())
                .sorted()
                .toArray();
    }
}
