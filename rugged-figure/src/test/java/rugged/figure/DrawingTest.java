package rugged.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import rugged.figure.page.Drawing;
import rugged.figure.page.SvgEngine;
import tools.jackson.databind.json.JsonMapper;

/** Loads the drawing engine: some seconds, once. */
class DrawingTest {
    private static final String ENERGY = Figure.specification(Examples.ENERGY, Examples.energy());
    private static final String FIRST = Drawing.svg(ENERGY);

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void drawsEveryPointInWellFormedSvgAndTheSameTwice() throws Exception {
        String svg = FIRST;
        Document document = parsed(svg);
        assertThat(document.getDocumentElement().getAttribute("aria-label")).startsWith("e(t) − e_th against t");
        assertThat(svg)
                .contains("<tspan font-style=\"italic\">e</tspan>")
                .doesNotContain("_{")
                .doesNotContain("^{");
        // 42 measured points; in the legend two curves and one source
        int markers =
                svg.split("fill=\"#ffffff\" stroke=\"[^\"]*\" stroke-width=\"[^\"]*\" opacity=\"1\"", -1).length - 1;
        assertThat(markers).isEqualTo(42 + 3);
        assertThat(Drawing.svg(ENERGY)).isEqualTo(svg);
    }

    @Test
    void makesPixelsAndPages() throws Exception {
        String svg = FIRST;
        var image = ImageIO.read(new ByteArrayInputStream(Drawing.png(svg)));
        double width = Double.parseDouble(parsed(svg).getDocumentElement().getAttribute("width"));
        assertThat(image.getWidth()).isBetween((int) (2 * width) - 1, (int) (2 * width) + 2);
        byte[] pdf = Drawing.pdf(svg);
        assertThat(Drawing.pdf(svg)).isEqualTo(pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat((double) document.getPage(0).getMediaBox().getWidth())
                    .isCloseTo(0.75 * width, org.assertj.core.data.Offset.offset(0.5));
        }
    }

    @Test
    void aBrokenSpecificationSaysWhy() {
        assertThatThrownBy(() -> Drawing.svg("{\"mark\": \"nothing\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the specification cannot be drawn: ");
        assertThatThrownBy(() -> Drawing.png("<p>")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theScriptKnowsTheSameMarkup() {
        for (String text : List.of(
                "C(t, t_{w})",
                "e(t) - e_{th}",
                "10^{-2}",
                "\\chi_{ag} \\to \\infty",
                "a quench, A and I, p-spin's x",
                "\\text{(a)}  T = 0.5",
                "-x, (-1), =-y",
                "landscape.n l-bfgs",
                "(t-t_{w})/t_{w}",
                "",
                "N → ∞",
                "é_{b",
                "2J a")) {
            assertThat(SvgEngine.shared().call("runs", text))
                    .as(text)
                    .isEqualTo(JsonMapper.shared().writeValueAsString(Markup.runs(text)));
            assertThat(Double.parseDouble(SvgEngine.shared().call("width", text, "12")))
                    .isCloseTo(Measure.width(text, 12), org.assertj.core.data.Offset.offset(1e-9));
        }
    }
}
