package rugged.num;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rugged.num.kernel.Matrices;

/**
 * The BLAS and LAPACK of the machine, where there is one: products of matrices and the symmetric eigenproblem. Looked for once, in this order: the library
 * that the system property {@code rugged.blas} or the environment variable {@code RUGGED_BLAS} names ({@code none} for none), OpenBLAS, the system's LAPACK.
 * Without one everything works with kernels of our own.
 *
 * <p>OpenBLAS is told to use one thread: runs in parallel have a thread each. Its sums are grouped as it likes, so results differ from those of
 * {@link Matrices} in the last bits; they are the same from call to call.
 *
 * <p>Arrays are passed as they are. The JVM cannot stop a thread meanwhile, so large products are cut in slices of some milliseconds; eigenproblems are copied
 * out of the heap instead.
 */
public final class NativeBlas {
    private static final List<String> NAMES =
            List.of("libopenblas.so.0", "libopenblas.so", "libopenblas.dylib", "liblapack.so.3");

    /** Multiply-adds of one slice: at 5 to 50 a nanosecond, 2 to 20 milliseconds. */
    private static final long SLICE = 100_000_000L;

    private static final int ROW_MAJOR = 101;
    private static final int AS_IT_IS = 111;
    private static final int TRANSPOSED = 112;
    private static final Linker LINKER = Linker.nativeLinker();

    private final String name;
    private final @Nullable MethodHandle doubles;
    private final @Nullable MethodHandle floats;
    private final @Nullable MethodHandle eigen;
    private final @Nullable MethodHandle factor;

    private NativeBlas(String name, SymbolLookup library, boolean asked) throws Throwable {
        Optional<MemorySegment> threads = library.find("openblas_set_num_threads");
        if (threads.isPresent())
            LINKER.downcallHandle(threads.get(), FunctionDescriptor.ofVoid(JAVA_INT))
                    .invokeExact(1);
        this.name = version(library).map(v -> name + " (" + v + ")").orElse(name);
        // a reference BLAS is slower than our own kernels: used for products only if asked for
        boolean fast = asked || threads.isPresent();
        doubles = fast ? product(library, "cblas_dgemm", true) : null;
        floats = fast ? product(library, "cblas_sgemm", false) : null;
        eigen = library.find("dsyevd_")
                .map(symbol -> LINKER.downcallHandle(symbol, eigenSignature()))
                .orElse(null);
        factor = library.find("dpotrf_")
                .map(symbol -> LINKER.downcallHandle(
                        symbol,
                        FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG),
                        Linker.Option.critical(true)))
                .orElse(null);
    }

    /** The library of this machine; empty when there is none, or native access is not enabled for this JVM. */
    public static Optional<NativeBlas> found() {
        return Optional.ofNullable(Choice.CHOSEN);
    }

    /** Which library it is, with its version where it says so. */
    public String name() {
        return name;
    }

    /** Whether it has products of matrices worth using. */
    public boolean multiplies() {
        return doubles != null && floats != null;
    }

    /** Whether it has the symmetric eigenproblem. */
    public boolean diagonalises() {
        return eigen != null;
    }

    /** Whether a left factor of these strides can be passed: one of the two must be 1. */
    public static boolean takes(int ars, int acs) {
        return ars == 1 || acs == 1;
    }

    /** As {@link Matrices#multiply}, for strides that it {@link #takes}. The rows of A and B hold no NaN where C is not added to. */
    public void multiply(
            int m,
            int n,
            int k,
            double[] a,
            int ao,
            int ars,
            int acs,
            double[] b,
            int bo,
            int ldb,
            double[] c,
            int co,
            int ldc,
            boolean add) {
        if (doubles == null) throw new IllegalStateException("no products in " + name);
        int lda = acs == 1 ? ars : acs;
        MemorySegment right = MemorySegment.ofArray(b).asSlice(8L * bo);
        try {
            int rows = slice(m, n, k);
            for (int i = 0; i < m; i += rows) {
                doubles.invokeExact(
                        ROW_MAJOR,
                        acs == 1 ? AS_IT_IS : TRANSPOSED,
                        AS_IT_IS,
                        Math.min(rows, m - i),
                        n,
                        k,
                        1.0,
                        MemorySegment.ofArray(a).asSlice(8L * (ao + (long) i * ars)),
                        acs == 1 ? Math.max(lda, k) : Math.max(lda, Math.min(rows, m - i)),
                        right,
                        Math.max(ldb, n),
                        add ? 1.0 : 0.0,
                        MemorySegment.ofArray(c).asSlice(8L * (co + (long) i * ldc)),
                        Math.max(ldc, n));
            }
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** As for doubles, in single precision. */
    public void multiply(
            int m,
            int n,
            int k,
            float[] a,
            int ao,
            int ars,
            int acs,
            float[] b,
            int bo,
            int ldb,
            float[] c,
            int co,
            int ldc,
            boolean add) {
        if (floats == null) throw new IllegalStateException("no products in " + name);
        int lda = acs == 1 ? ars : acs;
        MemorySegment right = MemorySegment.ofArray(b).asSlice(4L * bo);
        try {
            int rows = slice(m, n, k);
            for (int i = 0; i < m; i += rows) {
                floats.invokeExact(
                        ROW_MAJOR,
                        acs == 1 ? AS_IT_IS : TRANSPOSED,
                        AS_IT_IS,
                        Math.min(rows, m - i),
                        n,
                        k,
                        1.0f,
                        MemorySegment.ofArray(a).asSlice(4L * (ao + (long) i * ars)),
                        acs == 1 ? Math.max(lda, k) : Math.max(lda, Math.min(rows, m - i)),
                        right,
                        Math.max(ldb, n),
                        add ? 1.0f : 0.0f,
                        MemorySegment.ofArray(c).asSlice(4L * (co + (long) i * ldc)),
                        Math.max(ldc, n));
            }
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /**
     * Eigenvalues values[n] in increasing order of a symmetric matrix a[n n], by divide and conquer (dsyevd). With vectors, a is overwritten with them, one a
     * row; without, a keeps its values. Takes n^2 doubles outside the heap, 3 n^2 with vectors.
     *
     * @throws ArithmeticException if LAPACK reports that it did not converge
     */
    public void eigen(int n, double[] a, boolean vectors, double[] values) {
        if (eigen == null) throw new IllegalStateException("no eigenproblem in " + name);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment matrix = arena.allocate(JAVA_DOUBLE, (long) n * n);
            MemorySegment.copy(a, 0, matrix, JAVA_DOUBLE, 0L, n * n);
            MemorySegment w = arena.allocate(JAVA_DOUBLE, Math.max(1, n));
            MemorySegment size = arena.allocateFrom(JAVA_INT, n);
            MemorySegment job = arena.allocateFrom(JAVA_BYTE, (byte) (vectors ? 'V' : 'N'));
            MemorySegment triangle = arena.allocateFrom(JAVA_BYTE, (byte) 'L');
            MemorySegment info = arena.allocate(JAVA_INT);
            MemorySegment ask = arena.allocateFrom(JAVA_INT, -1);
            MemorySegment wish = arena.allocate(JAVA_DOUBLE);
            MemorySegment wishes = arena.allocate(JAVA_INT);
            eigen.invokeExact(job, triangle, size, matrix, size, w, wish, ask, wishes, ask, info, 1L, 1L);
            long work = Math.max((long) wish.get(JAVA_DOUBLE, 0), vectors ? 1L + 6L * n + 2L * n * n : 2L * n + 1L);
            int counts = Math.max(wishes.get(JAVA_INT, 0), vectors ? 3 + 5 * n : 1);
            MemorySegment lwork = arena.allocateFrom(JAVA_INT, Math.toIntExact(work));
            MemorySegment liwork = arena.allocateFrom(JAVA_INT, counts);
            MemorySegment scratch = arena.allocate(JAVA_DOUBLE, work);
            MemorySegment indices = arena.allocate(JAVA_INT, counts);
            eigen.invokeExact(job, triangle, size, matrix, size, w, scratch, lwork, indices, liwork, info, 1L, 1L);
            int said = info.get(JAVA_INT, 0);
            if (said != 0) throw new ArithmeticException("dsyevd of " + n + " x " + n + " ended with info = " + said);
            MemorySegment.copy(w, JAVA_DOUBLE, 0L, values, 0, n);
            if (vectors) MemorySegment.copy(matrix, JAVA_DOUBLE, 0L, a, 0, n * n);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** Whether it has the Cholesky decomposition. */
    public boolean factorises() {
        return factor != null;
    }

    /** As {@link Cholesky#decompose}, by dpotrf: false where a[n n] is not positive definite. For comparisons: what follows from its bits depends on the machine. */
    public boolean cholesky(int n, double[] a) {
        if (factor == null) throw new IllegalStateException("no Cholesky decomposition in " + name);
        int[] size = {n};
        int[] info = {0};
        try {
            // columns for LAPACK are rows here: its upper triangle is our lower one
            byte[] triangle = {'U'};
            MemorySegment n1 = MemorySegment.ofArray(size);
            MemorySegment matrix = MemorySegment.ofArray(a);
            factor.invokeExact(MemorySegment.ofArray(triangle), n1, matrix, n1, MemorySegment.ofArray(info), 1L);
        } catch (Throwable e) {
            throw failed(e);
        }
        return info[0] == 0;
    }

    private static int slice(int m, int n, int k) {
        return (int) Math.clamp(SLICE / Math.max(1L, (long) n * k), 16, Math.max(16, m));
    }

    private static RuntimeException failed(Throwable e) {
        if (e instanceof RuntimeException known) return known;
        if (e instanceof Error error) throw error;
        return new IllegalStateException(e);
    }

    private static @Nullable MethodHandle product(SymbolLookup library, String symbol, boolean wide) {
        var number = wide ? JAVA_DOUBLE : JAVA_FLOAT;
        FunctionDescriptor signature = FunctionDescriptor.ofVoid(
                JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, number, ADDRESS, JAVA_INT, ADDRESS,
                JAVA_INT, number, ADDRESS, JAVA_INT);
        return library.find(symbol)
                .map(at -> LINKER.downcallHandle(at, signature, Linker.Option.critical(true)))
                .orElse(null);
    }

    /** Fortran: everything by address, and the lengths of the two characters at the end. */
    private static FunctionDescriptor eigenSignature() {
        return FunctionDescriptor.ofVoid(
                ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS,
                JAVA_LONG, JAVA_LONG);
    }

    private static Optional<String> version(SymbolLookup library) throws Throwable {
        Optional<MemorySegment> config = library.find("openblas_get_config");
        if (config.isEmpty()) return Optional.empty();
        var text = (MemorySegment) LINKER.downcallHandle(config.get(), FunctionDescriptor.of(ADDRESS))
                .invokeExact();
        return Optional.of(text.reinterpret(200).getString(0).strip());
    }

    /** Decided once, on first use. */
    private static final class Choice {
        static final @Nullable NativeBlas CHOSEN = choose();

        private Choice() {}

        private static @Nullable NativeBlas choose() {
            String environment = System.getenv("RUGGED_BLAS");
            String wanted = System.getProperty("rugged.blas", environment == null ? "" : environment);
            if (wanted.equals("none") || !NativeBlas.class.getModule().isNativeAccessEnabled()) return null;
            if (!wanted.isEmpty()) {
                NativeBlas asked = open(wanted, true);
                if (asked == null)
                    System.getLogger("rugged.num")
                            .log(
                                    Level.WARNING,
                                    "rugged.blas: " + wanted + " is no BLAS that can be loaded; looking"
                                            + " for the system's");
                else return asked;
            }
            for (String name : NAMES) {
                NativeBlas library = open(name, false);
                if (library != null) return library;
            }
            return null;
        }

        private static @Nullable NativeBlas open(String name, boolean asked) {
            try {
                NativeBlas library = new NativeBlas(name, SymbolLookup.libraryLookup(name, Arena.global()), asked);
                return library.multiplies() || library.diagonalises() ? library : null;
            } catch (Throwable e) {
                if (e instanceof VirtualMachineError error) throw error;
                return null;
            }
        }
    }
}
