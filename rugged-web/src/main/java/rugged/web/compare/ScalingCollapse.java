package rugged.web.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rugged.num.CollapseQuality;
import rugged.web.api.RunItems;
import rugged.web.compare.ComparisonRequest.Scaling;
import rugged.web.http.Refusal;
import rugged.web.runs.Known;
import rugged.web.series.Sample;
import rugged.web.shape.Collapse;

/** Curves of several sizes N on scaled axes, x' = (x - xc) N^a and y' = y N^b, and how well they fall on one. */
record ScalingCollapse(List<Known> runs, RunItems items, Scaling how) {

    /** A sample at its place. */
    Sample placed(String run, Sample sample) {
        double size = number(size(run, sample));
        double factor = Math.pow(size, how.b());
        return new Sample(
                sample.source(),
                sample.key(),
                (sample.x() - how.xc()) * Math.pow(size, how.a()),
                factor * sample.y(),
                factor * sample.error(),
                sample.count());
    }

    /** The label of the horizontal axis. */
    String across(String x) {
        return label(x, how.xc(), how.a());
    }

    /** The label of the vertical axis. */
    String up(String y) {
        return label(y, 0, how.b());
    }

    private String label(String symbol, double shift, double power) {
        String shifted = shift == 0 ? symbol : "(" + symbol + (shift > 0 ? " - " : " + ") + Math.abs(shift) + ")";
        String path = how.parameter();
        String size = "\\text{" + path.substring(path.lastIndexOf('.') + 1) + "}";
        return power == 0 ? shifted : shifted + " " + size + "^{" + power + "}";
    }

    /** How well the measured curves fall on one. */
    Collapse judged(Map<String, List<Sample>> samples) {
        List<CollapseQuality.Sized> curves = new ArrayList<>();
        samples.forEach((run, all) -> {
            Map<String, List<Sample>> bySize = new LinkedHashMap<>();
            for (Sample sample : all) {
                if (!sample.measured()) continue;
                bySize.computeIfAbsent(size(run, sample), unseen -> new ArrayList<>())
                        .add(sample);
            }
            bySize.forEach((size, own) -> curves.add(new CollapseQuality.Sized(number(size), points(own))));
        });
        CollapseQuality quality = CollapseQuality.of(curves, how.xc(), how.a(), how.b());
        return new Collapse(
                how.parameter(),
                how.xc(),
                how.a(),
                how.b(),
                Double.isFinite(quality.value()) ? (Double) quality.value() : null,
                quality.pairs());
    }

    private static List<CollapseQuality.Point> points(List<Sample> samples) {
        return samples.stream()
                .map(sample -> new CollapseQuality.Point(sample.x(), sample.y(), sample.error()))
                .toList();
    }

    /** The value of the parameter that scales, of a sample's own curve or of its whole run. */
    private String size(String run, Sample sample) {
        String own = sample.key().get(how.parameter());
        if (own != null) return own;
        return runs.stream()
                .filter(known -> known.id().equals(run))
                .findFirst()
                .map(known -> items.values(known, List.of(how.parameter())).getOrDefault(how.parameter(), ""))
                .orElse("");
    }

    private double number(String text) {
        try {
            double number = Double.parseDouble(text);
            if (number > 0) return number;
        } catch (NumberFormatException wrong) {
            // said below
        }
        throw Refusal.malformed(
                "collapse: " + how.parameter() + " is \"" + text + "\"; it has to be a positive number");
    }
}
