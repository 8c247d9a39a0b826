package rugged.run;

import static rugged.store.point.Checkpoint.Standing.BROKEN;
import static rugged.store.point.Checkpoint.Standing.DONE;
import static rugged.store.point.Checkpoint.Standing.FAILED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import rugged.api.Archive;
import rugged.api.Quantity;
import rugged.api.Solution;
import rugged.params.BadParameter;
import rugged.params.Plain;
import rugged.store.RunFolder;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.JvmFailure;
import rugged.store.point.Checkpoint;
import rugged.store.point.PointFolder;
import rugged.study.TheoryTask;

/** Solves a theory, and records it when it converged: a number that did not converge is never kept. */
final class TheoryRun {
    private static final System.Logger LOG = System.getLogger("rugged.run");

    private static final String COMPLAINT = "theory ";

    private final TheoryTask task;
    private final List<Value> values = new ArrayList<>();
    private Solution solution = new Solution(false, 0, Double.NaN, "");
    private String reason = "";
    private Checkpoint.Standing standing = DONE;
    private double seconds;

    TheoryRun(TheoryTask task) {
        this.task = task;
    }

    private record Value(Quantity quantity, int replica, double value, double error, double[] axes) {}

    /** Solves it, with the help of what earlier runs kept. It cannot be left half-way. */
    void solve(Archive archive) {
        long begun = System.nanoTime();
        try {
            solution = task.spec()
                    .solve(
                            task.grid(),
                            (quantity, replica, value, error, axes) ->
                                    values.add(new Value(quantity, replica, value, error, axes)),
                            archive);
            if (!solution.converged()) fail(FAILED, reason(solution));
        } catch (EnvironmentFailure outside) {
            throw outside;
        } catch (BadParameter outOfRange) {
            fail(FAILED, String.valueOf(outOfRange.getMessage()));
        } catch (RuntimeException e) {
            Optional<EnvironmentFailure> machine = JvmFailure.of(e);
            if (machine.isPresent()) throw machine.get();
            LOG.log(System.Logger.Level.DEBUG, task::name, e);
            fail(BROKEN, Plain.reason(e));
        }
        seconds = (System.nanoTime() - begun) * 1e-9;
    }

    private void fail(Checkpoint.Standing how, String why) {
        standing = how;
        reason = why;
    }

    /** What the user is told of a theory without a value. */
    static String complaint(TheoryTask task, String reason) {
        String where = task.coordinates().isEmpty()
                ? ""
                : " at " + task.coordinates().toString().replaceAll("[{}]", "");
        return COMPLAINT + task.name() + where + ": " + reason;
    }

    /** Whether a warning of an earlier session is about a theory: each session says anew which of them have no value. */
    static boolean complaint(String warning) {
        return warning.startsWith(COMPLAINT);
    }

    /** Outside of its range a theory has no residual, only a reason. */
    private static String reason(Solution solution) {
        boolean sought = Double.isFinite(solution.residual());
        return sought
                ? "did not converge: " + solution.branch() + "; residual " + solution.residual()
                : "no value: " + solution.branch();
    }

    /** Writes it into the run; the caller holds its lock. Nobody is warned from here who could wait for that lock. */
    void record(RunFolder run, Consumer<String> warnings) {
        try (PointFolder folder = run.openTheory(task.key(), warnings)) {
            if (reason.isEmpty()) {
                for (Value v : values) folder.put(v.quantity, v.replica, v.value, v.error, v.axes);
            }
            folder.solution(solution);
            folder.checkpoint(standing, reason, seconds, solution.iterations(), new byte[0]);
        }
        if (!reason.isEmpty()) warnings.accept(complaint(task, reason));
    }
}
