package rugged.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rugged.api.motion.KeptStates;
import rugged.num.file.Npy;
import rugged.store.RunFolder;
import rugged.store.file.FolderLock;
import rugged.store.point.Checkpoint;
import rugged.store.point.Checkpoint.Standing;
import rugged.store.point.PointRecord;
import rugged.store.point.Records;

/**
 * The states in run folders: of a point that is over the last of {@code final.npy}, {@code final-2.npy}, ...; of one that is not, those of the last ensemble with
 * observables in its checkpoint.
 */
public final class StandingStates implements KeptStates {
    /** Found as a service. */
    public StandingStates() {}

    @Override
    public List<Kept> in(Path folder) throws IOException {
        List<Kept> all = new ArrayList<>();
        Path points = folder.resolve("points");
        if (!Files.isDirectory(points)) {
            of(folder, new PointRecord(folder)).ifPresent(all::add);
            return all;
        }
        Records records = new Records(RunFolder.at(folder));
        try (Stream<Path> each = Files.list(points)) {
            for (Path point : each.sorted().toList())
                of(point, records.point(String.valueOf(point.getFileName()))).ifPresent(all::add);
        }
        return all;
    }

    /** The last state that the point ended with, by what its checkpoint says that there is. */
    private static Path last(Path point, Optional<Checkpoint> checkpoint) {
        Predicate<String> there = checkpoint
                .filter(Checkpoint::vouches)
                .<Predicate<String>>map(ended -> ended.files()::containsKey)
                .orElse(name -> Files.exists(point.resolve(name)));
        Path last = point.resolve("final.npy");
        for (int k = 2; there.test("final-" + k + ".npy"); k++) last = point.resolve("final-" + k + ".npy");
        return last;
    }

    private static Optional<Kept> of(Path point, PointRecord record) throws IOException {
        Optional<Checkpoint> checkpoint = record.checkpoint();
        boolean running =
                checkpoint.filter(last -> last.standing() == Standing.RUNNING).isPresent();
        if (running) return standing(point, record.standing(), checkpoint.get());
        Path end = record.file(String.valueOf(last(point, checkpoint).getFileName()));
        if (!Files.exists(end)) return Optional.empty();
        String remark = checkpoint
                .filter(Checkpoint::failed)
                .map(failed -> "the last good state of " + point + ", which failed: " + failed.reason())
                .orElse("");
        return Optional.of(new Kept(point, remark, end, () -> Npy.read(end)));
    }

    /** A state that moves while it is read, or between the plan and the start, is no start. */
    private static void requireRest(Path point) throws IOException {
        Path run = point.toAbsolutePath().normalize().getParent();
        run = run == null ? null : run.getParent();
        long process = run == null ? 0 : FolderLock.heldBy(run);
        if (process == 0) return;
        throw new IOException("its point " + point.getFileName() + " is being computed"
                + (process > 0 ? " by process " + process : "")
                + ", and its state moves: wait until the run has ended, or stop it");
    }

    private static Optional<Kept> standing(Path point, Path file, Checkpoint checkpoint) throws IOException {
        requireRest(point);
        List<Trajectories.Saved> observed;
        try {
            observed = BenchRun.saved(checkpoint.state()).stream()
                    .filter(ensemble -> ensemble.observed() && ensemble.times().length > 0)
                    .toList();
        } catch (PointFailure other) {
            return Optional.of(new Kept(point, "", file, () -> {
                throw new IOException("stands at a checkpoint of another version of rugged");
            }));
        }
        if (observed.isEmpty()) return Optional.empty();
        Trajectories.Saved last = observed.getLast();
        String times = Arrays.stream(last.times())
                .distinct()
                .mapToObj(Double::toString)
                .collect(Collectors.joining(", "));
        String remark = "the state of " + point + " at its last checkpoint, t = " + times
                + "; the run has not come to its end, and this state moves when it goes on";
        double[] flat = Arrays.stream(last.x()).flatMapToDouble(Arrays::stream).toArray();
        int[] shape = {last.x().length, last.x()[0].length};
        return Optional.of(new Kept(point, remark, file, () -> new Npy(shape, flat)));
    }
}
