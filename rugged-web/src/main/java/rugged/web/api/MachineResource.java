package rugged.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.num.NativeBlas;
import rugged.store.Manifest;
import rugged.study.Plan;
import rugged.study.cost.Machine;
import rugged.web.Laboratory;
import rugged.web.http.Answers;
import rugged.web.http.Events;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;
import rugged.web.runs.Plans;
import rugged.web.shape.MachinePatch;
import rugged.web.shape.MachineReply;
import rugged.web.shape.run.Event;
import rugged.web.shape.run.RunItem;

/** {@code /api/machine}: threads, queue, memory, disk, and how well times were predicted. */
public final class MachineResource implements Resource {
    private static final int LARGEST = 10;
    private static final int PREDICTIONS = 20;

    private final Laboratory laboratory;
    private final RunItems items;
    private final Plans plans;
    private final Events events;

    /**
     * @param laboratory the workspace
     * @param items runs as the page lists them
     * @param plans plans of stored runs
     * @param events told of changes
     */
    public MachineResource(Laboratory laboratory, RunItems items, Plans plans, Events events) {
        this.laboratory = laboratory;
        this.items = items;
        this.plans = plans;
        this.events = events;
    }

    @Override
    public void route(RoutesConfig routes) {
        routes.get("/api/machine", context -> Answers.json(context, reply()));
        routes.patch("/api/machine", this::change);
    }

    private void change(Context context) {
        MachinePatch patch = Answers.body(context, MachinePatch.class, 1 << 16);
        Integer threads = patch.threads();
        if (threads != null) {
            int most = 4 * Runtime.getRuntime().availableProcessors();
            if (threads < 1 || threads > most) throw Refusal.of(422, "threads is " + threads + "; 1 to " + most);
            laboratory.runQueue().threads(threads);
        }
        List<String> order = patch.order();
        if (order != null) laboratory.runQueue().reorder(order);
        events.tell(Event.machine());
        Answers.json(context, reply());
    }

    private MachineReply reply() {
        Machine machine = laboratory.machine();
        Runtime runtime = Runtime.getRuntime();
        List<Known> all = new ArrayList<>(laboratory.index().all());
        double used = 0;
        for (Known run : all) used += size(run);
        List<RunItem> largest = all.stream()
                .sorted(Comparator.<Known>comparingDouble(this::size).reversed())
                .limit(LARGEST)
                .map(items::of)
                .toList();
        return new MachineReply(
                laboratory.provenance().cpu(),
                runtime.availableProcessors(),
                laboratory.runQueue().threads(),
                laboratory.provenance().vectors(),
                NativeBlas.found().map(NativeBlas::name).orElse(""),
                laboratory.provenance().jdk(),
                machine.physical(),
                machine.heap(),
                runtime.totalMemory() - runtime.freeMemory(),
                laboratory.diskKnown(),
                used,
                largest,
                queue(),
                predictions(all),
                warnings(machine));
    }

    /** What has been counted so far; counting goes on in the background. */
    private double size(Known run) {
        return laboratory.sizes().known(run).orElse(0);
    }

    private List<RunItem> queue() {
        List<RunItem> queue = new ArrayList<>();
        for (String id : laboratory.runQueue().order()) {
            Optional<Plan> plan = laboratory.runQueue().plan(id);
            laboratory
                    .index()
                    .find(id)
                    .map(run -> items.of(run, Map.of()))
                    .or(() -> plan.map(there ->
                            Waiting.item(id, there, laboratory.runQueue().folder(there))))
                    .ifPresent(queue::add);
        }
        return queue;
    }

    private List<MachineReply.Prediction> predictions(List<Known> all) {
        return all.stream()
                .filter(run -> run.status().equals("complete"))
                .filter(run -> run.manifest().map(Manifest::sessions).orElse(0) == 1)
                .sorted(Comparator.comparing(Known::start).reversed())
                .limit(PREDICTIONS)
                .flatMap(run -> plans.of(run).stream()
                        .map(plan -> new MachineReply.Prediction(
                                run.id(),
                                laboratory
                                        .runQueue()
                                        .predicted(run.id())
                                        .orElse(plan.estimate().seconds().likely()),
                                run.manifest().map(Manifest::seconds).orElse(0.0))))
                .toList();
    }

    private static List<String> warnings(Machine machine) {
        List<String> warnings = new ArrayList<>();
        if (machine.heap() < 0.4 * machine.physical())
            warnings.add("the program may use less than half of the memory; RUGGED_JAVA_OPTS=-Xmx... gives it more");
        if (NativeBlas.found().isEmpty())
            warnings.add("no LAPACK of the system was found: dense spectra take several times longer");
        return warnings;
    }
}
