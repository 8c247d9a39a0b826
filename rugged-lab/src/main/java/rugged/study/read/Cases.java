package rugged.study.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.params.Node;
import rugged.params.Problems;
import rugged.params.SpecBinder;
import rugged.params.Suggestion;

/** The systems that a study compares: each case is the study with some of its sections replaced. */
final class Cases {
    /** The coordinate that tells cases apart. */
    static final String COORDINATE = "case";

    /** Sections that a case may have of its own. */
    static final List<String> SECTIONS =
            List.of("landscape", "dynamics", "protocol", "start", "replicas", "observe", "theory");

    private static final String CASES = "cases";

    private final SpecBinder binder;
    private final Problems problems;

    Cases(SpecBinder binder, Problems problems) {
        this.binder = binder;
        this.problems = problems;
    }

    /** The cases by name; without any, the study itself under the empty name. */
    Map<String, StudyCase> of(Node.Mapping root, StudyFile file) {
        Map<String, StudyCase> cases = new LinkedHashMap<>();
        if (!(file.cases() instanceof Node.Mapping mapping)) {
            problems.add(
                    file.cases().at(),
                    CASES,
                    "must be a block of names, is " + file.cases().kind(),
                    "name: { section: ... }");
            return cases;
        }
        if (mapping.entries().isEmpty()) {
            cases.put("", new StudyCase(root, file));
            return cases;
        }
        for (Node.Entry entry : mapping.entries()) one(root, entry).ifPresent(one -> cases.put(entry.key(), one));
        return cases;
    }

    private Optional<StudyCase> one(Node.Mapping root, Node.Entry entry) {
        String path = CASES + "." + entry.key();
        if (!entry.key().matches("[A-Za-z0-9][A-Za-z0-9 -]{0,40}")) {
            problems.add(entry.at(), path, "is not a name", "letters, digits, blanks and dashes, at most 41");
        }
        if (!(entry.value() instanceof Node.Mapping sections)) {
            problems.add(
                    entry.value().at(),
                    path,
                    "must be a block of sections, is " + entry.value().kind(),
                    String.join(", ", SECTIONS));
            return Optional.empty();
        }
        Node.Mapping whole = root.without(CASES);
        for (Node.Entry section : sections.entries()) {
            if (SECTIONS.contains(section.key())) whole = whole.with(section);
            else
                problems.add(
                        section.at(), path + "." + section.key(), "unknown", Suggestion.among(section.key(), SECTIONS));
        }
        Node.Mapping study = whole;
        return binder.block(StudyFile.class, study, "").map(file -> new StudyCase(study, file));
    }
}
