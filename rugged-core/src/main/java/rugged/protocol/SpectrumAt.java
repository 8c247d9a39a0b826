package rugged.protocol;

import rugged.api.Bench;
import rugged.api.ProtocolSpec;
import rugged.api.Schedule;
import rugged.index.Named;

/**
 * Nothing moves: the observables are asked once, at the starting states. With {@code start: { is: file, file: ... }} these are given states, such as the ends
 * of a run: its folder, that of one of its points, or any .npy file. One-time quantities only.
 */
@Named(
        value = "spectrum-at",
        title = "At given states",
        doc = "Asks the observables once, at the starting states, and moves nothing: curvature at a given state.",
        topics = {"curvature", "one time"})
public record SpectrumAt() implements ProtocolSpec {
    @Override
    public void run(Bench bench) {
        bench.follow(bench.start(bench.dynamics()), schedule());
    }

    @Override
    public Schedule schedule() {
        return Schedule.waitingTimes(new double[] {0.0}, new double[0], 0.0);
    }
}
