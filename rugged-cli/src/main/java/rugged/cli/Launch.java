package rugged.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The class that the launcher script starts.
 *
 * <p>The JVM greets whoever uses the vector module with a line on standard error that no flag silences. So the script
 * starts it with standard error closed off and the true one kept as descriptor {@code rugged.stderr}; here it is put
 * back, before anything else happens.
 */
public final class Launch {

    private static final int STANDARD_ERROR = 2;

    private Launch() {}

    public static void main(String[] arguments) throws IOException {
        Integer kept = Integer.getInteger("rugged.stderr");
        if (kept != null) restore(kept);
        Main.main(arguments);
    }

    private static void restore(int kept) throws IOException {
        try {
            Linker linker = Linker.nativeLinker();
            MethodHandle dup2 = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("dup2"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            MethodHandle close = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("close"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            int restored = (int) dup2.invokeExact(kept, STANDARD_ERROR);
            int closed = (int) close.invokeExact(kept);
            if (restored != STANDARD_ERROR || closed != 0) byName(kept);
        } catch (Throwable noNativeAccess) {
            byName(kept);
        }
    }

    private static void byName(int kept) throws IOException {
        System.setErr(new PrintStream(new FileOutputStream("/dev/fd/" + kept, true), true));
    }
}
