package rugged.observable.image;

import java.util.Arrays;
import rugged.api.Examples;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.image.DisplacementFields;
import rugged.num.image.DisplacementLaw;
import rugged.num.image.ImageShape;
import rugged.num.image.ImageWarp;
import rugged.num.image.Interpolation;

/**
 * The images on which a function is probed: warped, or with noise of the same norm. Image i has a field and a direction of noise of its own, drawn by (seed, i): the same at all times and, but for the size, at all
 * temperatures. Holds scratch, for one thread.
 */
final class Probing {
    private final ImageShape pictures;
    private final int images;
    private final ImageWarp warp;
    private final Streams streams;
    private final double[] dx;
    private final double[] dy;
    private final double[] originals;
    private final double[] inputs;
    private final double[] norms;
    private final boolean[] changed;

    /** @param probes test images, at most */
    Probing(Examples data, int probes, Interpolation interpolation, long seed) {
        pictures = ImageShape.of(data.shape());
        images = Math.min(probes, data.tests());
        if (images < 2) throw new IllegalArgumentException("need at least two test images");
        warp = new ImageWarp(pictures.side(), pictures.channels(), interpolation);
        streams = Streams.of(seed);
        dx = new double[pictures.area()];
        dy = new double[pictures.area()];
        inputs = new double[images * pictures.numbers()];
        norms = new double[images];
        changed = new boolean[images];
        originals = new double[inputs.length];
        // as they are read where nothing moves: Gaussian interpolation blurs
        for (int i = 0; i < images; i++)
            warp.apply(data.testInputs(), i * pictures.numbers(), dx, dy, originals, i * pictures.numbers());
    }

    /** Number of images. */
    int images() {
        return images;
    }

    /** n, pixels of a side. */
    int side() {
        return pictures.side();
    }

    /** The images as they are [images d]; not to be changed. */
    double[] originals() {
        return originals;
    }

    /** Which images the last field moved: a live view. */
    boolean[] changed() {
        return changed;
    }

    /** The images displaced [images d]: a live view. */
    double[] warped(DisplacementLaw law, double temperature) {
        DisplacementFields fields = new DisplacementFields(law);
        int d = pictures.numbers();
        for (int i = 0; i < images; i++) {
            fields.draw(streams.stream("field", i), temperature, dx, dy);
            warp.apply(originals, i * d, dx, dy, inputs, i * d);
            double square = 0.0;
            for (int k = i * d; k < (i + 1) * d; k++) square += (inputs[k] - originals[k]) * (inputs[k] - originals[k]);
            norms[i] = Math.sqrt(square);
            changed[i] = square > 0.0;
        }
        return inputs;
    }

    /** The images with isotropic noise, each of the norm by which the last field changed it [images d]: a live view. */
    double[] noisy() {
        int d = pictures.numbers();
        double[] noise = new double[d];
        for (int i = 0; i < images; i++) {
            RandomStream random = streams.stream("noise", i);
            random.normals(noise);
            double square = 0.0;
            for (double value : noise) square += value * value;
            double scale = norms[i] / Math.sqrt(square);
            for (int k = 0; k < d; k++) inputs[i * d + k] = originals[i * d + k] + scale * noise[k];
        }
        return inputs;
    }

    /** Mean of |tau x - x|^2 over the images that the last field moved, over that of |x|^2. */
    double change() {
        double moved = 0.0;
        int count = 0;
        for (int i = 0; i < images; i++) {
            if (!changed[i]) continue;
            moved += norms[i] * norms[i];
            count++;
        }
        double square = Arrays.stream(originals).map(v -> v * v).sum() / images;
        return count == 0 ? 0.0 : moved / count / square;
    }
}
