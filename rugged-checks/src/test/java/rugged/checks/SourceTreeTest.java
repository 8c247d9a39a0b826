package rugged.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What holds for the source files themselves. */
class SourceTreeTest {

    /** A file does one thing: at this length it fails. */
    private static final int TOO_LONG = 500;

    /** Above this length a file is named, so that somebody asks why. */
    private static final int LONG = 400;

    /** Lines of a function, from its brace on. */
    private static final int FUNCTION = 40;

    /** Files in a package, with its description. */
    private static final int FULL = 30;

    /** Files in the package of the interfaces between all kinds. */
    private static final int INTERFACES = 25;

    private static final Pattern LEFT_BEHIND =
            Pattern.compile("\\.jqwik-database|hs_err_pid.*|.*\\.(orig|rej|hprof|jfr|class)|\\.DS_Store");

    private static final Set<String> KINDS = Set.of("java", "js", "mjs", "ts", "svelte", "css", "py");
    /** First line of a file that a script makes from a schema. */
    private static final Pattern WRITTEN_BY_PROGRAM = Pattern.compile("^// Written by scripts/");

    private static final Set<String> MADE = Set.of("node_modules", "target", "dist");

    @Test
    void filesAreShort() throws IOException {
        var lengths = new TreeMap<String, Integer>();
        for (Path source : sources()) {
            List<String> lines = Files.readAllLines(source);
            if (!lines.isEmpty() && WRITTEN_BY_PROGRAM.matcher(lines.getFirst()).find()) continue;
            lengths.put(root().relativize(source).toString(), lines.size());
        }
        assertThat(lengths).isNotEmpty();
        lengths.forEach((name, lines) -> {
            if (lines > LONG && lines < TOO_LONG) System.out.println(name + " has " + lines + " lines");
        });
        lengths.values().removeIf(lines -> lines < TOO_LONG);
        assertThat(lengths).as("files of %d lines or more", TOO_LONG).isEmpty();
    }

    /** One name is one thing: within the main sources of a module no two files have the same. */
    @Test
    void namesStandForOneThingInAModule() throws IOException {
        var places = new TreeMap<String, List<Path>>();
        for (Path source : sources()) {
            Path inside = root().relativize(source);
            String name = source.getFileName().toString();
            if (!inside.startsWith(inside.subpath(0, 1).resolve("src/main/java")) || name.equals("package-info.java"))
                continue;
            places.computeIfAbsent(inside.getName(0) + " " + name, _ -> new ArrayList<>())
                    .add(inside);
        }
        assertThat(places).isNotEmpty();
        places.values().removeIf(files -> files.size() == 1);
        assertThat(places).isEmpty();
    }

    /** A package is a room that one can look over; the interfaces between all of them are the smallest. */
    @Test
    void packagesAreSmall() throws IOException {
        var sizes = new TreeMap<String, Integer>();
        for (Path source : sources())
            if (source.toString().contains("src/main/java"))
                sizes.merge(root().relativize(source.getParent()).toString(), 1, Integer::sum);
        assertThat(sizes).containsKey("rugged-core/src/main/java/rugged/api");
        sizes.entrySet()
                .removeIf(folder -> folder.getValue() <= (folder.getKey().endsWith("rugged/api") ? INTERFACES : FULL));
        assertThat(sizes).as("packages of more than %d files", FULL).isEmpty();
    }

    /** A function fits on a page; one that cannot says why, by {@link rugged.num.LongFunction}. */
    @Test
    void functionsAreShort() throws IOException {
        List<Path> files = sources().stream()
                .filter(file -> file.toString().contains("src/main/java")
                        && file.toString().endsWith(".java"))
                .toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> tooLong = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            SourcePositions places = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) new LongFunctions(unit, places, tooLong).scan(unit, null);
        }
        assertThat(tooLong).as("functions of more than %d lines", FUNCTION).isEmpty();
    }

    private static final class LongFunctions extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions places;
        private final List<String> found;

        LongFunctions(CompilationUnitTree unit, SourcePositions places, List<String> found) {
            this.unit = unit;
            this.places = places;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree function, Void none) {
            boolean excused = function.getModifiers().getAnnotations().stream()
                    .anyMatch(one -> one.getAnnotationType().toString().equals("LongFunction"));
            long first = function.getBody() == null ? -1 : places.getStartPosition(unit, function.getBody());
            long last = places.getEndPosition(unit, function);
            if (!excused && first >= 0 && last >= 0) {
                long lines = unit.getLineMap().getLineNumber(last)
                        - unit.getLineMap().getLineNumber(first)
                        + 1;
                if (lines > FUNCTION)
                    found.add(unit.getSourceFile().getName() + ": " + function.getName() + " has " + lines + " lines");
            }
            return super.visitMethod(function, none);
        }
    }

    /** What a tool leaves behind where it ran is not part of the program. */
    @Test
    void toolsLeaveNothingBehind() throws IOException {
        List<String> left = new ArrayList<>();
        for (Path source : everything()) {
            String name = source.getFileName().toString();
            if (LEFT_BEHIND.matcher(name).matches())
                left.add(root().relativize(source).toString());
        }
        assertThat(left).isEmpty();
    }

    private static List<Path> everything() throws IOException {
        List<Path> all = new ArrayList<>();
        Files.walkFileTree(root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                return MADE.contains(name) || name.equals(".git")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                all.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return all;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(root())) {
            return modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(SourceTreeTest::files)
                    .toList();
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk
                    .filter(Files::isRegularFile)
                    .filter(file -> KINDS.contains(ending(file)))
                    .filter(file -> Stream.iterate(file, f -> f != null, Path::getParent)
                            .noneMatch(f -> f.getFileName() != null
                                    && MADE.contains(f.getFileName().toString())))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The folder of the whole project, found upwards from wherever the tests run. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) folder = folder.getParent();
        return folder;
    }
}
