package rugged.web.runs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import rugged.api.DataMissing;
import rugged.params.Node;
import rugged.params.Problems;
import rugged.params.Yaml;
import rugged.params.YamlText;
import rugged.store.file.EnvironmentFailure;
import rugged.study.Plan;
import rugged.study.Planner;
import rugged.study.cost.Machine;

/** The plans of stored runs: read again from the study that lies in each folder, once for each version of it. */
public final class Plans {
    private static final System.Logger LOG = System.getLogger("rugged.web");
    private static final long PATIENCE = 30_000_000_000L; // nanoseconds until another try

    private final rugged.params.Catalogue catalogue;
    private final Map<String, Read> plans = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> parameters = new ConcurrentHashMap<>();

    /** A plan; what cannot be planned now may be when its data are back. */
    private record Read(Optional<Plan> plan, long at) {
        boolean good() {
            return plan.isPresent() || System.nanoTime() - at < PATIENCE;
        }
    }

    /** @param catalogue what studies are made of */
    public Plans(rugged.params.Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The plan of a run; empty when this program cannot read its study any more, or when it uses code of the user's own. */
    public Optional<Plan> of(Known run) {
        if (run.plan().isEmpty()) return Optional.empty();
        Read known = plans.get(key(run));
        if (known != null && known.good()) return known.plan;
        // read outside the map: one study that takes long keeps no other waiting
        Optional<Plan> read = sound(run, Optional.empty(), () -> afresh(run));
        plans.put(key(run), new Read(read, System.nanoTime()));
        return read;
    }

    /** The same, with the content of data files as it is now. */
    public Optional<Plan> afresh(Known run) {
        try {
            return run.folder()
                    .request()
                    .flatMap(request -> Planner.check(
                                    request.untrusted(List.of(Path.of("/"))), catalogue, Machine.here())
                            .plan());
        } catch (DataMissing gone) {
            return Optional.empty();
        }
    }

    /** The plan by which a run is computed right now, else that of its study. */
    public Optional<Plan> now(Known run, RunQueue queue) {
        return queue.plan(run.id()).or(() -> of(run));
    }

    /** What is made of the study of a run; nothing where it is damaged, which its own page says. */
    private static <T> T sound(Known run, T nothing, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (EnvironmentFailure damaged) {
            return nothing;
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.log(System.Logger.Level.WARNING, "the study of run " + run.id(), failure);
            return nothing;
        }
    }

    private static String key(Known run) {
        return run.id() + " " + run.plan();
    }

    /** Every parameter of a run's resolved study, path to value, in the order of the file. */
    public Map<String, String> parameters(Known run) {
        if (run.plan().isEmpty()) return Map.of();
        Map<String, String> known = parameters.get(key(run));
        if (known != null) return known;
        Map<String, String> read =
                sound(run, Map.of(), () -> run.folder().study().map(Plans::flat).orElse(Map.of()));
        parameters.put(key(run), read);
        return read;
    }

    private static Map<String, String> flat(String text) {
        Map<String, String> flat = new LinkedHashMap<>();
        Yaml.read("study.yaml", text, new Problems()).ifPresent(root -> {
            if (root instanceof Node.Mapping mapping) sections(mapping, flat);
        });
        return flat;
    }

    private static void sections(Node.Mapping root, Map<String, String> flat) {
        for (Node.Entry entry : root.entries()) {
            switch (entry.key()) {
                case "about", "figures", "findings", "sizes", "study", "analyse" -> {}
                default -> flatten(entry.key(), entry.value(), flat);
            }
        }
    }

    private static void flatten(String path, Node node, Map<String, String> flat) {
        if (node instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                String below = entry.key().equals("is") ? path : path + "." + entry.key();
                flatten(below, entry.value(), flat);
            }
        } else {
            flat.put(path, YamlText.flow(node));
        }
    }
}
