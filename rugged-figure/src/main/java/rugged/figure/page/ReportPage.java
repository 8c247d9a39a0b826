package rugged.figure.page;

import java.util.List;
import rugged.figure.Figure;

/**
 * A page to read and to keep: headings, text, tables and figures, without a word of what they mean.
 *
 * @param title the page's heading
 * @param lead one or two sentences under it, such as the claim of a study
 * @param sections in order
 * @param footer a last line, such as version and date; empty for none
 */
public record ReportPage(String title, String lead, List<Section> sections, String footer) {
    public ReportPage {
        sections = List.copyOf(sections);
    }

    /** A heading with what stands under it. */
    public record Section(String heading, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    /** What a section is made of. Every text may use the markup of labels; none is taken as HTML. */
    public sealed interface Block {}

    /** A paragraph. */
    public record Paragraph(String text) implements Block {}

    /** Something the reader should not overlook. */
    public record Warning(String text) implements Block {}

    /** Text to copy, set as written: a command, a citation. No markup. */
    public record Verbatim(String text) implements Block {}

    /** A table of text. A row may be shorter than the heading. */
    public record Rows(String caption, List<String> columns, List<List<String>> rows) implements Block {
        public Rows {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A figure: interactive where scripts run, the drawing where they do not.
     *
     * @param name file name without ending, offered for downloads
     * @param caption text under the figure
     * @param specification Vega-Lite, from {@link Figure#specification}
     * @param svg the same drawn, from {@link Drawing#svg}
     */
    public record Picture(String name, String caption, String specification, String svg) implements Block {}
}
