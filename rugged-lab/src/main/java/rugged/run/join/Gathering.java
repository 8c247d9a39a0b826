package rugged.run.join;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import rugged.store.Agenda;
import rugged.store.Origins;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.store.file.Damaged;
import rugged.store.file.EnvironmentFailure;
import rugged.store.point.Checkpoint;
import rugged.store.point.PointFolder;
import rugged.study.Plan;
import rugged.study.Point;
import rugged.study.TheoryTask;

/**
 * Chooses, among the points of several runs, those that a plan asks for, each once, and copies them into a folder. Only points that have ended are taken, whole, and by default only such as one build of
 * the program computed with one implementation of the kernels: those of the first run that has any.
 */
public final class Gathering {
    private static final String UNFINISHED = ".joining";

    private final Set<String> points = new HashSet<>();
    private final Set<String> theories = new HashSet<>();
    private final boolean mixed;
    private final Map<String, Source> taken = new LinkedHashMap<>();
    private final Map<String, Source> solved = new LinkedHashMap<>();
    private final Map<String, Checkpoint> content = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Optional<Provenance> reference = Optional.empty();
    private String referenceOf = "";
    private int twice;
    private int unfinished;

    /**
     * @param plan what is wanted
     * @param mixed whether points of other builds and kernels are taken as well
     */
    public Gathering(Plan plan, boolean mixed) {
        plan.points().stream().map(Point::key).forEach(points::add);
        plan.theories().stream().map(TheoryTask::key).forEach(theories::add);
        this.mixed = mixed;
    }

    /** Looks at all points of a run. */
    public void look(Source source) {
        for (Agenda.Entry entry : source.agenda().points()) {
            try {
                look(source, entry.key());
            } catch (Damaged damaged) {
                refusals.add(new Refusal(source, entry.key(), String.valueOf(damaged.getMessage())));
            }
        }
        for (Agenda.Entry entry : source.agenda().theories()) {
            if (!theories.contains(entry.key()) || solved.containsKey(entry.key())) continue;
            Optional<Checkpoint> last = PointFolder.standing(source.folder().theory(entry.key()));
            boolean whole = last.filter(one -> one.standing() == Checkpoint.Standing.DONE)
                    .isPresent();
            boolean ours = reference.filter(source.provenance()::sameBits).isPresent();
            if (whole && ours) solved.put(entry.key(), source);
        }
    }

    private void look(Source source, String key) {
        Path directory = source.folder().point(key);
        Optional<Checkpoint> last = PointFolder.standing(directory);
        if (last.isEmpty() && Files.exists(directory.resolve("checkpoint"))) {
            refusals.add(new Refusal(source, key, "it is damaged; 'rugged resume " + source + "' computes it again"));
            return;
        }
        if (last.isEmpty() || !last.get().ended()) {
            unfinished++;
            return;
        }
        if (last.get().standing() == Checkpoint.Standing.BROKEN) {
            refusals.add(new Refusal(source, key, "it failed: " + last.get().reason()));
        } else if (!points.contains(key)) {
            refusals.add(new Refusal(
                    source,
                    key,
                    "this program knows no such point of the joined study: another version of the numerics, or a"
                            + " data file with another content"));
        } else {
            Optional<String> other = foreign(source, directory);
            if (other.isPresent()) refusals.add(new Refusal(source, key, other.get()));
            else take(source, key, last.get());
        }
    }

    /** Why its bits are not those of the points before; the first point decides. */
    private Optional<String> foreign(Source source, Path directory) {
        List<Provenance> by = Origins.of(directory).sessions();
        if (by.isEmpty()) by = List.of(source.provenance());
        if (reference.isEmpty()) {
            reference = Optional.of(by.getLast());
            referenceOf = source.toString();
        }
        if (mixed) return Optional.empty();
        for (Provenance one : by) {
            Provenance first = reference.get();
            if (one.sameBits(first)) continue;
            boolean kernels = one.program().equals(first.program());
            String host = one.host().isEmpty() ? "" : " on " + one.host();
            return Optional.of("computed by " + (kernels ? one.vectors() : one.program()) + host + ", those of "
                    + referenceOf + " by " + (kernels ? first.vectors() : first.program())
                    + ": last bits may differ (--mixed takes it all the same)");
        }
        return Optional.empty();
    }

    private void take(Source source, String key, Checkpoint last) {
        if (taken.putIfAbsent(key, source) == null) {
            content.put(key, last);
            return;
        }
        twice++;
        Checkpoint first = content.get(key);
        if (first != null && !first.logs().equals(last.logs()))
            warnings.add(
                    "point " + key + " of " + source + " differs from that of " + taken.get(key) + ", which is kept");
    }

    /** Copies what was chosen into a folder, whose lock the caller holds or which nobody else knows; one is there as a whole or not at all. */
    public void copy(RunFolder to) {
        taken.forEach((key, source) -> copy(source.folder().point(key), to.point(key)));
        solved.forEach((key, source) -> copy(source.folder().theory(key), to.theory(key)));
    }

    private static void copy(Path from, Path to) {
        if (Files.exists(to)) return;
        Path fresh = to.resolveSibling(to.getFileName() + UNFINISHED);
        try {
            Files.createDirectories(fresh);
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList())
                    Files.copy(
                            file,
                            fresh.resolve(String.valueOf(file.getFileName())),
                            StandardCopyOption.REPLACE_EXISTING,
                            StandardCopyOption.COPY_ATTRIBUTES);
            }
            Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw EnvironmentFailure.writing(to, e);
        }
    }

    /** How many points were taken. */
    public int taken() {
        return taken.size();
    }

    /** How many stood in several runs. */
    public int twice() {
        return twice;
    }

    /** How many have not ended yet. */
    public int unfinished() {
        return unfinished;
    }

    /** Those that were left out. */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /** What the user should know of those that were taken. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }
}
