package rugged.study.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import rugged.api.AnalysisSpec;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.ObservableSpec;
import rugged.api.ProtocolSpec;
import rugged.api.StartSpec;
import rugged.params.Canonical;
import rugged.params.Catalogue;
import rugged.params.InputFile;
import rugged.params.Node;
import rugged.params.ValueType;
import rugged.params.YamlText;
import rugged.study.Numerics;
import rugged.study.Refinement;

/** A study as resolved: every default, its size and its seeds written out. */
public final class Document {
    private static final ValueType ANALYSES = new ValueType.Many(new ValueType.Nested(AnalysisSpec.class));

    private final Reader.Read study;
    private final List<Path> companions;
    private final Catalogue catalogue;
    private final List<Layout> layouts;
    private final Resolution resolution;
    private final String folder;
    private final List<InputFile> files;
    private final Optional<Refinement> refinement;

    /**
     * @param folder where relative names of data files start; empty where there are none
     * @param files what counts by its content
     * @param refinement how its grid becomes finer
     * @param companions absolute paths, because the resolved study lies elsewhere
     */
    public Document(
            Reader.Read study,
            List<Path> companions,
            Catalogue catalogue,
            List<Layout> layouts,
            String folder,
            List<InputFile> files,
            Optional<Refinement> refinement) {
        this.refinement = refinement;
        this.folder = folder;
        this.files = List.copyOf(files);
        this.study = study;
        this.companions = companions;
        this.catalogue = catalogue;
        this.layouts = layouts;
        this.resolution = new Resolution(catalogue);
    }

    /** The file. Reading it gives the same plan. */
    public String text() {
        List<Node.Entry> entries = new ArrayList<>();
        StudyFile file = study.file();
        entries.add(entry("study", Node.scalar(file.study())));
        entries.add(entry("size", Node.scalar(study.size())));
        study.root().value("about").ifPresent(about -> entries.add(entry("about", about)));
        if (!folder.isEmpty()) entries.add(entry("folder", new Node.Scalar(Node.Place.of(""), folder, true)));
        if (!companions.isEmpty())
            entries.add(entry(
                    "with",
                    new Node.Sequence(
                            Node.Place.of(""),
                            companions.stream().<Node>map(Document::text).toList())));
        entries.addAll(body());
        // not in the hash: what comes follows from what was asked for
        if (file.refined() instanceof Node.Sequence refined && !refined.items().isEmpty())
            entries.add(entry(RefinedStudy.REFINED, refined));
        return YamlText.document(new Node.Mapping(study.root().at(), entries));
    }

    private List<Node.Entry> body() {
        List<Node.Entry> entries = new ArrayList<>();
        if (study.cases().containsKey("")) {
            entries.addAll(sections(study.cases().get(""), layouts.getFirst()));
        } else {
            List<Node.Entry> cases = new ArrayList<>();
            int next = 0;
            for (var one : study.cases().entrySet()) {
                Layout layout = layouts.get(next++);
                cases.add(entry(one.getKey(), new Node.Mapping(Node.Place.of(""), sections(one.getValue(), layout))));
            }
            entries.add(entry("cases", new Node.Mapping(Node.Place.of(""), cases)));
        }
        entries.add(entry(
                "analyse",
                resolution.filled(ANALYSES, Layout.listed(study.file().analyse()))));
        entries.add(entry("figures", records(study.figures())));
        entries.add(entry("findings", records(study.findings())));
        entries.add(entry("seed", study.file().seed()));
        refinement.ifPresent(how -> entries.add(entry("refine", Canonical.node(how))));
        return entries;
    }

    private List<Node.Entry> sections(StudyCase one, Layout layout) {
        StudyFile file = one.file();
        List<Node.Entry> entries = new ArrayList<>();
        entries.add(entry("landscape", spec(LandscapeSpec.class, file.landscape())));
        entries.add(entry("dynamics", spec(DynamicsSpec.class, file.dynamics())));
        entries.add(entry("protocol", spec(ProtocolSpec.class, file.protocol())));
        file.start()
                .or(() -> start(layout))
                .ifPresent(node -> entries.add(entry("start", spec(StartSpec.class, node))));
        entries.add(entry("replicas", file.replicas()));
        entries.add(entry(
                "observe",
                resolution.filled(
                        new ValueType.Many(new ValueType.Nested(ObservableSpec.class)),
                        Layout.listed(file.observe()))));
        // theories keep what they leave out, because they take it from each point
        entries.add(entry("theory", Layout.listed(file.theory())));
        return entries;
    }

    private static <T> Node records(List<Reader.Placed<T>> records) {
        return new Node.Sequence(
                Node.Place.of(""),
                records.stream()
                        .<Node>map(record -> Canonical.node(record.section()))
                        .toList());
    }

    private Node spec(Class<?> type, Node node) {
        return resolution.filled(new ValueType.Nested(type), node);
    }

    /** The start that all points share by default; none when they differ. */
    private static Optional<Node> start(Layout layout) {
        Set<String> names = new TreeSet<>();
        layout.landscapes
                .all(layout.firstSeed())
                .forEach(landscape -> names.add(Layout.defaultStart(landscape.spec())));
        return names.size() == 1 ? Optional.of(Node.scalar(names.iterator().next())) : Optional.empty();
    }

    public static Node text(Path file) {
        return new Node.Scalar(Node.Place.of(""), file.toString(), true);
    }

    private static Node.Entry entry(String key, Node value) {
        return new Node.Entry(Node.Place.of(""), key, value);
    }

    private static boolean takesPart(String name, String body) {
        return body.contains("is: " + name + ",") || body.contains("is: " + name + " }");
    }

    /** 8 hex digits of what is computed and drawn, the content of data files included: the size's name and the description of the study do not count. */
    public String hash() {
        String body = YamlText.flow(new Node.Mapping(Node.Place.of(""), body()));
        Set<String> fingerprints = new TreeSet<>();
        for (Catalogue.Entry entry : catalogue.entries()) {
            if (!entry.fingerprint().isEmpty()) fingerprints.add(entry.fingerprint());
            if (!entry.identity().equals(entry.fingerprint()) && takesPart(entry.name(), body))
                fingerprints.add(entry.identity());
        }
        String content = files.isEmpty()
                ? ""
                : "\n" + files.stream().map(InputFile::sha256).toList();
        return Canonical.hash(
                study.file().study() + "\n" + body + "\n" + fingerprints + "\n" + Numerics.VERSION + content, 8);
    }
}
