package rugged.figure;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets the labels of a drawing, which come as {@link Markup}. */
public final class SvgLabels {
    private static final double RAISED = 0.38;
    private static final double LOWERED = 0.22;
    private static final Pattern SVG_TEXT = Pattern.compile("<text\\b([^>]*)>([^<]*)</text>");
    private static final Pattern FONT_SIZE = Pattern.compile("font-size=\"([0-9.]+)px\"");

    private SvgLabels() {}

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /**
     * Sets the labels of a drawing: markup becomes shifted runs of absolute size, which every viewer renders alike, and the
     * drawing gets a description for screen readers.
     */
    public static String set(String drawing, String description) {
        String set = SVG_TEXT.matcher(drawing)
                .replaceAll(found -> Matcher.quoteReplacement("<text" + found.group(1) + ">"
                        + tspans(found.group(1), unescaped(found.group(2))) + "</text>"));
        int end = set.indexOf('>', set.indexOf("<svg"));
        return set.substring(0, end) + " role=\"img\" aria-label=\"" + Markup.escaped(description) + "\""
                + set.substring(end);
    }

    private static String tspans(String attributes, String source) {
        Matcher size = FONT_SIZE.matcher(attributes);
        double whole = size.find() ? Double.parseDouble(size.group(1)) : 11;
        List<Markup.Run> runs = Markup.runs(source);
        if (runs.size() == 1 && !runs.getFirst().italic() && runs.getFirst().shift() == 0) {
            return Markup.escaped(runs.getFirst().text());
        }
        StringBuilder out = new StringBuilder();
        double shifted = 0;
        double blank = 0;
        for (Markup.Run run : runs) {
            double wanted = run.shift() > 0 ? -RAISED * whole : run.shift() < 0 ? LOWERED * whole : 0;
            double own = run.shift() == 0 ? whole : whole * Markup.SHIFTED_SIZE;
            String text = run.text().strip();
            blank += own
                    * Measure.blanks(
                            run.text().length() - run.text().stripLeading().length());
            if (text.isEmpty()) continue;
            out.append("<tspan");
            // viewers strip blanks where styles change, those that do not break among them: lengths are honoured by all
            if (blank > 0) out.append(" dx=\"").append(number(blank)).append('"');
            blank = own
                    * Measure.blanks(
                            run.text().length() - run.text().stripTrailing().length());
            if (wanted != shifted) {
                out.append(" dy=\"").append(number(wanted - shifted)).append('"');
            }
            if (run.shift() != 0) {
                out.append(" font-size=\"").append(number(own)).append("px\"");
            }
            out.append(run.italic() ? " font-style=\"italic\">" : ">")
                    .append(Markup.escaped(text))
                    .append("</tspan>");
            shifted = wanted;
        }
        return out.toString();
    }

    private static String number(double value) {
        return Labels.plain(Double.parseDouble(String.format(Locale.ROOT, "%.2f", value)));
    }
}
