package rugged.landscape.physical;

import rugged.api.model.Controlled;
import rugged.api.physical.Transfer;
import rugged.api.physical.Wiring;
import rugged.params.BadParameter;

/** A circuit whose task a control moves from one to another: the drops asked for are (1 - c) y_1 + c y_2. */
final class TwoTasks extends CircuitModel implements Controlled {
    private final Demand first;
    private final Demand second;
    private final double[] scratch;
    private Demand now;
    private double control;

    TwoTasks(Wiring wiring, int[] pairs, Terminals terminals, Demand first, Demand second, double control) {
        super(wiring, pairs, terminals, first);
        this.first = first;
        this.second = second;
        scratch = new double[first.y().length];
        this.control = control;
        now = between(control);
    }

    private TwoTasks(TwoTasks other) {
        super(other, other.first);
        first = other.first;
        second = other.second;
        scratch = new double[first.y().length];
        control = other.control;
        now = other.now;
    }

    private Demand between(double c) {
        if (c == 0.0) return first;
        if (c == 1.0) return second;
        double[] y = new double[first.y().length];
        for (int k = 0; k < y.length; k++) y[k] = (1.0 - c) * first.y()[k] + c * second.y()[k];
        return new Demand(first.inputs(), first.outputs(), first.x(), y, first.scale());
    }

    @Override
    Demand demand() {
        return now;
    }

    @Override
    public double control() {
        return control;
    }

    @Override
    public void control(double value) {
        if (!(value >= 0.0 && value <= 1.0))
            throw new BadParameter(
                    "control", value, "is not between two tasks", "from 0 (the first) to 1 (the second)");
        control = value;
        now = between(value);
    }

    @Override
    public int tasks() {
        return 2;
    }

    @Override
    public double cost(Transfer at, int task) {
        return at.solved() ? (task == 0 ? first : second).errors(at, scratch) : Double.NaN;
    }

    @Override
    public TwoTasks fork() {
        return new TwoTasks(this);
    }
}
