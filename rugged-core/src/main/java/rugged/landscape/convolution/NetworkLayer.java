package rugged.landscape.convolution;

import java.util.Arrays;
import java.util.List;
import rugged.params.BadParameter;

/** A layer of a network, as it is typed: {@code conv 16 3}, {@code conv 16 5 stride 2 padding 0}, {@code residual conv 16 3}, {@code pool 2}, {@code global}, {@code norm}, or the width of a dense layer. */
public sealed interface NetworkLayer {
    /** What can be typed. */
    String WORDS =
            "conv CHANNELS KERNEL [stride S] [padding P], residual conv CHANNELS KERNEL, pool K, global, norm, or the"
                    + " width of a dense layer";

    /**
     * Windows of kernel x kernel pixels, behind which stands the activation; a residual layer adds what went in.
     *
     * @param channels that come out
     * @param kernel side of a window
     * @param stride pixels from one window to the next
     * @param padding pixels of zeros around the picture
     * @param residual whether what goes in is added to what comes out
     */
    record Convolution(int channels, int kernel, int stride, int padding, boolean residual) implements NetworkLayer {
        public Convolution {
            if (channels < 1 || kernel < 1 || stride < 1 || padding < 0 || padding >= kernel)
                throw bad(
                        "a convolution of " + channels + " channels with kernel " + kernel + ", stride " + stride
                                + ", padding " + padding,
                        "channels, kernel and stride from 1, padding from 0 and below the kernel");
        }

        @Override
        public String toString() {
            String text = (residual ? "residual " : "") + "conv " + channels + " " + kernel;
            if (stride != 1) text += " stride " + stride;
            if (padding != kernel / 2) text += " padding " + padding;
            return text;
        }
    }

    /** Means over squares of pixels; what is left over at the right and at the bottom is dropped. */
    record Pool(int side) implements NetworkLayer {
        public Pool {
            if (side < 1) throw bad("a pool of " + side, "a side of 1 pixel or more");
        }

        @Override
        public String toString() {
            return "pool " + side;
        }
    }

    /** The mean of every channel over all pixels. */
    record Global() implements NetworkLayer {
        @Override
        public String toString() {
            return "global";
        }
    }

    /** All numbers of an example with mean 0 and variance 1, without parameters. */
    record Norm() implements NetworkLayer {
        @Override
        public String toString() {
            return "norm";
        }
    }

    /** Hidden units that see everything, behind which stands the activation. */
    record Dense(int width) implements NetworkLayer {
        public Dense {
            if (width < 1) throw bad("a dense layer of " + width + " units", "at least 1");
        }

        @Override
        public String toString() {
            return Integer.toString(width);
        }
    }

    /** From what was typed; throws for what is no layer. */
    static NetworkLayer parse(String text) {
        List<String> words = Arrays.asList(text.trim().split("\\s+"));
        boolean residual = words.getFirst().equals("residual");
        if (residual) words = words.subList(1, words.size());
        if (words.isEmpty()) throw bad("no layer", WORDS);
        int count = words.size();
        String first = words.getFirst();
        if (first.equals("conv") && count >= 3) return convolution(words, residual);
        if (residual) throw bad("only a convolution is residual", WORDS);
        if (first.equals("pool") && count == 2) return new Pool(number(words.get(1)));
        if (first.equals("global") && count == 1) return new Global();
        if (first.equals("norm") && count == 1) return new Norm();
        if (count == 1) return new Dense(number(first));
        throw bad("no layer", WORDS);
    }

    private static Convolution convolution(List<String> words, boolean residual) {
        int kernel = number(words.get(2));
        int stride = 1;
        int padding = kernel / 2;
        for (int k = 3; k < words.size(); k += 2) {
            if (k + 1 == words.size()) throw bad(words.get(k) + " is followed by nothing", WORDS);
            int value = number(words.get(k + 1));
            switch (words.get(k)) {
                case "stride" -> stride = value;
                case "padding" -> padding = value;
                default -> throw bad("\"" + words.get(k) + "\" is neither stride nor padding", WORDS);
            }
        }
        return new Convolution(number(words.get(1)), kernel, stride, padding, residual);
    }

    private static int number(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw bad("\"" + word + "\" is no whole number", WORDS);
        }
    }

    private static BadParameter bad(String wrong, String allowed) {
        return new BadParameter("layers", "", wrong, allowed);
    }
}
