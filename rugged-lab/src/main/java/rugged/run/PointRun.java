package rugged.run;

import static rugged.store.point.Checkpoint.Standing.BROKEN;
import static rugged.store.point.Checkpoint.Standing.DONE;
import static rugged.store.point.Checkpoint.Standing.FAILED;
import static rugged.store.point.Checkpoint.Standing.RUNNING;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import rugged.api.DataMissing;
import rugged.api.model.Model;
import rugged.params.Plain;
import rugged.store.file.EnvironmentFailure;
import rugged.store.file.JvmFailure;
import rugged.store.file.Npy;
import rugged.store.library.LibraryFile;
import rugged.store.point.ArrayIndex;
import rugged.store.point.Checkpoint;
import rugged.store.point.PointFolder;
import rugged.study.Point;

/** One point from its last checkpoint to its end: builds the landscape, runs the protocol, keeps the final states. */
final class PointRun {
    private static final System.Logger LOG = System.getLogger("rugged.run");

    private final Point point;
    private final PointFolder folder;
    private final CheckpointTimer timer;
    private final Semaphore spare;
    private final double secondsBefore;
    private final long evaluationsBefore;
    private final long begun = System.nanoTime();
    private String reason = "";

    PointRun(Point point, PointFolder folder, CheckpointTimer timer, Semaphore spare) {
        this.spare = spare;
        this.point = point;
        this.folder = folder;
        this.timer = timer;
        this.secondsBefore = folder.last().map(Checkpoint::seconds).orElse(0.0);
        this.evaluationsBefore = folder.last().map(Checkpoint::evaluations).orElse(0L);
    }

    /** Why it failed, or what a minimiser missed; empty when all is well. */
    String reason() {
        return reason;
    }

    /**
     * Computes the point.
     *
     * @return how it stands afterwards: running when it was stopped, after a checkpoint
     */
    Checkpoint.Standing run(Landscapes landscapes) {
        Model model;
        try {
            model = landscapes.take(point.landscape());
        } catch (Stopped stopped) {
            return RUNNING;
        } catch (DataMissing e) {
            throw new EnvironmentFailure(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException | Error e) {
            throwIfOfTheMachine(e);
            return failed(e, Optional.empty());
        }
        try {
            return follow(model);
        } finally {
            landscapes.give(point.landscape());
        }
    }

    private Checkpoint.Standing follow(Model model) {
        Optional<byte[]> state = folder.last().map(Checkpoint::state);
        BenchRun bench;
        try {
            bench = new BenchRun(point, model, folder, state, timer, spare);
        } catch (RuntimeException | Error e) {
            throwIfOfTheMachine(e);
            return failed(e, Optional.empty());
        }
        bench.checkpoints(saved -> folder.checkpoint(RUNNING, "", seconds(), bench.evaluations(), saved));
        try {
            point.protocol().run(bench);
            keep(bench);
            reason = bench.ensembles().stream()
                    .filter(Trajectories::alive)
                    .map(Trajectories::missing)
                    .filter(words -> !words.isEmpty())
                    .findFirst()
                    .orElse("");
            folder.checkpoint(DONE, reason, seconds(), bench.evaluations(), new byte[0]);
            return DONE;
        } catch (Stopped stopped) {
            return RUNNING;
        } catch (RuntimeException | Error e) {
            throwIfOfTheMachine(e);
            return failed(e, Optional.of(bench));
        }
    }

    private Checkpoint.Standing failed(Throwable cause, Optional<BenchRun> bench) {
        LOG.log(System.Logger.Level.DEBUG, () -> "point " + point.key(), cause);
        reason = reason(cause);
        Checkpoint.Standing standing = cause instanceof TrajectoryFailure ? FAILED : BROKEN;
        // what broke may have left the ensembles in any state, and the point is begun anew
        if (standing == FAILED) bench.ifPresent(this::keep);
        folder.checkpoint(standing, reason, seconds(), evaluationsBefore, new byte[0]);
        return standing;
    }

    /** The states at the end, or the last good ones: an array x[R][N] for each ensemble; and what the protocol collected. */
    private void keep(BenchRun bench) {
        bench.library().file().ifPresent(content -> folder.replace(LibraryFile.NAME, content));
        List<ArrayIndex.Entry> entries = new ArrayList<>();
        for (Trajectories ensemble : bench.ensembles()) {
            if (!ensemble.alive() || !ensemble.observed()) continue;
            int dimension = ensemble.dimension();
            double[][] states = new double[ensemble.replicas()][dimension];
            ensemble.states(states);
            double[] flat = new double[states.length * dimension];
            for (int r = 0; r < states.length; r++) System.arraycopy(states[r], 0, flat, r * dimension, dimension);
            String name = entries.isEmpty() ? "final" : "final-" + (entries.size() + 1);
            folder.replace(name + ".npy", Npy.of(flat, states.length, dimension));
            entries.add(new ArrayIndex.Entry(name, "state", List.of(states.length, dimension), 1));
        }
        entries.addAll(folder.arrays());
        folder.replace(ArrayIndex.FILE, new ArrayIndex(entries).bytes());
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - begun) * 1e-9;
    }

    private static String reason(Throwable e) {
        return e instanceof PointFailure ? String.valueOf(e.getMessage()) : Plain.reason(e);
    }

    /** What the machine could not give is no property of the point: its last checkpoint stands, and another session goes on from there. */
    private static void throwIfOfTheMachine(Throwable e) {
        Optional<EnvironmentFailure> machine = JvmFailure.of(e);
        if (machine.isPresent()) throw machine.get();
    }
}
