package rugged.cli.text;

import java.io.PrintWriter;
import java.util.Locale;
import rugged.report.Numerals;
import rugged.run.Watcher;
import rugged.store.Phase;
import rugged.store.Progress;
import rugged.store.point.Checkpoint;

/** Shows a run under way on standard error: a bar that is redrawn on a terminal, otherwise a plain line now and then. */
public final class Following implements Watcher {
    private static final int BAR = 28;
    private static final long LINE_EVERY_NANOS = 10_000_000_000L;

    private final PrintWriter err;
    private final boolean terminal;
    private final boolean quiet;
    private int drawn;
    private long lastLine = System.nanoTime();

    /** @param terminal whether standard error is one; the launcher knows */
    public Following(PrintWriter err, boolean terminal, boolean quiet) {
        this.err = err;
        this.terminal = terminal;
        this.quiet = quiet;
    }

    @Override
    public void begun(int points, int ended) {
        if (!quiet && ended > 0) say(ended + " of " + points + " points are there already");
    }

    @Override
    public void progress(Progress progress) {
        if (quiet) return;
        String line = line(progress);
        if (terminal) {
            TerminalWriter.restart(err);
            err.print(line + " ".repeat(Math.max(0, drawn - line.length())));
            err.flush();
            drawn = line.length();
        } else if (System.nanoTime() - lastLine > LINE_EVERY_NANOS) {
            lastLine = System.nanoTime();
            err.println(line);
        }
    }

    @Override
    public void ended(String key, Checkpoint.Standing how, String reason) {
        if (how == Checkpoint.Standing.FAILED) say("point " + key + " failed: " + reason);
    }

    @Override
    public void warning(String text) {
        say("warning: " + text);
    }

    /** Ends the bar's line. */
    public void close() {
        if (drawn > 0) err.println();
        drawn = 0;
    }

    private void say(String line) {
        close();
        err.println(line);
    }

    private static String line(Progress progress) {
        double fraction = progress.fraction();
        int full = (int) Math.round(fraction * BAR);
        StringBuilder line = new StringBuilder("[")
                .append("=".repeat(full))
                .append(" ".repeat(BAR - full))
                .append(String.format(
                        Locale.ROOT, "] %3.0f %%  %d/%d points", 100 * fraction, progress.points(), progress.total()));
        if (progress.failed() > 0) line.append(", ").append(progress.failed()).append(" failed");
        Double rate = progress.rate();
        if (rate != null)
            line.append("  ")
                    .append(rate(rate))
                    .append(' ')
                    .append(progress.unit())
                    .append("/s");
        Double left = progress.left();
        if (left != null && fraction < 1)
            line.append("  ").append(Numerals.duration(left)).append(" left");
        Phase phase = progress.phase();
        if (phase != null) line.append("  ").append(phase.words());
        return line.toString();
    }

    private static String rate(double rate) {
        if (rate >= 1e6) return String.format(Locale.ROOT, "%.1f M", rate / 1e6);
        if (rate >= 1e3) return String.format(Locale.ROOT, "%.1f k", rate / 1e3);
        return String.format(Locale.ROOT, "%.3g", rate);
    }
}
