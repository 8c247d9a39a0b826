package rugged.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.DataMissing;
import rugged.api.DataSpec.Outline;
import rugged.api.DataSpec.Pixels;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.params.BadParameter;

class FileExamplesTest {
    @TempDir
    Path folder;

    private String text(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String npy(String name, String type, String shape, double... values) throws IOException {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }\n";
        int width = type.charAt(2) - '0';
        ByteBuffer bytes = ByteBuffer.allocate(10 + header.length() + width * values.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        bytes.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        for (double value : values) {
            switch (type) {
                case "<f8" -> bytes.putDouble(value);
                case "<i8" -> bytes.putLong((long) value);
                default -> bytes.put((byte) value);
            }
        }
        Path file = folder.resolve(name);
        Files.write(file, bytes.array());
        return file.toString();
    }

    private static FileExamples spec(String inputs, String targets, Labels labels, double test) {
        return new FileExamples(inputs, targets, labels, test, Normalisation.NONE, 0, 3);
    }

    @Test
    void everyExampleIsInOneOfTheParts() throws IOException {
        double[] values = new double[20];
        double[] labels = new double[10];
        for (int a = 0; a < 10; a++) {
            values[2 * a] = a;
            values[2 * a + 1] = -a;
            labels[a] = a % 3;
        }
        FileExamples spec =
                spec(npy("x.npy", "<f8", "10, 2", values), npy("y.npy", "<i8", "10,", labels), Labels.CLASSES, 0.3);
        assertThat(spec.outline()).isEqualTo(new Outline(7, 3, 2, Labels.CLASSES, 3));
        Examples examples = spec.load();
        Set<Double> seen = new TreeSet<>();
        for (int a = 0; a < 7; a++) {
            seen.add(examples.inputs()[2 * a]);
            assertThat(examples.targets()[a]).isEqualTo(examples.inputs()[2 * a] % 3);
        }
        for (int a = 0; a < 3; a++) seen.add(examples.testInputs()[2 * a]);
        assertThat(seen).hasSize(10);
        assertThat(spec.load().inputs()).containsExactly(examples.inputs());
    }

    @Test
    void textAndArraysAreTheSame() throws IOException {
        String x = text("x.csv", "# two columns\n1, 2\n\n3,4e0\n-5,6\n");
        FileExamples written = spec(x, text("y.csv", "1\n-1\n1\n"), Labels.SIGNS, 0);
        FileExamples packed = spec(
                npy("x.npy", "<f8", "3, 2", 1, 2, 3, 4, -5, 6), npy("y.npy", "|i1", "3, 1", 1, -1, 1), Labels.SIGNS, 0);
        assertThat(written.load().inputs()).containsExactly(packed.load().inputs());
        assertThat(written.load().targets()).containsExactly(packed.load().targets());
        assertThat(written.outline()).isEqualTo(new Outline(3, 0, 2, Labels.SIGNS, 2));
    }

    @Test
    void picturesKeepTheirShape() throws IOException {
        String labels = npy("y.npy", "|i1", "2,", 1, -1);
        double[] values = new double[24];
        FileExamples grey = spec(npy("grey.npy", "<f8", "2, 3, 4", values), labels, Labels.SIGNS, 0);
        FileExamples coloured = spec(npy("coloured.npy", "<f8", "2, 3, 2, 2", values), labels, Labels.SIGNS, 0);
        assertThat(grey.outline().pixels()).contains(new Pixels(1, 3, 4));
        assertThat(coloured.outline().pixels()).contains(new Pixels(3, 2, 2));
        assertThat(coloured.load().shape()).containsExactly(3, 2, 2);
    }

    private static void refused(FileExamples spec, String message) {
        assertThatThrownBy(spec::load).isInstanceOf(BadParameter.class).hasMessageContaining(message);
    }

    @Test
    void everyMistakeIsSaid() throws IOException {
        String x = text("x.csv", "1,2\n3,4\n");
        String y = text("y.csv", "0\n1\n");
        refused(
                spec(text("word.csv", "1,2\n3,four\n"), y, Labels.CLASSES, 0),
                "line 2, column 2: \"four\" is no number");
        refused(spec(text("short.csv", "1,2\n3\n"), y, Labels.CLASSES, 0), "line 2 has 1 numbers, the first 2");
        refused(spec(text("nan.csv", "1,2\n3,NaN\n"), y, Labels.CLASSES, 0), "row 2 (line 2), column 2 is NaN");
        refused(spec(text("empty.csv", "\n"), y, Labels.CLASSES, 0), "has shape [0, 0]");
        refused(spec(x, text("three.csv", "0\n1\n1\n"), Labels.CLASSES, 0), "has 3 labels for 2 inputs");
        refused(spec(x, x, Labels.CLASSES, 0), "has 2 numbers for each example");
        refused(spec(x, text("half.csv", "0\n0.5\n"), Labels.CLASSES, 0), "label 2 is 0.5; whole numbers");
        refused(spec(x, y, Labels.SIGNS, 0), "label 1 is 0.0; +1 or -1");
        refused(
                spec(npy("cut.npy", "<f8", "2, 2", 1, 2, 3), y, Labels.CLASSES, 0),
                "holds 24 bytes where its shape says 32");
        assertThatThrownBy(() -> spec("nowhere.npy", y, Labels.CLASSES, 0).outline())
                .isInstanceOf(DataMissing.class)
                .hasMessageContaining("inputs: there is no file")
                .hasMessageContaining("nowhere.npy");
    }

    private static double[] column(FileExamples spec) {
        return spec.load().inputs();
    }

    /** Tables as other programs write them: marks in front, UTF-16, Latin-1, gzip, headers, separators, quotes. */
    @Test
    void tablesOfOtherProgramsAreRead() throws IOException {
        String y = text("y.csv", "0\n1\n");
        double[] expected = column(spec(text("plain.csv", "1.5,2\n3,-4e-1\n"), y, Labels.CLASSES, 0));
        Map<String, byte[]> files = new java.util.LinkedHashMap<>();
        files.put("mark.csv", "\ufeff1.5,2\n3,-4e-1\n".getBytes(StandardCharsets.UTF_8));
        files.put("utf16.csv", "\ufeff1.5,2\r\n3,-4e-1\r\n".getBytes(StandardCharsets.UTF_16LE));
        files.put("utf16be.csv", "\ufeffa,b\n1.5,2\n3,-4e-1\n".getBytes(StandardCharsets.UTF_16BE));
        files.put("unmarked.csv", "1.5,2\n3,-4e-1\n".getBytes(StandardCharsets.UTF_16LE));
        files.put("latin.csv", "gr\u00f6\u00dfe,\u00b5\n1.5,2\n3,-4e-1\n".getBytes(StandardCharsets.ISO_8859_1));
        files.put("utf8.csv", "gr\u00f6\u00dfe,\u00b5\n1.5,2\n3,-4e-1\n".getBytes(StandardCharsets.UTF_8));
        files.put("semicolon.csv", "a;\"b, or c\"\n1.5;2\n3;-4e-1".getBytes(StandardCharsets.UTF_8));
        files.put("tab.tsv", "1.5\t2\n\n# more\n3\t-4e-1\n".getBytes(StandardCharsets.UTF_8));
        files.put("blank.txt", " 1.5   2\n 3  -4e-1\n".getBytes(StandardCharsets.UTF_8));
        files.put("quoted.csv", "\"1.5\",\"2\"\n3,\"-4e-1\"\n".getBytes(StandardCharsets.UTF_8));
        java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(packed)) {
            gzip.write("1.5,2\n3,-4e-1\n".getBytes(StandardCharsets.UTF_8));
        }
        files.put("packed.csv.gz", packed.toByteArray());
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.write(path, file.getValue());
            assertThat(column(spec(path.toString(), y, Labels.CLASSES, 0)))
                    .as(file.getKey())
                    .containsExactly(expected);
        }
    }

    @Test
    void whatCannotBeMeantIsRefusedWhilePlanning() throws IOException {
        String y = text("y.csv", "0\n1\n");
        for (String[] one : new String[][] {
            {"a,b\n1,2\n3,nan\n", "row 2 (line 3), column 2 is NaN"},
            {"1,2\n-inf,nan\n", "row 2 (line 2), column 1 is -Infinity, and 1 more are not finite"},
            {"1,2\n,3\n", "line 2, column 1: the cell is empty"},
            {"1;2,5\n1;2,5\n", "line 1, column 2: \"2,5\" is no number (write the decimal point as a point)"},
            {"1,2\n1f,3\n", "line 2, column 1: \"1f\" is no number"},
            {",a,b\n0,1,2\n1,3,4\n", "names no first column"},
            {"a,b,c\n1,2\n3,4\n", "line 2 has 2 numbers, the header 3 names"}
        }) {
            FileExamples spec = spec(text("bad.csv", one[0]), y, Labels.CLASSES, 0);
            assertThatThrownBy(spec::outline)
                    .as(one[0])
                    .isInstanceOf(BadParameter.class)
                    .hasMessageContaining(one[1])
                    .extracting(bad -> ((BadParameter) bad).parameter())
                    .isEqualTo("inputs");
        }
    }

    @Test
    void labelsThatDoNotBeginAtZeroAreNumberedInTheirOrder() throws IOException {
        String x = text("x.csv", "1\n2\n3\n4\n");
        FileExamples spec = spec(x, text("y.csv", "7\n-1\n3\n7\n"), Labels.CLASSES, 0);
        assertThat(spec.outline().classes()).isEqualTo(3);
        Examples examples = spec.load();
        for (int a = 0; a < 4; a++) {
            double class_ = Map.of(1.0, 2.0, 2.0, 0.0, 3.0, 1.0, 4.0, 2.0).get(examples.inputs()[a]);
            assertThat(examples.targets()[a]).isEqualTo(class_);
        }
        assertThat(spec.remark()).contains("the labels -1, 3, 7 are learned as classes 0 to 2");
        FileExamples gap = spec(x, text("gap.csv", "0\n3\n3\n0\n"), Labels.CLASSES, 0);
        assertThat(gap.outline().classes()).isEqualTo(4);
        assertThat(gap.remark()).contains("2 of its 4 classes have no example");
        assertThat(spec(x, text("whole.csv", "0\n1\n1\n0\n"), Labels.CLASSES, 0).remark())
                .isEmpty();
    }

    @Test
    void constantInputsAreNamedAndMakeNoNaN() throws IOException {
        String x = text("x.csv", "1,7,0\n2,7,1\n3,7,1\n5,7,3\n6,7,8\n");
        String y = text("y.csv", "0\n1\n1\n0\n1\n");
        assertThat(spec(x, y, Labels.CLASSES, 0).remark())
                .contains("1 of 3 inputs are the same number in all examples (column 2)");
        for (Normalisation way : Normalisation.values()) {
            FileExamples some = new FileExamples(x, y, Labels.CLASSES, 0.2, way, 2, 1);
            assertThat(some.load().inputs()).as(way.name()).doesNotContain(Double.NaN);
        }
        FileExamples all = new FileExamples(x, y, Labels.CLASSES, 0, Normalisation.NONE, 3, 1);
        assertThatThrownBy(all::remark)
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("only 2 principal components have positive variance");
    }
}
