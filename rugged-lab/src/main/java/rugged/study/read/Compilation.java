package rugged.study.read;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import rugged.index.Named;
import rugged.params.Canonical;
import rugged.params.Catalogue;
import rugged.params.ContentDigest;
import rugged.params.Node;
import rugged.params.Problem;
import rugged.params.Problems;

/** Compiles Java files in memory against this program and finds the named specs among the classes. */
final class Compilation {
    private final ClassLoader parent;
    private final List<Path> jars;
    private final Problems problems;

    /**
     * @param parent sees this program and the jars
     * @param jars further jars to compile against
     */
    Compilation(ClassLoader parent, List<Path> jars, Problems problems) {
        this.parent = parent;
        this.jars = jars;
        this.problems = problems;
    }

    /** The named specs of these files; what the compiler has to say is among the problems. */
    List<Catalogue.Entry> entries(List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String names = String.join(", ", sources.stream().map(Path::toString).toList());
        if (compiler == null) {
            problems.add(
                    Node.Place.of(names),
                    "with",
                    "cannot be compiled: this Java has no compiler",
                    "run with a JDK, or bring a jar");
            return List.of();
        }
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                        compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8);
                Memory memory = new Memory(files)) {
            String fingerprint = fingerprint(sources);
            compiler.getTask(null, memory, said, options(), null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            said.getDiagnostics().forEach(this::report);
            return problems.none() ? named(memory.classes(), names, fingerprint) : List.of();
        } catch (IOException e) {
            problems.add(Node.Place.of(names), "with", "cannot be read: " + e.getMessage(), "");
            return List.of();
        }
    }

    private List<String> options() {
        String path = Stream.concat(
                        Stream.of(System.getProperty("java.class.path")),
                        jars.stream().map(Path::toString))
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElse("");
        // the classes are searched for @Named below: no processor is needed
        return List.of(
                "-proc:none",
                "-parameters",
                "-Xlint:none",
                "-implicit:none",
                "--add-modules",
                "jdk.incubator.vector",
                "-classpath",
                path);
    }

    /** Of the sources and of the jars that they are compiled against. */
    private String fingerprint(List<Path> sources) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path jar : jars) all.append(ContentDigest.of(jar)).append('\0');
        for (Path source : sources) all.append(Files.readString(source)).append('\0');
        return Canonical.hash(all.toString(), 16);
    }

    private void report(Diagnostic<? extends JavaFileObject> said) {
        if (said.getKind() != Diagnostic.Kind.ERROR) return;
        JavaFileObject source = said.getSource();
        String file = source == null ? "javac" : source.getName();
        String message = said.getMessage(Locale.ROOT)
                .lines()
                .map(String::strip)
                .reduce((a, b) -> a + ", " + b)
                .orElse("cannot be compiled");
        int line = (int) Math.max(0, said.getLineNumber());
        problems.addAll(
                List.of(new Problem(file, line, (int) Math.max(0, said.getColumnNumber()), "java", message, "")));
    }

    private List<Catalogue.Entry> named(Map<String, byte[]> classes, String origin, String fingerprint) {
        ClassLoader loader = new Loader(parent, classes);
        List<Catalogue.Entry> found = new ArrayList<>();
        for (String name : classes.keySet()) {
            try {
                Class<?> type = Class.forName(name, false, loader);
                if (!type.isAnnotationPresent(Named.class)) continue;
                var entry = Catalogue.entry(type, origin, fingerprint);
                if (entry.isPresent()) found.add(entry.get());
                else
                    problems.add(
                            Node.Place.of(origin),
                            name,
                            "has @Named but is no record of a kind",
                            "a record that implements LandscapeSpec or another kind");
            } catch (ClassNotFoundException | LinkageError e) {
                problems.add(Node.Place.of(origin), name, "cannot be loaded: " + e, "");
            }
        }
        if (found.isEmpty() && problems.none())
            problems.add(Node.Place.of(origin), "with", "brings nothing with @Named", "annotate the record");
        return found;
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(ClassLoader parent, Map<String, byte[]> classes) {
            super(parent);
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) throw new ClassNotFoundException(name);
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    /** Keeps compiled classes in memory. */
    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

        Memory(StandardJavaFileManager files) {
            super(files);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new TreeMap<>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location,
                String name,
                JavaFileObject.Kind kind,
                @Nullable FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    written.put(name, bytes);
                    return bytes;
                }
            };
        }

        @Override
        public void close() {
            try {
                super.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
