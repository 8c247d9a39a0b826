package rugged.run;

import static rugged.store.Checkpoint.Standing.DONE;
import static rugged.store.Checkpoint.Standing.FAILED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rugged.api.Archive;
import rugged.api.Quantity;
import rugged.api.Solution;
import rugged.params.Plain;
import rugged.store.EnvironmentFailure;
import rugged.store.JvmFailure;
import rugged.store.PointFolder;
import rugged.store.RunFolder;
import rugged.study.TheoryTask;

/** Solves a theory, and records it when it converged: a number that did not converge is never kept. */
final class TheoryRun {
    private static final System.Logger LOG = System.getLogger("rugged.run");

    private final TheoryTask task;
    private final List<Value> values = new ArrayList<>();
    private Solution solution = new Solution(false, 0, Double.NaN, "");
    private String reason = "";
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
            if (!solution.converged()) reason = reason(solution);
        } catch (RuntimeException e) {
            Optional<EnvironmentFailure> machine = JvmFailure.of(e);
            if (machine.isPresent()) throw machine.get();
            LOG.log(System.Logger.Level.DEBUG, task::name, e);
            reason = Plain.reason(e);
        }
        seconds = (System.nanoTime() - begun) * 1e-9;
    }

    private String coordinates() {
        return task.coordinates().isEmpty()
                ? ""
                : " at " + task.coordinates().toString().replaceAll("[{}]", "");
    }

    /** Outside of its range a theory has no residual, only a reason. */
    private static String reason(Solution solution) {
        boolean sought = Double.isFinite(solution.residual());
        return sought
                ? "did not converge: " + solution.branch() + "; residual " + solution.residual()
                : "no value: " + solution.branch();
    }

    /** Writes it into the run; the caller holds its lock. */
    void record(RunFolder run, Tally tally) {
        try (PointFolder folder = run.openTheory(task.key(), tally::warn)) {
            if (reason.isEmpty()) {
                for (Value v : values) folder.put(v.quantity, v.replica, v.value, v.error, v.axes);
            }
            run.solution(task.key(), solution);
            folder.checkpoint(reason.isEmpty() ? DONE : FAILED, reason, seconds, solution.iterations(), new byte[0]);
        }
        if (!reason.isEmpty()) tally.warn("theory " + task.name() + coordinates() + ": " + reason);
    }
}
