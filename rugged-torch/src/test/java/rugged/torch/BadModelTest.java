package rugged.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.DataMissing;
import rugged.api.DataSpec;
import rugged.landscape.Precision;
import rugged.landscape.network.NetworkLoss;
import rugged.params.BadParameter;

/** A model that cannot be used is refused while planning, in one line that says what would do. */
class BadModelTest {
    @TempDir
    Path folder;

    private static TorchScript spec(String model, DataSpec data, List<Integer> input, NetworkLoss loss) {
        return new TorchScript(
                model, data, input, loss, 1.0, 0.0, TorchScript.Begin.SAVED, Precision.FLOAT64, Processor.CPU);
    }

    private static void refused(TorchScript spec, String parameter, String... words) {
        assertThatThrownBy(spec::cost).isInstanceOfSatisfying(BadParameter.class, bad -> {
            assertThat(bad.parameter()).isEqualTo(parameter);
            assertThat(bad.getMessage()).contains(words).doesNotContain("\n");
        });
    }

    @Test
    void filesThatAreNoModels() throws IOException {
        DataSpec data = SameNetwork.examples(10, 3);
        assertThatThrownBy(spec(folder.resolve("none.pt").toString(), data, List.of(), NetworkLoss.AUTO)::cost)
                .isInstanceOf(DataMissing.class)
                .hasMessageContaining("there is no file");
        Path words = Files.writeString(folder.resolve("words.pt"), "no archive");
        refused(spec(words.toString(), data, List.of(), NetworkLoss.AUTO), "model", "is no model in TorchScript");
        refused(
                spec(SameNetwork.file("tensors.pt"), data, List.of(), NetworkLoss.AUTO),
                "model",
                "holds what torch.save wrote",
                "rugged.torchscript.save");
        byte[] whole = Files.readAllBytes(Path.of(SameNetwork.file("dense-3.pt")));
        // the code of the model is still listed, but a byte of its parameters is another
        byte[] damaged = whole.clone();
        for (int k = 2000; k < 6000; k++) damaged[k] ^= 1;
        Path broken = Files.write(folder.resolve("broken.pt"), damaged);
        refused(spec(broken.toString(), data, List.of(), NetworkLoss.AUTO), "model", "cannot be loaded");
    }

    @Test
    void shapesThatDoNotFit() {
        // saved with inputs of 6 numbers
        DataSpec narrow =
                new rugged.data.RandomExamples(10, 0, 5, 3, java.util.Optional.empty(), java.util.Optional.empty(), 1);
        refused(
                spec(SameNetwork.file("dense-3.pt"), narrow, List.of(), NetworkLoss.AUTO),
                "model",
                "takes inputs of shape [6]",
                "the data have 5");
        // not saved by us: found out by trying
        refused(
                spec(SameNetwork.file("plain.pt"), narrow, List.of(), NetworkLoss.AUTO),
                "model",
                "does not take inputs of shape [5]",
                "cannot be multiplied");
        refused(
                spec(SameNetwork.file("dense-3.pt"), SameNetwork.examples(10, 4), List.of(), NetworkLoss.AUTO),
                "model",
                "answers 2 inputs with 6 numbers",
                "4 for each");
        refused(
                spec(SameNetwork.file("dense-3.pt"), SameNetwork.examples(10, 3), List.of(2, 2), NetworkLoss.AUTO),
                "input",
                "are 4 numbers, the data have 6");
        refused(
                spec(SameNetwork.file("dense-3.pt"), SameNetwork.examples(10, 3), List.of(2, 3), NetworkLoss.AUTO),
                "model",
                "does not take inputs of shape [2, 3]");
    }

    @Test
    void lossesThatDoNotFit() {
        refused(
                spec(SameNetwork.file("dense-3.pt"), SameNetwork.examples(10, 3), List.of(), NetworkLoss.HINGE),
                "loss",
                "needs labels +1 and -1");
    }

    @Test
    void theGpuIsUsedWhereThereIsOneAndItIsSaid() {
        TorchScript asked = new TorchScript(
                SameNetwork.file("dense-3.pt"),
                SameNetwork.examples(10, 3),
                List.of(),
                NetworkLoss.AUTO,
                1.0,
                0.0,
                TorchScript.Begin.SAVED,
                Precision.FLOAT64,
                Processor.CUDA);
        assertThat(asked.remark())
                .isEqualTo(
                        Libtorch.hasGpu() ? "" : "device: cuda: libtorch finds no GPU, it computes on the processor");
        assertThat(asked.engine())
                .startsWith("libtorch 2.")
                .endsWith(Libtorch.hasGpu() ? " on the GPU" : " on the processor");
        double[] x = new double[asked.build().dimension()];
        asked.build().randomise(x, rugged.num.Streams.of(1).stream("start", 0));
        assertThat(asked.build().energy(x))
                .isCloseTo(
                        spec(asked.model(), asked.data(), List.of(), NetworkLoss.AUTO)
                                .build()
                                .energy(x),
                        org.assertj.core.api.Assertions.within(1e-12));
    }
}
