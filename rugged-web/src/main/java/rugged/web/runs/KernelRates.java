package rugged.web.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import rugged.api.BenchmarkSpec;
import rugged.params.Catalogue;
import rugged.params.Samples;
import rugged.store.Provenance;
import rugged.store.RunFolder;
import rugged.web.http.JsonBody;
import rugged.web.shape.KernelReply;
import tools.jackson.core.JacksonException;

/** The rates of the kernels on this machine: measured on request, by the benchmarks of {@code rugged bench}, and kept in the workspace. */
public final class KernelRates {
    private static final System.Logger LOG = System.getLogger("rugged.web");

    /** Those that end within a minute together; the others are for the terminal. */
    private static final List<String> SHORT = List.of("pspin-kernels", "network-kernels");

    /**
     * A benchmark.
     *
     * @param name its name
     * @param title its title
     * @param measure runs it
     */
    public record Benchmark(String name, String title, Supplier<List<BenchmarkSpec.Measurement>> measure) {}

    private final Path folder;
    private final Provenance provenance;
    private final List<Benchmark> benchmarks;
    private final Runnable changed;
    private boolean measuring;
    private String problem = "";

    /**
     * @param folder where they are kept
     * @param provenance what computes
     * @param benchmarks what is measured
     * @param changed told when a measurement ended
     */
    public KernelRates(Path folder, Provenance provenance, List<Benchmark> benchmarks, Runnable changed) {
        this.folder = folder;
        this.provenance = provenance;
        this.benchmarks = List.copyOf(benchmarks);
        this.changed = changed;
    }

    /** The short ones of the catalogue, with their defaults. */
    public static List<Benchmark> standard(Catalogue catalogue) {
        List<Benchmark> all = new ArrayList<>();
        for (String name : SHORT) {
            Catalogue.Entry entry = catalogue.find("benchmark", name).orElseThrow();
            Samples.of(entry, catalogue)
                    .filter(BenchmarkSpec.class::isInstance)
                    .map(BenchmarkSpec.class::cast)
                    .ifPresent(spec -> all.add(new Benchmark(name, entry.title(), spec::measure)));
        }
        return all;
    }

    /** As measured last. */
    public synchronized KernelReply last() {
        return stored().with(measuring, problem);
    }

    private KernelReply stored() {
        Path file = file();
        if (!Files.isRegularFile(file)) return KernelReply.never();
        try {
            return JsonBody.read(Files.readAllBytes(file), KernelReply.class);
        } catch (IOException | JacksonException | rugged.web.http.Refusal damaged) {
            return KernelReply.never();
        }
    }

    private Path file() {
        return folder.resolve("kernels.json");
    }

    /** Begins to measure, on a thread of its own; false when that is being done. */
    public synchronized boolean begin() {
        if (measuring) return false;
        measuring = true;
        problem = "";
        Thread.ofPlatform().name("kernels").daemon(true).start(this::measure);
        return true;
    }

    private void measure() {
        String why = "";
        try {
            List<KernelReply.Group> groups = new ArrayList<>();
            for (Benchmark one : benchmarks) {
                List<KernelReply.Row> rows =
                        one.measure().get().stream().map(KernelReply.Row::of).toList();
                groups.add(new KernelReply.Group(one.name(), one.title(), rows));
            }
            KernelReply found = new KernelReply(
                    Instant.now().toString(), provenance.commit(), provenance.vectors(), false, "", groups);
            Files.createDirectories(folder);
            RunFolder.at(folder).disk().replace(file(), JsonBody.of(found), false);
        } catch (IOException | RuntimeException | OutOfMemoryError failure) {
            LOG.log(System.Logger.Level.WARNING, "measuring the kernels", failure);
            why = "the measurement failed; the server's log says why";
        } finally {
            synchronized (this) {
                measuring = false;
                problem = why;
            }
            changed.run();
        }
    }
}
