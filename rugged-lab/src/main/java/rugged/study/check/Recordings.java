package rugged.study.check;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.params.Numbers;
import rugged.study.Point;
import rugged.study.Position;

/** When a point will have recorded what, known before it is computed. */
final class Recordings {
    /** The axis of waiting times. */
    static final String AGE = "tw";

    private static final String TIME = "t";

    /** Relative distance within which an age is meant: it is rounded to the step. */
    private static final double NEAR = 0.02;

    private final Point point;
    private final Schedule schedule;

    Recordings(Point point) {
        this.point = point;
        schedule = point.protocol().schedule().rounded(point.dynamics().quantum(point.landscape()));
    }

    /**
     * What a finding asks for in vain.
     *
     * @param what in words
     * @param instead what there is
     */
    record Missing(String what, String instead) {}

    /** The waiting times. */
    Set<Double> ages() {
        Set<Double> ages = new LinkedHashSet<>();
        for (int a = 0; a < schedule.ages(); a++) ages.add(schedule.age(a));
        return ages;
    }

    /** Why there is no value of a quantity at a place; empty when there is one, or when that cannot be known. */
    Optional<Missing> missing(String name, Map<String, Position> at, double within) {
        if (writes(point.protocol().quantities(), name)) return Optional.empty();
        Optional<ObservableSpec> observable = point.observables().stream()
                .filter(spec -> writes(spec.quantities(), name))
                .findFirst();
        if (observable.isEmpty())
            return Optional.of(
                    new Missing("nothing measures " + name + " at these points", "a quantity of their observables"));
        List<String> axes = observable.get().quantities().stream()
                .filter(quantity -> quantity.name().equals(name))
                .findFirst()
                .map(Quantity::axes)
                .orElse(List.of());
        if (!axes.contains(TIME)) return Optional.empty();
        double[] times = observable.get().writes(schedule);
        if (axes.contains(AGE)) {
            double wanted = at.getOrDefault(AGE, Position.at(0.0)).from();
            int age = age(wanted, observable.get().youngest());
            if (age < 0) return Optional.of(new Missing("there is no waiting time " + Numbers.text(wanted), said()));
            times = IntStream.range(0, schedule.size())
                    .filter(k -> schedule.due(k, age))
                    .mapToDouble(schedule::time)
                    .toArray();
        }
        Position place = at.getOrDefault(TIME, Position.at(0.0));
        return recorded(times, place, within)
                ? Optional.empty()
                : Optional.of(new Missing(name + " is not recorded at t = " + place, span(times)));
    }

    private static boolean writes(List<Quantity> quantities, String name) {
        return quantities.stream().anyMatch(quantity -> quantity.name().equals(name));
    }

    private int age(double wanted, double youngest) {
        int best = -1;
        double closest = NEAR;
        for (int a = 0; a < schedule.ages(); a++) {
            double offset = Math.abs(schedule.age(a) - wanted);
            double distance = wanted == 0.0 ? offset : offset / wanted;
            if (schedule.age(a) < youngest || distance > closest) continue;
            closest = distance;
            best = a;
        }
        return best;
    }

    /** As values are read: between recorded times too, but not outside of them. */
    private static boolean recorded(double[] times, Position place, double within) {
        if (times.length == 0) return false;
        if (place.last()) return true;
        if (place.window()) return Arrays.stream(times).anyMatch(t -> t >= place.from() && t <= place.to());
        double tolerance = Math.max(within * Math.abs(place.from()), 1e-12);
        return place.from() >= times[0] - tolerance && place.from() <= times[times.length - 1] + tolerance;
    }

    private String said() {
        return ages().isEmpty()
                ? "the protocol has no waiting times"
                : "waiting times are "
                        + String.join(", ", ages().stream().map(Numbers::text).toList());
    }

    private static String span(double[] times) {
        return times.length == 0
                ? "it is recorded at no time"
                : "times from " + Numbers.text(times[0]) + " to " + Numbers.text(times[times.length - 1]);
    }
}
