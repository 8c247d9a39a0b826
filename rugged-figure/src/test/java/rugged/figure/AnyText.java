package rugged.figure;

import java.util.Random;

/** Texts that somebody may have written: markup, quotes, formulae, control characters, halves of surrogate pairs, and nothing at all. */
final class AnyText {
    private static final String SIGNS = "<>&\"'\\{}_^$/=-+*()[]; \n\t\u0000\u001b\u00a0\u2028\ufeff";
    private static final String[] PIECES = {
        "<script>", "</td>", "t_{w}", "^{-2}", "\\chi", "\\text{", "}", "<!--", "]]>", "&amp;", "javascript:", "x^", "_"
    };

    private AnyText() {}

    /** The same for the same number; the first few are the shortest. */
    static String of(long number) {
        Random random = new Random(number);
        StringBuilder text = new StringBuilder();
        int length = number <= 3 ? (int) number - 1 : random.nextInt(40);
        for (int k = 0; k < length; k++) {
            switch (random.nextInt(5)) {
                case 0 -> text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
                case 1 -> text.append(PIECES[random.nextInt(PIECES.length)]);
                case 2 -> text.append((char) random.nextInt(0x10000));
                case 3 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                default -> text.append((char) random.nextInt(' ', 127));
            }
        }
        return text.toString();
    }
}
