package rugged.observable.rules;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.lessons.DecayCurves;
import rugged.api.lessons.HeatedCommittee;
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.meanfield.decay.SymmetricOverlaps;
import rugged.meanfield.rules.CommitteeOverlaps;
import rugged.num.Streams;
import rugged.observable.ControlWindows;
import rugged.params.Param;

/**
 * Thermal averages of a committee in {@link ControlWindows} of time, against the control A that it had at the end of each: overlaps that treat units alike, with the matching of each observation, the exact error of new examples from all overlaps, and that of stored ones. A window is as long as a plateau of {@code control-sweep}, or as the run. K (K + M) products and one energy for each observation.
 *
 * <p>Source: Ahr, Biehl and Schloesser, J. Phys. A 32, 5003 (1999).
 */
@Named(
        value = "committee-averages",
        title = "Averages of a committee at a temperature",
        doc = "Thermal averages of site-symmetric overlaps and errors of a soft committee, against A, in windows of"
                + " time.",
        source = "Ahr, Biehl and Schloesser, J. Phys. A 32, 5003 (1999)",
        year = 1999,
        topics = {"thermal", "learning"})
public record CommitteeAverages(
        @Param(
                doc = "length of a window of time, that of a plateau or of the run: of several at one A the first is"
                        + " written",
                symbol = "t",
                def = "1",
                min = 0.0,
                above = true)
        double every)
        implements ObservableSpec {
    @Override
    public List<Quantity> quantities() {
        return Stream.concat(DecayCurves.OVERLAPS.stream(), Stream.of(DecayCurves.TRAINING))
                .toList();
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.HEATED_COMMITTEE);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return ControlWindows.ends(every, schedule.singles());
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Averages((HeatedCommittee) model, every);
    }

    private static final class Averages extends ControlWindows {
        private static final int OVERLAPS = DecayCurves.OVERLAPS.size();
        private final HeatedCommittee committee;
        private final double[] q;
        private final double[] r;

        Averages(HeatedCommittee committee, double every) {
            super(every, committee, OVERLAPS + 1);
            this.committee = committee;
            q = new double[committee.units() * committee.units()];
            r = new double[committee.units() * committee.teacherUnits()];
        }

        @Override
        protected void add(Moment now, int replica, double[] into) {
            double[] w = now.state(replica);
            committee.overlaps(w, q, r);
            CommitteeOverlaps found = CommitteeOverlaps.of(committee.units(), committee.teacherUnits(), q, r);
            double[] values = DecayCurves.values(SymmetricOverlaps.mean(found), committee.share() * found.loss());
            for (int k = 0; k < values.length; k++) into[k] += values[k];
            into[values.length] += committee.trainingLoss(w);
        }

        @Override
        protected void write(int replica, double load, double[] means, Sink out) {
            DecayCurves.put(DecayCurves.OVERLAPS, Arrays.copyOf(means, OVERLAPS), replica, Double.NaN, load, out);
            out.put(DecayCurves.TRAINING, replica, means[OVERLAPS], Double.NaN, load);
        }
    }
}
