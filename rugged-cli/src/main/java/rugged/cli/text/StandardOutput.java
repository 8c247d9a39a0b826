package rugged.cli.text;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Standard output, which remembers that it could not be written: a {@link PrintWriter} alone would keep it to itself. */
public final class StandardOutput extends OutputStream {
    /** As the shell says it of a program that a closed pipe ended: 128 + SIGPIPE. */
    static final int CLOSED_PIPE = 141;

    private final OutputStream out;
    private @Nullable IOException failure;

    public StandardOutput() {
        this(new FileOutputStream(FileDescriptor.out));
    }

    public StandardOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        IOException before = failure;
        if (before != null) throw before;
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** The exit code of a command that ended with another one: what nobody could read was not said. */
    public int code(int code, PrintWriter err) {
        IOException failed = failure;
        if (failed == null) return code;
        String why = String.valueOf(failed.getMessage());
        // whoever closed a pipe has seen enough
        if (why.contains("Broken pipe")) return code == Exit.DONE ? CLOSED_PIPE : code;
        err.println("rugged: cannot write to standard output: " + why);
        err.flush();
        return code == Exit.DONE ? Exit.ENVIRONMENT : code;
    }
}
