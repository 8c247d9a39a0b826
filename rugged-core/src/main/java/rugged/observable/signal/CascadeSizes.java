package rugged.observable.signal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.Sink;
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.api.record.NamedArray;
import rugged.api.signal.Cascades;
import rugged.api.signal.Cascades.Push;
import rugged.api.signal.Generations;
import rugged.index.Named;
import rugged.num.RandomStream;
import rugged.num.Streams;
import rugged.observable.TimedProbe;
import rugged.observable.Turns;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * Driven cascades in a network as it stands: one unit of a random input is pushed by delta, and the units of all hidden layers count whose activity f(z) then differs by more than theta. The size S is their number, the pushed unit among them, the duration D the number of layers with such a unit, the input's among them; theta is arbitrary, so that everything is written for several. In a network whose units are active or not (branching-network) theta and delta mean nothing, and S and D are those of the branching process.
 *
 * <p>Two branching ratios ({@link CascadeCounts}), NaN where nothing is active or nothing varies; the mean activity of the first generations. A cascade that comes to {@code largest} units is stopped and has that size, and no duration (NaN). Cost: two forward passes for each cascade, of all thresholds together.
 */
@Named(
        value = "cascades",
        title = "Cascades in a network",
        doc = "Sizes and durations of the cascades that a push of one input unit makes, for several thresholds, and the"
                + " branching ratio.",
        source = "Wilting and Priesemann, Nat. Commun. 9, 2325 (2018), for the branching ratio of units seen in part",
        year = 2018,
        topics = {"criticality", "avalanches", "deep learning", "arrays"})
public record CascadeSizes(
        @Param(doc = "cascades at each time", def = "1000", min = 10, max = 1e7)
        int runs,

        @Param(doc = "delta: by how much the unit is pushed", symbol = "\u03b4", def = "1", min = 0, above = true)
        double push,

        @Param(doc = "theta: changes above which a unit counts", symbol = "\u03b8", def = "[0.1, 0.03, 0.01]")
        List<Double> thresholds,

        @Param(doc = "units at which a cascade is stopped", def = "1000000", min = 10, max = 1e9)
        double largest,

        @Param(
                doc = "share of the units that the second branching ratio sees",
                def = "1",
                min = 0,
                max = 1,
                above = true)
        double share,

        @Param(doc = "only at every k-th observation time", def = "1", min = 1, max = 1e6)
        int every)
        implements ObservableSpec {
    private static final int GENERATIONS = 30;
    private static final List<String> PLACE = List.of("t", "theta");
    private static final List<String> RUN = List.of("run");

    private static final Quantity SIZES = Quantity.array(
            "cascade_sizes", "S", "", PLACE, RUN, "units that change by more than theta, the pushed one among them");
    private static final Quantity DURATIONS = Quantity.array(
            "cascade_durations", "D", "", PLACE, RUN, "generations, or layers, with such a unit, the first among them");
    private static final Quantity MEAN = one("cascade_mean", "[S]", "mean size of a cascade");
    private static final Quantity CUT = one("cascade_cut", "p_{c}", "share of cascades stopped at the largest size");
    private static final Quantity RATIO =
            one("branching_ratio", "\u03c3", "descendants of an active unit: sum A_{g+1}/sum A_g from generation 1 on");
    private static final Quantity MULTISTEP = one(
            "branching_multistep",
            "m",
            "branching ratio from regressions of seen units several generations ahead, b m^k");
    private static final Quantity ACTIVE = new Quantity(
            "cascade_active",
            "A_{g}",
            "",
            List.of("t", "theta", "generation"),
            "mean number of active units of a generation, 0 the pushed one; the first 30");

    private static Quantity one(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", PLACE, definition);
    }

    /** Checks what the binder does not. */
    public CascadeSizes {
        thresholds = List.copyOf(thresholds);
        if (thresholds.isEmpty()) throw new BadParameter("thresholds", "[]", "leaves nothing to count", "[0.1]");
        for (double theta : thresholds)
            if (!(theta >= 0.0) || Double.isInfinite(theta))
                throw new BadParameter("thresholds", theta, "is no change of an activity", "numbers from 0 on");
        if (thresholds.stream().distinct().count() < thresholds.size())
            throw new BadParameter("thresholds", thresholds, "has one twice", "different numbers");
        if (!(push > 0.0) || Double.isInfinite(push))
            throw new BadParameter("push", push, "changes nothing", "a number above 0");
        if (!(share > 0.0 && share <= 1.0))
            throw new BadParameter("share", share, "is no share of units that are seen", "a number above 0, at most 1");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(SIZES, DURATIONS, MEAN, CUT, RATIO, MULTISTEP, ACTIVE);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CASCADES);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Turns.of(schedule.singles(), every, 0.0);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        return patterns > 0.0 ? 0.7 * runs / patterns / every : 0.0;
    }

    @Override
    public double numbers(LandscapeSpec landscape) {
        return 2.0 * runs * thresholds.size() / every;
    }

    @Override
    public Probe open(Model model, Streams random) {
        Cascades net = (Cascades) model;
        Generations[] found = new Generations[thresholds.size()];
        CascadeCounts[] counts = new CascadeCounts[found.length];
        boolean endless = Double.isInfinite(net.reach());
        for (int k = 0; k < found.length; k++) {
            found[k] = new Generations();
            counts[k] = new CascadeCounts(runs, GENERATIONS, share, endless);
        }
        return TimedProbe.every(every, (now, out) -> {
            for (int r = 0; r < now.replicas(); r++) {
                // the same pushes at all times
                measure(net, now, r, random.stream("pushes", r), found, counts, out);
            }
        });
    }

    private void measure(
            Cascades net,
            Moment now,
            int replica,
            RandomStream random,
            Generations[] found,
            CascadeCounts[] counts,
            Sink out) {
        double[] levels = thresholds.stream().mapToDouble(Double::doubleValue).toArray();
        Push how = new Push(push, levels, (long) largest);
        for (CascadeCounts one : counts) one.clear();
        for (int run = 0; run < runs; run++) {
            net.cascade(now.state(replica), how, random, found);
            for (int k = 0; k < found.length; k++) counts[k].add(found[k], how.most(), random);
        }
        for (int k = 0; k < counts.length; k++) {
            CascadeCounts one = counts[k];
            double t = now.time();
            out.put(SIZES, replica, NamedArray.vector("run", one.sizes), t, levels[k]);
            out.put(DURATIONS, replica, NamedArray.vector("run", one.durations), t, levels[k]);
            double sum = 0.0;
            for (double size : one.sizes) sum += size / runs;
            out.put(MEAN, replica, sum, Double.NaN, t, levels[k]);
            out.put(CUT, replica, one.cut(), Double.NaN, t, levels[k]);
            out.put(RATIO, replica, one.ratio(), Double.NaN, t, levels[k]);
            out.put(MULTISTEP, replica, one.multistep(), Double.NaN, t, levels[k]);
            for (int g = 0; g < GENERATIONS; g++) out.put(ACTIVE, replica, one.active[g], Double.NaN, t, levels[k], g);
        }
    }
}
