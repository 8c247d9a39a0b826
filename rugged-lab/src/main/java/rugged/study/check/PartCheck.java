package rugged.study.check;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rugged.api.DataMissing;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.ObservableSpec;
import rugged.api.ProtocolSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.record.KeptLibraries;
import rugged.params.BadParameter;
import rugged.params.Catalogue;
import rugged.params.Inputs;
import rugged.params.Node;
import rugged.params.Parameter;
import rugged.params.Plain;
import rugged.params.Problems;
import rugged.params.Schema;
import rugged.study.cost.Machine;
import rugged.study.read.Layout;
import rugged.study.read.Section.Bound;

/** Checks every part of a study alone and every pair of parts once, with the first seed: whether they can be built, fit together, and observe anything. */
public final class PartCheck {
    private final Catalogue catalogue;
    private final Machine machine;
    private final Problems problems;
    private final Complaints complaints;
    private final Set<String> warnings;

    /**
     * @param complaints who hears of windows that fit into no run
     * @param warnings takes what the user should know
     */
    public PartCheck(
            Catalogue catalogue, Machine machine, Problems problems, Complaints complaints, Set<String> warnings) {
        this.catalogue = catalogue;
        this.machine = machine;
        this.problems = problems;
        this.complaints = complaints;
        this.warnings = warnings;
    }

    public void check(Layout layout) {
        long seed = layout.firstSeed();
        List<Bound<LandscapeSpec>> landscapes = layout.landscapes.all(seed);
        List<Bound<DynamicsSpec>> dynamics = layout.dynamics.all(seed);
        List<Bound<ProtocolSpec>> protocols = layout.protocols.all(seed);
        Fitness fitness = new Fitness(catalogue, problems);
        MemoryCheck room = new MemoryCheck(machine, problems);
        Set<Integer> replicas = new HashSet<>();
        for (int r = 0; r < layout.replicas.size(); r++) layout.replicas(r).ifPresent(replicas::add);
        // what is wrong with a landscape is said once, not by everything that asks it
        landscapes.removeIf(landscape -> !guarded(landscape, "landscape", () -> {
            room.check(landscape);
            warn("landscape", landscape.spec().remark());
        }));
        boolean settled = !landscapes.isEmpty();
        for (Bound<LandscapeSpec> landscape : landscapes) settled &= starts(layout, landscape, fitness, replicas);
        for (Bound<ProtocolSpec> protocol : protocols)
            guarded(protocol, "protocol", () -> {
                schedule(protocol);
                libraries(protocol);
                for (int count : replicas) fitness.replicas(protocol, count);
            });
        List<Bound<ObservableSpec>> observables = observables(layout, seed);
        Windows windows = new Windows(settled, complaints, warnings);
        for (Bound<LandscapeSpec> landscape : landscapes) {
            remarks(landscape, observables);
            for (Bound<DynamicsSpec> one : dynamics) {
                guarded(one, "dynamics", () -> fitness.dynamics(landscape, one));
                for (Bound<ProtocolSpec> protocol : protocols) {
                    guarded(protocol, "protocol", () -> fitness.protocol(landscape, one, protocol));
                    windows.check(landscape, one, protocol, observables);
                }
                for (Bound<ObservableSpec> observable : observables) {
                    for (int count : replicas) {
                        guarded(observable, "observe", () -> fitness.observable(landscape, one, observable, count));
                    }
                }
            }
        }
    }

    /** Returns whether all starts are states of equilibrium, as far as is known. */
    private boolean starts(Layout layout, Bound<LandscapeSpec> landscape, Fitness fitness, Set<Integer> replicas) {
        boolean settled = true;
        int choices = layout.starts.map(section -> section.choices().size()).orElse(1);
        int most = replicas.stream().mapToInt(Integer::intValue).max().orElse(1);
        for (int s = 0; s < choices; s++) {
            var start = layout.start(s, landscape, layout.firstSeed());
            start.ifPresent(bound ->
                    guarded(bound, "start", () -> warn("start", fitness.start(landscape, bound, most))));
            settled &= start.filter(bound -> bound.spec().settled()).isPresent();
        }
        return settled;
    }

    private void remarks(Bound<LandscapeSpec> landscape, List<Bound<ObservableSpec>> observables) {
        for (Bound<ObservableSpec> observable : observables)
            guarded(
                    observable,
                    "observe",
                    () -> warn("observe." + observable.name(), observable.spec().remark(landscape.spec())));
    }

    private void warn(String path, String remark) {
        if (!remark.isEmpty()) warnings.add(path + ": " + remark);
    }

    private List<Bound<ObservableSpec>> observables(Layout layout, long seed) {
        Map<String, Bound<ObservableSpec>> all = new LinkedHashMap<>();
        for (int o = 0; o < layout.observed.size(); o++) {
            Map<String, String> writers = new LinkedHashMap<>();
            List<Bound<ObservableSpec>> here = layout.observables(o, seed);
            for (Bound<ObservableSpec> observable : here) {
                all.putIfAbsent(observable.text(), observable);
                for (Quantity quantity : observable.spec().quantities()) {
                    String earlier = writers.putIfAbsent(quantity.name(), observable.name());
                    if (earlier == null) continue;
                    String message = "\"" + quantity.name() + "\" is measured already, by " + earlier;
                    problems.add(observable.at(), "observe." + observable.name(), message, "keep one of them");
                }
            }
        }
        Node observe = layout.observe();
        boolean nothing = !(Layout.listed(observe) instanceof Node.Sequence sequence)
                || sequence.items().isEmpty();
        if (nothing)
            problems.add(
                    observe.at(),
                    "observe",
                    "lists no observable",
                    "known are " + String.join(", ", catalogue.names("observable")));
        return new ArrayList<>(all.values());
    }

    /** A file that is to be taken up as a library is read now: a point that begins hours later must not be the first to look. */
    private void libraries(Bound<ProtocolSpec> protocol) {
        for (Record part : Inputs.within(protocol.spec())) {
            for (Parameter parameter : Schema.of(part).parameters()) {
                if (!parameter.declared().library()) continue;
                for (String name : Inputs.names(part, parameter)) {
                    try {
                        KeptLibraries.here().read(Path.of(name));
                    } catch (IOException | InvalidPathException no) {
                        problems.add(
                                protocol.at(),
                                "protocol." + parameter.key(),
                                String.valueOf(no.getMessage()),
                                "the library.sqlite of a point of an earlier run, or what 'rugged merge-maps' writes");
                    }
                }
            }
        }
    }

    private void schedule(Bound<ProtocolSpec> protocol) {
        Schedule schedule = protocol.spec().schedule();
        if (schedule.ages() > Schedule.MOST_AGES) {
            String message = "has " + schedule.ages() + " waiting times";
            problems.add(protocol.at(), "protocol", message, "at most " + Schedule.MOST_AGES);
        }
        if (schedule.size() == 0) problems.add(protocol.at(), "protocol", "observes at no time", "let it end later");
    }

    /** A spec may refuse to answer: that is a mistake in the study, or in a spec of the user's own. Returns whether it answered. */
    private boolean guarded(Bound<?> bound, String path, Runnable question) {
        try {
            question.run();
            return true;
        } catch (DataMissing missing) {
            throw missing;
        } catch (BadParameter bad) {
            Blame.report(bad, bound, path, problems);
        } catch (RuntimeException e) {
            problems.add(bound.at(), path, bound.name() + " cannot be planned: " + Plain.reason(e), "");
        }
        return false;
    }
}
