package rugged.store.file;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/** What the Java run time could not give, as a failure of the environment: one sentence with what to do about it. */
public final class JvmFailure {
    private JvmFailure() {}

    /** The failure behind an exception or an error, through its causes; empty when the Java run time is not at fault. */
    public static Optional<EnvironmentFailure> of(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Optional<EnvironmentFailure> found = Optional.empty();
        for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof EnvironmentFailure known) return Optional.of(known);
            if (cause instanceof VirtualMachineError || cause instanceof LinkageError)
                found = Optional.of(new EnvironmentFailure(sentence((Error) cause), thrown));
        }
        return found;
    }

    private static String sentence(Error error) {
        return switch (error) {
            case OutOfMemoryError memory -> memory(memory);
            case StackOverflowError ignored ->
                "the stack of a thread is too small: give it more by RUGGED_JAVA_OPTS=-Xss16m, or choose a smaller"
                        + " system";
            case ExceptionInInitializerError start -> "a part of the program could not be started: " + reason(start);
            case LinkageError link ->
                "a class is missing or was made for another version: " + reason(link)
                        + "; build rugged, or what --with names, again";
            default -> "the Java run time failed: " + reason(error) + "; another JDK may do";
        };
    }

    private static String memory(OutOfMemoryError error) {
        String what = String.valueOf(error.getMessage());
        if (what.contains("thread"))
            return "the system gives no more threads: use fewer --threads, or raise its limit (ulimit -u)";
        if (what.contains("direct") || what.contains("native") || what.contains("allocate"))
            return "not enough memory outside the Java heap: use fewer --threads, a smaller size, or a machine with"
                    + " more memory";
        return "not enough memory in a Java heap of "
                + mebibytes(Runtime.getRuntime().maxMemory())
                + ": use fewer --threads, a smaller size, or a larger heap by RUGGED_JAVA_OPTS=-Xmx...";
    }

    /** Bytes in whole MiB, as the JVM's options take them: {@code 512 MiB}. */
    public static String mebibytes(double bytes) {
        return Math.round(bytes / (1 << 20)) + " MiB";
    }

    private static String reason(Throwable error) {
        Throwable cause = error.getCause() == null ? error : error.getCause();
        String message = cause.getMessage();
        return message == null ? "it does not say why" : message;
    }
}
