package rugged.study;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rugged.api.DataMissing;
import rugged.params.Canonical;
import rugged.params.Catalogue;
import rugged.params.InputFile;
import rugged.params.Inputs;

/**
 * What specs are known by in the keys of results: their parameters, the content of the files that they read, their revision, and the code of those that are the user's own, wherever in a spec
 * they stand. Each spec is looked at once, so that a key and the list of files cannot disagree.
 */
final class Identities {
    private final boolean byName;
    private final Map<Class<?>, String> fingerprints = new HashMap<>();
    private final Map<Object, String> known = new IdentityHashMap<>();
    private final Map<Path, InputFile> files = new LinkedHashMap<>();

    /** @param byName whether files count by their names alone, as they once did */
    Identities(Catalogue catalogue, boolean byName) {
        this.byName = byName;
        for (Catalogue.Entry entry : catalogue.entries())
            if (!entry.identity().isEmpty()) fingerprints.put(entry.type(), entry.identity());
    }

    /** The identity of a spec. */
    String of(Object spec) {
        return known.computeIfAbsent(spec, this::text);
    }

    private String text(Object spec) {
        try {
            for (InputFile file : Inputs.of(spec)) add(file);
            return text(spec, byName ? Canonical.text(spec) : Inputs.text(spec));
        } catch (UncheckedIOException e) {
            throw new DataMissing(String.valueOf(e.getMessage()));
        }
    }

    private String text(Object spec, String parameters) {
        Set<String> code = new LinkedHashSet<>();
        for (Record one : byName ? List.of((Record) spec) : Inputs.within(spec)) {
            String fingerprint = fingerprints.getOrDefault(one.getClass(), "");
            if (!fingerprint.isEmpty()) code.add(fingerprint);
        }
        return code.isEmpty() ? parameters : parameters + " @" + String.join(" @", code);
    }

    /** A file with code of the user's own. */
    void code(Path file) {
        add(InputFile.of(InputFile.CODE, file));
    }

    private void add(InputFile file) {
        Path path = file.path().toAbsolutePath().normalize();
        files.putIfAbsent(path, new InputFile(file.parameter(), path, "", file.sha256()));
    }

    /** All files of the specs that were asked about, by absolute path, each once. */
    List<InputFile> files() {
        return new ArrayList<>(files.values());
    }
}
