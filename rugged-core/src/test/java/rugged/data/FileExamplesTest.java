package rugged.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.DataMissing;
import rugged.api.DataSpec.Labels;
import rugged.api.DataSpec.Outline;
import rugged.api.Examples;
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
        refused(spec(text("nan.csv", "1,2\n3,NaN\n"), y, Labels.CLASSES, 0), "holds numbers that are not finite");
        refused(spec(text("empty.csv", "\n"), y, Labels.CLASSES, 0), "has shape [0, 0]");
        refused(spec(x, text("three.csv", "0\n1\n1\n"), Labels.CLASSES, 0), "has 3 labels for 2 inputs");
        refused(spec(x, x, Labels.CLASSES, 0), "has 2 numbers for each example");
        refused(spec(x, text("half.csv", "0\n0.5\n"), Labels.CLASSES, 0), "label 2 is 0.5; whole numbers from 0");
        refused(spec(x, y, Labels.SIGNS, 0), "label 1 is 0.0; +1 or -1");
        refused(
                spec(npy("cut.npy", "<f8", "2, 2", 1, 2, 3), y, Labels.CLASSES, 0),
                "holds 24 bytes where its shape says 32");
        assertThatThrownBy(() -> spec("nowhere.npy", y, Labels.CLASSES, 0).outline())
                .isInstanceOf(DataMissing.class)
                .hasMessageContaining("inputs: there is no file")
                .hasMessageContaining("nowhere.npy");
    }
}
