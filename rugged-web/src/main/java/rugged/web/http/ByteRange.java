package rugged.web.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a header {@code Range} asks for: {@code a-b}, {@code a-} or the last {@code -n} bytes. What is malformed, of another unit, or names
 * several ranges asks for nothing, so that the whole file is the answer.
 *
 * @param first the first byte
 * @param last the last byte, at least the first
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, section 14</a>
 */
record ByteRange(long first, long last) {
    private static final Pattern FORM = Pattern.compile("(?i:bytes)=[ \\t]*(\\d*)-(\\d*)[ \\t]*");
    private static final int DIGITS = 18;

    /** Asked for, but there is no byte of it. */
    static final class Unsatisfiable extends Exception {
        private static final long serialVersionUID = 1L;

        Unsatisfiable() {
            super("the range begins beyond the end", null, false, false);
        }
    }

    /** Bytes of the range. */
    long length() {
        return last - first + 1;
    }

    /**
     * Reads a header.
     *
     * @param header its value; null for none
     * @param size bytes of the file
     * @return empty when the whole file is to be sent
     * @throws Unsatisfiable when no byte of the range is there
     */
    static Optional<ByteRange> of(@Nullable String header, long size) throws Unsatisfiable {
        Matcher matcher = FORM.matcher(header == null ? "" : header);
        if (!matcher.matches()) return Optional.empty();
        String from = matcher.group(1);
        String to = matcher.group(2);
        if (from.isEmpty()) return to.isEmpty() ? Optional.empty() : Optional.of(end(number(to), size));
        long first = number(from);
        long last = to.isEmpty() ? Long.MAX_VALUE : number(to);
        if (last < first) return Optional.empty();
        if (first >= size) throw new Unsatisfiable();
        return Optional.of(new ByteRange(first, Math.min(last, size - 1)));
    }

    private static ByteRange end(long count, long size) throws Unsatisfiable {
        if (count == 0 || size == 0) throw new Unsatisfiable();
        return new ByteRange(Math.max(0, size - count), size - 1);
    }

    /** A number however long. */
    private static long number(String digits) {
        String plain = digits.replaceFirst("^0+(?=.)", "");
        return plain.length() > DIGITS ? Long.MAX_VALUE : Long.parseLong(plain);
    }
}
