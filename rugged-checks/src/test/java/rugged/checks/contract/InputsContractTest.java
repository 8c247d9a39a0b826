package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import rugged.params.Catalogue;
import rugged.params.InputFile;
import rugged.params.Inputs;
import rugged.params.Parameter;
import rugged.params.Samples;
import rugged.params.Schema;
import rugged.params.ValueType;
import rugged.store.file.Npy;

/** Every parameter of the catalogue that names a file or folder counts by the content of what it names. */
class InputsContractTest {
    /** Words in the key of a parameter that names a file. */
    private static final List<String> WORDS = List.of("file", "folder", "directory", "path");

    /** Names under which files are looked for in folders: those of images and labels. */
    private static final List<String> NAMES = List.of(
            "train-images-idx3-ubyte",
            "train-labels-idx1-ubyte",
            "t10k-images-idx3-ubyte",
            "t10k-labels-idx1-ubyte",
            "data_batch_1.bin",
            "test_batch.bin");

    @TempDir
    static Path folder;

    private record Named(Catalogue.Entry entry, Parameter parameter) {}

    private static List<Named> named() {
        List<Named> all = new ArrayList<>();
        for (Catalogue.Entry entry : Catalogue.standard().entries())
            for (Parameter parameter : entry.schema().parameters())
                if (parameter.declared().file()) all.add(new Named(entry, parameter));
        return all;
    }

    @TestFactory
    Stream<DynamicTest> everyNameOfAFileCountsByContent() {
        return named().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.entry.name() + "." + one.parameter.key(), () -> countsByContent(one)));
    }

    private static void countsByContent(Named one) throws IOException {
        Path file = folder.resolve("one.npy");
        Path several = Files.createDirectories(folder.resolve("several"));
        Files.write(file, Npy.of(new double[] {1, 2}, 2));
        for (String name : NAMES) Files.write(several.resolve(name), name.getBytes(StandardCharsets.UTF_8));
        Object sample = Samples.of(one.entry, Catalogue.standard()).orElseThrow();
        boolean digested = false;
        for (Path path : List.of(file, several)) {
            boolean optional = Schema.read(sample, one.parameter.key()).orElse("") instanceof Optional;
            Object name = optional ? Optional.of(path.toString()) : path.toString();
            Object spec = Schema.changed(sample, one.parameter.key(), name);
            List<InputFile> read = Inputs.of(spec);
            for (InputFile input : read) {
                assertThat(input.parameter()).isEqualTo(one.parameter.key());
                String before = Inputs.text(spec);
                assertThat(before).doesNotContain(path.toString()).contains(input.sha256());
                byte[] old = Files.readAllBytes(input.path());
                byte[] changed = old.clone();
                changed[changed.length - 1] ^= 1;
                Files.write(input.path(), changed);
                assertThat(Inputs.text(spec)).isNotEqualTo(before);
                Files.write(input.path(), old);
                assertThat(Inputs.text(spec)).isEqualTo(before);
                digested = true;
            }
        }
        assertThat(digested).isTrue();
    }

    @Test
    void whatSoundsLikeAFileIsDeclaredOne() {
        Set<String> undeclared = new HashSet<>();
        for (Catalogue.Entry entry : Catalogue.standard().entries()) {
            for (Parameter parameter : entry.schema().parameters()) {
                boolean sounds = parameter.type() instanceof ValueType.Text
                        && WORDS.stream().anyMatch(parameter.key()::contains);
                if (sounds && !parameter.declared().file()) undeclared.add(entry.name() + "." + parameter.key());
            }
        }
        assertThat(undeclared).isEmpty();
        assertThat(named()).hasSizeGreaterThanOrEqualTo(4);
    }
}
