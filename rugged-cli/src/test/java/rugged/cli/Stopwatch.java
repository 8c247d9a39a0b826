package rugged.cli;

import java.lang.management.ManagementFactory;

/** What something took, for whoever reads the log: no test asserts a time. */
final class Stopwatch {
    private final long begun = System.nanoTime();
    private final long busy = processor();

    /** Says how long, by the clock and in time of processors, which others that want them do not lengthen. */
    void say(String what) {
        System.getLogger("rugged")
                .log(
                        System.Logger.Level.INFO,
                        "{0} in {1} s, {2} s of processors",
                        what,
                        (System.nanoTime() - begun) * 1e-9,
                        (processor() - busy) * 1e-9);
    }

    private static long processor() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
