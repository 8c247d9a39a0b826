package rugged.analysis.atlas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rugged.api.AnalysisSpec.Conclusions;
import rugged.api.AnalysisSpec.Group;
import rugged.api.Quantity;
import rugged.num.RunningMean;

/** Numbers that each sample has one of, gathered at their places; means and standard errors over the samples that have one. */
final class SampleMeans {
    /** A spread below this part of the mean is that of the rounding of converged searches. */
    private static final double ROUNDING = 1e-7;

    private record Place(Quantity quantity, List<Double> axes) {}

    /** Values of samples, and an error that a single one has of its own. */
    private static final class Values {
        private final RunningMean mean = new RunningMean();
        private double own = Double.NaN;
        private String why = "";
    }

    private final Map<Place, Values> places = new LinkedHashMap<>();

    /** A number of one sample. */
    void add(Quantity quantity, double value, double... axes) {
        addWithError(quantity, value, Double.NaN, axes);
    }

    /** A number of one sample with an error of its own, which counts where there is one sample. */
    void addWithError(Quantity quantity, double value, double error, double... axes) {
        Values values = at(quantity, axes);
        values.mean.addNumber(value);
        values.own = error;
    }

    /** Says why one sample has none. */
    void undefined(Quantity quantity, String why, double... axes) {
        at(quantity, axes).why = why;
    }

    private Values at(Quantity quantity, double... axes) {
        return places.computeIfAbsent(
                new Place(quantity, Arrays.stream(axes).boxed().toList()), _ -> new Values());
    }

    /** Hands all over. */
    void put(Group group, Conclusions out) {
        places.forEach((place, values) -> {
            double[] axes = place.axes.stream().mapToDouble(Double::doubleValue).toArray();
            int count = values.mean.count();
            if (count == 0) {
                out.undefined(group, place.quantity, values.why, axes);
                return;
            }
            double error = count == 1 ? values.own : values.mean.deviation() / Math.sqrt(count);
            double mean = values.mean.mean();
            // all samples hold the same stationary point, each as well as it converged
            out.put(group, place.quantity, mean, error <= ROUNDING * Math.abs(mean) ? 0.0 : error, axes);
        });
    }

    /** The reasons that were given, each once. */
    List<String> reasons() {
        List<String> all = new ArrayList<>();
        for (Values values : places.values())
            if (values.mean.count() == 0 && !values.why.isEmpty() && !all.contains(values.why)) all.add(values.why);
        return all;
    }
}
