package rugged.run.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import rugged.params.Catalogue;
import rugged.params.Node;
import rugged.params.Param;
import rugged.params.Problems;
import rugged.params.SpecBinder;
import rugged.params.Yaml;
import rugged.store.file.EnvironmentFailure;

/**
 * What a user wants of every run: {@code settings.yaml} in the folder {@code rugged} of the user's configuration, or the file that RUGGED_SETTINGS (or the property {@code rugged.settings}) names.
 *
 * @param on where points are computed
 * @param task what a task on another machine gets
 */
public record Settings(
        @Param(doc = "where points are computed: local, or an engine such as slurm", def = "local")
        String on,

        @Param(doc = "what a task on another machine gets", def = "{}")
        Task task) {
    private static final String PROPERTY = "rugged.settings";
    private static final String VARIABLE = "RUGGED_SETTINGS";

    /**
     * What a task gets.
     *
     * @param minutes predicted length; 0 for what the engine proposes
     * @param threads threads, and cores
     * @param memory MiB of Java heap; 0 for what the plan predicts
     * @param options lines for the engine
     */
    public record Task(
            @Param(doc = "predicted length; 0: as the engine proposes", unit = "min", def = "0", min = 0, max = 10080)
            double minutes,

            @Param(doc = "threads, and cores", def = "1", min = 1, max = 1024)
            int threads,

            @Param(doc = "Java heap; 0: as the plan predicts", unit = "MiB", def = "0", min = 0)
            double memory,

            @Param(doc = "options for the engine, such as --partition=long", def = "[]")
            List<String> options) {}

    /** Those of the user; empty where they cannot be used, with the reasons among the problems. */
    public static Optional<Settings> users(Problems problems) {
        Optional<Path> file = file(problems);
        return file.isPresent() ? read(file.get(), problems) : bound("settings", "{}", problems);
    }

    private static Optional<Path> file(Problems problems) {
        String named = System.getProperty(PROPERTY, System.getenv().getOrDefault(VARIABLE, ""));
        if (!named.isBlank()) {
            if (Files.isRegularFile(Path.of(named))) return Optional.of(Path.of(named));
            problems.add(Node.Place.of(VARIABLE), named, "no such file", "a YAML file with your settings");
            return Optional.empty();
        }
        String given = System.getenv().getOrDefault("XDG_CONFIG_HOME", "");
        Path all = given.isBlank() ? Path.of(System.getProperty("user.home"), ".config") : Path.of(given);
        return Optional.of(all.resolve("rugged").resolve("settings.yaml")).filter(Files::isRegularFile);
    }

    private static Optional<Settings> read(Path file, Problems problems) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return bound(file.toString(), text.isBlank() ? "{}" : text, problems);
        } catch (IOException e) {
            throw EnvironmentFailure.reading(file, e);
        }
    }

    private static Optional<Settings> bound(String file, String text, Problems problems) {
        Optional<Settings> settings = Yaml.read(file, text, problems)
                .flatMap(node -> new SpecBinder(Catalogue.standard(), problems).block(Settings.class, node, ""));
        settings.ifPresent(read -> requireEngine(Node.Place.of(file), "on", read.on(), problems));
        return problems.none() ? settings : Optional.empty();
    }

    /** Adds to the problems where a word names no engine. */
    public static void requireEngine(Node.Place at, String path, String on, Problems problems) {
        if (on.equals(Engines.LOCAL) || Engines.of(on).isPresent()) return;
        problems.add(at, path, on + " is unknown", "one of " + String.join(", ", Engines.names()));
    }
}
