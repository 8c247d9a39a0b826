package rugged.study.check;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rugged.params.Node;
import rugged.study.Position;

/**
 * The words of a finding with the numbers of the size that is run: <code>${t}</code> stands for where along the axis t the finding reads, the end of the protocol
 * where it reads the last time; <code>${n}</code> for the value of a parameter by which its points are chosen; <code>${protocol.until}</code> for what the study, at that size, has at a path.
 */
final class Phrase {
    private static final Pattern BLANK = Pattern.compile("\\$\\{([^{}]*)}");
    private static final String UNTIL = "protocol.until";
    private static final String TIME = "t";

    private Phrase() {}

    /** The words with every blank filled; blanks that nothing fills stay and are found by {@link #open}. */
    static String filled(String words, Map<String, Position> at, Map<String, String> where, Node study) {
        return BLANK.matcher(words)
                .replaceAll(blank -> Matcher.quoteReplacement(
                        value(blank.group(1), at, where, study).orElse(blank.group())));
    }

    /** The first blank that nothing has filled. */
    static Optional<String> open(String words) {
        Matcher blank = BLANK.matcher(words);
        return blank.find() ? Optional.of(blank.group(1)) : Optional.empty();
    }

    private static Optional<String> value(
            String name, Map<String, Position> at, Map<String, String> where, Node study) {
        Position position = at.get(name);
        if (position != null && !position.last()) return Optional.of(position.toString());
        String chosen = where.get(name);
        if (chosen != null) return Optional.of(chosen);
        return at(study, name.equals(TIME) && position != null ? UNTIL : name);
    }

    private static Optional<String> at(Node study, String path) {
        Node node = study;
        for (String key : path.split("\\.", -1)) {
            if (!(node instanceof Node.Mapping mapping)) return Optional.empty();
            Optional<Node> next = mapping.value(key);
            if (next.isEmpty()) return Optional.empty();
            node = next.get();
        }
        return node instanceof Node.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }
}
