package rugged.web.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a workspace, 256 random bits each: one that may do everything, one that may only look. They lie in files that only their owner may read, so that
 * a bookmark survives a restart, and are compared in constant time.
 */
public final class Keys {
    private static final int BYTES = 32;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private final String full;
    private final Optional<String> reading;

    private Keys(String full, Optional<String> reading) {
        this.full = full;
        this.reading = reading;
    }

    /** What a key opens. */
    public enum Access {
        /** Nothing. */
        NONE,
        /** Looking. */
        READ,
        /** Everything. */
        WRITE
    }

    /**
     * The keys in a folder.
     *
     * @param folder where their files are; created when it is missing
     * @param anew whether they are drawn anew
     * @param reader whether there is one that may only look
     */
    public static Keys in(Path folder, boolean anew, boolean reader) {
        return new Keys(
                kept(folder.resolve("key"), anew),
                reader ? Optional.of(kept(folder.resolve("reading-key"), anew)) : Optional.empty());
    }

    private static String kept(Path file, boolean anew) {
        try {
            if (!anew && Files.isRegularFile(file)) {
                String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
                if (text.matches("[0-9a-f]{" + 2 * BYTES + "}") && own(file)) return text;
            }
        } catch (IOException unreadable) {
            // then a new one is drawn
        }
        String drawn = draw();
        try {
            Files.createDirectories(file.getParent());
            Files.setPosixFilePermissions(file.getParent(), FOLDER);
            Files.deleteIfExists(file);
            Files.createFile(file, OWNER);
            Files.writeString(file, drawn + "\n", StandardCharsets.US_ASCII, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException | UnsupportedOperationException unwritable) {
            // a read-only workspace: the key then lives as long as the server
        }
        return drawn;
    }

    /** A key that somebody else could have read, or whose file somebody else could have put there, is no secret. */
    private static boolean own(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null || !Files.getOwner(folder).equals(Files.getOwner(file))) return false;
        Set<PosixFilePermission> permissions = new java.util.HashSet<>(Files.getPosixFilePermissions(file));
        permissions.addAll(Files.getPosixFilePermissions(folder));
        return permissions.stream().allMatch(permission -> permission.name().startsWith("OWNER"));
    }

    /** Random hexadecimal digits of 256 bits. */
    static String draw() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The key that may do everything. */
    public String full() {
        return full;
    }

    /** The key that may only look; empty where there is none. */
    public Optional<String> reading() {
        return reading;
    }

    /** What the header {@code Authorization} opens. */
    public Access access(@Nullable String authorization) {
        String prefix = "Bearer ";
        if (authorization == null || !authorization.startsWith(prefix)) return Access.NONE;
        String given = authorization.substring(prefix.length());
        boolean all = same(given, full);
        boolean some = reading.isPresent() && same(given, reading.get());
        if (all) return Access.WRITE;
        return some ? Access.READ : Access.NONE;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
