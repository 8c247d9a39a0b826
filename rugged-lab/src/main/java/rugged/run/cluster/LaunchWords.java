package rugged.run.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How another machine starts this program. */
public final class LaunchWords {
    private LaunchWords() {}

    /** The words that start this program: its launcher, or this very Java run time. */
    public static List<String> here() {
        String home = System.getProperty("rugged.home", "");
        if (!home.isEmpty() && Files.isExecutable(Path.of(home, "rugged")))
            return List.of(Path.of(home, "rugged").toString());
        String kernels = System.getProperty("rugged.kernels", "");
        List<String> words = new ArrayList<>(List.of(
                "env",
                "CLASSPATH=" + System.getProperty("java.class.path"),
                "sh",
                "-c",
                "exec " + Path.of(System.getProperty("java.home"), "bin", "java")
                        + " --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED"
                        + (kernels.isEmpty() ? "" : " -Drugged.kernels=" + kernels.split(" ")[0])
                        + " $RUGGED_JAVA_OPTS rugged.cli.Main \"$@\"",
                "rugged"));
        return List.copyOf(words);
    }
}
