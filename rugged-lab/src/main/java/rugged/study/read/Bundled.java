package rugged.study.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The studies that come with the program: the files of the folder {@code studies}, carried in its jar. */
public final class Bundled {
    private static final String FOLDER = "studies/";
    private static final String ENDING = ".yaml";

    private Bundled() {}

    /** Their names, in alphabetical order. */
    public static List<String> names() {
        return Names.ALL;
    }

    private static final class Names {
        static final List<String> ALL = read();

        private static List<String> read() {
            try {
                URI place = Bundled.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI();
                Path path = Path.of(place);
                return Files.isDirectory(path) ? folder(path.resolve(FOLDER)) : jar(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }

        private static List<String> folder(Path folder) throws IOException {
            if (!Files.isDirectory(folder)) return List.of();
            try (Stream<Path> files = Files.list(folder)) {
                return names(files.map(file -> FOLDER + file.getFileName()));
            }
        }

        private static List<String> jar(Path path) throws IOException {
            try (JarFile jar = new JarFile(path.toFile())) {
                return names(jar.stream().map(java.util.zip.ZipEntry::getName));
            }
        }

        private static List<String> names(Stream<String> files) {
            return files.filter(file ->
                            file.startsWith(FOLDER) && file.endsWith(ENDING) && file.indexOf('/', FOLDER.length()) < 0)
                    .map(file -> file.substring(FOLDER.length(), file.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    /** The text of a study; empty when there is none of this name. */
    public static Optional<String> text(String name) {
        if (!names().contains(name)) return Optional.empty();
        URL url = Bundled.class.getClassLoader().getResource(FOLDER + name + ENDING);
        if (url == null) return Optional.empty();
        try (InputStream in = url.openStream()) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file name by which messages call a bundled study. */
    public static String file(String name) {
        return FOLDER + name + ENDING;
    }

    /** A request for a bundled study; empty when there is none of this name. */
    public static Optional<Request> request(String name) {
        return text(name).map(text -> Request.of(file(name), text));
    }
}
