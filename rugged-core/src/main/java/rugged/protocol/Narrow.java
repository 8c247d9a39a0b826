package rugged.protocol;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import rugged.api.Bench;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ProtocolSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.api.model.MarginLandscape;
import rugged.api.motion.Ensemble;
import rugged.compose.MarginCount;
import rugged.compose.MarginCount.Verdict;
import rugged.index.Named;
import rugged.params.BadParameter;
import rugged.params.Param;

/**
 * To the threshold of jamming of a network by its width: a fresh training on the same patterns at each width of a falling list, the first that of the landscape, until one is jammed. N* lies between the
 * weights N of the narrowest network before it that satisfied all patterns and those of the jammed one: recorded are the middle of this interval and half of its length. Whether a training is satisfied, jammed,
 * undecided or dead is judged as by {@code violations}: sum Delta^2/(kappa sum Delta) within {@code tolerance} of 1, the loss not below kappa^2/(2 P), no more than {@code dead-share} of the violated patterns dead.
 *
 * <p>A training that is undecided or dead is repeated from another start, {@code attempts} times in all; a width at which none decides is passed over and counted, and makes the interval longer. With
 * {@code violated}, as in the paper, a width jams as well where the best of its trainings has not come to rest, has a loss of at least its floor, and leaves more than so many patterns violated per weight, those not counted that are dead: it may
 * still be on its way below the floor, so that N* is then one for this length of training, and {@code settled} says so. A training below its floor then counts as satisfied: no stationary state with violations lies there, and what is left of
 * them falls to 0 with the loss. The observables are asked once, at
 * time 0, at the jammed state. A first width that does not satisfy all patterns, and a list without a jammed width, end the point.
 *
 * <p>Source: Geiger et al., Phys. Rev. E 100, 012115 (2019), figure 1.
 */
@Named(
        value = "narrow",
        title = "Narrow to the threshold",
        doc = "Trains a network anew at ever smaller widths until it cannot satisfy its patterns.",
        source = "Geiger et al., Phys. Rev. E 100, 012115 (2019)",
        year = 2019,
        topics = {"jamming", "deep learning"})
public record Narrow(
        @Param(doc = "widths of the hidden layers behind that of the landscape, falling", symbol = "h", min = 1)
        List<Integer> widths,

        @Param(doc = "longest time of one training, in the time of the dynamics", def = "40000", min = 1)
        double until,

        @Param(doc = "trainings at a width before it is passed over", def = "2", min = 1, max = 1000)
        int attempts,

        @Param(
                doc = "how far sum Delta^2/(kappa sum Delta) may be from 1 in a jammed state",
                def = "0.01",
                min = 0.0,
                above = true,
                max = 0.5)
        double tolerance,

        @Param(
                doc = "share of the violated patterns that may be dead in a jammed training",
                def = "0",
                min = 0.0,
                max = 0.5)
        double deadShare,

        @Param(
                doc = "violated patterns per weight, dead ones not counted, beyond which a training above the floor"
                        + " of the loss counts as jammed though it is not at rest, and one below it as satisfied;"
                        + " left out: neither does",
                min = 0.0,
                above = true)
        Optional<Double> violated,

        @Param(
                doc = "steps: the observables are asked after every training, its number k as time; once, at time 0,"
                        + " at the last one if left out")
        Optional<Watch> watch)
        implements ProtocolSpec {
    /** N*. */
    public static final Quantity THRESHOLD = new Quantity(
            "n_star",
            "N*",
            "",
            List.of("t"),
            "middle between the weights of the narrowest satisfied network and of the first jammed one");

    /** Half of where it lies. */
    public static final Quantity HALF = new Quantity(
            "n_star_half",
            "\u03b4N*",
            "",
            List.of("t"),
            "half of the interval of weights between the narrowest satisfied network and the first jammed one");

    /** Widths without a verdict. */
    public static final Quantity PASSED = new Quantity(
            "passed_widths",
            "n_{?}",
            "",
            List.of("t"),
            "widths that were passed over because every training there was undecided or dead");

    /** Whether the jammed training is at rest. */
    public static final Quantity SETTLED = new Quantity(
            "settled",
            "",
            "",
            List.of("t"),
            "1 where the jammed training is at a stationary state; 0 where it counts by its violated patterns alone");

    /** h of each training. */
    public static final Quantity WIDTH =
            training("training_width", "h", "width of the hidden layers in the k-th training");

    /** N of each training. */
    public static final Quantity WEIGHTS =
            training("training_weights", "N", "weights without biases in the k-th training");

    /** N_Delta/N of each training. */
    public static final Quantity VIOLATED = training(
            "training_violated", "N_{\u0394}/N", "violated patterns per weight at the end of the k-th training");

    /** 2 P L/kappa^2 of each training. */
    public static final Quantity OVER_FLOOR = training(
            "training_over_floor",
            "2 P L/\u03ba^{2}",
            "loss over its floor \u03ba^{2}/(2 P) at the end of the k-th training: below 1 no state with violations is"
                    + " stationary");

    /** How each training stands. */
    public static final Quantity VERDICT = training(
            "training_verdict", "verdict", "how the k-th training ended: 0 satisfied, 1 jammed, 2 undecided, 3 dead");

    private static Quantity training(String name, String symbol, String definition) {
        return new Quantity(name, symbol, "", List.of("k"), definition);
    }

    public Narrow {
        widths = List.copyOf(widths);
        if (widths.isEmpty())
            throw new BadParameter("widths", widths, "names no width", "a falling list, [30, 20, 10]");
        for (int k = 1; k < widths.size(); k++)
            if (widths.get(k) >= widths.get(k - 1))
                throw new BadParameter(
                        "widths",
                        widths,
                        widths.get(k) + " is not below " + widths.get(k - 1) + " before it",
                        "a falling list");
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(THRESHOLD, HALF, PASSED, SETTLED, WIDTH, WEIGHTS, VIOLATED, OVER_FLOOR, VERDICT);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.WIDTH, Need.MARGINS);
    }

    @Override
    public int mostReplicas() {
        return 1;
    }

    @Override
    public boolean decides() {
        return true;
    }

    @Override
    public double evaluations(LandscapeSpec landscape, DynamicsSpec dynamics) {
        return (widths.size() + 1.0) * attempts * until * dynamics.evaluationsPerUnitTime(landscape);
    }

    @Override
    public Schedule schedule() {
        if (watch.isEmpty()) return Schedule.at(0.0);
        return Schedule.at(IntStream.range(0, (widths.size() + 1) * attempts)
                .asDoubleStream()
                .toArray());
    }

    @Override
    public void run(Bench bench) {
        Trainings trainings = new Trainings(bench);
        int first = bench.width();
        if (first <= widths.getFirst())
            throw new BadParameter(
                    "widths", widths, "begin at or above the width " + first + " of the landscape", "narrower ones");
        Training wide = trainings.at(first);
        if (!satisfies(wide))
            throw new BadParameter(
                    "landscape.layers",
                    first,
                    "is " + word(wide.verdict()) + " there, " + wide.violated() + " patterns violated",
                    "a width at which all patterns are satisfied, fewer patterns, or a longer training");
        double satisfied = wide.weights();
        int passed = 0;
        for (int width : widths) {
            Training training = trainings.at(width);
            if (satisfies(training)) {
                satisfied = training.weights();
            } else if (jams(training)) {
                jammed(bench, training, satisfied, passed);
                return;
            } else {
                passed++;
            }
        }
        throw new BadParameter(
                "protocol.widths",
                widths,
                "none is jammed: no threshold in the window, " + passed + " of them undecided or dead",
                "narrower ones, more patterns, or a longer training");
    }

    private boolean satisfies(Training training) {
        boolean below = violated.isPresent() && training.overFloor() < 1.0 - tolerance;
        return training.verdict() == Verdict.SATISFIED || below;
    }

    private boolean decides(Training training) {
        return satisfies(training) || training.verdict() == Verdict.JAMMED;
    }

    private boolean jams(Training training) {
        if (training.verdict() == Verdict.JAMMED) return true;
        int alive = training.violated() - training.dead();
        return violated.isPresent() && alive > violated.get() * training.weights();
    }

    private void jammed(Bench bench, Training training, double satisfied, int passed) {
        bench.record(THRESHOLD, 0.5 * (satisfied + training.weights()), 0.0);
        bench.record(HALF, 0.5 * (satisfied - training.weights()), 0.0);
        bench.record(PASSED, passed, 0.0);
        bench.record(SETTLED, training.verdict() == Verdict.JAMMED ? 1.0 : 0.0, 0.0);
        if (watch.isEmpty()) look(bench, training.x(), 0.0);
    }

    /** Asks the observables at a state of the present landscape. */
    private static void look(Bench bench, double[] x, double time) {
        double[][] states = {x};
        Ensemble seen = bench.startAt(states, bench.dynamics());
        if (time > 0.0) bench.move(seen, states, time);
        bench.follow(seen, Schedule.at(time));
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** How one ended. */
    private record Training(Verdict verdict, int violated, int dead, double overFloor, double weights, double[] x) {}

    /** One after another, each recorded. */
    private final class Trainings {
        private final Bench bench;
        private int done;

        Trainings(Bench bench) {
            this.bench = bench;
        }

        /** The first that decides at a width, or that of all attempts which violates fewest. */
        Training at(int width) {
            Training best = one(width);
            for (int k = 1; k < attempts && !decides(best); k++) {
                Training next = one(width);
                if (decides(next) || next.violated() < best.violated()) best = next;
            }
            return best;
        }

        private Training one(int width) {
            bench.rebuild(width);
            MarginLandscape network = (MarginLandscape) bench.model();
            Ensemble ensemble = bench.pilot(bench.dynamics());
            bench.follow(ensemble, Schedule.at(until));
            double[] x = new double[network.dimension()];
            ensemble.state(0, x);
            MarginCount count = new MarginCount(network);
            count.at(x);
            Verdict verdict = count.verdict(tolerance, deadShare);
            bench.record(WIDTH, width, done);
            bench.record(WEIGHTS, network.weights(), done);
            bench.record(VIOLATED, count.perWeight(), done);
            bench.record(OVER_FLOOR, count.overFloor(), done);
            bench.record(VERDICT, verdict.ordinal(), done);
            if (watch.isPresent()) look(bench, x, done);
            done++;
            return new Training(verdict, count.violated(), count.dead(), count.overFloor(), network.weights(), x);
        }
    }
}
