package rugged.observable.thermal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantities;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.motion.Ladder;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.index.Named;
import rugged.num.Packed;
import rugged.num.Streams;
import rugged.params.Param;

/**
 * P(q): how overlaps q = x^a.x^b/N of replicas, which are ladders of their own, are distributed at chosen rungs of a ladder of temperatures, in the windows of time of {@code tempered-averages}. Of |q|, since
 * without field q and -q are alike. The density is that of even bins of [0, 1], the distribution function x(q) is counted at their upper ends; an overlap between two bins belongs to
 * both by half. Where N is a multiple of twice the number of bins, each bin then covers as many of the values 2k/N that overlaps of Ising spins take.
 *
 * <p>Cost: an inner product a pair of replicas and rung, at each observation.
 *
 * <p>Source: Parisi, Phys. Rev. Lett. 50, 1946 (1983).
 */
@Named(
        value = "overlap-distribution",
        title = "Distribution of overlaps",
        doc = "Density and distribution function of |q| between replicas at temperatures of a tempering, in windows of"
                + " time that double.",
        source = "Parisi, Phys. Rev. Lett. 50, 1946 (1983)",
        year = 1983,
        topics = {"one time", "replicas", "thermal"})
public record OverlapDistribution(
        @Param(doc = "end of the first window", symbol = "t", def = "1", min = 0.0, above = true)
        double first,

        @Param(doc = "number of bins in [0, 1]", def = "16", min = 2, max = 1000)
        int bins,

        @Param(
                doc = "temperatures: those of the rungs next to these; all rungs where there are none",
                symbol = "T",
                unit = "J",
                def = "[]")
        List<Double> at)
        implements ObservableSpec {
    /** Of overlaps, in units of a bin. */
    private static final double ROUNDING = 1e-9;

    public OverlapDistribution {
        at = List.copyOf(at);
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(Quantities.LADDER_OVERLAPS, Quantities.LADDER_SHARE);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Doubling.ends(first, schedule.singles());
    }

    @Override
    public String remark(Schedule schedule) {
        return Doubling.single(first, schedule.singles());
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.LADDER, Need.OVERLAP);
    }

    @Override
    public String remark() {
        return "defined only for tempering";
    }

    @Override
    public int replicas() {
        return 2;
    }

    @Override
    public Probe open(Model model, Streams random) {
        return new Windows(model, this);
    }

    /** Counts of the window under way, [rung][bin]. */
    private static final class Windows implements Probe {
        private final Model model;
        private final OverlapDistribution spec;
        private final Doubling windows;
        private int[] rungs = new int[0];
        private double[][] counts = new double[0][];
        private double[][] x = new double[0][];

        Windows(Model model, OverlapDistribution spec) {
            this.model = model;
            this.spec = spec;
            windows = new Doubling(spec.first);
        }

        @Override
        public void at(Moment now, Sink out) {
            if (!now.single() || !windows.holds(now.time())) return;
            Ladder ladder = now.ladder(0);
            if (rungs.length == 0) rungs = chosen(ladder);
            if (x.length == 0) x = new double[now.replicas()][model.dimension()];
            if (counts.length == 0) counts = new double[rungs.length][spec.bins];
            for (int k = 0; k < rungs.length; k++) take(now, rungs[k], counts[k]);
            if (!windows.ends(now.time())) return;
            for (int k = 0; k < rungs.length; k++) write(now.time(), ladder.temperature(rungs[k]), counts[k], out);
            for (double[] rung : counts) Arrays.fill(rung, 0.0);
        }

        private int[] chosen(Ladder ladder) {
            int[] all = new int[ladder.rungs()];
            Arrays.setAll(all, k -> k);
            if (spec.at.isEmpty()) return all;
            return spec.at.stream()
                    .mapToInt(t -> {
                        int next = 0;
                        for (int k : all)
                            if (Math.abs(ladder.temperature(k) - t) < Math.abs(ladder.temperature(next) - t)) next = k;
                        return next;
                    })
                    .distinct()
                    .toArray();
        }

        private void take(Moment now, int rung, double[] into) {
            for (int a = 0; a < now.replicas(); a++) {
                now.ladder(a).state(rung, x[a]);
                for (int b = 0; b < a; b++) {
                    add(Math.abs(model.overlap(x[a], x[b])) * spec.bins, into);
                }
            }
        }

        /** Overlaps of spins are multiples of 2/N: one that lies between two bins belongs to both by half. */
        private void add(double place, double[] into) {
            int edge = (int) Math.rint(place);
            boolean between = Math.abs(place - edge) < ROUNDING && edge > 0 && edge < spec.bins;
            if (between) {
                into[edge - 1] += 0.5;
                into[edge] += 0.5;
            } else into[Math.min(spec.bins - 1, (int) place)]++;
        }

        private void write(double time, double temperature, double[] of, Sink out) {
            double all = Arrays.stream(of).sum();
            double below = 0.0;
            for (int k = 0; k < spec.bins; k++) {
                below += of[k];
                double middle = (k + 0.5) / spec.bins;
                double end = (k + 1.0) / spec.bins;
                out.put(
                        Quantities.LADDER_OVERLAPS,
                        Sink.ALL,
                        of[k] * spec.bins / all,
                        Double.NaN,
                        time,
                        temperature,
                        middle);
                out.put(Quantities.LADDER_SHARE, Sink.ALL, below / all, Double.NaN, time, temperature, end);
            }
        }

        @Override
        public byte[] save() {
            Packed.Writer out = new Packed.Writer();
            out.put(windows.save()).put(counts.length);
            for (double[] rung : counts) out.put(rung);
            return out.bytes();
        }

        @Override
        public void load(byte[] saved) {
            Packed.Reader in = new Packed.Reader(saved);
            windows.load(in.readDouble());
            counts = new double[in.readInt()][spec.bins];
            for (double[] rung : counts) in.read(rung);
        }
    }
}
