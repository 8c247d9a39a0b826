package rugged.num.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products of windows against the sums that they are, to the bit. */
class FloatWindowsTest {
    @ParameterizedTest
    @CsvSource({
        "1, 16, 3, 3",
        "13, 16, 3, 48",
        "12, 32, 3, 48",
        "7, 48, 2, 5",
        "9, 10, 3, 6",
        "3, 32, 1, 4",
        "11, 64, 5, 7"
    })
    void everyNumberIsOneChain(int m, int n, int rows, int length) {
        Random random = new Random(m + n);
        int step = 2;
        int line = step * m + length;
        float[] a = new float[rows * line + length + 3];
        float[] b = new float[rows * length * n + 5];
        float[] c = new float[m * n + 7];
        for (int i = 0; i < a.length; i++) a[i] = (float) random.nextGaussian();
        for (int i = 0; i < b.length; i++) b[i] = (float) random.nextGaussian();
        for (int i = 0; i < c.length; i++) c[i] = (float) random.nextGaussian();
        for (boolean add : new boolean[] {true, false}) {
            float[] found = c.clone();
            FloatWindows.multiply(m, n, rows, length, a, 3, line, step, b, 5, found, 7, add);
            for (int i = 0; i < m; i++)
                for (int j = 0; j < n; j++) {
                    float sum = add ? c[7 + i * n + j] : 0;
                    for (int t = 0; t < rows; t++)
                        for (int l = 0; l < length; l++)
                            sum = Math.fma(a[3 + t * line + i * step + l], b[5 + (t * length + l) * n + j], sum);
                    assertThat(found[7 + i * n + j]).isEqualTo(sum);
                }
        }
    }
}
