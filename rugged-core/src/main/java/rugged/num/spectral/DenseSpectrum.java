package rugged.num.spectral;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import rugged.num.NativeBlas;

/**
 * All eigenvalues, from the matrix: LAPACK's divide and conquer where the machine has one (see {@link NativeBlas}), else EJML's tridiagonal QR. Absolute error
 * of each: of order 1e-15 sqrt(n) times the largest. Cost: n products to form it, n^3 operations; 16 n^2 bytes, with eigenvectors 32 n^2.
 *
 * @param values in increasing order
 * @param vectors vectors[k][N], of length 1, belongs to values[k]; empty when they were not asked for
 */
public record DenseSpectrum(double[] values, double[][] vectors) {
    /** From here on the library of the machine is worth its call. */
    private static final int LIBRARY = 64;

    /** The largest n of an array. */
    private static final int MOST = 46340;

    /** Of a symmetric matrix a[n n], row by row, which is used as scratch. */
    public static DenseSpectrum of(int n, double[] a, boolean vectors) {
        boolean library = n >= LIBRARY
                && NativeBlas.found().filter(NativeBlas::diagonalises).isPresent();
        return library ? lapack(n, a, vectors) : java(n, a, vectors);
    }

    /** Of an operator, on the subspace that it lives on: M values, without what was projected out. */
    public static DenseSpectrum of(SymmetricOperator operator, boolean vectors) {
        int n = operator.dimension();
        DenseSpectrum whole = of(n, matrix(operator), vectors);
        int freedom = operator.freedom();
        if (freedom == n) return whole;
        double[] values = Arrays.copyOf(whole.values, freedom);
        return new DenseSpectrum(values, vectors ? Arrays.copyOf(whole.vectors, freedom) : whole.vectors);
    }

    /** The largest n whose spectrum with eigenvectors fits into so many bytes. */
    public static int largest(double bytes) {
        return (int) Math.min(MOST, Math.sqrt(bytes / bytes(1)));
    }

    /** Bytes that eigenvalues and eigenvectors of n rows take. */
    public static double bytes(double n) {
        return 32.0 * n * n;
    }

    /** P A P + h (1 - P), h above every eigenvalue, so that what is projected out stands apart; made symmetric to the last bit. */
    static double[] matrix(SymmetricOperator operator) {
        int n = operator.dimension();
        double[] a = new double[Math.multiplyExact(n, n)];
        double[] unit = new double[n];
        double[] row = new double[n];
        double bound = 0.0;
        for (int i = 0; i < n; i++) {
            unit[i] = 1.0;
            operator.apply(unit, row);
            unit[i] = 0.0;
            double sum = 0.0;
            for (double entry : row) sum += Math.abs(entry);
            bound = Math.max(bound, sum);
            System.arraycopy(row, 0, a, i * n, n);
        }
        if (operator.freedom() < n) lift(operator, a, 2.0 * bound + 1.0);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) a[i * n + j] = a[j * n + i] = 0.5 * (a[i * n + j] + a[j * n + i]);
        }
        return a;
    }

    private static void lift(SymmetricOperator operator, double[] a, double height) {
        int n = operator.dimension();
        double[] unit = new double[n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(unit, 0.0);
            unit[i] = 1.0;
            operator.project(unit);
            a[i * n + i] += height;
            for (int j = 0; j < n; j++) a[i * n + j] -= height * unit[j];
        }
    }

    private static DenseSpectrum lapack(int n, double[] a, boolean vectors) {
        double[] values = new double[n];
        NativeBlas.found().orElseThrow().eigen(n, a, vectors, values);
        double[][] rows = new double[vectors ? n : 0][];
        for (int k = 0; k < rows.length; k++) rows[k] = Arrays.copyOfRange(a, k * n, (k + 1) * n);
        return new DenseSpectrum(values, rows);
    }

    /** By plain Java, whatever the machine has: the same bits everywhere. */
    static DenseSpectrum java(int n, double[] a, boolean vectors) {
        var solver = DecompositionFactory_DDRM.eig(n, vectors, true);
        if (!solver.decompose(DMatrixRMaj.wrap(n, n, a)))
            throw new ArithmeticException("the eigenproblem of " + n + " x " + n + " did not converge");
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        double[] found = IntStream.range(0, n)
                .mapToDouble(k -> solver.getEigenvalue(k).getReal())
                .toArray();
        Arrays.sort(order, Comparator.comparingDouble(k -> found[k]));
        double[] values = new double[n];
        double[][] rows = new double[vectors ? n : 0][];
        for (int k = 0; k < n; k++) {
            values[k] = found[order[k]];
            if (vectors) rows[k] = solver.getEigenVector(order[k]).data.clone();
        }
        return new DenseSpectrum(values, rows);
    }
}
