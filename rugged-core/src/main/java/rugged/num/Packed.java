package rugged.num;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes and reads the saved state of steppers and probes: big-endian, arrays preceded by their length. */
public final class Packed {
    private Packed() {}

    /** Collects values into bytes. */
    public static final class Writer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);

        /** Appends an int. */
        public Writer put(int value) {
            return with(() -> out.writeInt(value));
        }

        /** Appends a long. */
        public Writer put(long value) {
            return with(() -> out.writeLong(value));
        }

        /** Appends a double, bit by bit. */
        public Writer put(double value) {
            return with(() -> out.writeLong(Double.doubleToRawLongBits(value)));
        }

        /** Appends a string. */
        public Writer put(String value) {
            return put(value.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        /** Appends an array. */
        public Writer put(byte[] values) {
            return with(() -> {
                out.writeInt(values.length);
                out.write(values);
            });
        }

        /** Appends an array. */
        public Writer put(double[] values) {
            return with(() -> {
                out.writeInt(values.length);
                for (double value : values) out.writeLong(Double.doubleToRawLongBits(value));
            });
        }

        /** Appends an array. */
        public Writer put(int[] values) {
            return with(() -> {
                out.writeInt(values.length);
                for (int value : values) out.writeInt(value);
            });
        }

        /** All that was appended. */
        public byte[] bytes() {
            return bytes.toByteArray();
        }

        private Writer with(Action action) {
            try {
                action.run();
                return this;
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    /** Reads values back in the order in which they were written. */
    public static final class Reader {
        private final DataInputStream in;

        /** @param bytes what {@link Writer#bytes} gave */
        public Reader(byte[] bytes) {
            in = new DataInputStream(new ByteArrayInputStream(bytes));
        }

        /** The next int. */
        public int readInt() {
            return from(in::readInt);
        }

        /** The next long. */
        public long readLong() {
            return from(in::readLong);
        }

        /** The next double. */
        public double readDouble() {
            return from(() -> Double.longBitsToDouble(in.readLong()));
        }

        /** The next string. */
        public String readString() {
            return new String(readBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }

        /** The next byte array. */
        public byte[] readBytes() {
            return from(() -> in.readNBytes(in.readInt()));
        }

        /** The next double array, into {@code into}, whose length must be right. */
        public void read(double[] into) {
            int length = readInt();
            if (length != into.length)
                throw new IllegalStateException("saved array has length " + length + ", not " + into.length);
            for (int i = 0; i < length; i++) into[i] = readDouble();
        }

        /** The next int array. */
        public int[] readInts() {
            int[] values = new int[readInt()];
            for (int i = 0; i < values.length; i++) values[i] = readInt();
            return values;
        }

        private static <T> T from(Source<T> source) {
            try {
                return source.get();
            } catch (IOException e) {
                throw new UncheckedIOException("saved state ends too early", e);
            }
        }
    }

    private interface Action {
        void run() throws IOException;
    }

    private interface Source<T> {
        T get() throws IOException;
    }
}
