package rugged.observable.thermal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.Need;
import rugged.api.ObservableSpec;
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
 * How well a ladder of temperatures exchanges: the temperature of every rung, the mean acceptance between it and the next, how many states have gone from the
 * coldest rung to the hottest and back, and how long a round trip takes. Over the run so far, since the ladder was last re-spaced; written at t = 1, 2, 4 ...
 * times the first. A run without round trips has told its coldest rung nothing of the hottest. Not defined (NaN): the acceptance of the last rung, the duration
 * before the first trip. Costs nothing.
 *
 * <p>Source: Katzgraber, Trebst, Huse and Troyer, J. Stat. Mech. P03018 (2006).
 */
@Named(
        value = "exchanges",
        title = "Exchanges of a ladder",
        doc = "Acceptance of exchanges between neighbouring temperatures, and round trips between the ends of the"
                + " ladder.",
        source = "Katzgraber, Trebst, Huse and Troyer, J. Stat. Mech. P03018 (2006)",
        year = 2006,
        topics = {"one time", "replicas", "thermal"})
public record Exchanges(
        @Param(doc = "first time", symbol = "t", def = "1", min = 0.0, above = true)
        double first) implements ObservableSpec {
    private static final List<String> TIME = List.of("t");
    private static final List<String> RUNG = List.of("t", "rung");

    /** Temperature of a rung. */
    public static final Quantity TEMPERATURE =
            new Quantity("T_rung", "T_{k}", "J", RUNG, "temperature of the k-th rung, the coldest numbered 0");

    /** Acceptance of a pair. */
    public static final Quantity ACCEPTANCE = new Quantity(
            "a_swap", "a_{k}", "", RUNG, "mean probability that the exchange of rung k with the next one is accepted");

    /** Round trips. */
    public static final Quantity TRIPS = new Quantity(
            "trips", "n_{trip}", "", TIME, "states that have gone from the coldest rung to the hottest and back");

    /** Duration of a round trip. */
    public static final Quantity DURATION =
            new Quantity("t_trip", "\u03c4_{trip}", "", TIME, "mean duration of a round trip");

    @Override
    public List<Quantity> quantities() {
        return List.of(TEMPERATURE, ACCEPTANCE, TRIPS, DURATION);
    }

    @Override
    public double[] writes(Schedule schedule) {
        return Doubling.ends(first, schedule.singles());
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.LADDER);
    }

    @Override
    public String remark() {
        return "defined only for tempering";
    }

    @Override
    public Probe open(Model model, Streams random) {
        Doubling windows = new Doubling(first);
        return new Probe() {
            @Override
            public void at(Moment now, Sink out) {
                if (!now.single() || !windows.ends(now.time())) return;
                for (int r = 0; r < now.replicas(); r++) write(now.ladder(r), r, now.time(), out);
            }

            @Override
            public byte[] save() {
                return new Packed.Writer().put(windows.save()).bytes();
            }

            @Override
            public void load(byte[] saved) {
                windows.load(new Packed.Reader(saved).readDouble());
            }
        };
    }

    private static void write(Ladder ladder, int replica, double time, Sink out) {
        int last = ladder.rungs() - 1;
        for (int k = 0; k <= last; k++) {
            out.put(TEMPERATURE, replica, ladder.temperature(k), 0.0, time, k);
            out.put(ACCEPTANCE, replica, k < last ? ladder.acceptance(k) : Double.NaN, Double.NaN, time, k);
        }
        out.put(TRIPS, replica, ladder.trips(), Double.NaN, time);
        out.put(DURATION, replica, ladder.tripTime(), ladder.tripTimeError(), time);
    }
}
