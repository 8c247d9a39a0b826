package rugged.num.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A name of a file with one array, or of one array of a file with several: {@code x.npy}, {@code x.npz:inputs}; {@code x.npz} alone where it holds one.
 *
 * @param path the file
 * @param member which of its arrays; empty where none was named
 */
public record ArrayFile(Path path, String member) {
    private static final Pattern MEMBER = Pattern.compile("(?i)(.*\\.npz):([^:/\\\\]+)");
    private static final String SUFFIX = ".npy";

    /** From a name as typed. */
    public static ArrayFile of(String name) {
        Matcher matcher = MEMBER.matcher(name);
        return matcher.matches()
                ? new ArrayFile(Path.of(matcher.group(1)), matcher.group(2))
                : new ArrayFile(Path.of(name), "");
    }

    private boolean packed() {
        return path.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".npz");
    }

    /** The array. Throws with a sentence that says what is wrong with the file. */
    public Npy read() throws IOException {
        if (!packed()) return Npy.read(path);
        if (!Files.exists(path)) throw new IOException("there is no such file");
        try (ZipFile zip = new ZipFile(path.toFile())) {
            ZipEntry entry = entry(zip);
            try (InputStream in = zip.getInputStream(entry)) {
                return Npy.read(in, entry.getSize());
            }
        } catch (ZipException e) {
            throw new IOException("is no whole .npz file: " + e.getMessage(), e);
        }
    }

    private ZipEntry entry(ZipFile zip) throws IOException {
        List<String> names = zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(SUFFIX))
                .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                .toList();
        String list = String.join(", ", names);
        if (names.isEmpty()) throw new IOException("holds no array");
        if (member.isEmpty() && names.size() > 1)
            throw new IOException("holds the arrays " + list + ": say which, such as " + path + ":" + names.getFirst());
        if (!member.isEmpty() && !names.contains(member))
            throw new IOException("holds no array \"" + member + "\", but " + list);
        String wanted = member.isEmpty() ? names.getFirst() : member;
        ZipEntry entry = zip.getEntry(wanted + SUFFIX);
        if (entry == null) throw new IOException("holds no array \"" + wanted + "\"");
        return entry;
    }
}
