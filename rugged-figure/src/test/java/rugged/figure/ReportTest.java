package rugged.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import rugged.figure.page.Report;
import rugged.figure.page.ReportPage;
import rugged.figure.page.ReportPage.Paragraph;
import rugged.figure.page.ReportPage.Picture;
import rugged.figure.page.ReportPage.Rows;
import rugged.figure.page.ReportPage.Section;
import rugged.figure.page.ReportPage.Verbatim;
import rugged.figure.page.ReportPage.Warning;

class ReportTest {
    private static final String NASTY = "<script>alert('x')</script>\" onload=\"";

    private static String page(ReportPage.Block... blocks) {
        return Report.html(new ReportPage("Title", "lead", List.of(new Section("Heading", List.of(blocks))), "foot"));
    }

    @Test
    void everyTextIsEscaped() {
        String html = Report.html(new ReportPage(
                NASTY,
                NASTY,
                List.of(new Section(
                        NASTY,
                        List.of(
                                new Paragraph(NASTY),
                                new Warning(NASTY),
                                new Verbatim(NASTY),
                                new Rows(NASTY, List.of(NASTY), List.of(List.of(NASTY)))))),
                NASTY));
        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void dataCannotCloseTheirScript() {
        String html = page(new Picture(
                NASTY,
                NASTY,
                "{\"description\": \"</script><b>\", \"datasets\": {}}",
                "<svg id=\"clip1\" fill=\"url(#clip1)\"/>"));
        assertThat(html).contains("\\u003c/script>").doesNotContain("</script><b>");
        assertThat(html).contains("id=\"f1-clip1\"").contains("url(#f1-clip1)");
        assertThat(html.split("<script", -1)).hasSize(3);
        assertThat(html.split("</script", -1)).hasSize(3);
    }

    @Test
    void opensOffline() {
        String specification = Figure.specification(Examples.ENERGY, Examples.energy());
        String html = page(new Picture("energy", "Energy", specification, "<svg/>"));
        assertThat(html).contains("default-src 'none'").contains("ruggedFigure.showAll()");
        assertThat(html).doesNotContainPattern("(src|href)=\"?https?:").doesNotContain("@import");
        assertThat(html).contains("font/woff;base64,").contains("<th scope=\"col\">error</th>");
        assertThat(html).contains("e(t) − e_th against t");
    }

    @Test
    void aPageWithoutFiguresCarriesNoScript() {
        assertThat(page(new Paragraph("T_{d}"))).doesNotContain("<script").contains("<i>T</i><sub><i>d</i></sub>");
    }

    @RepeatedTest(value = 50, failureThreshold = 1)
    void noCellBreaksOut(RepetitionInfo repetition) {
        String cell = AnyText.of(repetition.getCurrentRepetition());
        String html = page(new Rows("", List.of("a"), List.of(List.of(cell))));
        String inside = html.substring(html.indexOf("<td>") + 4, html.indexOf("</td>"));
        assertThat(inside.replaceAll("</?(i|sub|sup)>", "")).doesNotContain("<").doesNotContain(">");
    }
}
