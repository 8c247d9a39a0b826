package rugged.num.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class CounterNormalsTest {
    private static final int BLOCKS = 1 << 13;
    private static final int COUNT = BLOCKS * CounterNormals.BLOCK;
    private static final long DOMAIN = 3L << 32 | 512L;

    private static double[] sample(long key, long first) {
        double[] z = new double[COUNT];
        KernelChoice.best().normals().fill(key, DOMAIN, first, BLOCKS, z);
        return z;
    }

    @Test
    void everyImplementationGivesTheSameBits() {
        for (long key : new long[] {0L, 1L, -1L, 0x123456789ABCDEFL}) {
            for (long first : new long[] {0L, 1L, 99_999L, (1L << 40) + 7}) {
                for (int blocks : new int[] {1, 2, 31, 33}) {
                    double[] reference = new double[blocks * CounterNormals.BLOCK];
                    double[] ours = reference.clone();
                    Kernels.scalar().normals().fill(key, 77L, first, blocks, reference);
                    KernelChoice.best().normals().fill(key, 77L, first, blocks, ours);
                    assertThat(ours).isEqualTo(reference);
                    int last = reference.length - 1;
                    assertThat(CounterNormals.at(key, 77L, first * CounterNormals.BLOCK + last))
                            .isEqualTo(reference[last]);
                }
            }
        }
    }

    @Test
    void bitsAreThoseOfPhilox() {
        // seed of the library's generator: two words of key, four of counter
        long key = 0x0123456789ABCDEFL;
        for (int counter : new int[] {0, 5, 123_456}) {
            // the library adds one before it draws
            int[] before = counter == 0 ? new int[] {-1, -1, 511} : new int[] {counter - 1, 0, 512};
            UniformRandomProvider philox = RandomSource.PHILOX_4X32.create(
                    new int[] {(int) key, (int) (key >>> 32), before[0], before[1], before[2], 3});
            long a = (philox.nextInt() & 0xFFFFFFFFL) | (philox.nextInt() & 0xFFFFFFFFL) << 32;
            long b = (philox.nextInt() & 0xFFFFFFFFL) | (philox.nextInt() & 0xFFFFFFFFL) << 32;
            double u = 2.0 - Double.longBitsToDouble(a >>> 12 | 0x3FF0000000000000L);
            double angle =
                    Math.PI / 2.0 * (Double.longBitsToDouble(b >>> 12 | 0x3FF0000000000000L) - 1.5) + Math.PI / 4.0;
            double radius = Math.sqrt(-2.0 * Math.log(u));
            double cosine = ((a & 1) == 1 ? -radius : radius) * Math.cos(angle);
            double sine = ((b & 1) == 1 ? -radius : radius) * Math.sin(angle);
            long index = (long) (counter >> 3) * CounterNormals.BLOCK + (counter & 7);
            assertThat(CounterNormals.at(key, DOMAIN, index)).isCloseTo(cosine, within(1e-14));
            assertThat(CounterNormals.at(key, DOMAIN, index + 8)).isCloseTo(sine, within(1e-14));
        }
    }

    @Test
    void momentsAreThoseOfANormal() {
        double[] z = sample(1, 0);
        double[] expected = {1, 0, 1, 0, 3, 0, 15, 0, 105};
        for (int power = 1; power <= 4; power++) {
            double sum = 0.0;
            for (double value : z) sum += Math.pow(value, power);
            // the standard error follows from the moment of twice the power
            double error = Math.sqrt((expected[2 * power] - expected[power] * expected[power]) / COUNT);
            assertThat(sum / COUNT).isCloseTo(expected[power], within(5 * error));
        }
    }

    @Test
    void distributionPassesKolmogorovSmirnov() {
        double[] z = sample(2, 1L << 33);
        Arrays.sort(z);
        double distance = 0.0;
        for (int i = 0; i < COUNT; i++) {
            double phi = 0.5 * Erfc.value(-z[i] / Math.sqrt(2.0));
            distance = Math.max(distance, Math.max(phi - i / (double) COUNT, (i + 1.0) / COUNT - phi));
        }
        // exceeded by chance once in a thousand
        assertThat(distance * Math.sqrt(COUNT)).isLessThan(1.95);
    }

    @Test
    void tailsAreRightAndNothingIsCorrelated() {
        double[] z = sample(3, 1000);
        for (double reach : new double[] {2.0, 3.0, 4.0}) {
            double expected = COUNT * Erfc.value(reach / Math.sqrt(2.0));
            long beyond =
                    Arrays.stream(z).filter(value -> Math.abs(value) > reach).count();
            assertThat((double) beyond).isCloseTo(expected, within(5 * Math.sqrt(expected)));
        }
        double bound = 5 / Math.sqrt(COUNT);
        for (int lag : new int[] {1, 7, 8, 16}) {
            double product = 0.0;
            for (int i = 0; i + lag < COUNT; i++) product += z[i] * z[i + lag];
            assertThat(product / COUNT).isCloseTo(0.0, within(bound));
        }
        double across = 0.0;
        double[] other = sample(4, 1000);
        for (int i = 0; i < COUNT; i++) across += z[i] * other[i];
        assertThat(across / COUNT).isCloseTo(0.0, within(bound));
    }
}
