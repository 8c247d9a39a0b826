package rugged.num.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays as NumPy of any version writes them. */
class NpyTest {
    @TempDir
    Path folder;

    private static byte[] file(int version, String header, byte... data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(12 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        all.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        all.put((byte) version).put((byte) 0);
        if (version == 1) all.putShort((short) text.length);
        else all.putInt(text.length);
        all.put(text).put(data);
        return java.util.Arrays.copyOf(all.array(), all.position());
    }

    private static String header(String type, String order, String shape) {
        return "{'descr': '" + type + "', 'fortran_order': " + order + ", 'shape': (" + shape + "), }";
    }

    private static Npy read(byte[] file) throws IOException {
        return Npy.read(new ByteArrayInputStream(file), file.length);
    }

    private static byte[] bytes(String hex) {
        return java.util.HexFormat.of().parseHex(hex);
    }

    @ParameterizedTest
    @CsvSource({
        "<f8, 000000000000f8bf, -1.5",
        ">f8, bff8000000000000, -1.5",
        "<f4, 0000c0bf, -1.5",
        ">f4, bfc00000, -1.5",
        "<f2, 00be, -1.5",
        ">f2, be00, -1.5",
        "=f4, 0000c0bf, -1.5",
        "<i8, feffffffffffffff, -2",
        ">i8, fffffffffffffffe, -2",
        "<i4, feffffff, -2",
        ">i4, fffffffe, -2",
        "<i2, feff, -2",
        ">i2, fffe, -2",
        "|i1, fe, -2",
        "<i1, fe, -2",
        "<u8, feffffffffffffff, 18446744073709551614",
        ">u8, 0000000000000007, 7",
        "<u4, feffffff, 4294967294",
        ">u4, fffffffe, 4294967294",
        "<u2, feff, 65534",
        ">u2, fffe, 65534",
        "|u1, fe, 254",
        "|b1, 01, 1",
    })
    void everyTypeInEveryOrder(String type, String hex, double value) throws IOException {
        Npy one = read(file(1, header(type, "False", "1,"), bytes(hex)));
        assertThat(one.values()).containsExactly(value);
        assertThat(one.shape()).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '|i1', 'fortran_order': False, 'shape': (3L, 2L), }          \n",
                "{'descr': '|i1', 'fortran_order': False, 'shape': (np.int64(3), np.int64(2)), }",
                "{'shape': (3, 2), 'fortran_order': False, 'descr': '|i1'}",
                "{'shape':(numpy.int32(3),2,),'fortran_order':False,'descr':'i1'}",
                "{\"descr\": \"|i1\", \"fortran_order\": False, \"shape\": (3, 2)}"
            })
    void everySpellingOfAHeader(String header) throws IOException {
        for (int version = 1; version <= 3; version++) {
            Npy array = read(file(version, header, bytes("010203040506")));
            assertThat(array.shape()).containsExactly(3, 2);
            assertThat(array.values()).containsExactly(1, 2, 3, 4, 5, 6);
        }
        // longer than a short can say, which is what versions 2 and 3 are for
        Npy array = read(file(2, header + " ".repeat(100_000), bytes("010203040506")));
        assertThat(array.values()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void fortranOrderIsTurned() throws IOException {
        // element (i, j, k) = 100 i + 10 j + k of an array 2 x 3 x 2, first index fastest
        byte[] data = new byte[12];
        int at = 0;
        for (int k = 0; k < 2; k++)
            for (int j = 0; j < 3; j++) for (int i = 0; i < 2; i++) data[at++] = (byte) (100 * i + 10 * j + k);
        Npy array = read(file(1, header("|u1", "True", "2, 3, 2"), data));
        assertThat(array.values()).containsExactly(0, 1, 10, 11, 20, 21, 100, 101, 110, 111, 120, 121);
    }

    @ParameterizedTest
    @CsvSource({
        "<c16, complex numbers",
        "|O, Python objects",
        "<U5, text",
        "|S3, text",
        "<M8[ns], dates",
        "<f16, floating-point numbers of 16 bytes",
        "|V8, raw bytes",
    })
    void whatIsNoNumberIsNamed(String type, String words) {
        assertThatThrownBy(() -> read(file(1, header(type, "False", "1,"), new byte[16])))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds " + words + " (type " + type + ")");
    }

    @Test
    void whatIsNoArrayIsNamed() {
        String records = "{'descr': [('a', '<f8'), ('b', '<i4')], 'fortran_order': False, 'shape': (1,), }";
        refused(file(1, records, new byte[12]), "records with named fields");
        refused(file(1, header("<f8", "False", "2,"), new byte[15]), "holds 15 bytes where its shape says 16");
        refused(file(4, header("<f8", "False", "2,"), new byte[16]), "version 4");
        refused(file(1, "{'descr': '<f8'}"), "without a readable 'fortran_order'");
        refused(file(1, header("<f8", "False", "-3,")), "cannot be read");
        refused(file(1, header("<f8", "False", "99999999999,")), "more than fits");
        refused(file(1, header("<f8", "False", "65536, 65536,")), "more than 2^31");
        refused(new byte[] {1, 2, 3}, "is not a .npy file");
    }

    private static void refused(byte[] file, String message) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class).hasMessageContaining(message);
    }

    @Test
    void oneOfSeveralArraysIsNamed() throws IOException {
        Path several = folder.resolve("s.npz");
        try (OutputStream out = Files.newOutputStream(several);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int k = 1; k <= 2; k++) {
                zip.putNextEntry(new ZipEntry("a" + k + ".npy"));
                zip.write(file(1, header("|i1", "False", "1,"), (byte) k));
            }
        }
        assertThat(ArrayFile.of(several + ":a2").read().values()).containsExactly(2);
        assertThatThrownBy(() -> ArrayFile.of(several.toString()).read())
                .hasMessageContaining("holds the arrays a1, a2: say which, such as " + several + ":a1");
        assertThatThrownBy(() -> ArrayFile.of(several + ":a3").read()).hasMessageContaining("no array \"a3\"");
    }
}
