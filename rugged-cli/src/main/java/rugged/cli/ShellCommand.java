package rugged.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jdk.jshell.tool.JavaShellToolBuilder;
import picocli.CommandLine.Command;
import rugged.store.file.EnvironmentFailure;

/** {@code rugged shell}: jshell with everything imported. */
@Command(
        name = "shell",
        mixinStandardHelpOptions = true,
        description = {
            "jshell with everything of rugged imported.",
            "",
            "Example:",
            "  var model = (Landscape) new Binder(Catalogue.standard(), new Problems())",
            "      .spec(LandscapeSpec.class, Yaml.value(\"shell\", \"\", \"{ is: pspin, n: 64 }\", new"
                    + " Problems()).get(), \"\").get().build();"
        })
final class ShellCommand implements Callable<Integer> {
    private static final String[] PACKAGES = {
        "rugged.api", "rugged.params", "rugged.num", "rugged.meanfield", "rugged.landscape", "rugged.dynamics",
                "rugged.observable",
        "rugged.protocol", "rugged.start", "rugged.theory", "rugged.study", "rugged.run", "rugged.store",
                "rugged.figure"
    };

    @Override
    public Integer call() throws Exception {
        Path startup = startup();
        try {
            String path = System.getProperty("java.class.path");
            return JavaShellToolBuilder.builder()
                    .start(
                            "--class-path",
                            path,
                            "--add-modules",
                            "jdk.incubator.vector",
                            "-R--add-modules=jdk.incubator.vector",
                            "-R--enable-native-access=ALL-UNNAMED",
                            "--startup",
                            "DEFAULT",
                            "--startup",
                            startup.toString());
        } finally {
            Files.deleteIfExists(startup);
        }
    }

    private static Path startup() {
        StringBuilder imports = new StringBuilder();
        for (String name : PACKAGES) imports.append("import ").append(name).append(".*;\n");
        try {
            Path file = Files.createTempFile("rugged", ".jsh");
            Files.writeString(file, imports);
            return file;
        } catch (IOException e) {
            throw new EnvironmentFailure("cannot write a temporary file: " + e.getMessage(), e);
        }
    }
}
