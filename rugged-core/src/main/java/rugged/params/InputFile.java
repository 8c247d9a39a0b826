package rugged.params;

import java.nio.file.Path;

/**
 * A file that a spec reads, by its content.
 *
 * @param parameter key of the parameter that names it, or stands for it
 * @param path where it lies
 * @param part what of it is read where that is not the whole, or its name in a folder that is read; else empty
 * @param sha256 SHA-256 of its content, 64 hex digits
 */
public record InputFile(String parameter, Path path, String part, String sha256) {
    /** The parameter of a file with code of the user's own. */
    public static final String CODE = "with";

    /** A whole file as it is now. Throws {@link java.io.UncheckedIOException} when it cannot be read. */
    public static InputFile of(String parameter, Path path) {
        return new InputFile(parameter, path, "", ContentDigest.of(path));
    }

    /** A part of a file as it is now. */
    public static InputFile of(String parameter, Path path, String part) {
        return new InputFile(parameter, path, part, ContentDigest.of(path));
    }

    /** What stands for it in the key of a result. */
    String identity() {
        return "sha256:" + sha256 + (part.isEmpty() ? "" : ":" + part);
    }
}
