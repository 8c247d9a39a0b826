package rugged.figure.page;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import rugged.figure.Theme;

/** SVG to pixels. The first use in a process costs a second or two: the fonts of the machine are read. */
final class Raster {
    /** The figures' face, so that a picture looks the same on a machine with few fonts. */
    static final List<String> FACES = List.of("stix-two-text-regular.ttf", "stix-two-text-italic.ttf");

    /** The loader's own limits are made for icons and would refuse a figure of a few thousand points. */
    private static final DocumentLimits LIMITS = new DocumentLimits(
            DocumentLimits.DEFAULT_MAX_NESTING_DEPTH, DocumentLimits.DEFAULT_MAX_USE_NESTING_DEPTH, Integer.MAX_VALUE);

    private static final class Faces {
        static {
            System.setProperty("java.awt.headless", System.getProperty("java.awt.headless", "true"));
            GraphicsEnvironment machine = GraphicsEnvironment.getLocalGraphicsEnvironment();
            for (String face : FACES) {
                try {
                    machine.registerFont(
                            Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(Theme.resource(face))));
                } catch (FontFormatException e) {
                    throw new IllegalStateException("unreadable font " + face, e);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        static void load() {}
    }

    private Raster() {}

    /** Reads a drawing, with the figures' face at hand. */
    static SVGDocument document(String svg) {
        Faces.load();
        SVGDocument document = new SVGLoader()
                .load(
                        new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.builder().documentLimits(LIMITS).build());
        if (document == null) {
            throw new IllegalArgumentException("not a drawing: the text is no SVG document");
        }
        return document;
    }

    static byte[] png(String svg, double scale) {
        SVGDocument document = document(svg);
        float width = document.size().width;
        float height = document.size().height;
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(width * scale), (int) Math.ceil(height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.scale(scale, scale);
        document.render((java.awt.Component) null, graphics, new ViewBox(0, 0, width, height));
        graphics.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
