package rugged.start;

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
import rugged.api.model.Landscape;
import rugged.api.model.Model;
import rugged.geometry.Manifold;
import rugged.landscape.cluster.LennardJones;
import rugged.num.Streams;
import rugged.params.BadParameter;

class FileStateTest {
    @TempDir
    Path folder;

    private record Plain(int dimension, Manifold manifold) implements Landscape {
        @Override
        public double energy(double[] x) {
            return 0.0;
        }
    }

    private static final Model BALL = new Plain(4, Manifold.SPHERE);
    private static final Model SPACE = new Plain(4, Manifold.FLAT);

    private FileState file(boolean normalise, String type, String shape, double... values) throws IOException {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
        header += " ".repeat((64 - (header.length() + 11) % 64) % 64) + "\n";
        int width = type.endsWith("8") ? 8 : 4;
        ByteBuffer bytes = ByteBuffer.allocate(10 + header.length() + width * values.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        bytes.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        for (double value : values) {
            if (type.startsWith("<i")) bytes.putLong((long) value);
            else if (width == 8) bytes.putDouble(value);
            else bytes.putFloat((float) value);
        }
        Path path = folder.resolve("x.npy");
        Files.write(path, bytes.array());
        return new FileState(path.toString(), normalise);
    }

    private static double[] placed(FileState start, Model model, int replica) {
        double[] x = new double[4];
        start.place(model, replica, x, Streams.of(1).stream("start", replica));
        return x;
    }

    @Test
    void readsAVectorAndRows() throws IOException {
        assertThat(placed(file(false, "<f8", "4,", 1, -1, 1, 1), BALL, 3)).containsExactly(1, -1, 1, 1);
        assertThat(placed(file(false, "<f4", "4,", 2, 0.5, 0, -3), SPACE, 0)).containsExactly(2, 0.5, 0, -3);
        FileState rows = file(false, "<f8", "2, 4", 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(placed(rows, SPACE, 1)).containsExactly(5, 6, 7, 8);
        assertThatThrownBy(() -> placed(rows, SPACE, 2)).hasMessageContaining("too few for replica 3");
    }

    @Test
    void atomsInOnePlaceAreNamed() throws IOException {
        Model pair = new LennardJones(2).build();
        FileState start = file(false, "<f8", "6,", 1, 2, 3, 1, 2, 3);
        assertThatThrownBy(() -> start.place(pair, 0, new double[6], Streams.of(1).stream("start", 0)))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("atoms 1 and 2 are in one place");
    }

    @Test
    void mendsNothingUnasked() throws IOException {
        FileState off = file(false, "<f8", "4,", 2, 2, 2, 2);
        assertThatThrownBy(() -> placed(off, BALL, 0))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("|x|^2/N = 4.0000000")
                .hasMessageContaining("normalise: true");
        assertThat(placed(new FileState(off.file(), true), BALL, 0)).containsExactly(1, 1, 1, 1);
        double[] rounded = placed(file(false, "<f8", "4,", 1 + 1e-8, 1, 1, 1), BALL, 0);
        assertThat(Manifold.SPHERE.violation(rounded)).isCloseTo(0.0, within(1e-15));
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        FileState zero = file(true, "<f8", "4,", 0, 0, 0, 0);
        assertThatThrownBy(() -> placed(zero, BALL, 0)).hasMessageContaining("cannot be moved");
        FileState shorter = file(true, "<f8", "3,", 1, 1, 1);
        assertThatThrownBy(() -> placed(shorter, BALL, 0))
                .hasMessageContaining("has shape (3,)")
                .hasMessageContaining("(4,)");
        FileState hole = file(true, "<f8", "4,", 1, Double.NaN, 1, 1);
        assertThatThrownBy(() -> placed(hole, BALL, 0)).hasMessageContaining("not finite");
        FileState complex = file(true, "<c8", "4,", 1, 1, 1, 1);
        assertThatThrownBy(() -> placed(complex, BALL, 0)).hasMessageContaining("complex numbers (type <c8)");
        FileState cut = file(true, "<f8", "2, 4", 1, 1, 1, 1);
        assertThatThrownBy(() -> placed(cut, BALL, 0)).hasMessageContaining("holds 32 bytes where its shape says 64");
        Path text = folder.resolve("text.npy");
        Files.writeString(text, "1 2 3 4 and some more");
        assertThatThrownBy(() -> placed(new FileState(text.toString(), false), BALL, 0))
                .hasMessageContaining("not a .npy file");
        FileState missing = new FileState(folder.resolve("none.npy").toString(), false);
        assertThatThrownBy(() -> placed(missing, BALL, 0))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void wholeNumbersAreAState() throws IOException {
        assertThat(placed(file(true, "<i8", "4,", 1, 1, 1, 1), BALL, 0)).containsExactly(1, 1, 1, 1);
    }
}
