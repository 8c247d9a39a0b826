import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * Formats every Java source of the modules, or checks that it is formatted: {@code Format.java check|apply|off ROOT
 * MODULE}, where an empty MODULE stands for all of them.
 *
 * <p>A program of its own and not a Maven plugin, because the formatter reads sources with the compiler of the JVM it
 * runs in: Maven may run on 17, which cannot read Java 25.
 */
public final class Format {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    private Format() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("off")) return;
        boolean apply = arguments[0].equals("apply");
        Path root = Path.of(arguments[1]).toRealPath();
        var unformatted = new ConcurrentSkipListSet<String>();
        var unreadable = new ConcurrentSkipListSet<String>();
        String wanted = arguments.length > 2 ? arguments[2] : "";
        sources(root, wanted).parallelStream().forEach(source -> {
            String name = root.relativize(source).toString();
            try {
                String before = Files.readString(source);
                String after = FORMATTER.formatSourceAndFixImports(before);
                if (after.equals(before)) return;
                unformatted.add(name);
                if (apply) Files.writeString(source, after);
            } catch (FormatterException | IOException mistake) {
                unreadable.add(name + ": " + mistake.getMessage());
            }
        });
        unreadable.forEach(System.err::println);
        unformatted.forEach(name -> System.err.println((apply ? "formatted " : "not formatted: ") + name));
        if (!unformatted.isEmpty() && !apply) {
            System.err.println("To format them: mvn -q -N verify -Dformat=apply");
        }
        System.exit(unreadable.isEmpty() && (apply || unformatted.isEmpty()) ? 0 : 1);
    }

    private static List<Path> sources(Path root, String wanted) throws IOException {
        try (Stream<Path> modules = Files.list(root)) {
            return modules.filter(module -> wanted.isEmpty() || module.endsWith(wanted))
                    .map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(Format::javaFiles)
                    .toList();
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
