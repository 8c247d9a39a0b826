package rugged.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.params.Canonical;
import rugged.study.check.Columns;
import rugged.study.cost.Costs;
import rugged.study.cost.Machine;
import rugged.study.read.Layout;
import rugged.study.read.Layout.Combination;
import rugged.study.read.Section.Bound;
import rugged.study.read.Sizes;

/** Lays the cases of a study out one after another: its points, the theories beside them, what they write and what they cost. */
final class Points {
    private final Identities identities;
    private final int mostSeeds;
    private final Set<String> warnings;
    private final Map<String, Point> points = new LinkedHashMap<>();
    private final Map<String, TheoryTask> tasks = new LinkedHashMap<>();
    private final Map<String, Quantity> quantities = new LinkedHashMap<>();
    private final Costs costs;

    /**
     * @param mostSeeds of which points are laid out; the others are counted
     * @param warnings takes what the user should know
     */
    Points(Identities identities, Machine machine, int mostSeeds, Set<String> warnings) {
        this.identities = identities;
        this.mostSeeds = mostSeeds;
        this.warnings = warnings;
        this.costs = new Costs(machine);
    }

    /** All points, seeds running fastest. */
    Collection<Point> points() {
        return points.values();
    }

    /** All theories, one for each set of coordinates without the seed. */
    Collection<TheoryTask> tasks() {
        return tasks.values();
    }

    /** What they write, each once. */
    Collection<Quantity> quantities() {
        return quantities.values();
    }

    /** What they cost. */
    Costs costs() {
        return costs;
    }

    /** The coordinates of all points and theories. */
    List<Map<String, String>> coordinates() {
        List<Map<String, String>> coordinates = new ArrayList<>();
        points.values().forEach(point -> coordinates.add(point.coordinates()));
        tasks.values().forEach(task -> coordinates.add(task.coordinates()));
        return coordinates;
    }

    /** Lays one case out. */
    void layOut(Layout layout, Comparisons theories, Set<String> sizes) {
        for (Combination one : layout.combinations()) {
            int before = points.size();
            for (long seed : layout.seeds.stream().limit(mostSeeds).toList()) {
                Optional<Point> point = point(layout, one, sizes, seed);
                point.ifPresent(this::add);
            }
            Optional<Point> sample = point(layout, one, sizes, layout.firstSeed());
            if (sample.isEmpty()) continue;
            boolean whole = layout.seeds.size() <= mostSeeds;
            costs.add(sample.get(), whole ? points.size() - before : layout.seeds.size());
            for (Quantity quantity : sample.get().quantities()) quantities.putIfAbsent(quantity.name(), quantity);
            Schedule observed = sample.get()
                    .protocol()
                    .schedule()
                    .rounded(sample.get().dynamics().quantum(sample.get().landscape()));
            List<Bound<?>> parts = layout.parts(one, layout.firstSeed());
            Map<String, String> coordinates = new LinkedHashMap<>(layout.coordinates(one));
            coordinates.putAll(Sizes.of(sample.get().landscape(), sizes));
            List<TheoryTask> beside = theories.beside(parts, coordinates, Optional.of(observed));
            for (TheoryTask task : beside) {
                if (tasks.putIfAbsent(task.key() + task.coordinates(), task) == null) costs.add(task);
                Columns.add(quantities, task.spec());
            }
            for (long other : layout.seeds.stream().skip(1).limit(1).toList())
                compare(beside, theories.beside(layout.parts(one, other), coordinates, Optional.of(observed)));
        }
        theories.require();
        warnings.addAll(theories.warnings());
    }

    /** Theories stand beside all seeds: one that takes over what follows the seed, such as data drawn by it, is that of the first alone. */
    private void compare(List<TheoryTask> first, List<TheoryTask> other) {
        for (int k = 0; k < Math.min(first.size(), other.size()); k++)
            if (!first.get(k).key().equals(other.get(k).key()))
                warnings.add(
                        "theory " + first.get(k).name() + " takes over data that follow the seed, and is solved for"
                                + " the first seed only: give the data a seed of their own");
    }

    /** Points that compute the same are kept once; that names of files, say, stand for the same content is worth a word. */
    private void add(Point point) {
        Point there = points.putIfAbsent(point.key(), point);
        if (there == null || there.coordinates().equals(point.coordinates())) return;
        Map<String, String> here = new LinkedHashMap<>(point.coordinates());
        here.entrySet().removeAll(there.coordinates().entrySet());
        here.forEach((path, value) -> warnings.add(path + ": " + value + " computes the same as "
                + there.coordinates().getOrDefault(path, "another point") + " and is left out"));
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
