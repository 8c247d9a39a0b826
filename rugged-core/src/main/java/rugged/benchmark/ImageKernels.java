package rugged.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rugged.api.BenchmarkSpec;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.num.image.DisplacementFields;
import rugged.num.image.DisplacementLaw;
import rugged.num.image.ImageWarp;
import rugged.num.image.Interpolation;
import rugged.params.Param;

/** Processor time of smooth displacements of grey images: drawing a field of maximum entropy, and reading an image through it, for each image on one core. */
@Named(
        value = "image-kernels",
        title = "Displacements of images",
        doc = "Images that are displaced by a smooth field of their own a second, by interpolation and cut-off.",
        source = "Petrini, Favero, Geiger and Wyart, NeurIPS 34 (2021), arXiv:2105.02468",
        year = 2021,
        topics = {"kernels", "images"})
public record ImageKernels(
        @Param(doc = "pixels of a side", symbol = "n", def = "28", min = 3, max = 4096)
        int pixels,

        @Param(doc = "rounds", def = "11", min = 3) int rounds)
        implements BenchmarkSpec {
    private static final String IMAGES = "displaced images";
    private static final String FIELDS = "fields alone";
    private static final int IN_A_ROUND = 2000;
    private static final double ONE_PIXEL = 1.0;

    @Override
    public List<Rate> rates() {
        return List.of(new Rate(IMAGES, "1/s", FIELDS), new Rate(FIELDS, "1/s", ""));
    }

    @Override
    public List<Measurement> measure() {
        List<Measurement> all = new ArrayList<>();
        for (Interpolation interpolation : Interpolation.values()) measure(3, interpolation, all);
        measure(Math.min(15, pixels - 1), Interpolation.BILINEAR, all);
        return List.copyOf(all);
    }

    private void measure(int cutoff, Interpolation interpolation, List<Measurement> all) {
        DisplacementLaw law = new DisplacementLaw(pixels, Math.min(cutoff, pixels - 1));
        DisplacementFields fields = new DisplacementFields(law);
        ImageWarp warp = new ImageWarp(pixels, 1, interpolation);
        RandomStream random = Streams.of(1).stream("benchmark", 0);
        int area = pixels * pixels;
        double[] image = new double[area];
        random.normals(image);
        double[] dx = new double[area];
        double[] dy = new double[area];
        double[] out = new double[area];
        double temperature = law.temperature(ONE_PIXEL);
        double[] both = new double[rounds];
        double[] alone = new double[rounds];
        // as many rounds before, for the compiler
        for (int k = -rounds; k < rounds; k++) {
            double begun = TimedQuench.now();
            for (int i = 0; i < IN_A_ROUND; i++) {
                fields.draw(random, temperature, dx, dy);
                warp.apply(image, 0, dx, dy, out, 0);
            }
            double middle = TimedQuench.now();
            for (int i = 0; i < IN_A_ROUND; i++) fields.draw(random, temperature, dx, dy);
            int round = Math.max(0, k);
            both[round] = IN_A_ROUND / (middle - begun);
            alone[round] = IN_A_ROUND / (TimedQuench.now() - middle);
        }
        String size = String.format(
                Locale.ROOT,
                ", %d x %d, c = %d, %s",
                pixels,
                pixels,
                law.cutoff(),
                interpolation.name().toLowerCase(Locale.ROOT));
        double median = Timings.median(both);
        all.add(new Measurement(
                IMAGES + size, median, "1/s", Timings.spread(both), FIELDS, median / Timings.median(alone)));
        if (interpolation == Interpolation.BILINEAR) all.add(Timings.measured(FIELDS + size, alone, "1/s"));
    }
}
