package rugged.study.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long the last runs on this machine took beside what was predicted for them: {@code times.json} in the user's cache. It corrects later predictions, and
 * nothing else. The factor is the median of actual over predicted time, in logarithms, of the last {@value #LAST} runs, between 1/10 and 10; 1 before
 * {@value #LEAST} runs.
 */
public final class Experience {
    private static final int LAST = 20;
    private static final int LEAST = 3;

    /** Shorter runs say more about the start of the program than about its kernels. */
    private static final double SHORTEST = 2.0;

    private static final double MOST = 10.0;

    private final Optional<Path> file;

    /** @param file where it is kept; empty where nothing is kept */
    public Experience(Optional<Path> file) {
        this.file = file;
    }

    /** That of the user on this machine. */
    public static Experience users() {
        return new Experience(UserCache.folder().map(cache -> cache.resolve("times.json")));
    }

    /**
     * One run.
     *
     * @param study its name
     * @param size its size
     * @param predicted seconds, before any correction
     * @param actual seconds
     */
    public record Run(String study, String size, double predicted, double actual) {}

    /** The runs that are remembered, the oldest first. What cannot be read is forgotten. */
    public List<Run> runs() {
        try {
            if (file.isEmpty() || !Files.exists(file.get())) return List.of();
            return List.of(JsonMapper.shared().readValue(Files.readAllBytes(file.get()), Run[].class));
        } catch (IOException | JacksonException unreadable) {
            return List.of();
        }
    }

    /** By how much predictions are to be multiplied. */
    public double factor() {
        double[] logs = runs().stream()
                .filter(run -> run.predicted() > 0 && run.actual() >= SHORTEST)
                .mapToDouble(run -> Math.log(run.actual() / run.predicted()))
                .toArray();
        if (logs.length < LEAST) return 1.0;
        Arrays.sort(logs);
        int middle = logs.length / 2;
        double median = logs.length % 2 == 1 ? logs[middle] : 0.5 * (logs[middle - 1] + logs[middle]);
        return Math.clamp(Math.exp(median), 1 / MOST, MOST);
    }

    /** Remembers a run that was computed in one session from its beginning to its end. Where that cannot be written, it is not remembered. */
    public void add(Run run) {
        if (file.isEmpty() || !(run.actual() >= SHORTEST) || !(run.predicted() > 0)) return;
        List<Run> all = new ArrayList<>(runs());
        all.add(run);
        List<Run> kept = all.subList(Math.max(0, all.size() - LAST), all.size());
        Path path = file.get();
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder == null) return;
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "times", ".new");
            Files.write(fresh, JsonMapper.shared().writeValueAsBytes(kept));
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            // the next prediction is as good as this one was
        }
    }
}
