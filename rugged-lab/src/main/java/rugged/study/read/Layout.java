package rugged.study.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.ProtocolSpec;
import rugged.api.StartSpec;
import rugged.params.Catalogue;
import rugged.params.Node;
import rugged.params.Param;
import rugged.params.Parameter;
import rugged.params.Problems;
import rugged.params.Schema;
import rugged.params.SpecBinder;
import rugged.params.ValueType;
import rugged.study.cost.Machine;
import rugged.study.read.Section.Bound;

/** The sections of a study with their choices, and the combinations that they make. */
public final class Layout {
    private static final List<String> SECTIONS =
            List.of("landscape", "dynamics", "protocol", "start", "observe", "replicas");
    private static final ValueType OBSERVABLES = new ValueType.Many(new ValueType.Nested(ObservableSpec.class));

    /** The scalars of a study outside its sections. */
    record Single(
            @Param(doc = "seed", min = 0) long seed,

            @Param(doc = "replicas in the same disorder", symbol = "R", min = 1, max = 4096)
            int replicas) {}

    private final StudyCase study;
    private final String name;
    private final Catalogue catalogue;
    private final DataFolder folder;
    private final Problems problems;
    private final Sweep sweep;
    private final FurtherPlaces further;
    private final Map<String, Integer> own = new LinkedHashMap<>();
    public final Section<LandscapeSpec> landscapes;
    public final Section<DynamicsSpec> dynamics;
    public final Section<ProtocolSpec> protocols;
    public final Optional<Section<StartSpec>> starts;
    public final List<Choice> observed;
    public final List<Choice> replicas;
    private final List<List<Section<ObservableSpec>>> observers = new ArrayList<>();
    private final Map<String, Section<StartSpec>> defaultStarts = new LinkedHashMap<>();
    public final Set<Long> seeds = new LinkedHashSet<>();

    /**
     * @param name of the case; empty when there is only one
     * @param wanted paths of parameters that are coordinates even where they take one value
     */
    public Layout(
            String name, StudyCase study, DataFolder folder, Machine machine, Set<String> wanted, Problems problems) {
        this.name = name;
        this.study = study;
        this.folder = folder;
        this.catalogue = folder.catalogue();
        this.problems = problems;
        sweep = new Sweep(catalogue, problems, machine.mostPoints(), wanted);
        StudyFile file = study.file();
        further = new FurtherPlaces(file.refined(), name, problems);
        landscapes = section(LandscapeSpec.class, "landscape", file.landscape());
        dynamics = section(DynamicsSpec.class, "dynamics", file.dynamics());
        protocols = section(ProtocolSpec.class, "protocol", file.protocol());
        starts = file.start().map(node -> section(StartSpec.class, "start", node));
        observed = chosen("observe", sweep.of(OBSERVABLES, listed(file.observe()), "observe"));
        for (Choice choice : observed) observers.add(observers(choice));
        replicas = chosen("replicas", sweep.of(parameter("replicas").type(), file.replicas(), "replicas"));
        for (Choice choice : sweep.of(parameter("seed").type(), file.seed(), "seed")) {
            new SpecBinder(catalogue, problems)
                    .value(parameter("seed"), choice.node(), "seed")
                    .ifPresent(seed -> seed((Long) seed, file.seed()));
        }
    }

    private void seed(long seed, Node node) {
        if (!seeds.add(seed)) problems.add(node.at(), "seed", seed + " stands twice", "each seed once");
    }

    private <S> Section<S> section(Class<S> type, String path, Node node) {
        List<Choice> choices = chosen(path, sweep.of(new ValueType.Nested(type), node, path));
        return new Section<>(type, path, choices, folder, problems);
    }

    private List<Choice> chosen(String path, List<Choice> swept) {
        own.put(path, swept.size());
        return further.choices(path, swept);
    }

    private static Parameter parameter(String key) {
        return Schema.of(Single.class).parameter(key).orElseThrow();
    }

    /** A single item stands for a list of one. */
    public static Node listed(Node node) {
        boolean nothing = node instanceof Node.Scalar scalar && scalar.empty();
        return node instanceof Node.Sequence || nothing ? node : new Node.Sequence(node.at(), List.of(node));
    }

    /** The first seed: what checks that do not depend on the seed are made with. */
    public long firstSeed() {
        return seeds.isEmpty() ? 1L : seeds.iterator().next();
    }

    /** The number of points, counted before they are laid out. */
    public double count() {
        double combinations = 1.0;
        for (String path : SECTIONS) combinations *= own.getOrDefault(path, 1);
        return (combinations + further.size()) * seeds.size();
    }

    /** The observables of a choice; those that cannot be built are among the problems. */
    public List<Bound<ObservableSpec>> observables(int choice, long seed) {
        List<Bound<ObservableSpec>> all = new ArrayList<>();
        for (Section<ObservableSpec> one : observers.get(choice))
            one.bound(0, seed).ifPresent(all::add);
        return all;
    }

    /** The observables, as typed, that cannot be built under a seed. */
    public List<Node> unboundObservables(long seed) {
        List<Node> nodes = new ArrayList<>();
        observers.forEach(choice -> choice.forEach(one -> nodes.addAll(one.unbound(seed))));
        return nodes;
    }

    /** Whether a section names nothing of the catalogue. */
    public boolean unnamed() {
        List<Section<?>> sections = new ArrayList<>(List.of(landscapes, dynamics, protocols));
        starts.ifPresent(sections::add);
        observers.forEach(sections::addAll);
        return sections.stream().anyMatch(Section::unnamed);
    }

    private List<Section<ObservableSpec>> observers(Choice choice) {
        List<Section<ObservableSpec>> all = new ArrayList<>();
        if (!(choice.node() instanceof Node.Sequence sequence)) return all;
        for (Node item : sequence.items()) {
            String path = "observe." + Sweep.name(item);
            all.add(new Section<>(ObservableSpec.class, path, List.of(Choice.only(item)), folder, problems));
        }
        return all;
    }

    /** R of a choice. */
    public Optional<Integer> replicas(int choice) {
        return new SpecBinder(catalogue, problems)
                .value(parameter("replicas"), replicas.get(choice).node(), "replicas")
                .map(Integer.class::cast);
    }

    /** The start of a choice: by default planted where the landscape is, else random. */
    public Optional<Bound<StartSpec>> start(int choice, Bound<LandscapeSpec> landscape, long seed) {
        if (starts.isPresent()) return starts.get().bound(choice, seed);
        Node name = new Node.Scalar(landscape.at(), defaultStart(landscape.spec()), false);
        return defaultStarts
                .computeIfAbsent(defaultStart(landscape.spec()), word -> section(StartSpec.class, "start", name))
                .bound(0, seed);
    }

    /** The name of the start that a study need not write. */
    static String defaultStart(LandscapeSpec landscape) {
        return landscape.provides().contains(Need.PLANTED) ? "planted" : "random";
    }

    /** One choice of every section. */
    public record Combination(int landscape, int dynamics, int protocol, int start, int observed, int replicas) {}

    /** All combinations of the sweeps, in the order of the sections, the last running fastest, and those that refinement has added. */
    public List<Combination> combinations() {
        List<Combination> all = new ArrayList<>();
        int startChoices = own.getOrDefault("start", 1);
        for (int l = 0; l < own.getOrDefault("landscape", 0); l++)
            for (int d = 0; d < own.getOrDefault("dynamics", 0); d++)
                for (int p = 0; p < own.getOrDefault("protocol", 0); p++)
                    for (int s = 0; s < startChoices; s++)
                        for (int o = 0; o < own.getOrDefault("observe", 0); o++)
                            for (int r = 0; r < own.getOrDefault("replicas", 0); r++)
                                all.add(new Combination(l, d, p, s, o, r));
        for (int k = 0; k < further.size(); k++)
            all.add(new Combination(
                    further.choice("landscape", k),
                    further.choice("dynamics", k),
                    further.choice("protocol", k),
                    further.choice("start", k),
                    further.choice("observe", k),
                    further.choice("replicas", k)));
        return all;
    }

    /** Those of the sweeps alone. */
    public List<Combination> swept(List<Combination> all) {
        return all.subList(0, all.size() - further.size());
    }

    /** The coordinates of a combination in the order of the study file. */
    public Map<String, String> coordinates(Combination one) {
        Map<String, Map<String, String>> bySection = new LinkedHashMap<>();
        for (Node.Entry entry : study.root().entries()) bySection.put(entry.key(), Map.of());
        bySection.put("landscape", landscapes.choices().get(one.landscape()).coordinates());
        bySection.put("dynamics", dynamics.choices().get(one.dynamics()).coordinates());
        bySection.put("protocol", protocols.choices().get(one.protocol()).coordinates());
        starts.ifPresent(section ->
                bySection.put("start", section.choices().get(one.start()).coordinates()));
        bySection.put("observe", observed.get(one.observed()).coordinates());
        bySection.put("replicas", replicas.get(one.replicas()).coordinates());
        Map<String, String> all = new LinkedHashMap<>();
        if (!name.isEmpty()) all.put(Cases.COORDINATE, name);
        bySection.values().forEach(all::putAll);
        return all;
    }

    /** The name of the case; empty when there is only one. */
    public String name() {
        return name;
    }

    /** Its observables as typed. */
    public Node observe() {
        return study.file().observe();
    }

    /** Its theories. */
    public Node theory() {
        return study.file().theory();
    }

    /** Paths of all parameters that the sections have. */
    public Set<String> paths() {
        StudyFile file = study.file();
        Set<String> paths = new LinkedHashSet<>();
        paths.addAll(sweep.paths(new ValueType.Nested(LandscapeSpec.class), file.landscape(), "landscape"));
        paths.addAll(sweep.paths(new ValueType.Nested(DynamicsSpec.class), file.dynamics(), "dynamics"));
        paths.addAll(sweep.paths(new ValueType.Nested(ProtocolSpec.class), file.protocol(), "protocol"));
        file.start().ifPresent(node -> paths.addAll(sweep.paths(new ValueType.Nested(StartSpec.class), node, "start")));
        paths.addAll(sweep.paths(OBSERVABLES, listed(file.observe()), "observe"));
        paths.add("replicas");
        if (!name.isEmpty()) paths.add(Cases.COORDINATE);
        return paths;
    }

    /** Paths that take several values. */
    public Set<String> swept() {
        Set<String> paths = new LinkedHashSet<>();
        for (Choice choice : landscapes.choices())
            paths.addAll(choice.coordinates().keySet());
        for (Choice choice : dynamics.choices())
            paths.addAll(choice.coordinates().keySet());
        for (Choice choice : protocols.choices())
            paths.addAll(choice.coordinates().keySet());
        starts.ifPresent(section -> section.choices()
                .forEach(choice -> paths.addAll(choice.coordinates().keySet())));
        for (Choice choice : observed) paths.addAll(choice.coordinates().keySet());
        for (Choice choice : replicas) paths.addAll(choice.coordinates().keySet());
        if (!name.isEmpty()) paths.add(Cases.COORDINATE);
        return paths;
    }

    /** The parts of a combination that can be built, under a seed. */
    public List<Bound<?>> parts(Combination one, long seed) {
        List<Bound<?>> parts = new ArrayList<>();
        Optional<Bound<LandscapeSpec>> landscape = landscapes.bound(one.landscape(), seed);
        landscape.ifPresent(parts::add);
        dynamics.bound(one.dynamics(), seed).ifPresent(parts::add);
        protocols.bound(one.protocol(), seed).ifPresent(parts::add);
        landscape.flatMap(bound -> start(one.start(), bound, seed)).ifPresent(parts::add);
        return parts;
    }
}
