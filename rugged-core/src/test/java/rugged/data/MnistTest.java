package rugged.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.DataMissing;
import rugged.api.DataSpec.Outline;
import rugged.api.DataSpec.Pixels;
import rugged.api.Examples;
import rugged.api.Examples.Labels;
import rugged.params.BadParameter;

class MnistTest {
    private static final int TRAINING = 30;
    private static final int TESTS = 12;

    @TempDir
    Path folder;

    private static byte[] images(int count, int first) {
        ByteBuffer buffer = ByteBuffer.allocate(16 + 6 * count);
        buffer.putInt(0x803).putInt(count).putInt(2).putInt(3);
        for (int k = 0; k < 6 * count; k++) buffer.put((byte) (37 * k * k + 11 * k + first));
        return buffer.array();
    }

    private static byte[] labels(int count) {
        ByteBuffer buffer = ByteBuffer.allocate(8 + count);
        buffer.putInt(0x801).putInt(count);
        for (int k = 0; k < count; k++) buffer.put((byte) (k % 10));
        return buffer.array();
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private void writeAll() throws IOException {
        write("train-images-idx3-ubyte", images(TRAINING, 1));
        write("train-labels-idx1-ubyte.gz", packed(labels(TRAINING)));
        write("t10k-images-idx3-ubyte.gz", packed(images(TESTS, 100)));
        write("t10k-labels-idx1-ubyte", labels(TESTS));
    }

    private Mnist mnist(int patterns, int tests, DigitLabels labels, Normalisation normalise, int pca, long seed) {
        return new Mnist(folder.toString(), false, patterns, tests, labels, normalise, pca, seed);
    }

    private Mnist plain(int patterns, int tests) {
        return mnist(patterns, tests, DigitLabels.CLASSES, Normalisation.NONE, 0, 1);
    }

    @Test
    void everyPictureComesBackWithItsLabel() throws IOException {
        writeAll();
        Examples examples = plain(0, 0).load();
        assertThat(examples.shape()).containsExactly(2, 3);
        assertThat(plain(0, 0).outline())
                .isEqualTo(new Outline(TRAINING, TESTS, 6, Labels.CLASSES, 10).of(new Pixels(1, 2, 3)));
        byte[] images = images(TRAINING, 1);
        Set<Integer> seen = new HashSet<>();
        for (int a = 0; a < TRAINING; a++) {
            for (int k = 0; k < TRAINING; k++) {
                boolean same = true;
                for (int i = 0; i < 6; i++) {
                    same &= examples.inputs()[6 * a + i] == (images[16 + 6 * k + i] & 0xff) / 255.0;
                }
                if (same && examples.targets()[a] == k % 10) seen.add(k);
            }
        }
        assertThat(seen).hasSize(TRAINING);
    }

    @Test
    void aSmallerSetIsAPrefixAndASeedAnOrder() throws IOException {
        writeAll();
        Examples all = plain(0, 0).load();
        Examples few = plain(7, 5).load();
        assertThat(few.inputs()).containsExactly(Arrays.copyOf(all.inputs(), 42));
        assertThat(few.targets()).containsExactly(Arrays.copyOf(all.targets(), 7));
        assertThat(few.testInputs()).containsExactly(Arrays.copyOf(all.testInputs(), 30));
        Examples other =
                mnist(7, 5, DigitLabels.CLASSES, Normalisation.NONE, 0, 2).load();
        assertThat(other.inputs()).isNotEqualTo(few.inputs());
        assertThat(plain(7, 5).load().inputs()).containsExactly(few.inputs());
    }

    @Test
    void parityAndComponentsAreThoseOfStrokes() throws IOException {
        writeAll();
        Mnist spec = mnist(0, 0, DigitLabels.PARITY, Normalisation.STANDARD, 3, 1);
        Examples examples = spec.load();
        assertThat(spec.outline()).isEqualTo(new Outline(TRAINING, TESTS, 3, Labels.SIGNS, 2));
        double[] digits = plain(0, 0).load().targets();
        for (int a = 0; a < TRAINING; a++) assertThat(examples.targets()[a]).isEqualTo(digits[a] % 2 == 0 ? -1.0 : 1.0);
    }

    @Test
    void aSmallTrainingSetMayStandInForTheWhole() throws IOException {
        writeAll();
        Files.move(folder.resolve("train-images-idx3-ubyte"), folder.resolve("train10k-images-idx3-ubyte"));
        Files.move(folder.resolve("train-labels-idx1-ubyte.gz"), folder.resolve("train10k-labels-idx1-ubyte.gz"));
        assertThat(plain(0, 0).outline().patterns()).isEqualTo(TRAINING);
    }

    @Test
    void whatIsMissingIsSaid() throws IOException {
        assertThatThrownBy(() -> plain(0, 0).outline())
                .isInstanceOf(DataMissing.class)
                .hasMessageContaining(folder + " lacks train-images-idx3-ubyte");
        writeAll();
        Files.delete(folder.resolve("t10k-labels-idx1-ubyte"));
        assertThatThrownBy(() -> plain(0, 0).outline())
                .isInstanceOf(DataMissing.class)
                .hasMessageContaining("lacks t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte (.gz or not);");
        assertThatThrownBy(() -> new MnistFolder(folder.resolve("none")).training())
                .hasMessageContaining("there is no folder " + folder.resolve("none") + "; give directory");
    }

    private void refused(Mnist spec, boolean atPlanning, String message) {
        if (atPlanning) {
            assertThatThrownBy(spec::outline).isInstanceOf(BadParameter.class).hasMessageContaining(message);
        }
        assertThatThrownBy(spec::load).isInstanceOf(BadParameter.class).hasMessageContaining(message);
    }

    @Test
    void wrongMagicIsRefused() throws IOException {
        writeAll();
        write("train-images-idx3-ubyte", labels(20));
        refused(plain(0, 0), true, "starts with 0x00000801, not with 0x00000803");
    }

    @Test
    void unequalCountsAreRefused() throws IOException {
        writeAll();
        write("t10k-labels-idx1-ubyte", labels(TESTS - 1));
        refused(plain(0, 0), true, "has 12 images, but " + folder.resolve("t10k-labels-idx1-ubyte") + " has 11 labels");
    }

    @Test
    void picturesOfTwoSizesAreRefused() throws IOException {
        writeAll();
        byte[] turned = images(TESTS, 100);
        turned[11] = 3;
        turned[15] = 2;
        write("t10k-images-idx3-ubyte.gz", packed(turned));
        refused(plain(0, 0), true, "has pictures of 3 x 2, the training set of 2 x 3");
    }

    @Test
    void truncatedFilesAreRefused() throws IOException {
        writeAll();
        write("train-images-idx3-ubyte", Arrays.copyOf(images(TRAINING, 1), 16 + 100));
        refused(plain(0, 0), true, "holds 100 bytes behind its header, which says 180");
        write("train-images-idx3-ubyte", Arrays.copyOf(images(TRAINING, 1), 16 + 181));
        refused(plain(0, 0), true, "holds 181 bytes behind its header, which says 180");
        write("train-images-idx3-ubyte", packed(Arrays.copyOf(images(TRAINING, 1), 16 + 100)));
        refused(plain(0, 0), false, "holds 100 bytes behind its header, which says 180");
        write("train-images-idx3-ubyte", Arrays.copyOf(images(TRAINING, 1), 10));
        refused(plain(0, 0), true, "holds 10 bytes, its header alone takes 16");
    }

    @Test
    void damagedGzipIsRefused() throws IOException {
        writeAll();
        byte[] whole = packed(images(TESTS, 100));
        write("t10k-images-idx3-ubyte.gz", Arrays.copyOf(whole, whole.length / 2));
        refused(plain(0, 0), false, "is a damaged gzip file");
        byte[] flipped = whole.clone();
        flipped[whole.length - 6] ^= 0x55;
        write("t10k-images-idx3-ubyte.gz", flipped);
        refused(plain(0, 0), false, "is a damaged gzip file");
        write("t10k-images-idx3-ubyte.gz", Arrays.copyOf(whole, 5));
        refused(plain(0, 0), true, "is a damaged gzip file");
    }

    @Test
    void labelsOutOfRangeAreRefused() throws IOException {
        writeAll();
        byte[] wrong = labels(TESTS);
        wrong[8 + 4] = 17;
        write("t10k-labels-idx1-ubyte", wrong);
        refused(plain(0, 0), false, "label 5 is 17; labels 0 to 9");
    }

    @Test
    void moreThanThereIsIsRefused() throws IOException {
        writeAll();
        refused(plain(31, 0), true, "patterns = 31: there are only 30");
        refused(plain(0, 13), true, "tests = 13: there are only 12");
        refused(mnist(0, 0, DigitLabels.CLASSES, Normalisation.NONE, 7, 1), true, "pca = 7: an input has 6 numbers");
        refused(mnist(4, 0, DigitLabels.CLASSES, Normalisation.NONE, 4, 1), true, "pca = 4: 4 training examples");
        assertThatThrownBy(() -> new Mnist("x", true, 0, 0, DigitLabels.CLASSES, Normalisation.NONE, 0, 1))
                .hasMessageContaining("fetched into the cache");
    }

    @Test
    void filesAreFetchedOnceAndChecked() throws IOException {
        byte[] content = labels(9);
        int[] asked = new int[1];
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/some-labels.gz", exchange -> {
            asked[0]++;
            byte[] body = packed(content);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            write("plain", content);
            String digest = rugged.params.ContentDigest.of(folder.resolve("plain"));
            MnistSource source = new MnistSource(base, Map.of("some-labels", digest));
            source.fetchInto(folder.resolve("cache"));
            source.fetchInto(folder.resolve("cache"));
            assertThat(asked[0]).isEqualTo(1);
            assertThat(folder.resolve("cache/some-labels")).hasBinaryContent(content);
            MnistSource other = new MnistSource(base, Map.of("some-labels", digest.replace(digest.charAt(0), 'x')));
            assertThatThrownBy(() -> other.fetchInto(folder.resolve("again")))
                    .isInstanceOf(DataMissing.class)
                    .hasMessageContaining("some-labels has SHA-256 " + digest);
            assertThat(folder.resolve("again")).isEmptyDirectory();
            MnistSource absent = new MnistSource(base, Map.of("other-labels", digest));
            assertThatThrownBy(() -> absent.fetchInto(folder.resolve("again")))
                    .isInstanceOf(DataMissing.class)
                    .hasMessageContaining("other-labels.gz: answer 404");
        } finally {
            server.stop(0);
        }
    }
}
