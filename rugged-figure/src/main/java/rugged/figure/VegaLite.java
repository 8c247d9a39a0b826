package rugged.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rugged.figure.select.Residuals;
import rugged.figure.select.Selection;
import rugged.figure.select.Series;
import rugged.figure.select.Series.Spot;
import rugged.figure.select.Tally;
import rugged.figure.select.Vertical;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The specification as a whole: data, panels, legend, small print. {@link Axes}, {@link Layers} and
 * {@link LegendLayers} draw what is in a panel. */
final class VegaLite {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double SMALL_PRINT = 10.5;

    private VegaLite() {}

    /** @param map what is drawn in the place of points; the selection then has no more than its places */
    static String text(FigureRequest request, Selection selection, Setting setting, Optional<Picture> map) {
        double aspect = map.map(Picture::aspect).orElse(0.0);
        Frames frames =
                Frames.of(request, selection, setting, map.map(Picture::bar).orElse(0.0), aspect);
        Legend legend = Legend.of(request, selection, frames);
        boolean below = setting.legendBelow(legend.outsideWidth());
        if (legend.outsideWidth() > 0 && setting.width() > 0 && !below) {
            frames = Frames.of(request, selection, setting, legend.outsideWidth(), aspect);
            legend = Legend.of(request, selection, frames);
        }
        Channels channels = new Channels(request, selection, frames, frames.of(0), setting);
        Unseen.count(selection, frames);
        ObjectNode root = JSON.objectNode();
        root.put("$schema", "https://vega.github.io/schema/vega-lite/v5.json");
        root.put("description", description(channels));
        root.set("usermeta", account(request, selection));
        if (setting.growing().isPresent()) axes((ObjectNode) root.at("/usermeta/rugged"), frames);
        root.set("config", Theme.configuration(setting.dark()));
        smallPrint(root, channels, legend, map.map(Picture::smallPrint).orElseGet(selection::smallPrint));
        ObjectNode datasets = root.putObject("datasets");
        if (map.isPresent()) {
            // one scale of colours for all panels, drawn beside the last of them
            root.putObject("resolve").putObject("scale").put("color", "independent");
            map.get().datasets(datasets);
        } else {
            datasets.set("simulation", rows(selection, true, frames));
            datasets.set("theory", rows(selection, false, frames));
        }
        boolean strips = setting.residuals() && map.isEmpty();
        ArrayNode panels = strips ? withStrips(root, channels, legend) : panels(channels, legend, map);
        if (legend.outsideWidth() > 0) {
            ArrayNode side = root.putArray(below ? "vconcat" : "hconcat");
            side.addObject().put("columns", frames.columns()).set("concat", panels);
            side.add(outside(channels, legend, below ? legend.outsideHeight() : frames.height()));
        } else {
            root.put("columns", frames.columns());
            root.set("concat", panels);
        }
        return JsonMapper.shared().writeValueAsString(root);
    }

    private static ObjectNode panel(int i, Channels all, Legend legend, boolean labelledBelow, Optional<Picture> map) {
        Channels channels = all.in(i);
        Selection selection = channels.selection();
        Frame frame = channels.frame();
        String value = selection.panels().get(i);
        ObjectNode panel = JSON.objectNode();
        if (selection.panels().size() > 1 || !value.isEmpty()) {
            String text = named(value) ? Labels.marked(value) : channels.panelsLabel() + " = " + Labels.marked(value);
            // letters as in journals; beyond z they would only confuse
            boolean lettered = selection.panels().size() > 1 && i < 26;
            panel.put("title", lettered ? "\\text{(" + (char) ('a' + i) + ")}  " + text : text);
        }
        panel.put("width", frame.width());
        panel.put("height", frame.height());
        ArrayNode drawn = panel.putArray("layer");
        boolean last = i == selection.panels().size() - 1;
        map.ifPresent(cells -> drawn.add(cells.layer(channels, value, last)));
        new Axes(
                        channels,
                        channels.yLabel(),
                        labelledBelow,
                        map.map(Picture::across).orElse(true))
                .of(i)
                .forEach(drawn::add);
        map.ifPresent(cells -> cells.over(channels, value).forEach(drawn::add));
        if (map.isEmpty()) {
            new Verticals(channels).of(value).forEach(drawn::add);
            new Guides(channels).of(value).forEach(drawn::add);
            new Layers(channels).of(value).forEach(drawn::add);
        }
        new LegendLayers(channels).of(legend.in(i)).forEach(drawn::add);
        panel.putObject("resolve").putObject("axis").put("x", "independent").put("y", "independent");
        return panel;
    }

    private static ArrayNode panels(Channels channels, Legend legend, Optional<Picture> map) {
        ArrayNode panels = JSON.arrayNode();
        for (int i = 0; i < channels.selection().panels().size(); i++)
            panels.add(panel(i, channels, legend, true, map));
        return panels;
    }

    /** A strip under each panel that has measured points beside a theory, and the account of how they agree. */
    private static ArrayNode withStrips(ObjectNode root, Channels channels, Legend legend) {
        Strips strips = Strips.of(channels);
        ArrayNode panels = JSON.arrayNode();
        ArrayNode rows = JSON.arrayNode();
        ObjectNode account = JSON.objectNode();
        for (int i = 0; i < channels.selection().panels().size(); i++) {
            String panel = channels.selection().panels().get(i);
            Residuals residuals = strips.residuals(i);
            boolean alone = residuals.points().isEmpty();
            ObjectNode drawn = panel(i, channels, legend, alone, Optional.empty());
            panels.add(alone ? drawn : strips.under(drawn, i));
            if (alone) continue;
            Strips.rows(panel, residuals, rows);
            account.set(panel, Strips.account(residuals));
        }
        if (!rows.isEmpty()) {
            ((ObjectNode) root.get("datasets")).set("residuals", rows);
            ((ObjectNode) root.at("/usermeta/rugged")).set("residuals", account);
        }
        return panels;
    }

    /** A word speaks for itself; a number needs its symbol. */
    private static boolean named(String value) {
        return Double.isNaN(Labels.number(value));
    }

    private static ObjectNode outside(Channels channels, Legend legend, double height) {
        ObjectNode side = JSON.objectNode();
        side.put("width", legend.outsideWidth());
        side.put("height", height);
        side.putObject("view").putNull("stroke");
        ArrayNode drawn = side.putArray("layer");
        new LegendLayers(channels).of(legend.in(-1)).forEach(drawn::add);
        return side;
    }

    private static void smallPrint(ObjectNode root, Channels channels, Legend legend, List<String> sentences) {
        Frames frames = channels.frames();
        double gaps = 16.0 * (frames.columns() - 1);
        double width = frames.width() * frames.columns()
                + gaps
                + (channels.setting().legendBelow(legend.outsideWidth()) ? 0 : legend.outsideWidth())
                + 40;
        List<String> lines = sentences.stream()
                .flatMap(sentence -> Measure.lines(sentence, SMALL_PRINT, width).stream())
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        ObjectNode title = root.putObject("title");
        lines.forEach(title.putArray("text")::add);
        title.put("orient", "bottom")
                .put("anchor", "start")
                .put("fontSize", SMALL_PRINT)
                .put("lineHeight", SMALL_PRINT + 3)
                .put("color", Theme.smallPrint(channels.setting().dark()));
    }

    private static ArrayNode rows(Selection selection, boolean measured, Frames frames) {
        ArrayNode rows = JSON.arrayNode();
        for (Series series : selection.series()) {
            if (series.measured() != measured) {
                continue;
            }
            Frame frame = frames.of(selection.panels().indexOf(series.panel()));
            int order = 0;
            for (Spot spot : series.points()) {
                ObjectNode row = rows.addObject();
                row.put("panel", series.panel())
                        .put("curve", series.curve())
                        .put("source", series.source())
                        .put("style", Math.max(0, selection.marks().indexOf(series.mark())))
                        .put("x", spot.x())
                        .put("y", spot.y());
                if (series.dense()) {
                    row.put("dense", true);
                }
                if (measured && series.thinned()) {
                    row.put("bin", spot.line());
                }
                if (measured) {
                    bar(row, "xlow", "xhigh", "xerror", spot.x(), spot.xError(), frame.x());
                    bar(row, "low", "high", "error", spot.y(), spot.error(), frame.y());
                } else {
                    row.put("line", spot.line()).put("order", order++);
                }
                if (Double.isFinite(spot.count())) {
                    row.put("count", (long) spot.count());
                }
            }
        }
        return rows;
    }

    /** The ends of an error bar, cut at the frame: on a logarithmic axis its lower end may not exist. */
    private static void bar(
            ObjectNode row, String low, String high, String name, double value, double error, Ticks axis) {
        if (Double.isFinite(error)) {
            row.put(low, Math.max(value - error, axis.low()))
                    .put(high, Math.min(value + error, axis.high()))
                    .put(name, error);
        }
    }

    private static ObjectNode account(FigureRequest request, Selection selection) {
        ObjectNode meta = JSON.objectNode();
        ObjectNode own = meta.putObject("rugged");
        own.put("name", request.name()).put("title", request.title());
        Stream.of("simulation", "theory").forEach(kind -> {
            Tally tally = kind.equals("simulation") ? selection.simulation() : selection.theory();
            own.putObject(kind)
                    .put("points", tally.given())
                    .put("drawn", tally.drawn())
                    .put("undrawn", tally.undrawn())
                    .put("origin", tally.origin());
        });
        return meta;
    }

    /** The axes, from which the next drawing of a figure that grows goes on. */
    private static void axes(ObjectNode own, Frames frames) {
        ObjectNode axes = own.putObject("axes");
        if (!frames.own()) {
            ends(axes, frames.of(0));
            return;
        }
        ArrayNode panels = axes.putArray("panels");
        for (Frame frame : frames.panels()) ends(panels.addObject(), frame);
    }

    private static void ends(ObjectNode axes, Frame frame) {
        axes.putArray("x").add(frame.x().low()).add(frame.x().high());
        axes.putArray("y").add(frame.y().low()).add(frame.y().high());
    }

    private static String plain(List<String> values) {
        return values.stream().map(Markup::plain).collect(java.util.stream.Collectors.joining(", "));
    }

    private static String description(Channels channels) {
        FigureRequest request = channels.request();
        Selection selection = channels.selection();
        StringBuilder out = new StringBuilder();
        if (!request.title().isEmpty()) {
            out.append(Markup.plain(request.title())).append(": ");
        }
        out.append(Markup.plain(channels.yLabel())).append(" against ").append(Markup.plain(channels.xLabel()));
        if (!selection.curves().isEmpty()) {
            out.append(", one curve for each ")
                    .append(Markup.plain(channels.curvesLabel()))
                    .append(" = ")
                    .append(plain(selection.curves()));
        }
        if (!selection.marks().isEmpty()) {
            out.append(", open and filled markers for ").append(String.join(" and ", selection.marks()));
        }
        if (!request.panels().isEmpty()) {
            out.append("; panels ")
                    .append(Markup.plain(channels.panelsLabel()))
                    .append(" = ")
                    .append(plain(selection.panels()));
        }
        out.append("; ").append(selection.simulation().drawn()).append(" points of simulation");
        if (!selection.theories().isEmpty()) {
            out.append(", lines of ").append(String.join(", ", selection.theories()));
        }
        if (!request.guides().isEmpty()) {
            out.append(", dashed guides of slope ").append(Guides.inWords(request.guides()));
        }
        if (!selection.verticals().isEmpty()) {
            out.append(", vertical lines: ").append(String.join(", ", Vertical.names(selection.verticals())));
        }
        return out.append('.').toString();
    }
}
