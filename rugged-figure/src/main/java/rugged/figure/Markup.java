package rugged.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The light markup of labels. <code>_{…}</code> lowers and <code>^{…}</code> raises; {@code \tau} is the Greek letter; a
 * Latin or small Greek letter standing alone is a symbol and set in italics (but not the article "a", the pronoun "I",
 * the last part of {@code landscape.n}, nor the letter that a hyphen joins to an acronym: L-BFGS, but p-spin); a hyphen that is an operator becomes a minus sign; <code>\text{…}</code> is left
 * as it is. Anything else is text.
 *
 * <p>The scripts of the page know the same grammar.
 */
public final class Markup {
    /** Size of what is raised or lowered, relative to the text around it. */
    static final double SHIFTED_SIZE = 0.7;

    private static final Map<String, String> NAMED = named(
            "alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π"
                    + " rho ρ sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ"
                    + " Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω infty ∞ times × cdot · pm ± langle ⟨ rangle ⟩ approx ≈ le ≤"
                    + " ge ≥ partial ∂ nabla ∇ ell ℓ to →");

    private static final Pattern NAME = Pattern.compile("\\\\([A-Za-z]+) ?");
    private static final Pattern SHIFTED = Pattern.compile("(_|\\^|\\\\text)\\{([^}]*)}");
    private static final Pattern MINUS_BEFORE_NUMBER = Pattern.compile("(^|[\\s({=,^])-(?=[\\s\\d∞.])");
    private static final Pattern MINUS_BEFORE_SYMBOL = Pattern.compile("(^|[({=,]|\\s)-(?=\\p{L})");
    private static final Pattern ACRONYM =
            Pattern.compile("(?<![A-Za-z])[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ]{2,}(?![A-Za-z])");
    private static final Pattern GREEK_WORD =
            Pattern.compile("(?<![\\p{L}\\\\.-])(?:mu|chi|beta|tau|eta|nu|gamma)(?![\\p{L}-])");
    private static final Pattern PLAIN_LOWERED =
            Pattern.compile("(?<=(?<!\\p{L})\\p{L})_(\\p{L}{1,4}|\\d+)(?![\\p{L}\\d_])");
    private static final Pattern PLAIN_RAISED =
            Pattern.compile("(?:(?<=(?<!\\p{L})\\p{L})(\\*)|\\^(-?[\\p{L}\\d]+(?:\\.\\d+)?))(?![\\p{L}\\d])");

    /**
     * Text of one style.
     *
     * @param shift 1 raised, -1 lowered, 0 on the line
     */
    record Run(String text, int shift, boolean italic) {}

    private Markup() {}

    /** What a column is called where nobody said: the age by its symbol, a Greek letter by its sign, a parameter by the last word of its path. */
    public static String symbolOf(String column) {
        String word = column.substring(column.lastIndexOf('.') + 1);
        return column.equals("tw") ? "t_{w}" : greek(word) ? "\\" + word : word;
    }

    private static Map<String, String> named(String pairs) {
        String[] words = pairs.split(" ");
        Map<String, String> out = new java.util.HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            out.put(words[i], words[i + 1]);
        }
        return Map.copyOf(out);
    }

    /** Whether a word is the name of a small Greek letter. */
    static boolean greek(String word) {
        String sign = NAMED.getOrDefault(word, "");
        return sign.length() == 1 && sign.charAt(0) >= 'α' && sign.charAt(0) <= 'ω';
    }

    /** The runs of a text in markup. */
    static List<Run> runs(String source) {
        String text = NAME.matcher(source)
                .replaceAll(found -> Matcher.quoteReplacement(NAMED.getOrDefault(found.group(1), found.group())));
        List<Run> out = new ArrayList<>();
        Matcher shifted = SHIFTED.matcher(text);
        int from = 0;
        while (shifted.find()) {
            split(minus(text.substring(from, shifted.start())), 0, out);
            switch (shifted.group(1)) {
                case "^" -> split(minus(shifted.group(2)), 1, out);
                case "_" -> split(minus(shifted.group(2)), -1, out);
                default -> out.add(new Run(shifted.group(2), 0, false));
            }
            from = shifted.end();
        }
        split(minus(text.substring(from)), 0, out);
        return out;
    }

    private static String minus(String text) {
        String numbers = MINUS_BEFORE_NUMBER.matcher(text).replaceAll("$1−");
        return MINUS_BEFORE_SYMBOL.matcher(numbers).replaceAll("$1−");
    }

    private static void split(String text, int shift, List<Run> out) {
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || symbol(text, i) != symbol(text, from)) {
                out.add(new Run(text.substring(from, i), shift, symbol(text, from)));
                from = i;
            }
        }
    }

    /** Whether the letter at a place belongs to a number: 1e5, 2E-3. */
    private static boolean exponent(String text, int at) {
        int after = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? at + 2 : at + 1;
        return at > 0
                && Character.isDigit(text.charAt(at - 1))
                && after < text.length()
                && Character.isDigit(text.charAt(after));
    }

    private static boolean symbol(String text, int at) {
        char sign = text.charAt(at);
        boolean letter = (sign >= 'A' && sign <= 'Z')
                || (sign >= 'a' && sign <= 'z')
                || (sign >= 'α' && sign <= 'ω')
                || sign == 'ℓ';
        if (!letter || letterAt(text, at - 1) || letterAt(text, at + 1)) {
            return false;
        }
        if (at > 0 && text.charAt(at - 1) == '.') {
            return false;
        }
        if ((sign == 'e' || sign == 'E') && exponent(text, at)) {
            return false;
        }
        if (sign == 's' && at > 0 && (text.charAt(at - 1) == '\'' || text.charAt(at - 1) == '’')) {
            return false;
        }
        if (ofAcronym(text, at)) {
            return false;
        }
        boolean article = (sign == 'a' || sign == 'A' || sign == 'I')
                && (at == 0 || text.charAt(at - 1) == ' ')
                && at + 3 < text.length()
                && text.charAt(at + 1) == ' '
                && letterAt(text, at + 2)
                && letterAt(text, at + 3);
        return !article;
    }

    /** Whether hyphens join the letter to a part of several letters and no vowel, which nobody reads as a word: l-bfgs-b. */
    private static boolean ofAcronym(String text, int at) {
        int from = at;
        int to = at + 1;
        while (from > 0 && joined(text, from - 1)) from--;
        while (to < text.length() && joined(text, to)) to++;
        return to - from > 1 && ACRONYM.matcher(text.substring(from, to)).find();
    }

    /** Whether the sign belongs to a compound: a letter, or a hyphen between letters. */
    private static boolean joined(String text, int at) {
        return letterAt(text, at) || (text.charAt(at) == '-' && letterAt(text, at - 1) && letterAt(text, at + 1));
    }

    private static boolean letterAt(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }

    /**
     * A sentence with formulae in plain letters, as a terminal shows it, in markup: {@code t* ~ t_w^mu} becomes <code>t^{*} ~ t_{w}^{\u03bc}</code>, {@code chi^2} and
     * {@code N^-0.5} are raised. Names with underscores of more than one letter before them stay as they are.
     */
    public static String formulae(String sentence) {
        String greek = GREEK_WORD
                .matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(NAMED.getOrDefault(found.group(), found.group())));
        String lowered = PLAIN_LOWERED.matcher(greek).replaceAll("_{$1}");
        return PLAIN_RAISED
                .matcher(lowered)
                .replaceAll(found -> "^{" + (found.group(1) == null ? found.group(2) : found.group(1)) + "}");
    }

    /** The text for a reader of plain text: {@code t_w}, {@code 10^-2}. */
    public static String plain(String source) {
        StringBuilder out = new StringBuilder();
        for (Run run : runs(source)) {
            out.append(run.shift == 0 ? "" : run.shift > 0 ? "^" : "_").append(run.text);
        }
        return out.toString();
    }

    /** The text as HTML: everything escaped, symbols in {@code <i>}, shifts in {@code <sub>} and {@code <sup>}. */
    public static String html(String source) {
        StringBuilder out = new StringBuilder();
        for (Run run : runs(source)) {
            String text = run.italic ? "<i>" + escaped(run.text) + "</i>" : escaped(run.text);
            out.append(
                    switch (run.shift) {
                        case 1 -> "<sup>" + text + "</sup>";
                        case -1 -> "<sub>" + text + "</sub>";
                        default -> text;
                    });
        }
        return out.toString();
    }

    /** The five characters that HTML and XML reserve, as entities; control characters, which neither allows, left out. */
    public static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(sign < ' ' && sign != '\n' && sign != '\t' ? "" : sign);
            }
        }
        return out.toString();
    }
}
