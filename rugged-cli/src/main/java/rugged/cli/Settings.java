package rugged.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import rugged.params.Catalogue;
import rugged.params.Param;
import rugged.params.Problems;
import rugged.params.SpecBinder;
import rugged.params.Yaml;
import rugged.run.cluster.Engines;
import rugged.store.file.EnvironmentFailure;

/**
 * What a user wants of every run: {@code settings.yaml} in the folder {@code rugged} of the user's configuration, or the file that RUGGED_SETTINGS (or the property {@code rugged.settings}) names.
 *
 * @param on where points are computed
 * @param task what a task on another machine gets
 */
record Settings(
        @Param(doc = "where points are computed: local, or an engine such as slurm", def = "local")
        String on,

        @Param(doc = "what a task on another machine gets", def = "{}")
        Task task) {
    private static final String PROPERTY = "rugged.settings";
    private static final String VARIABLE = "RUGGED_SETTINGS";

    /**
     * What a task gets.
     *
     * @param minutes predicted length
     * @param threads threads, and cores
     * @param memory MiB of Java heap; 0 for what the plan predicts
     * @param options lines for the engine
     */
    record Task(
            @Param(doc = "predicted length", unit = "min", def = "30", min = 1, max = 10080)
            double minutes,

            @Param(doc = "threads, and cores", def = "1", min = 1, max = 1024)
            int threads,

            @Param(doc = "Java heap; 0: as the plan predicts", unit = "MiB", def = "0", min = 0)
            double memory,

            @Param(doc = "options for the engine, such as --partition=long", def = "[]")
            List<String> options) {}

    /** Those of the user; every mistake at once otherwise. */
    static Settings users() {
        Optional<Path> file = file();
        return file.map(Settings::read).orElseGet(() -> bound("settings", "{}"));
    }

    private static Optional<Path> file() {
        String named = System.getProperty(PROPERTY, System.getenv().getOrDefault(VARIABLE, ""));
        if (!named.isBlank()) {
            if (!Files.isRegularFile(Path.of(named)))
                throw Exit.Refused.of(VARIABLE + ": " + named + ": no such file; a YAML file with your settings");
            return Optional.of(Path.of(named));
        }
        String given = System.getenv().getOrDefault("XDG_CONFIG_HOME", "");
        Path all = given.isBlank() ? Path.of(System.getProperty("user.home"), ".config") : Path.of(given);
        return Optional.of(all.resolve("rugged").resolve("settings.yaml")).filter(Files::isRegularFile);
    }

    private static Settings read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return bound(file.toString(), text.isBlank() ? "{}" : text);
        } catch (IOException e) {
            throw EnvironmentFailure.reading(file, e);
        }
    }

    private static Settings bound(String file, String text) {
        Problems problems = new Problems();
        Optional<Settings> settings = Yaml.read(file, text, problems)
                .flatMap(node -> new SpecBinder(Catalogue.standard(), problems).block(Settings.class, node, ""));
        if (!problems.none()) throw Exit.Refused.of(problems.list());
        Settings read = settings.orElseThrow(() -> Exit.Refused.of(file + ": holds no settings"));
        requireEngine(file + ": on", read.on());
        return read;
    }

    /** Refuses a word that names no engine. */
    static void requireEngine(String where, String on) {
        if (on.equals(Engines.LOCAL) || Engines.of(on).isPresent()) return;
        throw Exit.Refused.of(where + ": " + on + ": unknown; one of " + String.join(", ", Engines.names()));
    }
}
