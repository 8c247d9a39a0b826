package rugged.num.kernel;

import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Chooses the kernels once per JVM: the Vector API where the module is there, gives the right answers and is compiled to something faster than plain Java;
 * otherwise plain Java, with one line that says why. The system property {@code rugged.kernels} = {@code scalar} or {@code vector} decides instead.
 */
public final class KernelChoice {
    private static final Kernels CHOSEN = choose(System.getProperty("rugged.kernels", ""));

    private static final int SIZE = 64;
    private static final int CALLS = 4;

    /**
     * Nanoseconds of processor time of this thread that the compiler is given before vector code is believed to be stuck in the interpreter: on a machine with
     * much else to do the compiler's threads wait as long as this one, and the choice, on which last bits depend, must not follow the load.
     */
    private static final long PATIENCE = 3_000_000_000L;

    /** Nanoseconds of the clock after which that is believed in any case. */
    private static final long MOST_PATIENCE = 60_000_000_000L;

    private KernelChoice() {}

    /** The kernels of this JVM. */
    public static Kernels best() {
        return CHOSEN;
    }

    private static Kernels choose(String wanted) {
        if (wanted.equals("scalar")) return Kernels.scalar();
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return scalar("this JVM was started without --add-modules jdk.incubator.vector");
        }
        Kernels vector = new VectorKernels();
        if (!agrees(vector)) return scalar("the vector kernels gave wrong results on this machine");
        if (!wanted.equals("vector") && !faster(vector))
            return scalar("the vector kernels are slower than plain Java on this machine");
        return vector;
    }

    private static Kernels scalar(String reason) {
        System.getLogger("rugged.num").log(Level.WARNING, "plain Java kernels, several times slower: " + reason);
        return Kernels.scalar();
    }

    private static boolean agrees(Kernels vector) {
        double[] ours = new double[CounterNormals.BLOCK];
        double[] reference = new double[CounterNormals.BLOCK];
        vector.normals().fill(1L, 2L, 3L, 1, ours);
        Kernels.scalar().normals().fill(1L, 2L, 3L, 1, reference);
        if (!Arrays.equals(ours, reference)) return false;
        Trial trial = new Trial(vector);
        trial.run(vector, 1);
        float[] y = trial.y.clone();
        trial.run(Kernels.scalar(), 1);
        for (int i = 0; i < SIZE; i++) if (!(Math.abs(y[i] - trial.y[i]) < 1e-4f * SIZE)) return false;
        return true;
    }

    /** Whether the vector kernel overtakes plain Java within the time given; ends at once when it does. */
    private static boolean faster(Kernels vector) {
        Trial trial = new Trial(vector);
        if (trial.run(vector, CALLS) < trial.run(Kernels.scalar(), CALLS)) return true;
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        boolean metered = threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
        LongSupplier spent = metered ? threads::getCurrentThreadCpuTime : System::nanoTime;
        long begin = System.nanoTime();
        long beginSpent = spent.getAsLong();
        do {
            long ours = trial.run(vector, CALLS);
            long reference = trial.run(Kernels.scalar(), CALLS);
            if (ours < reference) return true;
        } while (spent.getAsLong() - beginSpent < PATIENCE && System.nanoTime() - begin < MOST_PATIENCE);
        return false;
    }

    /** A small triangle of floats, on which both can be run. */
    private static final class Trial {
        private final PackedTriangle shape;
        private final float[] t;
        private final float[] x;
        private final float[] y;

        Trial(Kernels vector) {
            shape = PackedTriangle.grouped(SIZE, false, vector.floats());
            t = new float[Math.toIntExact(shape.sizes()[0])];
            x = new float[shape.length()];
            y = new float[shape.length()];
            for (int i = 0; i < SIZE; i++) x[i] = (i % 7) - 3.0f;
            for (int i = 0; i < t.length; i++) t[i] = (i % 11) - 5.0f;
        }

        long run(Kernels kernels, int calls) {
            long begin = System.nanoTime();
            for (int call = 0; call < calls; call++) {
                Arrays.fill(y, 0.0f);
                kernels.product(shape, 0, t, 0, x, y);
            }
            return System.nanoTime() - begin;
        }
    }
}
