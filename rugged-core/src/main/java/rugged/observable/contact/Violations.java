package rugged.observable.contact;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.Sink;
import rugged.api.model.MarginLandscape;
import rugged.api.model.Model;
import rugged.api.motion.Moment;
import rugged.api.motion.Probe;
import rugged.api.record.NamedArray;
import rugged.compose.MarginCount;
import rugged.compose.MarginCount.Verdict;
import rugged.index.Named;
import rugged.num.Streams;
import rugged.observable.Turns;
import rugged.params.Param;

/**
 * Patterns that a network under the hinge loss violates, Delta = kappa - y o above 0, and what became of its training. N counts weights without biases.
 *
 * <p>At a stationary point with violations sum Delta^2 = kappa sum Delta, exactly, because the read-out multiplies the output; so some pattern has Delta of at least kappa, and the loss is at least
 * kappa^2/(2 P), its floor. A pattern on which all units of some layer are off is dead: nothing before that layer feels it. Hence four verdicts, of which each state has one:
 *
 * <ul>
 *   <li>satisfied: nothing is violated;
 *   <li>dead: something is, and more than {@code dead-share} of it, by default any of it, is dead, which no descent mends: no jamming;
 *   <li>jammed: sum Delta^2/(kappa sum Delta) is within {@code tolerance} of 1, and the loss not below its floor by more than that;
 *   <li>undecided: anything else, a descent that has not ended: run longer.
 * </ul>
 *
 * <p>Each is a number, 1 or 0, whose mean over seeds is the share of runs. {@code violated_decided} is N_Delta/N of satisfied and jammed states and NaN for the other two, so that no mean takes them
 * in without saying how many samples are left; {@code violated_runs} is the same as an array of one number or none, for a histogram over runs. Exact; two forward passes over the patterns.
 *
 * <p>With {@code deltas: k} the array {@code deltas} has Delta of all patterns in their order, 8 P bytes a time: the violations above 0, how far the others are from theirs below.
 *
 * <p>Source: Geiger et al., Phys. Rev. E 100, 012115 (2019); floor and verdicts of its read-out identity.
 */
@Named(
        value = "violations",
        title = "Violated patterns",
        doc = "Violated, misclassified and dead patterns of a network under the hinge loss, how far it is from a"
                + " stationary point, and whether its run is satisfied, jammed, dead or undecided.",
        source = "Geiger et al., Phys. Rev. E 100, 012115 (2019)",
        year = 2019,
        topics = {"one time", "jamming", "deep learning"})
public record Violations(
        @Param(
                doc = "how far sum Delta^2/(kappa sum Delta) may be from 1 in a jammed state",
                def = "0.01",
                min = 0.0,
                above = true,
                max = 0.5,
                reason = "a run that decays to zero loss is far below, one at a minimum within 1e-3")
        double tolerance,

        @Param(
                doc = "share of the violated patterns that may be dead in a jammed or undecided run",
                def = "0",
                min = 0.0,
                max = 0.5,
                reason = "a dead pattern is violated whatever the threshold: where some are let pass, look at their"
                        + " number")
        double deadShare,

        @Param(
                doc = "\u0394 of all patterns is kept at every so many-th observation time; never if left out",
                min = 1,
                max = 1e6)
        Optional<Integer> deltas)
        implements ObservableSpec {
    /** N_Delta. */
    public static final Quantity VIOLATED = number("violated", "N_{\u0394}", "patterns with \u0394 above 0");

    /** N_Delta/N. */
    public static final Quantity PER_WEIGHT = number(
            "violated_per_weight",
            "N_{\u0394}/N",
            "violated patterns over weights without biases, whatever became of the run");

    /** N_Delta/N where it is known. */
    public static final Quantity DECIDED = number(
            "violated_decided",
            "N_{\u0394}/N",
            "violated patterns over weights without biases of a satisfied or jammed run; NaN of a dead or undecided"
                    + " one");

    /** Delta above kappa. */
    public static final Quantity MISCLASSIFIED =
            number("misclassified", "N_{w}", "patterns on the wrong side, y o below 0");

    /** Violated and dead. */
    public static final Quantity DEAD =
            number("dead", "N_{d}", "violated patterns on which all units of some layer are off");

    /** E over its floor. */
    public static final Quantity FLOOR = number(
            "loss_over_floor",
            "2 P L/\u03ba^{2}",
            "loss over \u03ba^{2}/(2 P), below which no state with violations is stationary");

    /** The identity of the read-out. */
    public static final Quantity STATIONARITY = number(
            "stationarity",
            "\u03a3\u0394^{2}/(\u03ba \u03a3\u0394)",
            "sums over violated patterns: 1 at every stationary point; NaN without violations");

    /** Verdicts. */
    public static final Quantity SATISFIED = number("satisfied", "satisfied", "1 of a run without violations, else 0");

    /** Verdicts. */
    public static final Quantity JAMMED = number("jammed", "jammed", "1 of a run at a minimum with violations, else 0");

    /** Verdicts. */
    public static final Quantity UNDECIDED =
            number("unsettled", "undecided", "1 of a run that has not ended, no pattern being dead, else 0");

    /** Verdicts. */
    public static final Quantity DEAD_RUN =
            number("dead_run", "dead", "1 of a run with dead violated patterns, else 0");

    /** N_Delta/N of the runs that are decided. */
    public static final Quantity RUNS = Quantity.array(
            "violated_runs",
            "N_{\u0394}/N",
            "",
            List.of("t"),
            List.of("run"),
            "violated patterns over weights without biases: one number of a satisfied or jammed run, none of another");

    /** Delta of all patterns. */
    public static final Quantity DELTAS = Quantity.array(
            "deltas",
            "\u0394",
            "",
            List.of("t"),
            List.of("pattern"),
            "\u0394 = \u03ba - y o of each pattern, above 0 where it is violated");

    private static Quantity number(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of("t"), definition);
    }

    @Override
    public List<Quantity> quantities() {
        List<Quantity> all = new ArrayList<>(List.of(
                VIOLATED,
                PER_WEIGHT,
                DECIDED,
                MISCLASSIFIED,
                DEAD,
                FLOOR,
                STATIONARITY,
                SATISFIED,
                JAMMED,
                UNDECIDED,
                DEAD_RUN,
                RUNS));
        if (deltas.isPresent()) all.add(DELTAS);
        return List.copyOf(all);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.MARGINS);
    }

    @Override
    public double numbers(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        return deltas.isEmpty() || Double.isNaN(patterns) ? 1.0 : 1.0 + patterns / deltas.get();
    }

    @Override
    public double memory(LandscapeSpec landscape) {
        double patterns = landscape.knownPatterns();
        return Double.isNaN(patterns) ? 0.0 : (Double.BYTES + 1.0) * patterns;
    }

    @Override
    public Probe open(Model model, Streams random) {
        MarginLandscape network = (MarginLandscape) model;
        MarginCount count = new MarginCount(network);
        Turns kept = new Turns(0.0, deltas.orElse(Integer.MAX_VALUE));
        BiConsumer<Moment, Sink> look = (now, out) -> {
            boolean keep = deltas.isPresent() && kept.next(now);
            for (int r = 0; r < now.replicas(); r++) {
                count.at(now.state(r));
                put(count, count.verdict(tolerance, deadShare), r, now, out);
                if (keep) out.put(DELTAS, r, NamedArray.vector("pattern", count.deltas()), now.time());
            }
        };
        if (deltas.isPresent()) return new Looking(kept, look);
        return (now, out) -> {
            if (now.single()) look.accept(now, out);
        };
    }

    /** Looks at every time, and remembers how often. */
    private record Looking(Turns kept, BiConsumer<Moment, Sink> look) implements Probe {
        @Override
        public void at(Moment now, Sink out) {
            if (now.single()) look.accept(now, out);
        }

        @Override
        public byte[] save() {
            return kept.save();
        }

        @Override
        public void load(byte[] saved) {
            kept.load(saved);
        }
    }

    private static void put(MarginCount count, Verdict verdict, int r, Moment now, Sink out) {
        double share = count.perWeight();
        put(VIOLATED, count.violated(), r, now, out);
        put(PER_WEIGHT, share, r, now, out);
        put(DECIDED, verdict.decided() ? share : Double.NaN, r, now, out);
        put(MISCLASSIFIED, count.misclassified(), r, now, out);
        put(DEAD, count.dead(), r, now, out);
        put(FLOOR, count.overFloor(), r, now, out);
        put(STATIONARITY, count.stationarity(), r, now, out);
        put(SATISFIED, verdict == Verdict.SATISFIED ? 1.0 : 0.0, r, now, out);
        put(JAMMED, verdict == Verdict.JAMMED ? 1.0 : 0.0, r, now, out);
        put(UNDECIDED, verdict == Verdict.UNDECIDED ? 1.0 : 0.0, r, now, out);
        put(DEAD_RUN, verdict == Verdict.DEAD ? 1.0 : 0.0, r, now, out);
        double[] runs = verdict.decided() ? new double[] {share} : new double[0];
        out.put(RUNS, r, NamedArray.vector("run", runs), now.time());
    }

    private static void put(Quantity quantity, double value, int r, Moment now, Sink out) {
        out.put(quantity, r, value, Double.NaN, now.time());
    }
}
