package rugged.web.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rugged.api.Quantity;
import rugged.figure.FigureRequest.Scale;
import rugged.figure.Setting;
import rugged.web.series.Differences;
import rugged.web.series.Overlay;
import rugged.web.series.Pooled;
import rugged.web.series.Sample;

/**
 * The two figures of a comparison: the curves on one another, and their differences to a base. A curve has one colour in both.
 *
 * @param quantity what is compared
 * @param x what it is drawn against
 * @param labels what the curves are called
 * @param samples of each run
 * @param asked room, scales, panels
 */
record ComparisonFigures(
        Quantity quantity, String x, CurveLabels labels, Map<String, List<Sample>> samples, ComparisonRequest asked) {

    /**
     * All curves.
     *
     * @param scaling how they collapse, if they are to
     * @param pool whether the mean of all runs is drawn as well
     */
    @Nullable
    Object overlay(Optional<ScalingCollapse> scaling, boolean pool) {
        Overlay overlay = new Overlay();
        samples.forEach((run, all) -> {
            for (Sample sample : all) {
                Sample shown = scaling.map(how -> how.placed(run, sample)).orElse(sample);
                overlay.add(labels.curve(run, sample), labels.panel(sample), shown);
            }
        });
        if (pool) {
            // runs that are pooled have the same parameters
            String any = samples.keySet().iterator().next();
            for (Sample sample : Pooled.of(List.copyOf(samples.values()))) {
                Sample shown = scaling.map(how -> how.placed(any, sample)).orElse(sample);
                overlay.add(labels.pooled(sample), labels.panel(sample), shown);
            }
        }
        Scale up = asked.logY().orElse(false) ? Scale.LOG : Scale.LINEAR;
        return overlay.specification(
                scaling.map(how -> how.up(quantity.symbol())).orElse(quantity.symbol()),
                scaling.map(how -> how.across(x)).orElse(x),
                across(),
                up,
                asked.by(),
                setting());
    }

    /** Their differences to a base. */
    @Nullable
    Object difference(BaseLine base) {
        Overlay overlay = new Overlay();
        samples.forEach((run, all) -> all.forEach(sample -> overlay.know(labels.curve(run, sample))));
        boolean sigma = asked.sigma() && base.hasErrors();
        base.differences().forEach((run, rows) -> {
            for (Differences.Row row : rows) {
                Sample ours = row.sample();
                double value = sigma ? row.sigmas() : row.difference();
                double error = sigma ? 1 : row.error();
                overlay.add(
                        labels.curve(run, ours),
                        labels.panel(ours),
                        new Sample(ours.source(), ours.key(), ours.x(), value, error, ours.count()),
                        row.interpolated());
            }
        });
        String units = quantity.symbol() + " - \\text{" + base.word() + "}";
        String label = sigma ? "(" + units + ")/σ" : units;
        return overlay.specification(label, x, across(), Scale.LINEAR, asked.by(), setting());
    }

    private Scale across() {
        boolean times = x.equals("t") || x.contains("tw");
        return asked.logX().orElse(times) ? Scale.LOG : Scale.LINEAR;
    }

    private Setting setting() {
        return asked.width() == 0 ? Setting.PAPER : new Setting(asked.width(), true, false, asked.dark());
    }
}
