package rugged.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What computed a run.
 *
 * @param version version of the program
 * @param commit commit it was built from; empty when unknown
 * @param jdk version and vendor of the Java run time
 * @param cpu processor
 * @param vectors which implementation of the kernels is in use
 * @param host the machine's name on its network; empty when unknown
 */
public record Provenance(String version, String commit, String jdk, String cpu, String vectors, String host) {
    private static final Path CPU = Path.of("/proc/cpuinfo");
    private static final Path HOST = Path.of("/proc/sys/kernel/hostname");

    /** This machine and this Java run time. */
    public static Provenance here(String version, String commit, String vectors) {
        String jdk = Runtime.version() + " " + System.getProperty("java.vendor", "");
        return new Provenance(version, commit, jdk.strip(), processor(), vectors, hostName());
    }

    /** Whether two of them give the same numbers to the last bit. */
    public boolean sameBits(Provenance other) {
        return version.equals(other.version) && commit.equals(other.commit) && vectors.equals(other.vectors);
    }

    /** The program in words: version and commit. */
    public String program() {
        return "rugged " + version + (commit.isEmpty() ? "" : " (" + commit + ")");
    }

    private static String hostName() {
        try {
            if (Files.isReadable(HOST))
                return Files.readString(HOST, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
        return System.getenv().getOrDefault("HOSTNAME", System.getenv().getOrDefault("COMPUTERNAME", ""));
    }

    private static String processor() {
        String architecture = System.getProperty("os.arch", "unknown");
        if (!Files.isReadable(CPU)) return architecture;
        try (Stream<String> lines = Files.lines(CPU, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(architecture);
        } catch (IOException e) {
            return architecture;
        }
    }
}
