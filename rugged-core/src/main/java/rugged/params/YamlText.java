package rugged.params;

import java.util.stream.Collectors;

/** Writes {@link Node}s as YAML that reads back as the same tree. */
public final class YamlText {
    private static final int WIDTH = 150;
    private static final String FIRST = "./(\\";
    private static final String LATER = "_ ./*+^()<>=\\-";

    private YamlText() {}

    /** A document: the keys of the outermost mapping one a line, what fits on a line in braces and brackets, the rest indented. */
    public static String document(Node.Mapping root) {
        StringBuilder out = new StringBuilder();
        for (Node.Entry entry : root.entries()) line(entry.key(), entry.value(), 0, out);
        return out.toString();
    }

    /** On one line. */
    public static String flow(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar(scalar);
            case Node.Sequence sequence ->
                sequence.items().stream().map(YamlText::flow).collect(Collectors.joining(", ", "[", "]"));
            case Node.Mapping mapping ->
                mapping.entries().isEmpty()
                        ? "{}"
                        : mapping.entries().stream()
                                .map(entry -> text(entry.key(), true) + ": " + flow(entry.value()))
                                .collect(Collectors.joining(", ", "{ ", " }"));
        };
    }

    private static void line(String key, Node value, int indent, StringBuilder out) {
        String head = " ".repeat(indent) + text(key, true) + ":";
        String flow = flow(value);
        if (head.length() + 1 + flow.length() <= WIDTH || value instanceof Node.Scalar || empty(value)) {
            out.append(head).append(' ').append(flow).append('\n');
        } else {
            out.append(head).append('\n');
            block(value, indent + 2, out);
        }
    }

    private static boolean empty(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> false;
            case Node.Sequence sequence -> sequence.items().isEmpty();
            case Node.Mapping mapping -> mapping.entries().isEmpty();
        };
    }

    private static void block(Node node, int indent, StringBuilder out) {
        switch (node) {
            case Node.Scalar scalar ->
                out.append(" ".repeat(indent)).append(scalar(scalar)).append('\n');
            case Node.Mapping mapping -> {
                for (Node.Entry entry : mapping.entries()) line(entry.key(), entry.value(), indent, out);
            }
            case Node.Sequence sequence -> {
                for (Node item : sequence.items()) item(item, indent, out);
            }
        }
    }

    /** An item is a line of its own; a block too long for it begins behind the dash. */
    private static void item(Node item, int indent, StringBuilder out) {
        String flow = flow(item);
        if (indent + 2 + flow.length() <= WIDTH || item instanceof Node.Scalar || empty(item)) {
            out.append(" ".repeat(indent)).append("- ").append(flow).append('\n');
            return;
        }
        StringBuilder inner = new StringBuilder();
        block(item, indent + 2, inner);
        inner.setCharAt(indent, '-');
        out.append(inner);
    }

    private static String scalar(Node.Scalar scalar) {
        return scalar.empty() ? "null" : text(scalar.text(), scalar.quoted());
    }

    private static String text(String text, boolean quoted) {
        boolean nothing = text.isEmpty() || text.equals("~") || text.equals("null");
        boolean meansMore = quoted && Range.looksLike(text);
        if (!nothing && !meansMore && plain(text)) return text;
        if (!nothing || quoted) return quote(text);
        return "''";
    }

    /** Whether a text means nothing but itself without quotes, in braces and brackets too. */
    private static boolean plain(String text) {
        char first = text.charAt(0);
        boolean negative =
                first == '-' && text.length() > 1 && (text.charAt(1) == '.' || Character.isDigit(text.charAt(1)));
        if (!negative && !Character.isLetterOrDigit(first) && FIRST.indexOf(first) < 0) return false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && LATER.indexOf(c) < 0) return false;
        }
        return text.charAt(text.length() - 1) != ' ';
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    boolean visible = (c >= ' ' && c < 0x7F) || (c > 0xA0 && c < 0x2000);
                    if (visible) out.appendCodePoint(c);
                    else out.append(String.format("\\U%08x", c));
                }
            }
        });
        return out.append('"').toString();
    }
}
