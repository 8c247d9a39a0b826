package rugged.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import rugged.store.Provenance;
import rugged.store.RunFolder;

/** A run in a process of its own, to be killed: {@code ChildRun DIRECTORY THREADS}. Says "begun" when its points begin. */
final class ChildRun {
    private ChildRun() {}

    /** What it computes: long enough to be killed many times. */
    static Work work() {
        return Toys.everything(120.0, 2);
    }

    public static void main(String[] arguments) {
        Execution execution = new Execution(
                Integer.parseInt(arguments[1]),
                Duration.ofMillis(5),
                Duration.ofMillis(20),
                1e9,
                Provenance.here("test", "", "scalar"));
        Watcher watcher = new Watcher() {
            @Override
            public void begun(int points, int ended) {
                System.out.println("begun");
            }
        };
        RunFolder folder = RunFolder.at(Path.of(arguments[0]));
        Outcome outcome = new Session(work(), folder, execution, watcher, Session.Closing.NONE).run(false);
        System.out.println(outcome.status());
    }

    /** Starts it. */
    static Process start(Path directory, int threads) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(
                        java,
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path").replace(File.pathSeparator + File.pathSeparator, ":"),
                        ChildRun.class.getName(),
                        directory.toString(),
                        Integer.toString(threads)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
