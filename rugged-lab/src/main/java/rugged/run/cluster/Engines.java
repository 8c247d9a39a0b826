package rugged.run.cluster;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The engines that this program finds beside itself. */
public final class Engines {
    /** The threads of this process: no engine is asked. */
    public static final String LOCAL = "local";

    private Engines() {}

    private static TreeMap<String, Engine> all() {
        TreeMap<String, Engine> all = new TreeMap<>();
        for (Engine engine : ServiceLoader.load(Engine.class)) all.put(engine.name(), engine);
        return all;
    }

    /** One by the word after {@code --on}; what follows a colon is for itself. */
    public static Optional<Engine> of(String on) {
        return Optional.ofNullable(all().get(on.split(":", 2)[0]));
    }

    /** All words, {@code local} among them. */
    public static List<String> names() {
        TreeMap<String, Engine> all = all();
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(LOCAL), all.keySet().stream())
                .toList();
    }
}
