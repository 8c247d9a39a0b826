package rugged.study.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a user asks for: a study and what is to be changed in it.
 *
 * @param file its name, for messages
 * @param text its text
 * @param size quick, laptop, paper; empty for the study's own, which is laptop unless it was resolved at another
 * @param settings {@code path=value}, applied in order after the size
 * @param seed the first seed; a range of seeds keeps its length
 * @param with files with specs of the user's own, beside those that the study names
 * @param trusted whether such files may be compiled and loaded, and any file be named; not for a study that came over the network
 * @param folders folders in which data files of an untrusted study may lie
 * @param byName whether data files count by their names alone: for runs that were begun when they did
 */
public record Request(
        String file,
        String text,
        String size,
        List<String> settings,
        OptionalLong seed,
        List<Path> with,
        boolean trusted,
        List<Path> folders,
        boolean byName) {
    /** The size when none is asked for. */
    public static final String LAPTOP = "laptop";

    public Request {
        settings = List.copyOf(settings);
        with = List.copyOf(with);
        folders = List.copyOf(folders);
    }

    /** A text as it is. */
    public static Request of(String file, String text) {
        return new Request(file, text, "", List.of(), OptionalLong.empty(), List.of(), true, List.of(), false);
    }

    /**
     * A study file.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public static Request of(Path file) {
        try {
            return of(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At a size. */
    public Request at(String wanted) {
        return new Request(file, text, wanted, settings, seed, with, trusted, folders, byName);
    }

    /** With settings. */
    public Request set(List<String> changes) {
        return new Request(file, text, size, changes, seed, with, trusted, folders, byName);
    }

    /** With this first seed. */
    public Request seeded(long first) {
        return new Request(file, text, size, settings, OptionalLong.of(first), with, trusted, folders, byName);
    }

    /** With files of the user's own. */
    public Request with(List<Path> files) {
        return new Request(file, text, size, settings, seed, files, trusted, folders, byName);
    }

    /** From somebody who may choose parameters but bring no code, and name files only in these folders. */
    public Request untrusted(List<Path> readable) {
        return new Request(file, text, size, settings, seed, List.of(), false, readable, byName);
    }

    /** With data files that count by their names alone. */
    public Request byNames() {
        return new Request(file, text, size, settings, seed, with, trusted, folders, true);
    }
}
