package rugged.study.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rugged.params.Node;
import rugged.params.Problems;
import rugged.study.FigureSection;
import rugged.study.FindingSection;
import rugged.study.read.Layout;
import rugged.study.read.Reader;

/** The figures and findings that a study asks for, each speaking only of what is there. */
public record Requested(Reader.Read study, Columns columns, Problems problems) {
    public List<FigureSection> figures() {
        List<FigureSection> resolved = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Reader.Placed<FigureSection> figure : study.figures()) {
            String name = figure.section().name();
            Columns.Place at = new Columns.Place("figures", name, figure.node());
            if (!names.add(name))
                problems.add(at.of("name"), at.path("name"), "is the name of another figure", "each its own");
            for (String part : figure.section().page()) {
                boolean there = study.figures().stream()
                        .anyMatch(other -> other.section().name().equals(part)
                                && other.section().page().isEmpty());
                if (!there && !unbound(part))
                    problems.add(
                            at.of("page"),
                            at.path("page"),
                            "there is no figure \"" + part + "\" to put on it",
                            "names of figures of this study");
            }
            resolved.add(columns.resolved(figure.section(), at));
        }
        return resolved;
    }

    /** Whether a figure of this name was typed that cannot be bound: that is said already. */
    private boolean unbound(String name) {
        boolean bound = study.figures().stream()
                .anyMatch(figure -> figure.section().name().equals(name));
        return !bound
                && Layout.listed(study.file().figures()) instanceof Node.Sequence typed
                && typed.items().stream()
                        .anyMatch(item -> item instanceof Node.Mapping figure
                                && figure.value("name")
                                        .filter(Node.Scalar.class::isInstance)
                                        .map(Node.Scalar.class::cast)
                                        .filter(given -> given.text().equals(name))
                                        .isPresent());
    }

    public List<FindingSection> findings() {
        List<FindingSection> resolved = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Reader.Placed<FindingSection> finding : study.findings()) {
            String id = finding.section().id();
            Columns.Place at = new Columns.Place("findings", id, finding.node());
            if (!ids.add(id)) problems.add(at.of("id"), at.path("id"), "is the id of another finding", "each its own");
            FindingSection section = finding.section();
            String words = Phrase.filled(section.text(), section.at(), section.where(), study.root());
            Phrase.open(words)
                    .ifPresent(blank -> problems.add(
                            at.of("text"),
                            at.path("text"),
                            "nothing fills ${" + blank + "}",
                            "an axis of the finding, a parameter of its where, or a path of the study such as"
                                    + " ${protocol.until}"));
            resolved.add(columns.resolved(section.withText(words), at));
        }
        return resolved;
    }
}
