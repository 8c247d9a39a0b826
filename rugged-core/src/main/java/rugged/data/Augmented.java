package rugged.data;

import java.util.Locale;
import rugged.api.DataSpec;
import rugged.api.Examples;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.num.image.DisplacementLaw;
import rugged.num.image.ImageShape;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Other data of images, with so many transformed copies of every training image in its place: all images once, then all once more. A copy is mirrored (with probability 1/2, where asked for), shifted by whole pixels with equal probability in either direction, as a crop of the image with a border is, and displaced by a smooth field of its own
 * ({@link DisplacementLaw}). Images have been prepared before, and what comes in from outside is their background, for each channel the median of the pixels at the border of all training images, which is not 0 where inputs are centred. Test images stay as they are. A pass over k copies is worth k passes over the images. Copies of fewer are the first of more.
 *
 * <p>A typical displacement delta in pixels stands for the temperature 4 delta^2/(pi n^2 ln c). Source: Petrini, Favero, Geiger and Wyart, NeurIPS 34 (2021), arXiv:2105.02468.
 */
@Named(
        value = "augmented",
        title = "Transformed copies of images",
        doc = "Images of other data, mirrored, shifted and smoothly displaced: several copies of each training image.",
        source = "Petrini, Favero, Geiger and Wyart, NeurIPS 34 (2021), arXiv:2105.02468",
        year = 2021,
        topics = {"images", "classification"})
public record Augmented(
        @Param(doc = "data of images", def = "strokes") DataSpec of,

        @Param(doc = "transformed copies of each training image", def = "10", min = 1, max = 10000)
        int copies,

        @Param(doc = "largest shift in pixels, in either direction", def = "1", min = 0, max = 10000)
        int shifts,

        @Param(doc = "mirror every other image, left for right", def = "false", reason = "digits have a handedness")
        boolean flips,

        @Param(
                doc = "typical displacement of a smooth field for each copy, in pixels; 0 for none",
                symbol = "\u03b4",
                def = "0",
                min = 0,
                max = 1000)
        double displacement,

        @Param(doc = "cut-off of the wave numbers of the field", symbol = "c", def = "3", min = 2, max = 10000)
        int cutoff,

        @Param(doc = "seed of the transformations", def = "1")
        long seed)
        implements DataSpec {
    private static final String OF = "of";

    @Override
    public Outline outline() {
        Outline all = of.outline();
        check(all);
        if ((double) all.patterns() * copies * all.width() > Integer.MAX_VALUE)
            throw new BadParameter(
                    "copies",
                    copies,
                    String.format(Locale.ROOT, "make %.3g numbers", (double) all.patterns() * copies * all.width()),
                    "fewer copies, or fewer images: up to 2147483647 numbers");
        return new Outline(
                all.patterns() * copies, all.tests(), all.width(), all.labels(), all.classes(), all.pixels());
    }

    private static ImageShape shape(Outline all) {
        return all.pixels()
                .map(pixels -> new ImageShape(pixels.channels(), pixels.height(), pixels.width()))
                .orElseThrow(() -> new BadParameter(
                        OF,
                        all.width() + " numbers",
                        "are no images: they have no rows and columns",
                        "images, such as strokes without principal components"));
    }

    private void check(Outline all) {
        ImageShape shape = shape(all);
        if (shifts >= Math.min(shape.height(), shape.width()))
            throw new BadParameter(
                    "shifts", shifts, "leaves nothing of an image of " + shape.height() + "x" + shape.width(), "less");
        if (displacement == 0.0) return;
        try {
            new DisplacementLaw(shape.side(), cutoff);
        } catch (IllegalArgumentException wrong) {
            throw new BadParameter(
                    "cutoff", cutoff, String.valueOf(wrong.getMessage()), "another cutoff, or displacement: 0");
        }
    }

    @Override
    public String remark() {
        Outline all = of.outline();
        check(all);
        String before = of.remark();
        if (!before.isEmpty() || displacement == 0.0) return before;
        DisplacementLaw law = new DisplacementLaw(shape(all).side(), cutoff);
        double temperature = law.temperature(displacement);
        if (law.allows(temperature)) return "";
        return String.format(
                Locale.ROOT,
                "displacement=%s stands for the temperature %.4g, outside of the range of c=%d on %d pixels, %.4g to"
                        + " %.4g",
                displacement,
                temperature,
                cutoff,
                law.pixels(),
                law.lowest(),
                law.highest());
    }

    @Override
    public Examples load() {
        Outline outline = outline();
        Examples all = of.load();
        ImageShape shape = shape(of.outline());
        ImageCopies maker = new ImageCopies(shape, shifts, flips, displacement, cutoff);
        double[] background = ImageCopies.background(shape, all.inputs());
        double[] inputs = new double[outline.patterns() * outline.width()];
        double[] targets = new double[outline.patterns()];
        Streams streams = Streams.of(seed).family("data.augmented", 0);
        for (int k = 0; k < copies; k++) {
            maker.make(all.inputs(), background, streams, k, inputs, k * all.inputs().length);
            System.arraycopy(all.targets(), 0, targets, k * all.patterns(), all.patterns());
        }
        return new Examples(
                all.labels(), all.classes(), all.shape(), inputs, targets, all.testInputs(), all.testTargets());
    }
}
