package rugged.cli.text;

/** Running text for a terminal. */
public final class Words {
    private Words() {}

    /** Breaks text into lines of at most {@code width} characters, each indented. */
    public static String wrap(String text, String indent, int width) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.strip().split("\\s+")) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > width) {
                lines.append(line).append('\n');
                line = new StringBuilder(indent);
            }
            if (line.length() > indent.length()) line.append(' ');
            line.append(word);
        }
        return lines.append(line).append('\n').toString();
    }
}
