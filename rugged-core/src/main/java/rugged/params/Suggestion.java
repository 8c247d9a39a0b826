package rugged.params;

import java.util.Collection;
import java.util.Optional;

/** What the user may have meant. */
public final class Suggestion {
    private static final int MOST_LISTED = 40;

    private Suggestion() {}

    /** The known word closest to the one typed, when it is close: one slip in three letters. */
    public static Optional<String> closest(String typed, Collection<String> known) {
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String word : known) {
            int distance = distance(typed, word);
            if (distance < least) {
                least = distance;
                best = word;
            }
        }
        int slips = Math.max(1, Math.max(typed.length(), best.length()) / 3);
        return least <= slips ? Optional.of(best) : Optional.empty();
    }

    /** "did you mean temperature? known are temperature, dt". */
    public static String among(String typed, Collection<String> known) {
        if (known.isEmpty()) return "there are none";
        String list = String.join(", ", known.stream().limit(MOST_LISTED).toList())
                + (known.size() > MOST_LISTED ? ", ..." : "");
        return closest(typed, known).map(word -> "did you mean " + word + "? ").orElse("") + "known are " + list;
    }

    /** Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other. */
    static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 8 || a.length() > 64) return Integer.MAX_VALUE;
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) d[i][0] = i;
        for (int j = 0; j <= b.length(); j++) d[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
        return d[a.length()][b.length()];
    }
}
