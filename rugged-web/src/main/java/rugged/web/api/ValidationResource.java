package rugged.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import rugged.validation.Distances;
import rugged.validation.Validation;
import rugged.validation.ValidationRecord;
import rugged.web.Laboratory;
import rugged.web.http.Answers;
import rugged.web.http.Events;
import rugged.web.http.JsonBody;
import rugged.web.http.Refusal;
import rugged.web.shape.ValidationReply;
import rugged.web.shape.run.Event;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/validation}: reference values beside ours, as they were computed last; computing them again. */
public final class ValidationResource implements Resource {
    private static final System.Logger LOG = System.getLogger("rugged.web");

    private final Laboratory laboratory;
    private final Events events;
    private final Path folder;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("validation").daemon(true).factory());
    private final List<String> waiting = new ArrayList<>();

    /**
     * @param laboratory the workspace
     * @param events told when something was computed
     */
    public ValidationResource(Laboratory laboratory, Events events) {
        this.laboratory = laboratory;
        this.events = events;
        this.folder = laboratory.serving().root().resolve(".rugged").resolve("validation");
    }

    @Override
    public void route(RoutesConfig routes) {
        routes.get("/api/validation", context -> Answers.json(context, reply()));
        routes.post("/api/validation/{name}", this::recompute);
    }

    private Validation validation() {
        return new Validation(laboratory.catalogue(), laboratory.execution());
    }

    private ValidationReply reply() {
        List<ValidationReply.Entry> entries = new ArrayList<>();
        for (Validation.Entry entry : validation().entries()) {
            Optional<Stored> stored = stored(entry.name());
            entries.add(new ValidationReply.Entry(
                    entry.name(),
                    entry.title(),
                    entry.study() ? "study" : "check",
                    stored.map(Stored::when).orElse(""),
                    stored.map(Stored::commit).orElse(""),
                    stored.map(Stored::record).orElse(null)));
        }
        synchronized (waiting) {
            return new ValidationReply(entries, waiting.isEmpty() ? null : waiting.getFirst(), distances(entries));
        }
    }

    private static Distances distances(List<ValidationReply.Entry> entries) {
        List<Double> signed = new ArrayList<>();
        for (ValidationReply.Entry entry : entries) {
            if (entry.record() == null || !(entry.record().get("rows") instanceof List<?> rows)) continue;
            for (Object row : rows)
                if (row instanceof Map<?, ?> map && map.get("signed-distance") instanceof Number distance)
                    signed.add(distance.doubleValue());
        }
        return Distances.of(signed);
    }

    private record Stored(String when, String commit, Map<String, @Nullable Object> record) {}

    private Optional<Stored> stored(String name) {
        Path file = folder.resolve(name + ".json");
        if (!Files.isRegularFile(file)) return Optional.empty();
        try {
            return Optional.of(JsonMapper.shared().readValue(Files.readAllBytes(file), Stored.class));
        } catch (IOException | JacksonException damaged) {
            return Optional.empty();
        }
    }

    private void recompute(Context context) {
        String name = context.pathParam("name");
        Validation validation = validation();
        List<Validation.Entry> wanted = name.equals("all")
                ? validation.entries()
                : validation.entries().stream()
                        .filter(entry -> entry.name().equals(name))
                        .toList();
        if (wanted.isEmpty()) throw Refusal.missing("there is no reference of this name");
        synchronized (waiting) {
            for (Validation.Entry entry : wanted) {
                if (waiting.contains(entry.name())) continue;
                waiting.add(entry.name());
                worker.execute(() -> compute(validation, entry));
            }
        }
        context.status(202);
        Answers.json(context, reply());
    }

    private void compute(Validation validation, Validation.Entry entry) {
        try {
            Validation.Result result = validation.run(entry, Validation.LAPTOP);
            Stored stored =
                    new Stored(Instant.now().toString(), laboratory.provenance().commit(), ValidationRecord.of(result));
            Files.createDirectories(folder);
            rugged.store.RunFolder.at(folder)
                    .disk()
                    .replace(folder.resolve(entry.name() + ".json"), JsonBody.of(stored), false);
        } catch (IOException | RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "validation of " + entry.name(), failure);
        } finally {
            synchronized (waiting) {
                waiting.remove(entry.name());
            }
            events.tell(Event.machine());
        }
    }

    /** Ends. */
    public void close() {
        worker.shutdownNow();
    }
}
