package rugged.web.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Adds samples of a curve in a panel. */
    public void add(String label, String panel, Sample sample) {
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
        int rows = samples.size();
        String[] quantity = new String[rows];
        String[] source = new String[rows];
        double[] across = new double[rows];
        double[] value = new double[rows];
        double[] error = new double[rows];
        double[] count = new double[rows];
        for (int row = 0; row < rows; row++) {
            Sample sample = samples.get(row);
            quantity[row] = "y";
            source[row] = sample.source();
            across[row] = sample.x();
            value[row] = sample.y();
            error[row] = sample.error();
            count[row] = sample.count();
        }
        Table table = Table.builder()
                .texts("quantity", quantity)
                .texts("source", source)
                .texts("run", labels.toArray(String[]::new))
                .texts("panel", panels.toArray(String[]::new))
                .numbers("x", across)
                .numbers("value", value)
                .numbers("error", error)
                .numbers("count", count)
                .build();
        FigureRequest request = FigureRequest.of("compare", "y", "x")
                .labelled(x, y)
                .scaled(logX, logY)
                .curvesBy("run", "run")
                .within(Optional.empty(), Optional.empty());
        if (!panelsBy.isEmpty()) request = request.panelsBy("panel", panelsBy, 0);
        try {
            return JsonMapper.shared().readTree(Figure.specification(request, table, setting));
        } catch (IllegalArgumentException nothing) {
            return null;
        }
    }
}
