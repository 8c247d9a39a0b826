package rugged.study.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rugged.api.DynamicsSpec;
import rugged.api.LandscapeSpec;
import rugged.api.ObservableSpec;
import rugged.api.ProtocolSpec;
import rugged.api.Quantity;
import rugged.api.Schedule;
import rugged.params.Numbers;
import rugged.study.read.Section.Bound;

/** Whether the windows of time that observables have fit into a run: an observable that writes at no time is refused, an average that begins with the start is warned of. */
final class Windows {
    private static final String AGE = "tw";

    private final boolean settled;
    private final Complaints complaints;
    private final Set<String> warnings;
    private final Set<List<Object>> seen = new HashSet<>();

    /** @param settled whether averages may begin with the start */
    Windows(boolean settled, Complaints complaints, Set<String> warnings) {
        this.settled = settled;
        this.complaints = complaints;
        this.warnings = warnings;
    }

    /** Checks some observables under a protocol. */
    void check(
            Bound<LandscapeSpec> landscape,
            Bound<DynamicsSpec> dynamics,
            Bound<ProtocolSpec> protocol,
            List<Bound<ObservableSpec>> observables) {
        double quantum = dynamics.spec().quantum(landscape.spec());
        if (!seen.add(List.of(protocol.spec(), quantum))) return;
        Schedule schedule = protocol.spec().schedule().rounded(quantum);
        if (schedule.size() == 0) return;
        for (Bound<ObservableSpec> observable : observables) {
            if (schedule.ages() == 0 && observable.spec().quantities().stream().allMatch(Windows::aged))
                complaints.add(
                        observable.at(),
                        "observe." + observable.name(),
                        observable.name() + " compares states with those at waiting times, and " + protocol.name()
                                + " has none",
                        "a protocol that has, such as waiting-times");
            else check(observable, schedule, settled || protocol.spec().settled());
        }
    }

    private static boolean aged(Quantity quantity) {
        return quantity.axes().contains(AGE);
    }

    private void check(Bound<ObservableSpec> observable, Schedule schedule, boolean quiet) {
        ObservableSpec spec = observable.spec();
        String path = "observe." + observable.name();
        if (spec.writes(schedule).length == 0) {
            complaints.add(
                    observable.at(),
                    path,
                    observable.name() + " writes at no time of this run",
                    "windows that begin before its end, t = " + Numbers.text(schedule.until()));
            return;
        }
        double oldest = 0.0;
        for (int a = 0; a < schedule.ages(); a++) oldest = Math.max(oldest, schedule.age(a));
        if (spec.youngest() > oldest)
            complaints.add(
                    observable.at(),
                    path,
                    observable.name() + " measures ages from " + Numbers.text(spec.youngest()) + " on",
                    "the oldest waiting time of the protocol is " + Numbers.text(oldest));
        String remark = spec.remark(schedule);
        if (!remark.isEmpty()) warnings.add(path + ": " + remark);
        if (!quiet && spec.averagesFrom() <= schedule.time(0))
            warnings.add(path + ": its averages over time begin with the start, which is not in equilibrium: from: T"
                    + " leaves out what comes before T");
    }
}
