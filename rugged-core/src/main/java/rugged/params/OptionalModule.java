package rugged.params;

import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A part of the program that is not always there, since it needs large libraries: a folder of jars beside those of the program, or wherever the system property or environment
 * variable says. What stands in the catalogues of its jars joins that of the program; the libraries behind it are opened when something of it is built.
 */
enum OptionalModule {
    /** Models of PyTorch. */
    TORCH("torch", "rugged.torch", "RUGGED_TORCH", "landscape torchscript");

    private final String folder;
    private final String property;
    private final String variable;
    private final String brings;

    /**
     * @param folder beside the jars of the program
     * @param property system property that names another folder
     * @param variable environment variable that does
     * @param brings kind and name of what it brings
     */
    OptionalModule(String folder, String property, String variable, String brings) {
        this.folder = folder;
        this.property = property;
        this.variable = variable;
        this.brings = brings;
    }

    /** What to do about a name that a module would bring; empty where none does. */
    static Optional<String> advice(String kind, String name) {
        return Arrays.stream(values())
                .filter(module -> module.brings.equals(kind + " " + name))
                .map(module -> "it comes with the module rugged-" + module.folder + ", which is not in "
                        + module.place().map(Path::toString).orElse("a folder of jars") + ": mvn -Dquick -P"
                        + module.folder + " package makes it in a source tree")
                .findFirst();
    }

    /** The loaders of the modules that are there. */
    static List<ClassLoader> present(ClassLoader program) {
        List<ClassLoader> loaders = new ArrayList<>();
        for (OptionalModule module : values()) {
            URL[] jars = module.jars();
            // open as long as the program runs
            if (jars.length > 0) loaders.add(new URLClassLoader("rugged-" + module.folder, jars, program));
        }
        return loaders;
    }

    private URL[] jars() {
        Optional<Path> place = place().filter(Files::isDirectory);
        if (place.isEmpty()) return new URL[0];
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(place.get(), "*.jar")) {
            found.forEach(jars::add);
        } catch (java.io.IOException e) {
            return new URL[0];
        }
        // its own jar first: the large ones are not opened for what it holds
        jars.sort(java.util.Comparator.comparing(
                        (Path jar) -> !jar.getFileName().toString().startsWith("rugged-"))
                .thenComparing(Path::toString));
        List<URL> urls = new ArrayList<>();
        try {
            for (Path jar : jars) urls.add(jar.toUri().toURL());
        } catch (MalformedURLException e) {
            return new URL[0];
        }
        return urls.toArray(URL[]::new);
    }

    private Optional<Path> place() {
        String named = System.getProperty(property, System.getenv().getOrDefault(variable, ""));
        if (!named.isEmpty()) return Optional.of(Path.of(named));
        CodeSource source = OptionalModule.class.getProtectionDomain().getCodeSource();
        if (source == null || !source.getLocation().getPath().endsWith(".jar")) return Optional.empty();
        try {
            return Optional.ofNullable(Path.of(source.getLocation().toURI()).getParent())
                    .map(lib -> lib.resolve(folder));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
