package rugged.web.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rugged.figure.Figure;
import rugged.figure.FigureRequest;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.Setting;
import rugged.figure.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Curves of several runs in one figure, drawn by the same program as every other figure. */
public final class Overlay {
    private final List<String> labels = new ArrayList<>();
    private final List<String> panels = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private final List<String> marks = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();

    /** Keeps a colour for a curve, whether it comes or not: curves that are known in the same order look the same in several figures. */
    public void know(String label) {
        known.add(label);
    }

    /** Adds a sample of a curve in a panel. */
    public void add(String label, String panel, Sample sample) {
        add(label, panel, sample, false);
    }

    /**
     * Adds a sample of a curve in a panel.
     *
     * @param interpolated whether it was read between points: then it has another marker
     */
    public void add(String label, String panel, Sample sample, boolean interpolated) {
        marks.add(interpolated ? "interpolated" : "measured");
        labels.add(label);
        panels.add(panel);
        samples.add(sample);
    }

    /**
     * The specification.
     *
     * @param y label of the vertical axis
     * @param x label of the horizontal axis
     * @param panelsBy symbol of the panels; empty for one panel
     * @return null when there is nothing to draw
     */
    public @Nullable JsonNode specification(
            String y, String x, Scale logX, Scale logY, String panelsBy, Setting setting) {
        if (samples.isEmpty()) return null;
        Table table = table();
        FigureRequest request = FigureRequest.of("compare", "y", "x")
                .labelled(x, y)
                .scaled(logX, logY)
                .curvesBy("run", "run")
                .within(Optional.empty(), Optional.empty());
        if (!panelsBy.isEmpty()) request = request.panelsBy("panel", panelsBy, 0);
        if (marks.contains("interpolated")) request = request.markedBy("mark");
        try {
            return JsonMapper.shared().readTree(Figure.specification(request, table, setting));
        } catch (IllegalArgumentException nothing) {
            return null;
        }
    }

    /** One row a sample; before them one of no quantity for every known curve, which is drawn nowhere. */
    private Table table() {
        int first = known.size();
        int rows = first + samples.size();
        String[] quantity = new String[rows];
        String[] source = new String[rows];
        String[] run = new String[rows];
        String[] panel = new String[rows];
        String[] mark = new String[rows];
        double[][] numbers = new double[4][rows];
        Arrays.fill(quantity, "");
        Arrays.fill(source, Sample.SIMULATION);
        Arrays.fill(panel, "");
        Arrays.fill(mark, "");
        int next = 0;
        for (String label : known) run[next++] = label;
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            int row = first + i;
            quantity[row] = "y";
            source[row] = sample.source();
            run[row] = labels.get(i);
            panel[row] = panels.get(i);
            mark[row] = marks.get(i);
            numbers[0][row] = sample.x();
            numbers[1][row] = sample.y();
            numbers[2][row] = sample.error();
            numbers[3][row] = sample.count();
        }
        return Table.builder()
                .texts("quantity", quantity)
                .texts("source", source)
                .texts("run", run)
                .texts("panel", panel)
                .texts("mark", mark)
                .numbers("x", numbers[0])
                .numbers("value", numbers[1])
                .numbers("error", numbers[2])
                .numbers("count", numbers[3])
                .build();
    }
}
