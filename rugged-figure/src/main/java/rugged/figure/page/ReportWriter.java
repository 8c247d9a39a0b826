package rugged.figure.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import rugged.figure.Markup;
import rugged.figure.Theme;
import rugged.figure.page.ReportPage.Block;
import rugged.figure.page.ReportPage.Paragraph;
import rugged.figure.page.ReportPage.Picture;
import rugged.figure.page.ReportPage.Rows;
import rugged.figure.page.ReportPage.Section;
import rugged.figure.page.ReportPage.Verbatim;
import rugged.figure.page.ReportPage.Warning;

/**
 * Writes a page as HTML. Every text goes through {@link Markup#html} or {@link Markup#escaped}; data travel in scripts of
 * a type that no browser runs, with every {@code <} escaped; the page's own policy forbids any request.
 */
final class ReportWriter {
    private static final String POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline';"
            + " font-src data:; img-src data: blob:; base-uri 'none'; form-action 'none'";

    private final StringBuilder out = new StringBuilder(1 << 16);
    private int pictures;

    String write(ReportPage page) {
        out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\">\n<title>")
                .append(Markup.escaped(Markup.plain(page.title())))
                .append("</title>\n<style>\n");
        face("normal", "regular");
        face("italic", "italic");
        out.append(text("report.css")).append("</style>\n</head>\n<body>\n<main>\n");
        element("h1", page.title());
        if (!page.lead().isEmpty()) {
            out.append("<p class=\"lead\">").append(Markup.html(page.lead())).append("</p>\n");
        }
        page.sections().forEach(this::section);
        out.append("</main>\n");
        if (!page.footer().isEmpty()) {
            element("footer", page.footer());
        }
        if (pictures > 0) {
            // a script ends at the first closing tag, wherever it stands
            out.append("<script>\n")
                    .append(text("figure.js").replace("</script", "<\\/script"))
                    .append("\nruggedFigure.showAll();\n</script>\n");
        }
        return out.append("</body>\n</html>\n").toString();
    }

    private void face(String style, String file) {
        String data = Base64.getEncoder().encodeToString(Theme.resource("stix-two-text-" + file + ".woff"));
        out.append("@font-face { font-family: \"STIX Two Text\"; font-style: ")
                .append(style)
                .append("; src: url(data:font/woff;base64,")
                .append(data)
                .append(") format(\"woff\"); }\n");
    }

    private static String text(String resource) {
        return new String(Theme.resource(resource), StandardCharsets.UTF_8);
    }

    private void element(String name, String text) {
        out.append('<').append(name).append('>').append(Markup.html(text));
        out.append("</").append(name).append(">\n");
    }

    private void section(Section section) {
        out.append("<section>\n");
        element("h2", section.heading());
        section.blocks().forEach(this::block);
        out.append("</section>\n");
    }

    private void block(Block block) {
        switch (block) {
            case Paragraph(String text) -> element("p", text);
            case Warning(String text) ->
                out.append("<p class=\"warning\"><strong>Warning.</strong> ")
                        .append(Markup.html(text))
                        .append("</p>\n");
            case Verbatim(String text) ->
                out.append("<pre>").append(Markup.escaped(text)).append("</pre>\n");
            case Rows rows -> rows(rows);
            case Picture picture -> picture(picture);
        }
    }

    private void rows(Rows rows) {
        out.append("<div class=\"scroll\"><table>\n");
        if (!rows.caption().isEmpty()) {
            element("caption", rows.caption());
        }
        out.append("<thead><tr>");
        rows.columns()
                .forEach(column -> out.append("<th scope=\"col\">")
                        .append(Markup.html(column))
                        .append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows.rows()) {
            out.append("<tr>");
            row.forEach(cell -> out.append("<td>").append(Markup.html(cell)).append("</td>"));
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table></div>\n");
    }

    private void picture(Picture picture) {
        String own = "f" + ++pictures + "-";
        out.append("<figure data-name=\"")
                .append(Markup.escaped(picture.name()))
                .append("\">\n<div class=\"drawing\">")
                .append(isolated(picture.svg(), own))
                .append("</div>\n<figcaption>")
                .append(Markup.html(picture.caption()))
                .append(" <span class=\"saves\"></span></figcaption>\n");
        out.append(DataTable.html(picture.specification()));
        out.append("<script type=\"application/json\">")
                .append(picture.specification().replace("<", "\\u003c"))
                .append("</script>\n</figure>\n");
    }

    /** Drawings number their clip paths from one: in one page each needs numbers of its own. */
    private static String isolated(String svg, String own) {
        return svg.replace(" id=\"", " id=\"" + own).replace("url(#", "url(#" + own);
    }
}
