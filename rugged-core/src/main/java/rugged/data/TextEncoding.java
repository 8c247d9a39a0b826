package rugged.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * How a text file is written: UTF-8 or UTF-16 by its byte-order mark, UTF-16 without one by its zero bytes, UTF-8 where all of it can be that, else Latin-1. Packed by gzip
 * or not, whatever its name says.
 *
 * @param charset the encoding
 * @param mark bytes of the mark in front
 */
record TextEncoding(Charset charset, int mark) {
    private static final int GZIP = 0x1f8b;
    private static final int BLOCK = 1 << 16;

    /** What a file is written in; read once. */
    static TextEncoding of(Path path) throws IOException {
        byte[] begin;
        try (InputStream in = unpacked(path)) {
            begin = in.readNBytes(BLOCK);
        }
        if (starts(begin, 0xef, 0xbb, 0xbf)) return new TextEncoding(StandardCharsets.UTF_8, 3);
        if (starts(begin, 0xfe, 0xff)) return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        if (starts(begin, 0xff, 0xfe)) return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        int even = 0;
        int odd = 0;
        for (int k = 0; k < begin.length; k++) {
            if (begin[k] == 0 && k % 2 == 0) even++;
            if (begin[k] == 0 && k % 2 == 1) odd++;
        }
        // digits and separators have an empty half in UTF-16
        if (4 * odd > begin.length && even == 0) return new TextEncoding(StandardCharsets.UTF_16LE, 0);
        if (4 * even > begin.length && odd == 0) return new TextEncoding(StandardCharsets.UTF_16BE, 0);
        if (even + odd > 0) throw new IOException("is no text: it holds zero bytes");
        return new TextEncoding(utf8(path) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1, 0);
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int k = 0; k < mark.length; k++) if ((bytes[k] & 0xff) != mark[k]) return false;
        return true;
    }

    private static boolean utf8(Path path) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        char[] block = new char[BLOCK];
        try (Reader reader = new InputStreamReader(unpacked(path), decoder)) {
            int count = 0;
            while (count >= 0) count = reader.read(block);
            return true;
        } catch (CharacterCodingException elsewhere) {
            return false;
        }
    }

    /** The text behind the mark. */
    Reader open(Path path) throws IOException {
        InputStream in = unpacked(path);
        try {
            in.skipNBytes(mark);
            return new InputStreamReader(in, charset);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static InputStream unpacked(Path path) throws IOException {
        PushbackInputStream in = new PushbackInputStream(new BufferedInputStream(Files.newInputStream(path), BLOCK), 2);
        try {
            byte[] begin = in.readNBytes(2);
            in.unread(begin);
            boolean packed = begin.length == 2 && ((begin[0] & 0xff) << 8 | begin[1] & 0xff) == GZIP;
            return packed ? new GZIPInputStream(in, BLOCK) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
