package rugged.bench.peers;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * Processor seconds a call of two that take turns, medians, and quartiles of the ratios of neighbouring rounds.
 *
 * @param first of one
 * @param second of the other
 * @param ratios sorted, second over first
 */
record Paired(double first, double second, double[] ratios) {
    private static final int ROUNDS = 15;
    private static final double ROUND_SECONDS = 0.1;

    static Paired of(Runnable first, Runnable second) {
        int firstCalls = calls(first);
        int secondCalls = calls(second);
        double[][] times = new double[3][ROUNDS];
        for (int r = 0; r < ROUNDS; r++) {
            times[0][r] = time(first, firstCalls);
            times[1][r] = time(second, secondCalls);
            times[2][r] = times[1][r] / times[0][r];
        }
        for (double[] each : times) Arrays.sort(each);
        return new Paired(times[0][ROUNDS / 2], times[1][ROUNDS / 2], times[2]);
    }

    String ratio() {
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f-%.2f)",
                ratios[ROUNDS / 2],
                ratios[ROUNDS / 4],
                ratios[ROUNDS - 1 - ROUNDS / 4]);
    }

    private static int calls(Runnable call) {
        long begin = processor();
        int done = 0;
        while (processor() - begin < 1e9) {
            call.run();
            done++;
        }
        return (int) Math.max(1, ROUND_SECONDS * done);
    }

    private static double time(Runnable call, int calls) {
        long start = processor();
        for (int k = 0; k < calls; k++) call.run();
        return 1e-9 * (processor() - start) / calls;
    }

    /** Nanoseconds that this thread has had a processor for: others on the machine do not count. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
