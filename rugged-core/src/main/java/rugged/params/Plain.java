package rugged.params;

import java.util.regex.Pattern;

/** Texts of others made fit for a line that is shown: no control characters, no names of Java classes. */
public final class Plain {
    /** A class with its package, as messages of the Java run time name it. */
    private static final Pattern CLASS =
            Pattern.compile("(?:class |interface )?\\b(?:[a-z_][A-Za-z0-9_]*[./]){2,}[A-Z][A-Za-z0-9_$]*");

    private Plain() {}

    /**
     * The text with every character that could steer a terminal written as its code: control characters but for the ends of lines and tabs, and those that
     * reverse the direction of what follows. {@code ESC} becomes {@code \u001b}, which in JSON means the same.
     */
    public static String visible(String text) {
        int first = 0;
        while (first < text.length() && !steers(text.charAt(first))) first++;
        if (first == text.length()) return text;
        StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int k = first; k < text.length(); k++) {
            char c = text.charAt(k);
            if (steers(c)) shown.append(String.format("\\u%04x", (int) c));
            else shown.append(c);
        }
        return shown.toString();
    }

    /** Whether a character does something to a terminal beside being shown. */
    public static boolean steers(char c) {
        if (c == '\n' || c == '\t') return false;
        return c < 0x20
                || c >= 0x7f && c < 0xa0
                || c == 0x061c
                || c >= 0x200e && c <= 0x200f
                || c >= 0x2028 && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069;
    }

    /** Why something failed, in one line without names of Java classes. */
    public static String reason(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return switch (failure) {
            case BadParameter bad -> message;
            case NullPointerException missing -> "an error of the program itself: a value is missing";
            case ClassCastException mixed -> "an error of the program itself: a value is of another kind than expected";
            case ArithmeticException arithmetic -> "a number that cannot be computed: " + withoutClasses(message);
            default ->
                failure.getMessage() == null
                        ? "an error of the program itself"
                        : "an error of the program itself: " + withoutClasses(message);
        };
    }

    private static String withoutClasses(String message) {
        return CLASS.matcher(message).replaceAll("a part of the program");
    }
}
