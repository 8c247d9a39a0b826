package rugged.web.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rugged.api.Quantity;
import rugged.store.Agenda;
import rugged.web.api.RunItems;
import rugged.web.runs.Known;
import rugged.web.series.Sample;
import rugged.web.series.SeriesReader;
import rugged.web.shape.CompareReply;
import rugged.web.shape.ParameterRow;

/** A comparison of runs: what differs between them, their curves on one another, their differences to a base. */
final class SideBySide {
    private final List<Known> runs;
    private final RunItems items;
    private final SeriesReader reader;
    private final ComparisonRequest asked;

    SideBySide(List<Known> runs, RunItems items, SeriesReader reader, ComparisonRequest asked) {
        this.runs = runs;
        this.items = items;
        this.reader = reader;
        this.asked = asked;
    }

    CompareReply reply() {
        List<String> differing = items.differing(runs);
        CommonQuantities common = CommonQuantities.of(runs);
        Optional<String> chosen = runs.isEmpty() ? Optional.empty() : common.chosen(asked.quantity());
        return chosen.map(name -> compared(differing, common, reader.quantity(runs.getFirst(), name)))
                .orElseGet(() -> new CompareReply(
                        runs.stream().map(items::of).toList(),
                        parameters(differing),
                        common.names(),
                        common.refused(),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        ""));
    }

    private CompareReply compared(List<String> differing, CommonQuantities common, Quantity quantity) {
        String x = asked.x().isEmpty() ? reader.abscissa(runs.getFirst(), quantity) : asked.x();
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        for (Known run : runs) samples.put(run.id(), reader.averaged(run, quantity, x));
        CurveLabels labels = new CurveLabels(runs, items, differing, asked.by());
        ComparisonFigures figures = new ComparisonFigures(quantity, x, labels, samples, asked);
        BaseLine base = BaseLine.of(samples, asked.base(), asked.interpolate());
        Optional<ScalingCollapse> scaling = asked.collapse().map(how -> new ScalingCollapse(runs, items, how));
        boolean pool = pooled(differing);
        return new CompareReply(
                runs.stream().map(items::of).toList(),
                parameters(differing),
                common.names(),
                common.refused(),
                quantity,
                figures.overlay(scaling, pool),
                figures.difference(base),
                base.rows(),
                base.summary(),
                scaling.map(how -> how.judged(samples)).orElse(null),
                pool ? "these runs differ in their seeds alone: their pooled mean is drawn as well" : "");
    }

    private List<ParameterRow> parameters(List<String> differing) {
        return differing.stream()
                .map(path -> new ParameterRow(
                        path,
                        runs.stream()
                                .map(run -> items.values(run, List.of(path)).getOrDefault(path, ""))
                                .toList()))
                .toList();
    }

    /** Whether the runs differ in seed alone: then they are samples of the same thing. */
    private boolean pooled(List<String> differing) {
        return runs.size() > 1 && !differing.isEmpty() && differing.stream().allMatch(Agenda::seed);
    }
}
