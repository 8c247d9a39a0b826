package rugged.cli.text;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import rugged.params.Plain;

/** Where every line goes that is shown: names and texts from others' files cannot steer the terminal. */
public final class TerminalWriter extends PrintWriter {
    private final Writer raw;

    private TerminalWriter(Writer raw) {
        super(new Shown(raw), true);
        this.raw = raw;
    }

    /** The same stream without its dangers; one that is safe already stays. */
    public static PrintWriter over(PrintWriter writer) {
        return writer instanceof TerminalWriter ? writer : new TerminalWriter(writer);
    }

    /** Goes back to the beginning of the line: for a bar that is drawn again. */
    public static void restart(PrintWriter writer) {
        if (!(writer instanceof TerminalWriter terminal)) {
            writer.print('\r');
            return;
        }
        terminal.flush();
        try {
            terminal.raw.write('\r');
        } catch (IOException closed) {
            // whoever reads is gone; the next line shows it
        }
    }

    private static final class Shown extends FilterWriter {
        Shown(Writer out) {
            super(out);
        }

        @Override
        public void write(int c) throws IOException {
            if (Plain.steers((char) c)) out.write(Plain.visible(String.valueOf((char) c)));
            else out.write(c);
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            out.write(Plain.visible(new String(text, from, length)));
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            out.write(Plain.visible(text.substring(from, from + length)));
        }
    }
}
