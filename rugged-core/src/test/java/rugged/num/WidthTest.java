package rugged.num;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import rugged.data.RandomExamples;
import rugged.landscape.Precision;
import rugged.landscape.glass.PSpin;
import rugged.landscape.network.Activation;
import rugged.landscape.network.Initialisation;
import rugged.landscape.network.Network;
import rugged.landscape.network.NetworkLoss;
import rugged.meanfield.Mixture;
import rugged.num.kernel.Dots;
import rugged.num.kernel.DoubleExponentials;
import rugged.num.kernel.KernelChoice;
import rugged.num.kernel.Kernels;
import rugged.num.kernel.PackedTriangle;
import rugged.num.kernel.PanelSums;
import rugged.num.kernel.TriangleSums;

/** The same bits on machines with vectors of 512, 256 and 128 bits, which JVMs of their own pretend to be; where sums have one order, in plain Java too. */
class WidthTest {
    /** Takes up all numbers, bit by bit. */
    private static final class Digest {
        private final CRC32 sum = new CRC32();

        void add(double... values) {
            for (double value : values) {
                long bits = Double.doubleToLongBits(value);
                for (int i = 0; i < 64; i += 8) sum.update((int) (bits >> i));
            }
        }

        void add(float[] values, int count) {
            for (int i = 0; i < count; i++) add((double) values[i]);
        }

        void add(double[] values, int count) {
            for (int i = 0; i < count; i++) add(values[i]);
        }

        String text() {
            return Long.toHexString(sum.getValue());
        }
    }

    /** What a JVM prints. */
    public static final class Child {
        private Child() {}

        public static void main(String[] args) {
            System.out.println("kernels=" + KernelChoice.best().name());
            System.out.println("triangles=" + triangles());
            System.out.println("sums=" + sums());
            System.out.println("glass=" + glass());
            System.out.println("dots=" + dots());
            System.out.println("network=" + network(Precision.FLOAT64) + network(Precision.FLOAT32));
        }

        private static double[] normals(Random random, int length, int count) {
            double[] x = new double[length];
            for (int i = 0; i < count; i++) x[i] = random.nextGaussian();
            return x;
        }

        private static float[] floats(double[] x) {
            float[] narrow = new float[x.length];
            for (int i = 0; i < x.length; i++) narrow[i] = (float) x[i];
            return narrow;
        }

        private static double[] packed(PackedTriangle shape, int first, Random random) {
            double[] t = new double[Math.toIntExact(shape.sizes()[first])];
            int place = 0;
            for (int group = first; group < shape.endRow(); group += shape.rows()) {
                for (int j = group; j < Math.min(group + shape.rows(), shape.endRow()); j++)
                    for (int k = shape.strict() ? j + 1 : j; k < shape.n(); k++)
                        t[place + shape.place(group, j, k)] = random.nextGaussian();
                place += shape.rows() * shape.columns(group);
            }
            return t;
        }

        private static String triangles() {
            Digest digest = new Digest();
            Kernels kernels = KernelChoice.best();
            for (int n : new int[] {1, 5, 9, 16, 33, 65}) {
                for (int first : new int[] {0, n / 3}) {
                    Random random = new Random(n + 100 * first);
                    PackedTriangle wide = PackedTriangle.grouped(n, n % 2 == 0, kernels.doubles());
                    double[] t = packed(wide, first, random);
                    double[][] xs = new double[3][];
                    for (int r = 0; r < 3; r++) xs[r] = normals(random, wide.length(), n);
                    double[][] ys = new double[3][wide.length()];
                    kernels.product(wide, first, t, 0, xs, ys, 3);
                    for (double[] y : ys) digest.add(y, n);
                    PackedTriangle narrow = PackedTriangle.grouped(n, n % 2 == 0, kernels.floats());
                    float[] single = floats(packed(narrow, first, random));
                    float[][] us = new float[3][];
                    for (int r = 0; r < 3; r++) us[r] = floats(normals(random, narrow.length(), n));
                    float[][] vs = new float[3][narrow.length()];
                    kernels.product(narrow, first, single, 0, us, vs, 3);
                    for (float[] v : vs) digest.add(v, n);
                }
            }
            return digest.text();
        }

        private static String sums() {
            Digest digest = new Digest();
            Random random = new Random(5);
            for (int n : new int[] {1, 7, 8, 13, 16, 37}) {
                double[] m = normals(random, n * (n + 1) / 2, n * (n + 1) / 2);
                double[] column = new double[n];
                double[] row = new double[n];
                TriangleSums.unit(m, n, normals(random, n, n), normals(random, n, n), column, row);
                digest.add(column);
                digest.add(row);
                TriangleSums.symmetric(m, n, normals(random, n, n), column, row);
                digest.add(column);
            }
            for (int nodes : new int[] {8, 16}) {
                double[] w = new double[nodes];
                PanelSums.weights(0.3, normals(random, nodes, nodes), normals(random, nodes, nodes), w);
                digest.add(w);
                double[] v = normals(random, 40, 40);
                digest.add(PanelSums.dot(w, v, 3));
                double[][] rows = {v, normals(random, 40, 40), normals(random, 40, 40)};
                digest.add(PanelSums.dot(w, normals(random, 3, 3), 3, rows, 0, 5));
            }
            return digest.text();
        }

        /** Descent in a glass, in either precision: what a short run does. */
        private static String glass() {
            Digest digest = new Digest();
            for (Precision precision : Precision.values()) {
                var model = new PSpin(
                                30,
                                Mixture.pure(3),
                                PSpin.Couplings.FULL,
                                precision,
                                PSpin.Storage.PACKED,
                                Double.POSITIVE_INFINITY,
                                1,
                                1)
                        .build();
                double[] x = new double[30];
                model.randomise(x, Streams.of(2).stream("start", 0));
                double[] g = new double[30];
                for (int step = 0; step < 20; step++) {
                    digest.add(model.energyAndGradient(x, g));
                    for (int i = 0; i < 30; i++) x[i] -= 0.05 * g[i];
                }
                digest.add(x);
            }
            return digest.text();
        }

        private static String dots() {
            Digest digest = new Digest();
            Random random = new Random(3);
            for (int n : new int[] {1, 15, 16, 33, 1100}) {
                double[] a = normals(random, n, n);
                double[] b = normals(random, n, n);
                digest.add(new Dots().dot(a, b));
                double[] four = new double[4];
                new Dots().four(a, b, a, b, a, four);
                digest.add(four);
                DoubleExponentials.tanh(a, b, n);
                digest.add(b);
            }
            return digest.text();
        }

        private static String network(Precision precision) {
            var model = new Network(
                            new RandomExamples(40, 0, 11, 3, 1),
                            List.of(19, 7),
                            Activation.TANH,
                            Network.Parametrisation.STANDARD,
                            Network.Bias.ALL,
                            Initialisation.GAUSSIAN,
                            0,
                            NetworkLoss.AUTO,
                            1,
                            0,
                            precision)
                    .build();
            double[] x = new double[model.dimension()];
            model.randomise(x, Streams.of(2).stream("start", 0));
            double[] g = new double[x.length];
            double[] hv = new double[x.length];
            Digest digest = new Digest();
            digest.add(model.energyAndGradient(x, g));
            model.hessianVector(x, g, hv);
            digest.add(g);
            digest.add(hv);
            return digest.text();
        }
    }

    private static Process start(String kernels, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-Xshare:auto",
                "-Drugged.kernels=" + kernels,
                "-Drugged.blas=none",
                "--add-modules",
                "jdk.incubator.vector"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Child.class.getName()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Map<String, String> lines(Process child) throws Exception {
        String all = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).isZero();
        Map<String, String> found = new LinkedHashMap<>();
        for (String line : all.lines().toList()) {
            int at = line.indexOf('=');
            if (at > 0) found.put(line.substring(0, at), line.substring(at + 1));
        }
        assertThat(found).containsKeys("kernels", "triangles", "sums", "glass", "dots", "network");
        return found;
    }

    @Test
    void everyLengthOfVectorsGivesTheSameBits() throws Exception {
        Process best = start("vector");
        Process half = start("vector", "-XX:UseAVX=2", "-XX:MaxVectorSize=32");
        Process quarter = start("vector", "-XX:MaxVectorSize=16");
        Process plain = start("scalar");
        Map<String, String> expected = lines(best);
        Map<String, String> narrower = lines(half);
        Map<String, String> narrowest = lines(quarter);
        Map<String, String> scalar = lines(plain);
        assertThat(scalar.remove("kernels")).isEqualTo("scalar");
        assertThat(narrowest.remove("kernels")).isEqualTo("vector 128 bits");
        narrower.remove("kernels");
        expected.remove("kernels");
        assertThat(narrower).isEqualTo(expected);
        assertThat(narrowest).isEqualTo(expected);
        assertThat(scalar.get("dots")).isEqualTo(expected.get("dots"));
        assertThat(scalar.get("network")).isEqualTo(expected.get("network"));
    }
}
