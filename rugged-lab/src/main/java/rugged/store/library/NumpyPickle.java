package rugged.store.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Arrays of doubles as Python pickles them: enough of the format for NumPy's own way, in protocols 2 to 5. Nothing is ever called: the few names that such a pickle holds are told apart, and whatever else stands there is refused.
 */
final class NumpyPickle {
    private static final Object MARK = new Object();

    /** A name of a module. */
    private record Name(String name) {}

    /** Numbers as they lie: which are told when the pickle has been read. */
    private static final class Numbers {
        private String type = "";
        private boolean big;
        private byte[] bytes = new byte[0];
    }

    private final ByteBuffer in;
    private final Deque<Object> stack = new ArrayDeque<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    private NumpyPickle(byte[] pickle) {
        in = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The numbers of a pickled array, whatever its shape. */
    static double[] read(byte[] pickle) throws IOException {
        try {
            Object last = new NumpyPickle(pickle).run();
            if (last instanceof Numbers numbers && numbers.type.equals("f8")) return doubles(numbers);
        } catch (RuntimeException e) {
            throw new IOException("is no pickled array of doubles", e);
        }
        throw new IOException("is no pickled array of doubles");
    }

    private static double[] doubles(Numbers numbers) throws IOException {
        if (numbers.bytes.length % Double.BYTES != 0) throw new IOException("is cut");
        double[] all = new double[numbers.bytes.length / Double.BYTES];
        ByteBuffer.wrap(numbers.bytes)
                .order(numbers.big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(all);
        return all;
    }

    private Object run() throws IOException {
        while (true) {
            int code = in.get() & 0xff;
            if (code == '.') return stack.pop();
            if (!(loads(code) || texts(code) || remembers(code) || builds(code)))
                throw new IOException("holds what no array has, code " + code);
        }
    }

    /** Small things. */
    private boolean loads(int code) {
        switch (code) {
            case 0x80 -> in.get();
            case 0x95 -> in.getLong();
            case 'N' -> stack.push("None");
            case 0x88, 0x89 -> stack.push(code == 0x88);
            case 'K' -> stack.push(in.get() & 0xff);
            case 'M' -> stack.push(in.getShort() & 0xffff);
            case 'J' -> stack.push(in.getInt());
            case 0x8a -> bytes(in.get() & 0xff, false);
            case '(' -> stack.push(MARK);
            case ')' -> stack.push(List.of());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean texts(int code) {
        switch (code) {
            case 'U', 'C' -> bytes(in.get() & 0xff, false);
            case 'T', 'B' -> bytes(in.getInt(), false);
            case 0x8e, 0x96 -> bytes(Math.toIntExact(in.getLong()), false);
            case 0x8c -> bytes(in.get() & 0xff, true);
            case 'X' -> bytes(in.getInt(), true);
            case 'c' -> {
                line();
                stack.push(new Name(line()));
            }
            case 0x93 -> {
                String name = text(stack.pop());
                stack.pop();
                stack.push(new Name(name));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void bytes(int length, boolean words) {
        if (length > in.remaining()) throw new IllegalArgumentException("cut after " + in.position() + " bytes");
        byte[] bytes = new byte[length];
        in.get(bytes);
        stack.push(words ? new String(bytes, StandardCharsets.UTF_8) : bytes);
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (int c = in.get(); c != '\n'; c = in.get()) line.append((char) c);
        return line.toString();
    }

    private static String text(Object one) {
        return one instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : (String) one;
    }

    private boolean remembers(int code) {
        switch (code) {
            case 'q' -> memo.put(in.get() & 0xff, stack.element());
            case 'r' -> memo.put(in.getInt(), stack.element());
            case 0x94 -> memo.put(memo.size(), stack.element());
            case 'h' -> stack.push(known(in.get() & 0xff));
            case 'j' -> stack.push(known(in.getInt()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private Object known(int place) {
        Object found = memo.get(place);
        if (found == null) throw new IllegalArgumentException("nothing at " + place);
        return found;
    }

    private boolean builds(int code) throws IOException {
        switch (code) {
            case 't' -> {
                List<Object> all = new ArrayList<>();
                for (Object one = stack.pop(); one != MARK; one = stack.pop()) all.addFirst(one);
                stack.push(all);
            }
            case 0x85, 0x86, 0x87 -> {
                List<Object> all = new ArrayList<>();
                for (int k = 0; k < code - 0x84; k++) all.addFirst(stack.pop());
                stack.push(all);
            }
            case 'R' -> {
                List<?> arguments = (List<?>) stack.pop();
                stack.push(made(((Name) stack.pop()).name, arguments));
            }
            case 'b' -> {
                List<?> state = (List<?>) stack.pop();
                set((Numbers) stack.element(), state);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What a name would have made of its arguments. */
    private static Object made(String name, List<?> arguments) throws IOException {
        Numbers made = new Numbers();
        switch (name) {
            case "_reconstruct" -> {}
            case "dtype" -> made.type = text(arguments.getFirst());
            case "encode" -> {
                return text(arguments.getFirst()).getBytes(StandardCharsets.ISO_8859_1);
            }
            case "_frombuffer" -> {
                made.bytes = (byte[]) arguments.getFirst();
                Numbers type = (Numbers) arguments.get(1);
                made.type = type.type;
                made.big = type.big;
            }
            default -> throw new IOException("holds " + name + ", which no array has");
        }
        return made;
    }

    /** The state of a type, (version, order of bytes, ...), or of an array, (version, shape, type, order of axes, bytes). */
    private static void set(Numbers numbers, List<?> state) {
        if (state.get(1) instanceof List<?>) {
            Numbers type = (Numbers) state.get(2);
            numbers.type = type.type;
            numbers.big = type.big;
            numbers.bytes = (byte[]) state.get(4);
        } else {
            numbers.big = text(state.get(1)).equals(">");
        }
    }

    /** A vector as protocol 2 has it, which every Python with NumPy reads. */
    static byte[] write(double[] x) {
        ByteBuffer data = ByteBuffer.allocate(x.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        data.asDoubleBuffer().put(x);
        byte[] text = new String(data.array(), StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(300 + text.length).order(ByteOrder.LITTLE_ENDIAN);
        ascii(out, "\u0080\u0002cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\u0000\u0085");
        ascii(out, "c_codecs\nencode\n");
        word(out, "b".getBytes(StandardCharsets.UTF_8));
        word(out, "latin1".getBytes(StandardCharsets.UTF_8));
        ascii(out, "\u0086R\u0087R(K\u0001J");
        out.putInt(x.length);
        ascii(out, "\u0085cnumpy\ndtype\n");
        word(out, "f8".getBytes(StandardCharsets.UTF_8));
        ascii(out, "\u0089\u0088\u0087R(K\u0003");
        word(out, "<".getBytes(StandardCharsets.UTF_8));
        ascii(out, "NNNJ\u00ff\u00ff\u00ff\u00ffJ\u00ff\u00ff\u00ff\u00ffK\u0000tb\u0089c_codecs\nencode\n");
        word(out, text);
        word(out, "latin1".getBytes(StandardCharsets.UTF_8));
        ascii(out, "\u0086Rtb.");
        return java.util.Arrays.copyOf(out.array(), out.position());
    }

    private static void ascii(ByteBuffer out, String text) {
        out.put(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void word(ByteBuffer out, byte[] text) {
        out.put((byte) 'X').putInt(text.length).put(text);
    }
}
