package rugged.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.figure.page.Drawing;
import rugged.figure.page.FigurePage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FigurePageTest {
    private static final String PAGE = FigurePage.specification(
            "Both",
            List.of(
                    Figure.specification(Examples.AGING, Examples.aging()),
                    Figure.specification(Examples.ENERGY, Examples.energy())),
            1);

    @Test
    void everyFigureHasOneLetter() {
        JsonNode page = JsonMapper.shared().readTree(PAGE);
        List<String> titles = new ArrayList<>();
        collect(page, titles);
        assertThat(titles).filteredOn(title -> title.contains("(a)")).hasSize(1);
        assertThat(titles).filteredOn(title -> title.contains("(b)")).hasSize(1);
        assertThat(titles).contains("T = 0.7");
    }

    private static void collect(JsonNode node, List<String> titles) {
        if (node.has("layer")) titles.add(node.path("title").asString(""));
        for (JsonNode child : node) collect(child, titles);
    }

    @Test
    void everyFigureKeepsItsOwnData() {
        JsonNode sets = JsonMapper.shared().readTree(PAGE).get("datasets");
        assertThat(sets.propertyNames()).containsExactly("simulation-0", "theory-0", "simulation-1", "theory-1");
        assertThat(PAGE).doesNotContain("\"name\":\"simulation\"");
        assertThat(PAGE).contains("\"color\":\"independent\"");
    }

    /** Under two figures of two panels there is room for three of one. */
    @Test
    void rowsThatFitShareOne() {
        String wide = Figure.specification(Examples.AGING, Examples.aging());
        String narrow = Figure.specification(Examples.ENERGY, Examples.energy());
        JsonNode page = JsonMapper.shared()
                .readTree(FigurePage.specification("Five", List.of(wide, wide, narrow, narrow, narrow), 2));
        assertThat(page.get("vconcat"))
                .extracting(row -> row.get("hconcat").size())
                .containsExactly(2, 3);
    }

    @Test
    void isDrawnAsAnyOther() throws Exception {
        String svg = Drawing.svg(PAGE);
        assertThat(svg).startsWith("<svg").contains("T = 0.7".substring(4));
        assertThat(Drawing.png(svg)).isNotEmpty();
    }
}
