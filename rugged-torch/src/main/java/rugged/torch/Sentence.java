package rugged.torch;

import java.util.List;

/** What libtorch has to say, in one line: its messages hold traces of its own. */
final class Sentence {
    private static final int LONGEST = 200;
    /** What begins lines of a trace. */
    private static final List<String> TRACE = List.of(
            "Traceback", "File \"", "Exception raised from", "frame #", "The following operation failed", "Serialized");

    private Sentence() {}

    /** The last line that says what happened. */
    static String of(Throwable failure) {
        String all = String.valueOf(failure.getMessage());
        int frames = all.indexOf("Exception raised from");
        String said = "";
        for (String line : (frames > 0 ? all.substring(0, frames) : all).split("\n")) {
            String plain = line.strip();
            boolean trace = plain.isEmpty() || TRACE.stream().anyMatch(plain::startsWith);
            if (!trace && !plain.startsWith("~") && plain.chars().anyMatch(Character::isLetter)) said = plain;
        }
        return said.length() > LONGEST ? said.substring(0, LONGEST) + "..." : said;
    }
}
