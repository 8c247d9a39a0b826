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
import rugged.api.LandscapeSpec;
import rugged.api.ObservableSpec;
import rugged.api.ProtocolSpec;
import rugged.api.Quantity;
import rugged.api.TheorySpec;
import rugged.params.Catalogue;
import rugged.params.InputFile;
import rugged.params.Node;
import rugged.params.Problems;
import rugged.params.SpecBinder;
import rugged.study.check.Abscissae;
import rugged.study.check.Clocks;
import rugged.study.check.Columns;
import rugged.study.check.Complaints;
import rugged.study.check.Coverage;
import rugged.study.check.PartCheck;
import rugged.study.check.RefinementCheck;
import rugged.study.check.Requested;
import rugged.study.check.Unbound;
import rugged.study.cost.Machine;
import rugged.study.read.Companions;
import rugged.study.read.DataFolder;
import rugged.study.read.Document;
import rugged.study.read.FileAccess;
import rugged.study.read.Layout;
import rugged.study.read.Layout.Combination;
import rugged.study.read.Reader;
import rugged.study.read.Request;
import rugged.study.read.Section.Bound;
import rugged.study.read.Sizes;
import rugged.study.read.Sweep;

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
    private final Complaints complaints;
    private final Unbound unbound;
    private final int mostSeeds;
    private final Set<String> warnings = new LinkedHashSet<>();

    private Planner(
            Reader.Read study,
            List<Path> companions,
            Catalogue catalogue,
            Request request,
            Machine machine,
            Problems problems,
            int mostSeeds) {
        this.mostSeeds = mostSeeds;
        this.study = study;
        this.companions = companions;
        this.catalogue = catalogue;
        this.folder = new DataFolder(catalogue, study.file().folder());
        this.identities = new Identities(catalogue, request.byName());
        this.byName = request.byName();
        this.machine = machine;
        this.problems = problems;
        this.unbound = new Unbound(catalogue);
        this.complaints = new Complaints(request, study, warnings, problems);
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
            return new Planner(study, files, all, request, machine, problems, seeds).plan();
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
        PartCheck parts = new PartCheck(catalogue, machine, problems, complaints, warnings);
        first.forEach(parts::check);
        Clocks.warning(study.figures(), first).ifPresent(warnings::add);
        Map<Layout, Comparisons> theories = new LinkedHashMap<>();
        first.forEach(layout -> theories.put(layout, comparisons(layout)));
        Columns columns = columns(theories);
        List<AnalysisSpec> analyses = analyses(columns);
        Optional<Refinement.Grid> grid = refinement(first);
        Requested requested = new Requested(study, columns, problems);
        List<FigureSection> figures = requested.figures();
        List<FindingSection> findings = requested.findings();
        if (!problems.none() || first.isEmpty()) return Optional.empty();
        return laidOut(layouts(columns.mentioned()), columns.derived(), analyses, grid, figures, findings);
    }

    private Optional<Refinement.Grid> refinement(List<Layout> layouts) {
        Map<String, Quantity> recorded = new LinkedHashMap<>();
        layouts.forEach(layout -> measured(layout, recorded));
        return new RefinementCheck(study, catalogue, folder, machine, problems).grid(layouts, recorded);
    }

    private List<Layout> layouts(Set<String> wanted) {
        List<Layout> layouts = new ArrayList<>();
        study.cases().forEach((name, one) -> layouts.add(new Layout(name, one, folder, machine, wanted, problems)));
        return layouts;
    }

    private Comparisons comparisons(Layout layout) {
        return new Comparisons(layout.theory(), folder, identities, machine, problems);
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
        unbound.quantities().forEach(quantities::putIfAbsent);
        Set<LandscapeSpec> landscapes = new LinkedHashSet<>();
        if (problems.none())
            theories.keySet()
                    .forEach(layout ->
                            layout.landscapes.all(layout.firstSeed()).forEach(bound -> landscapes.add(bound.spec())));
        else unbound.landscape();
        return new Columns(
                quantities,
                names,
                paths,
                swept,
                name -> landscapes.stream()
                        .anyMatch(spec -> Sizes.of(spec, name).isPresent()),
                unbound,
                catalogue,
                problems);
    }

    private void measured(Layout layout, Map<String, Quantity> quantities) {
        for (Bound<ProtocolSpec> protocol : layout.protocols.all(layout.firstSeed()))
            for (Quantity quantity : protocol.spec().quantities()) quantities.putIfAbsent(quantity.name(), quantity);
        for (Node node : layout.protocols.unbound(layout.firstSeed()))
            unbound.part(ProtocolSpec.class, node, ProtocolSpec::quantities);
        for (Node node : layout.unboundObservables(layout.firstSeed()))
            unbound.part(ObservableSpec.class, node, ObservableSpec::quantities);
        if (layout.unnamed()) unbound.section();
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
            var parts = layout.parts(one, layout.firstSeed());
            Map<String, String> coordinates = layout.coordinates(one);
            theories.unbound(parts, coordinates)
                    .forEach(node -> unbound.part(TheorySpec.class, node, TheorySpec::quantities));
            for (TheoryTask task : theories.alone(parts, coordinates)) {
                Columns.add(quantities, task.spec());
                swept.addAll(task.coordinates().keySet());
            }
        }
    }

    /** The analyses, their quantities among the columns; what they read must be measured. */
    private List<AnalysisSpec> analyses(Columns columns) {
        List<AnalysisSpec> analyses = new ArrayList<>();
        if (!(Layout.listed(study.file().analyse()) instanceof Node.Sequence sequence)) return analyses;
        SpecBinder binder = new SpecBinder(catalogue, problems);
        for (Node item : sequence.items()) {
            String path = "analyse." + Sweep.name(item);
            Optional<AnalysisSpec> bound = binder.spec(AnalysisSpec.class, item, path);
            bound.ifPresentOrElse(
                    analyses::add, () -> unbound.part(AnalysisSpec.class, item, AnalysisSpec::quantities));
            bound.ifPresent(spec -> columns.legible(spec, item.at(), path));
        }
        for (AnalysisSpec analysis : analyses) columns.add(analysis.quantities());
        columns.add(List.copyOf(unbound.quantities().values()));
        return analyses;
    }

    private Optional<Plan> laidOut(
            List<Layout> layouts,
            Set<String> sizes,
            List<AnalysisSpec> analyses,
            Optional<Refinement.Grid> grid,
            List<FigureSection> figures,
            List<FindingSection> findings) {
        Points points = new Points(identities, machine, mostSeeds, warnings);
        for (Layout layout : layouts) points.layOut(layout, comparisons(layout), sizes);
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        for (Quantity quantity : points.quantities()) quantities.put(quantity.name(), quantity);
        for (AnalysisSpec analysis : analyses)
            for (Quantity quantity : analysis.quantities()) quantities.putIfAbsent(quantity.name(), quantity);
        covered(points, quantities, analyses, figures, findings);
        if (!problems.none()) return Optional.empty();
        List<InputFile> inputs = inputs();
        Set<Object> specs = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Point point : points.points()) {
            specs.addAll(List.of(point.landscape(), point.dynamics(), point.protocol(), point.start()));
            specs.addAll(point.observables());
        }
        points.tasks().forEach(task -> specs.add(task.spec()));
        String remembered = folder.remembered(specs);
        Document document =
                new Document(study, companions, catalogue, layouts, remembered, inputs, grid.map(Refinement.Grid::how));
        return Optional.of(new Plan(
                study.file().study(),
                study.size(),
                study.about(),
                document.hash(),
                document.text(),
                List.copyOf(layouts.getFirst().seeds),
                List.copyOf(points.points()),
                List.copyOf(points.tasks()),
                List.copyOf(quantities.values()),
                Clocks.named(figures, points.points()),
                findings,
                analyses,
                grid,
                inputs,
                points.costs().estimate(),
                List.copyOf(warnings)));
    }

    /** What figures, findings and analyses speak of must be there in the end; what stands on horizontal axes must be numbers. */
    private void covered(
            Points points,
            Map<String, Quantity> quantities,
            List<AnalysisSpec> analyses,
            List<FigureSection> figures,
            List<FindingSection> findings) {
        Abscissae abscissae = new Abscissae(points.coordinates());
        Coverage coverage = new Coverage(points.points(), points.tasks(), complaints);
        // an analysis may give its groups names of their own
        Set<String> analysed = new HashSet<>();
        for (AnalysisSpec analysis : analyses) analysed.addAll(Columns.names(analysis.quantities()));
        for (int k = 0; k < figures.size(); k++) {
            FigureSection figure = figures.get(k);
            Columns.Place at = new Columns.Place(
                    "figures", figure.name(), study.figures().get(k).node());
            abscissae.check(figure, at, problems);
            Quantity y = quantities.get(figure.y());
            if (y != null && !analysed.contains(y.name())) coverage.check(figure, y, at);
        }
        for (int k = 0; k < findings.size(); k++) {
            FindingSection finding = findings.get(k);
            if (analysed.contains(finding.quantity())) continue;
            coverage.check(
                    finding,
                    new Columns.Place(
                            "findings", finding.id(), study.findings().get(k).node()));
        }
        if (!(Layout.listed(study.file().analyse()) instanceof Node.Sequence typed)) return;
        for (int k = 0; k < analyses.size(); k++) {
            Node node = typed.items().get(k);
            coverage.check(analyses.get(k), Sweep.name(node), node);
        }
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
}
