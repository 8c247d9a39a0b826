package rugged.study.read;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rugged.params.Canonical;
import rugged.params.Catalogue;
import rugged.params.Node;
import rugged.params.Problems;
import rugged.params.Samples;
import rugged.params.Schema;

/** Landscapes, dynamics, observables of the user's own: Java files, compiled in memory, and jars with a catalogue of theirs. */
public final class Companions {
    private Companions() {}

    /** The catalogue with what these files bring; what cannot be read, compiled or used is among the problems. */
    public static Catalogue catalogue(List<Path> files, Catalogue catalogue, Problems problems) {
        Problems own = new Problems();
        Catalogue all = loaded(files, catalogue, own);
        problems.addAll(own.list());
        return all;
    }

    private static Catalogue loaded(List<Path> files, Catalogue catalogue, Problems problems) {
        List<Path> sources = new ArrayList<>();
        List<Path> jars = new ArrayList<>();
        for (Path file : files) {
            Node.Place at = Node.Place.of(file.toString());
            if (!Files.isRegularFile(file)) problems.add(at, "with", "there is no such file", "a .java file or a .jar");
            else if (file.toString().endsWith(".java")) sources.add(file);
            else if (file.toString().endsWith(".jar")) jars.add(file);
            else problems.add(at, "with", "is neither source nor jar", "a .java file or a .jar");
        }
        if (!problems.none()) return catalogue;
        List<Catalogue.Entry> found = new ArrayList<>();
        ClassLoader loader = jars.isEmpty() ? Companions.class.getClassLoader() : jars(jars, found, problems);
        if (!sources.isEmpty()) found.addAll(new Compilation(loader, jars, problems).entries(sources));
        found.removeIf(entry -> !usable(entry, catalogue, problems));
        return catalogue.with(found, problems);
    }

    /** The files that a study names, from its own folder, and those of the request. */
    public static List<Path> files(Request request, Reader.Read study, Problems problems) {
        Set<Path> files = new LinkedHashSet<>();
        List<String> named = study.file().with();
        Node.Place at = study.root().value("with").orElse(study.root()).at();
        if (!named.isEmpty() && !request.trusted()) {
            problems.add(at, "with", "a study from elsewhere may not bring code", "run it from the command line");
            return List.of();
        }
        for (String name : named) {
            try {
                Path folder = Optional.ofNullable(
                                Path.of(request.file()).toAbsolutePath().getParent())
                        .orElse(Path.of("/"));
                files.add(folder.resolve(name).normalize());
            } catch (InvalidPathException e) {
                problems.add(at, "with", "\"" + name + "\" is not the name of a file", "a .java file or a .jar");
            }
        }
        for (Path file : request.with()) files.add(file.toAbsolutePath().normalize());
        return List.copyOf(files);
    }

    private static ClassLoader jars(List<Path> jars, List<Catalogue.Entry> found, Problems problems) {
        List<URL> urls = new ArrayList<>();
        StringBuilder hashes = new StringBuilder();
        for (Path jar : jars) {
            try {
                urls.add(jar.toUri().toURL());
                hashes.append(Canonical.hash(Files.readAllBytes(jar), 16));
            } catch (MalformedURLException e) {
                problems.add(Node.Place.of(jar.toString()), "with", "cannot be opened: " + e.getMessage(), "");
            } catch (IOException e) {
                problems.add(Node.Place.of(jar.toString()), "with", "cannot be read: " + e.getMessage(), "");
            }
        }
        // open as long as the program runs: its classes are the study's
        URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), Companions.class.getClassLoader());
        String names = String.join(", ", jars.stream().map(Path::toString).toList());
        String fingerprint = Canonical.hash(hashes.toString(), 16);
        try {
            int before = found.size();
            for (Catalogue.Entry entry : Catalogue.entries(loader, names, fingerprint)) {
                if (entry.type().getClassLoader() == loader) found.add(entry);
            }
            if (found.size() == before)
                problems.add(
                        Node.Place.of(names),
                        "with",
                        "brings nothing with @Named",
                        "compile it with rugged's annotation processor");
        } catch (java.io.UncheckedIOException e) {
            problems.add(Node.Place.of(names), "with", "has a catalogue that cannot be read: " + e.getCause(), "");
        }
        return loader;
    }

    /** Whether the declarations of an entry are in order: found out now, where they can be said, rather than when it is used. */
    private static boolean usable(Catalogue.Entry entry, Catalogue catalogue, Problems problems) {
        try {
            Schema.of(entry.type());
            Samples.of(entry, catalogue);
            return true;
        } catch (IllegalStateException | LinkageError e) {
            problems.add(Node.Place.of(entry.origin()), entry.name(), "is not declared well: " + e.getMessage(), "");
            return false;
        }
    }
}
