package rugged.observable.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.lessons.LearningCurves;
import rugged.api.lessons.StoredExamples;
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.meanfield.rules.FieldBins;
import rugged.num.Streams;
import rugged.num.Vectors;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.Param;

/**
 * The law of the fields of stored examples: the density of x sgn(y), which by symmetry is P(x | y above 0), in even bins, and mean and variance of x sgn(y)/sqrt Q in twelve bins of |y| that are
 * equally likely. Fields outside of the bins count in the norm. A bin without examples has no mean, one with a single example no variance. One pass over the examples.
 */
@Named(
        value = "field-distribution",
        title = "Law of the fields on the training set",
        doc = "Density of the student's field given the side of the teacher's, and its conditional mean and variance.",
        source = "Coolen and Saad, Phys. Rev. E 62, 5444 (2000)",
        year = 2000,
        topics = {"one time", "learning"})
public record FieldDistribution(
        @Param(doc = "lower end of the first bin", def = "-4")
        double from,

        @Param(doc = "upper end of the last bin", def = "6") double to,

        @Param(doc = "bins of x", def = "50", min = 1, max = 10000)
        int bins,

        @Param(doc = "only at every k-th observation time", def = "1", min = 1, max = 1e6)
        int every)
        implements ObservableSpec {
    /** Checks the interval. */
    public FieldDistribution {
        FieldBins.check(from, to);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(LearningCurves.FIELD_DENSITY, LearningCurves.FIELD_MEAN, LearningCurves.FIELD_VARIANCE);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.STORED_EXAMPLES);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.of(schedule.singles(), every, 0.0);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        return 0.5 / every;
    }

    @Override
    public Probe open(Model model, Streams random) {
        StoredExamples examples = (StoredExamples) model;
        FieldBins grid = new FieldBins(from, to, bins);
        return TimedProbe.every(every, (now, out) -> {
            for (int r = 0; r < now.replicas(); r++) look(examples, grid, now.state(r), r, now, out);
        });
    }

    private static void look(StoredExamples examples, FieldBins grid, double[] w, int replica, Moment now, Sink out) {
        int p = examples.patterns();
        double[] counts = new double[grid.bins()];
        double[][] sums = new double[3][FieldBins.TEACHER_BINS];
        double root = Math.sqrt(Vectors.dot(w, w) / w.length);
        for (int mu = 0; mu < p; mu++) {
            double y = examples.teacherField(mu);
            double x = y < 0.0 ? -examples.field(w, mu) : examples.field(w, mu);
            int bin = grid.bin(x);
            if (bin >= 0 && bin < counts.length) counts[bin]++;
            int side = FieldBins.teacherBin(y);
            sums[0][side]++;
            sums[1][side] += x / root;
            sums[2][side] += x * x / (root * root);
        }
        for (int b = 0; b < counts.length; b++)
            put(out, LearningCurves.FIELD_DENSITY, replica, counts[b] / (p * grid.width()), now.time(), grid.middle(b));
        for (int s = 0; s < FieldBins.TEACHER_BINS; s++) {
            double y = FieldBins.meanField(s, FieldBins.TEACHER_BINS);
            double count = sums[0][s];
            double mean = count == 0.0 ? Double.NaN : sums[1][s] / count;
            double variance = count < 2.0 ? Double.NaN : (sums[2][s] - count * mean * mean) / (count - 1.0);
            put(out, LearningCurves.FIELD_MEAN, replica, mean, now.time(), y);
            put(out, LearningCurves.FIELD_VARIANCE, replica, variance, now.time(), y);
        }
    }

    private static void put(Sink out, Quantity quantity, int replica, double value, double... axes) {
        out.put(quantity, replica, value, Double.NaN, axes);
    }
}
