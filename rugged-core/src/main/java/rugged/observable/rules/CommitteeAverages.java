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
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * Thermal averages of a committee in windows of time, written at the end of each against the control A that it had then: overlaps that treat units alike, with the matching of each observation, the exact error of new examples from all overlaps, and that of stored ones. The first third of a window, in which a sample settles after A has moved, is left
 * out. Of several windows that end at one A the first is written: a window is as long as a plateau of {@code control-sweep}, or as the run. K (K + M) products and one energy for each observation.
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
    private static final double SETTLING = 1.0 / 3.0;
    private static final double ROUNDING = 1e-9;

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
        return Arrays.stream(schedule.singles()).filter(this::ends).toArray();
    }

    /** Windows end at their multiples. */
    private boolean ends(double time) {
        double windows = time / every;
        return time > 0.0 && Math.abs(windows - Math.rint(windows)) < ROUNDING;
    }

    private boolean counts(double time) {
        double windows = time / every;
        double into = windows - Math.floor(windows + ROUNDING);
        return time > 0.0 && (into > SETTLING + ROUNDING || ends(time));
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Windows((HeatedCommittee) model);
    }

    private final class Windows implements Probe {
        private final HeatedCommittee committee;
        private final double[] q;
        private final double[] r;
        private double[][] sums = new double[0][];
        private int count;
        /** Values of A that have been written. */
        private double[] written = new double[0];

        Windows(HeatedCommittee committee) {
            this.committee = committee;
            q = new double[committee.units() * committee.units()];
            r = new double[committee.units() * committee.teacherUnits()];
        }

        @Override
        public void at(Moment now, Sink out) {
            if (!now.single() || !counts(now.time())) return;
            if (sums.length == 0) sums = new double[now.replicas()][DecayCurves.OVERLAPS.size() + 1];
            for (int replica = 0; replica < sums.length; replica++) take(now.state(replica), sums[replica]);
            count++;
            if (!ends(now.time())) return;
            double a = committee.control();
            boolean first = Arrays.stream(written).noneMatch(known -> known == a);
            for (int replica = 0; replica < sums.length; replica++) {
                if (first) write(replica, a, out);
                Arrays.fill(sums[replica], 0.0);
            }
            if (first) {
                written = Arrays.copyOf(written, written.length + 1);
                written[written.length - 1] = a;
            }
            count = 0;
        }

        private void write(int replica, double a, Sink out) {
            double[] means = sums[replica];
            for (int k = 0; k < means.length; k++) means[k] /= count;
            int overlaps = DecayCurves.OVERLAPS.size();
            DecayCurves.put(DecayCurves.OVERLAPS, Arrays.copyOf(means, overlaps), replica, Double.NaN, a, out);
            out.put(DecayCurves.TRAINING, replica, means[overlaps], Double.NaN, a);
        }

        private void take(double[] w, double[] into) {
            committee.overlaps(w, q, r);
            CommitteeOverlaps found = CommitteeOverlaps.of(committee.units(), committee.teacherUnits(), q, r);
            double[] values = DecayCurves.values(SymmetricOverlaps.mean(found), committee.share() * found.loss());
            for (int k = 0; k < values.length; k++) into[k] += values[k];
            into[values.length] += committee.trainingLoss(w);
        }

        @Override
        public byte[] save() {
            Packed.Writer out = new Packed.Writer();
            out.put(count).put(sums.length).put(written.length);
            for (double[] each : sums) out.put(each);
            out.put(written);
            return out.bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            count = in.readInt();
            sums = new double[in.readInt()][DecayCurves.OVERLAPS.size() + 1];
            written = new double[in.readInt()];
            for (double[] each : sums) in.read(each);
            in.read(written);
        }
    }
}
