package rugged.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.DataSpec;
import rugged.api.DataSpec.Outline;
import rugged.api.DataSpec.Pixels;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.data.Augmented;
import rugged.data.Cifar10;
import rugged.data.DigitLabels;
import rugged.data.FileExamples;
import rugged.data.Mnist;
import rugged.data.Normalisation;
import rugged.data.Strokes;
import rugged.params.Catalogue;
import rugged.params.Samples;
import rugged.params.Schema;

/** What every kind of data promises, asked of the whole catalogue at small sizes; those that read files are given small ones. */
class DataContractTest {
    private static final int COUNT = 40;

    /** Components of wider inputs take 9 d^3 operations, a minute and more. */
    private static final int FEW_PIXELS = 1000;

    @TempDir
    static Path folder;

    private static List<DataSpec> all() {
        List<DataSpec> all = new ArrayList<>();
        for (Catalogue.Entry entry : Catalogue.standard().entries("data")) {
            if (entry.type() == FileExamples.class) all.add(file());
            else if (entry.type() == Augmented.class) all.add(new Augmented(few(), 3, 1, true, 1.0, 3, 1));
            else {
                DataSpec spec = (DataSpec) Samples.of(entry, Catalogue.standard())
                        .orElseThrow(() -> new AssertionError(entry.name() + " has no valid spec of defaults"));
                if (spec instanceof Mnist) spec = mnist(spec);
                if (spec instanceof Cifar10) spec = cifar(spec);
                all.add(spec);
                for (Object labels : choices(spec, "labels")) all.add(Schema.changed(spec, "labels", labels));
                for (Object way : choices(spec, "normalise")) all.add(Schema.changed(spec, "normalise", way));
                if (Schema.read(spec, "pca").isPresent() && spec.outline().width() <= FEW_PIXELS)
                    all.add(Schema.changed(spec, "pca", 5));
            }
        }
        return all.stream()
                .map(spec -> Schema.read(spec, "patterns").isPresent() ? Schema.changed(spec, "patterns", 20) : spec)
                .map(spec -> Schema.read(spec, "tests").isPresent() ? Schema.changed(spec, "tests", 10) : spec)
                .toList();
    }

    private static DataSpec few() {
        return new Strokes(10, 5, DigitLabels.CLASSES, Normalisation.STANDARD, 0, 1);
    }

    /** The other values of a parameter that is one of a few words. */
    private static List<Object> choices(DataSpec spec, String key) {
        return Schema.read(spec, key)
                .filter(Enum.class::isInstance)
                .map(now -> Arrays.<Object>stream(now.getClass().getEnumConstants())
                        .filter(other -> other != now)
                        .toList())
                .orElse(List.of());
    }

    private static DataSpec file() {
        StringBuilder inputs = new StringBuilder();
        StringBuilder labels = new StringBuilder();
        for (int a = 0; a < COUNT; a++) {
            inputs.append(a).append(',').append(a * a % 7).append('\n');
            labels.append(a % 3).append('\n');
        }
        try {
            Path x = Files.writeString(folder.resolve("x.csv"), inputs);
            Path y = Files.writeString(folder.resolve("y.csv"), labels);
            return new FileExamples(x.toString(), y.toString(), Labels.CLASSES, 0.25, Normalisation.NONE, 0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataSpec cifar(DataSpec spec) {
        byte[] records = new byte[COUNT * 3073];
        for (int k = 0; k < records.length; k++) records[k] = (byte) (k * 73 + k * k % 11);
        for (int k = 0; k < COUNT; k++) records[k * 3073] = (byte) (k % 10);
        try {
            for (String name : List.of("data_batch_1.bin", "data_batch_3.bin", "test_batch.bin"))
                Files.write(folder.resolve(name), records);
            return Schema.changed(spec, "directory", folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataSpec mnist(DataSpec spec) {
        try {
            for (String part : List.of("train", "t10k")) {
                ByteBuffer images = ByteBuffer.allocate(16 + COUNT * 9);
                images.putInt(0x803).putInt(COUNT).putInt(3).putInt(3);
                ByteBuffer labels = ByteBuffer.allocate(8 + COUNT);
                labels.putInt(0x801).putInt(COUNT);
                for (int k = 0; k < COUNT * 9; k++) images.put((byte) (k * 73 + k * k * part.length()));
                for (int k = 0; k < COUNT; k++) labels.put((byte) (k % 10));
                Files.write(folder.resolve(part + "-images-idx3-ubyte"), images.array());
                Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels.array());
            }
            return Schema.changed(spec, "directory", folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<DynamicTest> each(Consumer<DataSpec> check) {
        return all().stream().map(spec -> dynamicTest(spec.toString(), () -> check.accept(spec)));
    }

    @TestFactory
    Stream<DynamicTest> whatIsOutlinedIsLoaded() {
        return each(spec -> {
            Outline outline = spec.outline();
            Examples examples = spec.load();
            assertThat(outline)
                    .isEqualTo(new Outline(
                            examples.patterns(),
                            examples.tests(),
                            examples.width(),
                            examples.labels(),
                            examples.classes(),
                            Pixels.of(examples.shape())));
            assertThat(outline.patterns()).isPositive();
        });
    }

    @TestFactory
    Stream<DynamicTest> inputsAreFiniteAndLabelsLegal() {
        return each(spec -> {
            Examples examples = spec.load();
            assertThat(Arrays.stream(examples.inputs()).allMatch(Double::isFinite))
                    .isTrue();
            assertThat(Arrays.stream(examples.testInputs()).allMatch(Double::isFinite))
                    .isTrue();
            for (double[] part : List.of(examples.targets(), examples.testTargets())) {
                for (double label : part) {
                    switch (examples.labels()) {
                        case SIGNS -> assertThat(Math.abs(label)).isEqualTo(1.0);
                        case VALUES -> assertThat(label).isFinite();
                        case CLASSES -> {
                            assertThat(label).isEqualTo(Math.rint(label));
                            assertThat(label).isBetween(0.0, examples.classes() - 1.0);
                        }
                    }
                }
            }
            int expected = switch (examples.labels()) {
                case SIGNS -> 2;
                case VALUES -> 0;
                case CLASSES -> Math.max(2, examples.classes());
            };
            assertThat(examples.classes()).isEqualTo(expected);
        });
    }

    @TestFactory
    Stream<DynamicTest> loadedTwiceTheyHaveTheSameBits() {
        return each(spec -> {
            Examples one = spec.load();
            Examples two = spec.load();
            assertThat(one.inputs()).containsExactly(two.inputs()).isNotSameAs(two.inputs());
            assertThat(one.targets()).containsExactly(two.targets());
            assertThat(one.testInputs()).containsExactly(two.testInputs());
            assertThat(one.testTargets()).containsExactly(two.testTargets());
        });
    }

    /** With more training examples and more test examples, the first stay: asked where nothing is measured on the training set. */
    @TestFactory
    Stream<DynamicTest> fewerAreAPrefixOfMore() {
        return each(spec -> {
            assertThat(spec.outline().patterns()).isLessThanOrEqualTo(30);
            if (Schema.read(spec, "patterns").isEmpty()) return;
            DataSpec plain = spec;
            if (!choices(spec, "normalise").isEmpty()) {
                plain = Schema.changed(spec, "normalise", Normalisation.NONE);
                plain = Schema.changed(plain, "pca", 0);
            }
            Examples few = plain.load();
            Examples more = Schema.changed(Schema.changed(plain, "patterns", 33), "tests", 17)
                    .load();
            assertThat(few.inputs()).containsExactly(Arrays.copyOf(more.inputs(), few.inputs().length));
            assertThat(few.targets()).containsExactly(Arrays.copyOf(more.targets(), few.targets().length));
            assertThat(few.testInputs()).containsExactly(Arrays.copyOf(more.testInputs(), few.testInputs().length));
        });
    }
}
