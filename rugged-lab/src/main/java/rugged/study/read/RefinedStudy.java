package rugged.study.read;

import java.util.List;
import java.util.Map;
import rugged.params.Node;
import rugged.params.Problems;
import rugged.params.Yaml;
import rugged.params.YamlText;

/** The text of a study as resolved, to which refinement adds places. */
public final class RefinedStudy {
    /** The key under which they stand. */
    static final String REFINED = "refined";

    private RefinedStudy() {}

    /**
     * The study with further places.
     *
     * @param text as resolved
     * @param more values of all swept parameters by their path, for each place
     */
    public static String with(String text, List<Map<String, String>> more) {
        Problems problems = new Problems();
        Node.Mapping root = Yaml.read("study.yaml", text, problems)
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast)
                .orElseThrow(() -> new IllegalArgumentException("study.yaml: " + problems.list()));
        List<Node> places = more.stream().map(RefinedStudy::block).toList();
        Node before = root.value(REFINED).orElse(new Node.Sequence(root.at(), List.of()));
        Node all = FurtherPlaces.together(before, new Node.Sequence(root.at(), places));
        return YamlText.document(root.with(new Node.Entry(root.at(), REFINED, all)));
    }

    private static Node block(Map<String, String> place) {
        Node.Place at = Node.Place.of("");
        return new Node.Mapping(
                at,
                place.entrySet().stream()
                        .map(one -> new Node.Entry(at, one.getKey(), Node.scalar(one.getValue())))
                        .toList());
    }
}
