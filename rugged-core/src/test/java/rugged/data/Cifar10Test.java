package rugged.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.DataMissing;
import rugged.api.DataSpec.Pixels;
import rugged.api.Examples;
import rugged.params.BadParameter;

/** Every picture comes back with its label; what is no such file is said to be none. */
class Cifar10Test {
    private static final int RECORD = 3073;

    @TempDir
    Path folder;

    private Cifar10 spec(int patterns, int tests) {
        return new Cifar10(folder.toString(), patterns, tests, Normalisation.NONE, 0, 1);
    }

    private static byte[] records(int count, int first) {
        byte[] bytes = new byte[count * RECORD];
        for (int k = 0; k < count; k++) {
            bytes[k * RECORD] = (byte) ((first + k) % 10);
            for (int i = 1; i < RECORD; i++) bytes[k * RECORD + i] = (byte) (first + k + i % 7);
        }
        return bytes;
    }

    @Test
    void picturesKeepTheirLabels() throws IOException {
        Files.write(folder.resolve("data_batch_1.bin"), records(12, 0));
        Files.write(folder.resolve("data_batch_2.bin"), records(8, 12));
        Files.write(folder.resolve("test_batch.bin"), records(5, 40));
        Examples all = spec(0, 0).load();
        assertThat(all.patterns()).isEqualTo(20);
        assertThat(spec(0, 0).outline().pixels()).contains(new Pixels(3, 32, 32));
        boolean[] seen = new boolean[20];
        for (int a = 0; a < 20; a++) {
            int number = (int) Math.round(255 * all.inputs()[a * 3072] - 1);
            assertThat(all.targets()[a]).isEqualTo(number % 10);
            assertThat(all.inputs()[a * 3072 + 5]).isEqualTo((number + 6) / 255.0);
            seen[number] = true;
        }
        for (boolean one : seen) assertThat(one).isTrue();
        assertThat(spec(7, 2).load().targets()).containsExactly(java.util.Arrays.copyOf(all.targets(), 7));
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        assertThatThrownBy(() -> spec(0, 0).outline())
                .isInstanceOf(DataMissing.class)
                .hasMessageContaining("lacks data_batch_1.bin");
        Files.write(folder.resolve("data_batch_1.bin"), new byte[RECORD + 1]);
        Files.write(folder.resolve("test_batch.bin"), records(5, 40));
        assertThatThrownBy(() -> spec(0, 0).outline())
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("has 3074 bytes");
        byte[] wrong = records(2, 0);
        wrong[RECORD] = 11;
        Files.write(folder.resolve("data_batch_1.bin"), wrong);
        assertThatThrownBy(() -> spec(0, 0).load()).hasMessageContaining("label 2 is 11");
        assertThatThrownBy(() -> spec(3, 0).outline()).hasMessageContaining("there are only 2");
    }
}
