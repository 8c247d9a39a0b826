package rugged.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Python package carries the version of the program that it starts. */
class PythonVersionTest {
    private static String first(Path file, String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(Files.readString(file));
        assertThat(found.find()).as(pattern + " in " + file).isTrue();
        return found.group(1);
    }

    @Test
    void bothHaveOneVersion() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        String program = first(root.resolve("pom.xml"), "<version>([^<]+)</version>");
        String wheel = first(root.resolve("python/pyproject.toml"), "(?m)^version = \"([^\"]+)\"");
        assertThat(wheel).isEqualTo(program.replace("-SNAPSHOT", ".dev0"));
    }
}
