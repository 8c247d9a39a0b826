package rugged.study.cost;

import java.nio.file.Path;
import java.util.Optional;

/** The folder of what a user's runs leave to later ones: theories that took long, times. Nothing in it has an influence on a result. */
public final class UserCache {
    private static final String PROPERTY = "rugged.cache";
    private static final String VARIABLE = "RUGGED_CACHE";

    private UserCache() {}

    /**
     * {@code RUGGED_CACHE} or the property {@code rugged.cache}, else {@code rugged} in the user's cache; empty where they say {@code none}.
     */
    public static Optional<Path> folder() {
        String named = System.getProperty(PROPERTY, System.getenv().getOrDefault(VARIABLE, ""));
        if (named.equals("none")) return Optional.empty();
        if (!named.isBlank()) return Optional.of(Path.of(named));
        String given = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        Path all = given.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
        return Optional.of(all.resolve("rugged"));
    }
}
