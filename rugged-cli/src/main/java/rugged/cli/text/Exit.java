package rugged.cli.text;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import rugged.api.DataMissing;
import rugged.params.BadParameter;
import rugged.params.Problem;
import rugged.store.file.Damaged;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.JvmFailure;

/** The exit codes of the contract, and which failure gets which. */
public final class Exit {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int WRONG_INPUT = 2;
    public static final int ENVIRONMENT = 3;
    public static final int INTERRUPTED = 130;

    private Exit() {}

    /** Mistakes in the user's input, each on a line of its own. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<String> lines;

        public Refused(List<String> lines) {
            super(String.join("\n", lines));
            this.lines = List.copyOf(lines);
        }

        public static Refused of(List<Problem> problems) {
            return new Refused(problems.stream().map(Problem::toString).toList());
        }

        public static Refused of(String line) {
            return new Refused(List.of(line));
        }
    }

    /** Says what went wrong and returns the exit code. A stack trace is only for mistakes of the program, and only on request. */
    public static int of(Throwable failure, PrintWriter err, boolean trace) {
        return switch (failure) {
            case Refused refused -> {
                refused.lines.forEach(err::println);
                yield WRONG_INPUT;
            }
            case BadParameter bad -> {
                err.println(bad.getMessage());
                yield WRONG_INPUT;
            }
            case Damaged damaged -> {
                err.println("rugged: " + damaged.getMessage());
                err.println(
                        "'rugged verify' names everything that is damaged in a run, 'rugged resume' makes it again");
                yield FAILED;
            }
            case EnvironmentFailure environment -> {
                err.println("rugged: " + environment.getMessage());
                if (trace) environment.printStackTrace(err);
                yield ENVIRONMENT;
            }
            case DataMissing missing -> {
                err.println("rugged: " + missing.getMessage());
                yield ENVIRONMENT;
            }
            case CommandLine.ExecutionException wrapped
            when wrapped.getCause() != null -> of(wrapped.getCause(), err, trace);
            default -> {
                Optional<EnvironmentFailure> machine = JvmFailure.of(failure);
                if (machine.isPresent()) yield of(machine.get(), err, trace);
                err.println(
                        "rugged: an error of the program itself: " + failure + (trace ? "" : " (--debug shows where)"));
                if (trace) failure.printStackTrace(err);
                yield FAILED;
            }
        };
    }
}
