package rugged.num;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import rugged.num.kernel.DoubleRows;
import rugged.num.kernel.FloatRows;

/** Loops over rows beside plain ones, bit by bit, for all remainders. */
class RowsTest {
    private final Random random = new Random(4);

    @Test
    void rowsAreAddedAndSummed() {
        for (int n = 1; n < 40; n++) {
            int rows = 1 + n % 7;
            double[] c = random.doubles((long) rows * n, -1, 1).toArray();
            double[] b = random.doubles(n + 2L, -1, 1).toArray();
            double[] sum = b.clone();
            double[] expected = c.clone();
            double[] total = b.clone();
            float[] cf = narrow(c);
            float[] sumF = narrow(b);
            float[] totalF = narrow(b);
            for (int i = 0; i < rows * n; i++) {
                expected[i] += b[2 + i % n];
                total[2 + i % n] += c[i];
                totalF[2 + i % n] += cf[i];
            }
            DoubleRows.sum(c, rows, n, sum, 2);
            assertThat(sum).isEqualTo(total);
            DoubleRows.add(c, rows, n, b, 2);
            assertThat(c).isEqualTo(expected);
            FloatRows.sum(cf, rows, n, sumF, 2);
            assertThat(sumF).isEqualTo(totalF);
        }
    }

    @Test
    void signsDecide() {
        double[] z = random.doubles(37, -1, 1).toArray();
        z[3] = 0;
        z[5] = Double.NaN;
        double[] d = random.doubles(37, -1, 1).toArray();
        double[] gated = d.clone();
        double[] part = new double[37];
        DoubleRows.gate(z, gated, 37);
        DoubleRows.positivePart(z, part, 37);
        for (int i = 0; i < 37; i++) {
            assertThat(gated[i]).isEqualTo(z[i] > 0 ? d[i] : 0.0);
            assertThat(part[i]).isEqualTo(Double.valueOf(Math.max(0.0, z[i])));
        }
        float[] zf = narrow(z);
        float[] df = narrow(d);
        FloatRows.gate(zf, df, 37);
        float[] partF = new float[37];
        FloatRows.positivePart(zf, partF, 37);
        for (int i = 0; i < 37; i++) {
            assertThat(df[i]).isEqualTo(zf[i] > 0 ? (float) d[i] : 0f);
            assertThat(partF[i]).isEqualTo(Float.valueOf(Math.max(0f, zf[i])));
        }
    }

    private static float[] narrow(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) floats[i] = (float) values[i];
        return floats;
    }
}
