package rugged.store.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import rugged.store.point.Extent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON files of a run folder: records to text and back; unknown keys of a newer version are passed over. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final String SUM = "sum";
    private static final String FORMAT = "format";
    private static final String BLANK = "00000000";

    private Json() {}

    public static byte[] bytes(Object value) {
        return (MAPPER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a small file; empty when there is none. */
    public static <T> Optional<T> read(Path file, Class<T> type) {
        return read(file, type, StoredFile.SMALL);
    }

    /** Reads a file of at most so many bytes; empty when there is none. */
    public static <T> Optional<T> read(Path file, Class<T> type, long most) {
        Optional<byte[]> content = StoredFile.bytes(file, most);
        return content.map(bytes -> read(file, bytes, type));
    }

    /** Reads the content of a file. */
    public static <T> T read(Path file, byte[] content, Class<T> type) {
        try {
            T value = MAPPER.readValue(content, type);
            Optional<String> missing = Whole.missing(value);
            if (missing.isPresent()) throw new Damaged(file, "is damaged: " + missing.get() + " is missing");
            return value;
        } catch (JacksonException e) {
            throw new Damaged(file, "is damaged: " + JsonFault.of(e), e);
        }
    }

    /**
     * Text in which the last entry {@code sum} is the CRC-32C of all that it says, with zeros where the sum stands. Its {@code format} says that there is to be a
     * sum, so that damage to the very word {@code sum} is not taken for a text of before there were any.
     */
    public static byte[] sealed(Object value) {
        ObjectNode node = MAPPER.valueToTree(value);
        if (!node.has(FORMAT)) node.put(FORMAT, 1);
        node.put(SUM, BLANK);
        byte[] content = bytes(node);
        int at = sumAt(content);
        byte[] sum = HexFormat.of().toHexDigits(sum(content), BLANK.length()).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(sum, 0, content, at, sum.length);
        return content;
    }

    /** Reads what {@link #sealed} wrote; text without a sum counts when it is of a format that had none. */
    public static <T> Optional<T> readSealed(Path file, Class<T> type) {
        Optional<byte[]> content = StoredFile.bytes(file, StoredFile.SMALL);
        if (content.isEmpty()) return Optional.empty();
        requireSum(file, content.get());
        return Optional.of(read(file, content.get(), type));
    }

    /**
     * Compares a content with the sum that it carries; one of a format that had none passes.
     *
     * @throws Damaged when it is not its own, or is missing where there is to be one
     */
    public static void requireSum(Path file, byte[] all) {
        int at = sumAt(all);
        if (at < 0) {
            if (new String(all, StandardCharsets.UTF_8).contains("\"" + FORMAT + "\""))
                throw new Damaged(file, "is damaged: its checksum is missing");
            return;
        }
        String said = new String(all, at, BLANK.length(), StandardCharsets.US_ASCII);
        byte[] blank = all.clone();
        Arrays.fill(blank, at, at + BLANK.length(), (byte) '0');
        if (!said.equals(HexFormat.of().toHexDigits(sum(blank), BLANK.length())))
            throw new Damaged(file, "is damaged: its checksum differs");
    }

    private static long sum(byte[] content) {
        return Extent.of(content).sum();
    }

    /** Where the digits of the sum begin, which stand in the last line but one; -1 without any. */
    private static int sumAt(byte[] content) {
        String end = "\n}\n";
        String head = "\"" + SUM + "\" : \"";
        String text = new String(content, StandardCharsets.ISO_8859_1);
        int at = text.length() - end.length() - 1 - BLANK.length();
        boolean there = at > head.length()
                && text.endsWith("\"" + end)
                && text.startsWith(head, at - head.length())
                && text.substring(at, at + BLANK.length()).matches("[0-9a-f]+");
        return there ? at : -1;
    }
}
