package rugged.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.api.AnalysisSpec;
import rugged.api.DataMissing;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.ObservableSpec;
import rugged.api.ProtocolSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.params.BadParameter;
import rugged.params.Binder;
import rugged.params.Canonical;
import rugged.params.Catalogue;
import rugged.params.InputFile;
import rugged.params.Node;
import rugged.params.Plain;
import rugged.params.Problems;
import rugged.study.Layout.Combination;
import rugged.study.Section.Bound;

/** Reads a study, checks everything that can be known before it runs, and lays it out. All mistakes are reported at once. */
public final class Planner {
    private static final int SHOWN_SEEDS = 16;

    private final Reader.Read study;
    private final List<Path> companions;
    private final Catalogue catalogue;
    private final DataFolder folder;
    private final Identities identities;
    private final boolean byName;
    private final Machine machine;
    private final Problems problems;
    private final int mostSeeds;
    private final Set<String> warnings = new LinkedHashSet<>();

    private Planner(
            Reader.Read study,
            List<Path> companions,
            Catalogue catalogue,
            boolean byName,
            Machine machine,
            Problems problems,
            int mostSeeds) {
        this.mostSeeds = mostSeeds;
        this.study = study;
        this.companions = companions;
        this.catalogue = catalogue;
        this.folder = new DataFolder(catalogue, study.file().folder());
        this.identities = new Identities(catalogue, byName);
        this.byName = byName;
        this.machine = machine;
        this.problems = problems;
    }

    /** The plan of a study, or everything that is wrong with it. Runs nothing; never throws for bad input. */
    public static Checked check(Request request, Catalogue catalogue, Machine machine) {
        return check(request, catalogue, machine, Integer.MAX_VALUE);
    }

    /**
     * The same for a look: hash, estimate, theories, figures and warnings are those of the whole plan, but of its points only those of the first 16 seeds
     * are laid out. Not to be run.
     */
    public static Checked preview(Request request, Catalogue catalogue, Machine machine) {
        return check(request, catalogue, machine, SHOWN_SEEDS);
    }

    private static Checked check(Request request, Catalogue catalogue, Machine machine, int seeds) {
        Problems problems = new Problems();
        Optional<Plan> plan = new Reader(request, problems).read(catalogue).flatMap(study -> {
            if (!FileAccess.check(request, study, catalogue, problems)) return Optional.empty();
            List<Path> files = Companions.files(request, study, problems);
            Catalogue all = files.isEmpty() ? catalogue : Companions.catalogue(files, catalogue, problems);
            return new Planner(study, files, all, request.byName(), machine, problems, seeds).plan();
        });
        return problems.none() ? new Checked(List.of(), plan) : new Checked(problems.list(), Optional.empty());
    }

    private Optional<Plan> plan() {
        List<Layout> first = layouts(Set.of());
        double count = first.stream().mapToDouble(Layout::count).sum();
        if (count > machine.mostPoints()) {
            String message = "makes " + Math.round(count) + " points";
            problems.add(
                    study.root().at(),
                    "study",
                    message,
                    "at most " + machine.mostPoints() + " in one study: shorten a sweep");
            return Optional.empty();
        }
        first.forEach(this::check);
        Clocks.warning(study.figures(), first).ifPresent(warnings::add);
        Map<Layout, Comparisons> theories = new LinkedHashMap<>();
        first.forEach(layout -> theories.put(layout, comparisons(layout)));
        Columns columns = columns(theories);
        List<AnalysisSpec> analyses = analyses(columns);
        Requested requested = new Requested(study, columns, problems);
        List<FigureSection> figures = requested.figures();
        List<FindingSection> findings = requested.findings();
        if (!problems.none() || first.isEmpty()) return Optional.empty();
        return laidOut(layouts(columns.mentioned()), columns.derived(), analyses, figures, findings);
    }

    private List<Layout> layouts(Set<String> wanted) {
        List<Layout> layouts = new ArrayList<>();
        study.cases().forEach((name, one) -> layouts.add(new Layout(name, one, folder, machine, wanted, problems)));
        return layouts;
    }

    private Comparisons comparisons(Layout layout) {
        return new Comparisons(layout.theory(), folder, identities, machine, problems);
    }

    /** Checks every part alone and every pair of parts once, with the first seed. */
    private void check(Layout layout) {
        long seed = layout.firstSeed();
        List<Bound<LandscapeSpec>> landscapes = layout.landscapes.all(seed);
        List<Bound<DynamicsSpec>> dynamics = layout.dynamics.all(seed);
        List<Bound<ProtocolSpec>> protocols = layout.protocols.all(seed);
        Fitness fitness = new Fitness(catalogue, problems);
        Room room = new Room(machine, problems);
        Set<Integer> replicas = new HashSet<>();
        for (int r = 0; r < layout.replicas.size(); r++) layout.replicas(r).ifPresent(replicas::add);
        // what is wrong with a landscape is said once, not by everything that asks it
        landscapes.removeIf(landscape -> !guarded(landscape, "landscape", () -> {
            room.check(landscape);
            warn("landscape", landscape.spec().remark());
        }));
        for (Bound<LandscapeSpec> landscape : landscapes) starts(layout, landscape, fitness, replicas);
        for (Bound<ProtocolSpec> protocol : protocols) guarded(protocol, "protocol", () -> schedule(protocol));
        List<Bound<ObservableSpec>> observables = observables(layout, seed);
        for (Bound<LandscapeSpec> landscape : landscapes) {
            for (Bound<DynamicsSpec> one : dynamics) {
                guarded(one, "dynamics", () -> fitness.dynamics(landscape, one));
                for (Bound<ProtocolSpec> protocol : protocols)
                    guarded(protocol, "protocol", () -> fitness.protocol(landscape, one, protocol));
                for (Bound<ObservableSpec> observable : observables) {
                    for (int count : replicas) {
                        guarded(observable, "observe", () -> fitness.observable(landscape, one, observable, count));
                    }
                }
            }
        }
    }

    private void starts(Layout layout, Bound<LandscapeSpec> landscape, Fitness fitness, Set<Integer> replicas) {
        int choices = layout.starts.map(section -> section.choices().size()).orElse(1);
        int most = replicas.stream().mapToInt(Integer::intValue).max().orElse(1);
        for (int s = 0; s < choices; s++) {
            layout.start(s, landscape, layout.firstSeed())
                    .ifPresent(bound ->
                            guarded(bound, "start", () -> warn("start", fitness.start(landscape, bound, most))));
        }
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

    private Columns columns(Map<Layout, Comparisons> theories) {
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        Set<String> swept = new LinkedHashSet<>();
        Set<String> paths = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        theories.forEach((layout, beside) -> {
            measured(layout, quantities);
            swept.addAll(layout.swept());
            paths.addAll(layout.paths());
            names.addAll(beside.names());
        });
        theories.forEach((layout, beside) -> computed(layout, beside, quantities, swept));
        paths.addAll(swept);
        Set<LandscapeSpec> landscapes = new LinkedHashSet<>();
        if (problems.none())
            theories.keySet()
                    .forEach(layout ->
                            layout.landscapes.all(layout.firstSeed()).forEach(bound -> landscapes.add(bound.spec())));
        return new Columns(
                quantities,
                names,
                paths,
                swept,
                name -> landscapes.stream()
                        .anyMatch(spec -> Sizes.of(spec, name).isPresent()),
                catalogue,
                problems);
    }

    private static void measured(Layout layout, Map<String, Quantity> quantities) {
        for (Bound<ProtocolSpec> protocol : layout.protocols.all(layout.firstSeed()))
            for (Quantity quantity : protocol.spec().quantities()) quantities.putIfAbsent(quantity.name(), quantity);
        for (int o = 0; o < layout.observed.size(); o++) {
            for (Bound<ObservableSpec> observable : layout.observables(o, layout.firstSeed())) {
                for (Quantity quantity : observable.spec().quantities())
                    quantities.putIfAbsent(quantity.name(), quantity);
            }
        }
    }

    private void computed(Layout layout, Comparisons theories, Map<String, Quantity> quantities, Set<String> swept) {
        List<Combination> combinations = layout.combinations();
        if (!problems.none() && !combinations.isEmpty()) combinations = combinations.subList(0, 1);
        for (Combination one : combinations) {
            var parts = parts(layout, one, layout.firstSeed());
            for (TheoryTask task : theories.beside(parts, Map.of(), Optional.of(Schedule.at(1.0)))) {
                Columns.add(quantities, task.spec());
                swept.addAll(task.coordinates().keySet());
            }
        }
    }

    private static List<Bound<?>> parts(Layout layout, Combination one, long seed) {
        List<Bound<?>> parts = new ArrayList<>();
        Optional<Bound<LandscapeSpec>> landscape = layout.landscapes.bound(one.landscape(), seed);
        landscape.ifPresent(parts::add);
        layout.dynamics.bound(one.dynamics(), seed).ifPresent(parts::add);
        layout.protocols.bound(one.protocol(), seed).ifPresent(parts::add);
        landscape.flatMap(bound -> layout.start(one.start(), bound, seed)).ifPresent(parts::add);
        return parts;
    }

    /** The analyses, their quantities among the columns; what they read must be measured. */
    private List<AnalysisSpec> analyses(Columns columns) {
        List<AnalysisSpec> analyses = new ArrayList<>();
        if (!(Layout.listed(study.file().analyse()) instanceof Node.Sequence sequence)) return analyses;
        Binder binder = new Binder(catalogue, problems);
        for (Node item : sequence.items()) {
            String path = "analyse." + Sweep.name(item);
            binder.spec(AnalysisSpec.class, item, path).ifPresent(spec -> {
                for (String read : spec.reads()) columns.measured(read, item.at(), path);
                analyses.add(spec);
            });
        }
        for (AnalysisSpec analysis : analyses) columns.add(analysis.quantities());
        return analyses;
    }

    /** What stands on the horizontal axes of figures must be numbers. */
    private void horizontal(Grown grown, List<FigureSection> figures) {
        List<Map<String, String>> coordinates = new ArrayList<>();
        grown.points.values().forEach(point -> coordinates.add(point.coordinates()));
        grown.tasks.values().forEach(task -> coordinates.add(task.coordinates()));
        Abscissae abscissae = new Abscissae(coordinates);
        for (int k = 0; k < figures.size(); k++) {
            Node typed = study.figures().get(k).node();
            abscissae.check(
                    figures.get(k), new Columns.Place("figures", figures.get(k).name(), typed), problems);
        }
    }

    /** What grows while the cases are laid out one after another. */
    private record Grown(
            Map<String, Point> points, Map<String, TheoryTask> tasks, Map<String, Quantity> quantities, Costs costs) {}

    private void layOut(Layout layout, Set<String> sizes, Grown grown) {
        Comparisons theories = comparisons(layout);
        for (Combination one : layout.combinations()) {
            int before = grown.points.size();
            for (long seed : layout.seeds.stream().limit(mostSeeds).toList()) {
                Optional<Point> point = point(layout, one, sizes, seed);
                point.ifPresent(found -> add(found, grown.points));
            }
            Optional<Point> sample = point(layout, one, sizes, layout.firstSeed());
            if (sample.isEmpty()) continue;
            boolean whole = layout.seeds.size() <= mostSeeds;
            grown.costs.add(sample.get(), whole ? grown.points.size() - before : layout.seeds.size());
            for (Quantity quantity : sample.get().quantities()) grown.quantities.putIfAbsent(quantity.name(), quantity);
            Schedule observed = sample.get()
                    .protocol()
                    .schedule()
                    .rounded(sample.get().dynamics().quantum(sample.get().landscape()));
            List<Bound<?>> parts = parts(layout, one, layout.firstSeed());
            Map<String, String> coordinates = new LinkedHashMap<>(layout.coordinates(one));
            coordinates.putAll(Sizes.of(sample.get().landscape(), sizes));
            for (TheoryTask task : theories.beside(parts, coordinates, Optional.of(observed))) {
                grown.tasks.putIfAbsent(task.key() + task.coordinates(), task);
                Columns.add(grown.quantities, task.spec());
            }
        }
        warnings.addAll(theories.warnings());
    }

    /** Points that compute the same are kept once; that names of files, say, stand for the same content is worth a word. */
    private void add(Point point, Map<String, Point> points) {
        Point there = points.putIfAbsent(point.key(), point);
        if (there == null || there.coordinates().equals(point.coordinates())) return;
        Map<String, String> here = new LinkedHashMap<>(point.coordinates());
        here.entrySet().removeAll(there.coordinates().entrySet());
        here.forEach((path, value) -> warnings.add(path + ": " + value + " computes the same as "
                + there.coordinates().getOrDefault(path, "another point") + " and is left out"));
    }

    private Optional<Plan> laidOut(
            List<Layout> layouts,
            Set<String> sizes,
            List<AnalysisSpec> analyses,
            List<FigureSection> figures,
            List<FindingSection> findings) {
        Grown grown =
                new Grown(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new Costs(machine));
        for (Layout layout : layouts) layOut(layout, sizes, grown);
        for (AnalysisSpec analysis : analyses)
            for (Quantity quantity : analysis.quantities()) grown.quantities.putIfAbsent(quantity.name(), quantity);
        horizontal(grown, figures);
        if (!problems.none()) return Optional.empty();
        // an analysis may give its groups names of their own
        Set<String> analysed = new HashSet<>();
        for (AnalysisSpec analysis : analyses) analysed.addAll(Columns.names(analysis.quantities()));
        List<FindingSection> measured = findings.stream()
                .filter(finding -> !analysed.contains(finding.quantity()))
                .toList();
        warnings.addAll(new Matches(grown.points.values()).warnings(figures, measured));
        List<InputFile> inputs = inputs();
        Set<Object> specs = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Point point : grown.points.values()) {
            specs.addAll(List.of(point.landscape(), point.dynamics(), point.protocol(), point.start()));
            specs.addAll(point.observables());
        }
        grown.tasks.values().forEach(task -> specs.add(task.spec()));
        String remembered = folder.remembered(specs);
        Document document = new Document(study, companions, catalogue, layouts, remembered, inputs);
        return Optional.of(new Plan(
                study.file().study(),
                study.size(),
                study.about(),
                document.hash(),
                document.text(),
                List.copyOf(layouts.getFirst().seeds),
                List.copyOf(grown.points.values()),
                List.copyOf(grown.tasks.values()),
                List.copyOf(grown.quantities.values()),
                figures,
                findings,
                analyses,
                inputs,
                grown.costs.estimate(),
                List.copyOf(warnings)));
    }

    /** All files that were read so far by name; those of a run that was begun when names alone counted cannot be compared with anything. */
    private List<InputFile> inputs() {
        if (!byName) {
            companions.forEach(identities::code);
            return identities.files();
        }
        for (InputFile file : identities.files())
            warnings.add(file.path()
                    + " cannot be verified: this run was begun by a version of rugged that kept no digests of"
                    + " its inputs");
        return List.of();
    }

    private String identity(Bound<?> part) {
        return identities.of(part.spec());
    }

    private Optional<Point> point(Layout layout, Combination one, Set<String> sizes, long seed) {
        var landscape = layout.landscapes.bound(one.landscape(), seed);
        var dynamics = layout.dynamics.bound(one.dynamics(), seed);
        var protocol = layout.protocols.bound(one.protocol(), seed);
        var replicas = layout.replicas(one.replicas());
        if (landscape.isEmpty() || dynamics.isEmpty() || protocol.isEmpty() || replicas.isEmpty())
            return Optional.empty();
        var start = layout.start(one.start(), landscape.get(), seed);
        List<Bound<ObservableSpec>> observables = layout.observables(one.observed(), seed);
        if (start.isEmpty()) return Optional.empty();
        String text = identity(landscape.get()) + "\n" + identity(dynamics.get()) + "\n"
                + identity(protocol.get()) + "\n" + identity(start.get()) + "\n" + replicas.get() + "\n"
                + observables.stream().map(this::identity).toList() + "\n" + seed + "\n" + Numerics.VERSION
                + (layout.name().isEmpty() ? "" : "\n" + layout.name());
        Map<String, String> coordinates = new LinkedHashMap<>(layout.coordinates(one));
        coordinates.putAll(Sizes.of(landscape.get().spec(), sizes));
        coordinates.put("seed", Long.toString(seed));
        return Optional.of(new Point(
                Canonical.hash(text, 16),
                coordinates,
                landscape.get().spec(),
                dynamics.get().spec(),
                protocol.get().spec(),
                start.get().spec(),
                replicas.get(),
                observables.stream().map(Bound::spec).toList(),
                seed));
    }
}
