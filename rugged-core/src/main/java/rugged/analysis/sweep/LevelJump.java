package rugged.analysis.sweep;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import rugged.api.AnalysisSpec;
import rugged.api.Quantity;
import rugged.index.Named;
import rugged.num.RunningMean;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Where a quantity of one axis passes a level in each sample, between two neighbouring places of which one lies above and the other not: the first such passage from low values of the axis, and the first from high ones, means over samples with standard errors. Sweeps of a control up and down jump at different places where there is hysteresis; which of the two numbers belongs
 * to a sweep is decided by its direction. Each sample is known to half of the distance of neighbours, which is told as a systematic error. Undefined where a sample does not pass.
 */
@Named(
        value = "level-jump",
        title = "Where a quantity passes a level",
        doc = "Place on the axis at which a quantity first passes a level, from below and from above, averaged over"
                + " samples.",
        source = "textbook",
        topics = {"phase transitions"})
public record LevelJump(
        @Param(doc = "the quantity, of one axis") String quantity,
        @Param(doc = "the level") double level) implements AnalysisSpec {
    /** From low values of the axis. */
    public Quantity upwards() {
        return new Quantity(
                quantity + "_jump_up",
                "a_{\\text{up}}",
                "",
                List.of(),
                "place on its axis where " + quantity + " first passes " + level + " from low places on");
    }

    /** From high ones. */
    public Quantity downwards() {
        return new Quantity(
                quantity + "_jump_down",
                "a_{\\text{down}}",
                "",
                List.of(),
                "place on its axis where " + quantity + " first passes " + level + " from high places on");
    }

    @Override
    public Set<String> reads() {
        return Set.of(quantity);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(upwards(), downwards());
    }

    @Override
    public Optional<String> objection(Map<String, Quantity> recorded) {
        Quantity found = recorded.get(quantity);
        if (found == null || (found.axes().size() == 1 && !found.hasExtents())) return Optional.empty();
        return Optional.of("it passes a level along one axis, and " + quantity + " has "
                + (found.hasExtents() ? "extents" : found.axes()));
    }

    @Override
    public void analyse(List<Group> groups, Streams random, Conclusions out) {
        for (Group group : groups) {
            List<Sample> samples = group.samples().stream()
                    .filter(sample -> !sample.readings(quantity).isEmpty())
                    .toList();
            if (!group.simulated() || samples.isEmpty()) continue;
            write(group, samples, true, out);
            write(group, samples, false, out);
        }
    }

    private void write(Group group, List<Sample> samples, boolean up, Conclusions out) {
        RunningMean places = new RunningMean();
        double widest = 0.0;
        for (Sample sample : samples) {
            List<Reading> readings = sample.readings(quantity);
            OptionalDouble[] found = passage(up ? readings : readings.reversed());
            if (found[0].isEmpty()) continue;
            places.add(found[0].getAsDouble());
            widest = Math.max(widest, found[1].getAsDouble());
        }
        Quantity as = up ? upwards() : downwards();
        int missing = samples.size() - places.count();
        if (missing > 0) {
            String why =
                    String.format(Locale.ROOT, "is not known: %d of %d samples do not pass", missing, samples.size());
            out.undefined(group, as, why);
            return;
        }
        out.putSystematic(group, as, places.mean(), places.deviation() / Math.sqrt(places.count()), widest);
    }

    /** The middle of the two places between which the level is passed, and half of their distance. */
    private OptionalDouble[] passage(List<Reading> readings) {
        boolean above = readings.getFirst().value() > level;
        for (int k = 1; k < readings.size(); k++) {
            double here = readings.get(k).axes()[0];
            double before = readings.get(k - 1).axes()[0];
            if (readings.get(k).value() > level != above)
                return new OptionalDouble[] {
                    OptionalDouble.of(0.5 * (here + before)), OptionalDouble.of(0.5 * Math.abs(here - before))
                };
        }
        return new OptionalDouble[] {OptionalDouble.empty(), OptionalDouble.empty()};
    }
}
