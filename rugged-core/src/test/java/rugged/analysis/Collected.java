package rugged.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rugged.api.AnalysisSpec;
import rugged.api.AnalysisSpec.Conclusions;
import rugged.api.AnalysisSpec.Group;
import rugged.api.Quantity;
import rugged.num.Streams;

/** What an analysis found and said. */
public final class Collected implements Conclusions {
    /** One number. */
    public record Found(String name, double value, double error, double systematic, double[] axes) {}

    public final List<Found> found = new ArrayList<>();
    private final Map<String, String> reasons = new HashMap<>();
    public final List<String> said = new ArrayList<>();

    public static Collected by(AnalysisSpec spec, List<Group> groups) {
        Collected collected = new Collected();
        spec.analyse(groups, Streams.of(1), collected);
        return collected;
    }

    /** The first of a name, at these axes if any are given. */
    public Found named(String name, double... axes) {
        return found.stream()
                .filter(one -> one.name.equals(name) && (axes.length == 0 || Arrays.equals(one.axes, axes)))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void put(Group group, Quantity quantity, double value, double error, double... axes) {
        found.add(new Found(quantity.name(), value, error, Double.NaN, axes.clone()));
    }

    @Override
    public void putSystematic(
            Group group, Quantity quantity, double value, double error, double systematic, double... axes) {
        found.add(new Found(quantity.name(), value, error, systematic, axes.clone()));
    }

    @Override
    public void undefined(Group group, Quantity quantity, String why, double... axes) {
        reasons.putIfAbsent(quantity.name(), why);
        Conclusions.super.undefined(group, quantity, why, axes);
    }

    /** Why a quantity has no value. */
    public String reason(String name) {
        return reasons.getOrDefault(name, "");
    }

    @Override
    public void say(String sentence) {
        said.add(sentence);
    }
}
