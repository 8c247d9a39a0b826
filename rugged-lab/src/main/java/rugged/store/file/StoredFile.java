package rugged.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file of a run folder, opened for reading. A folder may come from anywhere and be damaged in any way, so nothing but a regular file is opened: a pipe would
 * be waited for without end, and a symbolic link that leads out of the run could show what its owner never meant to show. What is parsed as a whole is bounded.
 */
public final class StoredFile {
    /** Bytes of a small file: a manifest, a summary. */
    public static final long SMALL = 16L << 20;

    /** Bytes of a study: a text that somebody wrote. */
    public static final long STUDY = 4L << 20;

    /** Bytes of a list that grows with the number of points. */
    public static final long LARGE = 512L << 20;

    /** Bytes of which it need not be asked whether there is memory for them. */
    private static final long LIGHT = 32L << 20;

    /** Bytes of heap that reading a byte takes: the pieces, and what they are joined to. */
    private static final double COPIES = 2;

    private static final double USABLE = 0.8; // share of the heap

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._=+,-]{0,200}");

    private StoredFile() {}

    /**
     * The content of a file that is read as a whole.
     *
     * @param file the file
     * @param most bytes that it may have
     * @return empty when there is no such file
     * @throws Damaged when it is no regular file, leads out of its run, is larger, or cannot be read
     * @throws EnvironmentFailure when it does not fit into memory
     */
    public static Optional<byte[]> bytes(Path file, long most) {
        try (InputStream in = open(file)) {
            requireRoom(file, most, Runtime.getRuntime().maxMemory());
            byte[] content = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, most + 1));
            if (content.length > most)
                throw new Damaged(file, "is damaged: it is larger than " + (most >> 20) + " MiB");
            return Optional.of(content);
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException e) {
            throw EnvironmentFailure.reading(file, e);
        }
    }

    /** Looks at the length before anything is read: whoever only looks at a folder must not run out of memory by what somebody put there. */
    public static void requireRoom(Path file, long most, long heap) throws IOException {
        long size = Files.size(file);
        if (size > most) throw new Damaged(file, "is damaged: it is larger than " + (most >> 20) + " MiB");
        if (size > LIGHT && COPIES * size > USABLE * heap)
            throw new EnvironmentFailure(
                    file + " cannot be read: it has " + (size >> 20) + " MiB, too many for a Java heap of "
                            + (heap >> 20) + " MiB",
                    null);
    }

    /**
     * The content of a file from its beginning.
     *
     * @throws NoSuchFileException when there is none
     * @throws Damaged when it is no regular file or leads out of its run
     */
    public static InputStream open(Path file) throws IOException {
        return Files.newInputStream(sound(file), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /** The same, for reading anywhere in it. */
    public static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(sound(file), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * The file itself, behind links that stay in its run.
     *
     * @throws NoSuchFileException when there is none
     * @throws Damaged when it is no regular file or leads out of its run
     */
    public static Path sound(Path file) throws IOException {
        Path real = linked(file) ? behind(file) : file;
        BasicFileAttributes attributes =
                Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile())
            throw new Damaged(file, attributes.isDirectory() ? "is a directory" : "is no regular file");
        return real;
    }

    /** Whether there is a regular file of the run by this name. */
    public static boolean exists(Path file) {
        try {
            return Files.isReadable(sound(file));
        } catch (IOException | EnvironmentFailure none) {
            return false;
        }
    }

    /** Whether this is a plain name of a file or folder, which leads nowhere else. */
    public static boolean named(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Refuses what is no plain name of a file or folder: a list in a run folder could else name anything on the machine.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static void requireName(String name) {
        if (!named(name)) throw new IllegalArgumentException("this is no name of a file of a run");
    }

    private static Path behind(Path file) throws IOException {
        Path real;
        try {
            real = file.toRealPath();
        } catch (NoSuchFileException nowhere) {
            throw new Damaged(file, "is a symbolic link that leads nowhere", nowhere);
        }
        if (!real.startsWith(run(file).toRealPath())) throw new Damaged(file, "is a symbolic link out of the run");
        return real;
    }

    /** Whether the file, or a folder between it and its run, is a symbolic link. */
    private static boolean linked(Path file) {
        Path run = run(file);
        for (Path part = file; part != null && !part.equals(run); part = part.getParent())
            if (Files.isSymbolicLink(part)) return true;
        return false;
    }

    /** The folder of the run of a file: a point and a theory lie two folders deep, pictures and tables one. */
    private static Path run(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) return file;
        Path above = folder.getParent();
        if (above == null) return folder;
        Path over = above.getParent();
        if (over != null && named(above, "points", "theory")) return over;
        return named(folder, "tables", "figures", "export", "points", "theory") ? above : folder;
    }

    public static boolean named(Path folder, String... names) {
        Path last = folder.getFileName();
        if (last == null) return false;
        for (String name : names) if (last.toString().equals(name)) return true;
        return false;
    }
}
