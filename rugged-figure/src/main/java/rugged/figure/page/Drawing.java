package rugged.figure.page;

import rugged.figure.SvgLabels;

/** Specifications as pictures. The first call in a process loads the drawing engine (2 to 3 s), later ones take 0.2 s. */
public final class Drawing {
    /** Bytes of Java heap below which the drawing engine does nothing but collect garbage: measured on the bundled studies. */
    public static final double LEAST_HEAP = 192.0 * (1 << 20);

    private Drawing() {}

    /** The drawing of a specification: SVG text, sub- and superscripts set, the same for the same specification. */
    public static String svg(String specification) {
        return SvgLabels.set(SvgEngine.shared().draw(specification), SvgEngine.description(specification));
    }

    /** The drawing as PNG, two pixels for each unit of the SVG, on white. */
    public static byte[] png(String svg) {
        return Raster.png(svg, 2);
    }

    /** The drawing as a PDF page of its own size, all vectors, letters as outlines. */
    public static byte[] pdf(String svg) {
        return Pdf.page(svg);
    }
}
