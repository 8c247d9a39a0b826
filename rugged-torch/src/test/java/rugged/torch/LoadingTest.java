package rugged.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rugged.landscape.Precision;
import rugged.landscape.network.NetworkLoss;
import rugged.num.NativeBlas;

/** A process that has never unpacked libtorch opens a model and lives, whether or not it has used the BLAS of the machine before. */
@Tag("slow")
class LoadingTest {
    @TempDir
    Path folder;

    /** What the other process does. */
    static final class Open {
        private Open() {}

        public static void main(String[] words) {
            boolean blas = words[0].equals("blas");
            if (blas) NativeBlas.found();
            var landscape = SameNetwork.torchscript(
                            "dense-3.pt", SameNetwork.examples(40, 3), NetworkLoss.AUTO, 0.0, Precision.FLOAT64)
                    .build();
            System.out.println("energy " + landscape.energy(new double[landscape.dimension()]));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"blas", "nothing"})
    void theFirstModelOfAMachineOpens(String before) throws IOException, InterruptedException {
        assertThat(output(before)).contains("energy 1.0986122886681");
    }

    private String output(String before) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("cache"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Open.class.getName(),
                        before))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        String all = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(all).isZero();
        return all;
    }

    /** One thread a run: what libtorch computes is not spread over all cores beneath a pool of runs. */
    @Test
    void libtorchHasOneThread() {
        Libtorch.load();
        assertThat(org.bytedeco.pytorch.global.torch.get_num_threads()).isOne();
        assertThat(org.bytedeco.openblas.presets.openblas_nolapack.blas_get_num_threads())
                .isOne();
    }
}
