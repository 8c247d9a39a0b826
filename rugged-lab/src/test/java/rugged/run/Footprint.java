package rugged.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** What a run left that must not depend on how it came about: observations, final states and their index, theories. */
final class Footprint {
    private Footprint() {}

    /** Relative path to length and sum of each file. */
    static Map<String, String> of(Path run) throws IOException {
        Map<String, String> print = new TreeMap<>();
        for (String part : new String[] {"points", "theory"}) {
            if (!Files.exists(run.resolve(part))) continue;
            try (Stream<Path> files = Files.walk(run.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = file.getFileName().toString();
                    if (name.startsWith("checkpoint") || name.endsWith(".new")) continue;
                    CRC32C sum = new CRC32C();
                    sum.update(Files.readAllBytes(file));
                    print.put(
                            run.relativize(file).toString(), Files.size(file) + " " + Long.toHexString(sum.getValue()));
                }
            }
        }
        return print;
    }
}
