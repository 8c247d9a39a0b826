package rugged.observable.physical;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rugged.api.LandscapeSpec;
import rugged.api.Need;
import rugged.api.ObservableSpec;
import rugged.api.Quantity;
import rugged.api.model.Model;
import rugged.api.motion.Probe;
import rugged.api.physical.Circuit;
import rugged.api.physical.PhysicalNetwork;
import rugged.api.physical.Transfer;
import rugged.index.Named;
import rugged.num.Streams;

/**
 * The cost of the present conductances in each task that the network knows, whichever it learns now, and its square root over that at the first observation; for classes the shares of training and test examples that are taken for another. One factorisation.
 */
@Named(
        value = "circuit-errors",
        title = "Errors of a physical network",
        doc = "Cost in each task, and shares of examples taken for another class.",
        topics = {"one time", "physical networks"})
public record CircuitErrors() implements ObservableSpec {
    static final Quantity COST = new Quantity(
            "cost_task",
            "E_{k}",
            "",
            List.of("t", "task"),
            "cost in task 0 or 1, (1/P) sum_a c |T x_a - y_a|^{2}; the present one for a network with one task");
    static final Quantity RATIO = new Quantity(
            "error_ratio",
            "r(t)",
            "",
            List.of("t", "task"),
            "square root of the cost in a task over that at the start");
    static final Quantity WRONG =
            new Quantity("wrong", "wrong", "", List.of("t"), "share of training examples nearest to another class");
    static final Quantity WRONG_TEST = new Quantity(
            "wrong_test", "wrong (test)", "", List.of("t"), "share of test examples nearest to another class");

    @Override
    public List<Quantity> quantities() {
        return List.of(COST, RATIO, WRONG, WRONG_TEST);
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.CIRCUIT);
    }

    @Override
    public double evaluations(LandscapeSpec landscape) {
        return 1.0;
    }

    @Override
    public Probe open(Model model, Streams random) {
        Circuit circuit = ((PhysicalNetwork) model).circuit();
        return new SinceStart((now, replica, first, out) -> {
            Transfer response = circuit.response(now.state(replica));
            for (int task = 0; task < circuit.tasks(); task++) {
                double cost = circuit.cost(response, task);
                double begun = first.value(replica, task, cost);
                out.put(COST, replica, cost, Double.NaN, now.time(), task);
                out.put(RATIO, replica, Math.sqrt(cost / begun), Double.NaN, now.time(), task);
            }
            out.put(WRONG, replica, circuit.wrong(response, false), Double.NaN, now.time());
            out.put(WRONG_TEST, replica, circuit.wrong(response, true), Double.NaN, now.time());
        });
    }
}
