package rugged.landscape.spin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rugged.api.model.DiscreteBlocks;
import rugged.landscape.Precision;
import rugged.num.boltzmann.MachineSum;
import rugged.num.boltzmann.UnitValues;
import rugged.params.BadParameter;

class RestrictedMachineTest {
    private static RestrictedMachine machine(UnitValues units, String file) {
        return new RestrictedMachine(5, 4, units, 0.8, 0.3, -0.2, file, Precision.FLOAT64, 2);
    }

    /** ln of the sum of e^{-E/T} over all configurations, each one change from the one before. */
    private static double logPartition(DiscreteBlocks model, double temperature) {
        int n = model.dimension();
        double sum = 0.0;
        for (long step = 1; step <= 1L << n; step++) {
            sum += Math.exp(-model.energy() / temperature);
            int i = Math.min(n - 1, Long.numberOfTrailingZeros(step));
            model.set(i, 1 - model.at(i));
        }
        return Math.log(sum);
    }

    @Test
    void partitionFunctionOfAllConfigurationsIsThatOfTheSmallerLayer() {
        RestrictedMachine bits = machine(UnitValues.BITS, "");
        assertThat(logPartition(bits.build(), 1.0))
                .isCloseTo(new MachineSum(bits.machine()).logPartition(bits.parameters()), within(1e-12));
        assertThat(logPartition(bits.build(), 0.5))
                .isCloseTo(
                        new MachineSum(bits.machine())
                                .logPartition(java.util.Arrays.stream(bits.parameters())
                                        .map(w -> w / 0.5)
                                        .toArray()),
                        within(1e-12));
    }

    @Test
    void bitsAreSpinsOfAQuarterOfTheWeights(@TempDir Path folder) throws IOException {
        RestrictedMachine bits = machine(UnitValues.BITS, "");
        double[] y = bits.parameters();
        double[] x = new double[y.length];
        int a = bits.machine().a();
        int b = bits.machine().b();
        for (int k = a; k < x.length; k++) x[k] = y[k] / 2.0;
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 4; j++) {
                x[i * 4 + j] = y[i * 4 + j] / 4.0;
                x[a + i] += y[i * 4 + j] / 4.0;
                x[b + j] += y[i * 4 + j] / 4.0;
            }
        }
        Path file = write(folder.resolve("w.npy"), "(" + x.length + ",)", x);
        DiscreteBlocks spins = machine(UnitValues.SPINS, file.toString()).build();
        DiscreteBlocks zeros = bits.build();
        double[] state = new double[9];
        double difference = Double.NaN;
        for (int number = 0; number < 1 << 9; number++) {
            for (int i = 0; i < 9; i++) state[i] = number >> i & 1;
            zeros.load(state);
            for (int i = 0; i < 9; i++) state[i] = 2.0 * state[i] - 1.0;
            spins.load(state);
            if (number == 0) difference = zeros.energy() - spins.energy();
            assertThat(zeros.energy() - spins.energy()).isCloseTo(difference, within(1e-12));
        }
        double[] back = new double[y.length];
        UnitValues.SPINS.toBits(bits.machine(), x, back);
        for (int k = 0; k < y.length; k++) assertThat(back[k]).isCloseTo(y[k], within(1e-13));
    }

    @Test
    void spinsWithoutBiasesAreABipartiteGlass() {
        RestrictedMachine machine =
                new RestrictedMachine(40, 10, UnitValues.SPINS, 0.3, 0.0, 0.0, "", Precision.FLOAT64, 1);
        double[] w = machine.parameters();
        double square = 0.0;
        for (int k = 0; k < 400; k++) square += w[k] * w[k] / 400.0;
        // the relative standard error of a variance of 400 normals is 0.07
        assertThat(square).isCloseTo(0.09, within(3 * 0.07 * 0.09));
    }

    @Test
    void aFileOfAnotherShapeIsRefusedWithBothShapes(@TempDir Path folder) throws IOException {
        Path file = write(folder.resolve("w.npy"), "(4, 5)", new double[20]);
        assertThatThrownBy(() -> machine(UnitValues.BITS, file.toString()).remark())
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("has shape (4, 5)")
                .hasMessageContaining("shape (5, 4), or (29,) with biases");
        assertThatThrownBy(
                        () -> machine(UnitValues.BITS, folder.resolve("no.npy").toString())
                                .remark())
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("no such file");
        double[] hollow = new double[20];
        hollow[7] = Double.NaN;
        Path nan = write(folder.resolve("nan.npy"), "(5, 4)", hollow);
        assertThatThrownBy(() -> machine(UnitValues.BITS, nan.toString()).remark())
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("holds NaN");
    }

    @Test
    void weightsAloneKeepTheBiases(@TempDir Path folder) throws IOException {
        double[] w = new double[20];
        w[3] = 1.5;
        Path file = write(folder.resolve("w.npy"), "(5, 4)", w);
        double[] all = machine(UnitValues.BITS, file.toString()).parameters();
        assertThat(all[3]).isEqualTo(1.5);
        assertThat(all[20]).isEqualTo(0.3);
        assertThat(all[28]).isEqualTo(-0.2);
    }

    private static Path write(Path path, String shape, double[] values) throws IOException {
        StringBuilder header = new StringBuilder("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }");
        while ((10 + header.length() + 1) % 64 != 0) header.append(' ');
        header.append('\n');
        ByteBuffer bytes =
                ByteBuffer.allocate(10 + header.length() + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        bytes.putShort((short) header.length());
        bytes.put(header.toString().getBytes(StandardCharsets.US_ASCII));
        for (double value : values) bytes.putDouble(value);
        return Files.write(path, bytes.array());
    }
}
