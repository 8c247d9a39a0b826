package rugged.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rugged.cli.text.Exit;
import rugged.cli.text.Version;
import rugged.num.kernel.KernelChoice;
import rugged.store.Provenance;
import rugged.web.LaboratoryServer;
import rugged.web.Serving;

/** {@code rugged serve}: the web laboratory. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "The web laboratory on 127.0.0.1: browse studies, set them up, watch runs, compare.",
        footer = {
            "",
            "Prints the address to open; the key in its fragment is what opens it. On another machine, tunnel:",
            "  ssh -L 8086:127.0.0.1:8086 that-machine",
            "",
            "Examples:",
            "  rugged serve --open",
            "  rugged serve --root ~/runs --port 8090",
            "  rugged serve --public-url https://lab.example.org/rugged --behind-proxy"
        })
final class ServeCommand implements Callable<Integer> {
    private static final int PORT = 8086;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "" + PORT,
            description = "the port, 0 for a free one (default: 8086)")
    int port;

    @Option(names = "--open", description = "opens the page in the browser")
    boolean open;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "the folder of the runs (default: runs)")
    Path root = Path.of("runs");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "a folder of data files that studies from the page may name, beside the root; repeatable")
    List<Path> data = new ArrayList<>();

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "threads of a run (default: one per core)")
    int threads;

    @Option(names = "--read-only", description = "prints a second address whose key may look, not change anything")
    boolean readOnly;

    @Option(names = "--new-key", description = "draws new keys: older addresses open nothing any more")
    boolean newKey;

    @Option(names = "--public-url", paramLabel = "URL", description = "the address under which a proxy shows the page")
    @Nullable
    String publicUrl;

    @Option(names = "--behind-proxy", description = "requests come through that proxy")
    boolean behindProxy;

    @Option(
            names = "--bind",
            paramLabel = "A",
            defaultValue = Serving.LOOPBACK,
            description = "address to listen on (default: 127.0.0.1); another one needs --public-url")
    String bind = Serving.LOOPBACK;

    @Override
    public Integer call() throws InterruptedException {
        Serving serving = serving();
        Provenance provenance = Provenance.here(
                Version.version(), Version.commit(), KernelChoice.best().name());
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        LaboratoryServer server = new LaboratoryServer(serving, provenance);
        try {
            server.start();
        } catch (RuntimeException failure) {
            server.close();
            throw unavailable(failure);
        }
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            ended.countDown();
                        },
                        "closing"));
        if (!bind.equals(Serving.LOOPBACK))
            err.println("listening on " + bind + ": everybody who reaches this machine and has the key can start runs");
        out.println(server.address(server.key()));
        server.readingKey().ifPresent(key -> out.println("to look only: " + server.address(key)));
        out.flush();
        err.println("runs in " + root.toAbsolutePath().normalize() + "; Ctrl-C ends, runs stop at a checkpoint");
        err.flush();
        if (open) browse(server.address(server.key()), err);
        ended.await();
        return Exit.INTERRUPTED;
    }

    private Serving serving() {
        List<String> wrong = new ArrayList<>();
        if (port < 0 || port > 65_535) wrong.add("--port: " + port + ": must be 0 to 65535");
        if (threads < 0) wrong.add("--threads: " + threads + ": must be >= 1");
        if (Files.exists(root) && !Files.isDirectory(root))
            wrong.add("--root: " + root + ": is a file; a folder for runs");
        for (Path folder : data) if (!Files.isDirectory(folder)) wrong.add("--data: " + folder + ": no such folder");
        boolean loopback = bind.equals(Serving.LOOPBACK) || bind.equals("localhost") || bind.equals("::1");
        if (!loopback && publicUrl == null)
            wrong.add("--bind: " + bind
                    + ": the page would be open to other machines; needs --public-url, or use an ssh tunnel");
        Optional<URI> url = Optional.empty();
        if (publicUrl != null) {
            url = url(publicUrl);
            if (url.isEmpty()) wrong.add("--public-url: " + publicUrl + ": no address; https://host/path");
        }
        if (behindProxy && publicUrl == null) wrong.add("--behind-proxy: needs --public-url");
        if (!wrong.isEmpty()) throw new Exit.Refused(wrong);
        create(root);
        int used = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        return new Serving(root, data, port, bind, url, behindProxy, readOnly, newKey, used);
    }

    private static void create(Path root) {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw Exit.Refused.of("--root: " + root + ": cannot be created: " + e.getMessage());
        }
    }

    private static Optional<URI> url(String text) {
        try {
            URI url = new URI(text);
            boolean good = url.getHost() != null && List.of("http", "https").contains(url.getScheme());
            return good ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException wrong) {
            return Optional.empty();
        }
    }

    private RuntimeException unavailable(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException)
                return Exit.Refused.of("--port: " + port + ": is taken; another one, or 0 for a free one");
        }
        String message = String.valueOf(failure.getMessage());
        if (message.contains("already in use") || message.contains("Port"))
            return Exit.Refused.of("--port: " + port + ": is taken; another one, or 0 for a free one");
        return failure;
    }

    private static void browse(String address, PrintWriter err) {
        String word = System.getProperty("os.name", "").startsWith("Mac") ? "open" : "xdg-open";
        try {
            new ProcessBuilder(word, address)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException none) {
            err.println("no browser could be started; open the address by hand");
        }
    }
}
