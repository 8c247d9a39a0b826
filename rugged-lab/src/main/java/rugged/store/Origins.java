package rugged.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rugged.store.file.Damaged;
import rugged.store.file.Json;
import rugged.store.point.PointFolder;
import rugged.store.point.PointRecord;

/**
 * What computed one point: {@code points/KEY/origin.json}, which the point's checkpoint vouches for. Points of one run may come from several machines, where folders were joined or a cluster computed
 * them; their numbers are the same to the last bit only within one build of the program and one implementation of the kernels.
 *
 * @param sessions what worked on it, in order; one that follows itself stands once
 */
public record Origins(List<Provenance> sessions) {
    /** The file's name. */
    public static final String FILE = "origin.json";

    private static final String COMPLAINT = "the points were not computed alike: ";

    public Origins {
        sessions = List.copyOf(sessions);
    }

    /** Those of a point; none where an earlier version computed it. */
    public static Origins of(Path directory) {
        return Json.read(new PointRecord(directory).file(FILE), Origins.class).orElseGet(() -> new Origins(List.of()));
    }

    /** Notes who goes on with a point, before anything is added to it. */
    public static void note(PointFolder point, Provenance by) {
        List<Provenance> sessions = new ArrayList<>(before(point));
        if (!sessions.isEmpty() && sessions.getLast().equals(by)) return;
        sessions.add(by);
        point.replace(FILE, Json.bytes(new Origins(sessions)));
    }

    /** What is damaged here is worth no more than what is missing: it is about to be written anew. */
    private static List<Provenance> before(PointFolder point) {
        try {
            return of(point.directory()).sessions;
        } catch (Damaged lost) {
            return List.of();
        }
    }

    /** Whoever ended it; empty where that is unknown. */
    public Optional<Provenance> last() {
        return sessions.isEmpty() ? Optional.empty() : Optional.of(sessions.getLast());
    }

    /** A sentence on points of several builds or kernels; empty when all are alike. */
    public static Optional<String> mixture(RunFolder run, Stream<String> keys) {
        List<Provenance> all = new ArrayList<>();
        keys.forEach(key -> of(run.point(key)).last().ifPresent(all::add));
        List<String> said = new ArrayList<>();
        counted(all, Provenance::vectors).ifPresent(said::add);
        counted(all, Provenance::program).ifPresent(said::add);
        if (said.isEmpty()) return Optional.empty();
        return Optional.of(COMPLAINT + String.join("; ", said)
                + ": each is the same to the last bit only where it is computed again alike");
    }

    /** Whether a warning of an earlier session is such a sentence: each session counts anew. */
    public static boolean complaint(String warning) {
        return warning.startsWith(COMPLAINT);
    }

    private static Optional<String> counted(List<Provenance> all, Function<Provenance, String> kind) {
        Map<String, List<Provenance>> kinds =
                all.stream().collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.toList()));
        if (kinds.size() < 2) return Optional.empty();
        List<String> counts = new ArrayList<>();
        kinds.forEach((name, those) -> counts.add(those.size() + " by " + name + on(those)));
        return Optional.of(String.join(", ", counts));
    }

    private static String on(List<Provenance> those) {
        TreeSet<String> hosts =
                new TreeSet<>(those.stream().map(Provenance::host).toList());
        hosts.remove("");
        if (hosts.isEmpty()) return "";
        return " on " + (hosts.size() > 3 ? hosts.size() + " machines" : String.join(" and ", hosts));
    }
}
