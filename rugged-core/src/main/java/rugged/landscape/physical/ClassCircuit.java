package rugged.landscape.physical;

import rugged.api.physical.Transfer;
import rugged.api.physical.Wiring;

/** A circuit whose drops stand for classes. */
final class ClassCircuit extends CircuitModel {
    private final ClassCodes codes;
    private final int[] labels;
    private final int[] testLabels;
    private final Demand tests;
    private final double[] drops;

    ClassCircuit(Wiring wiring, int[] pairs, Terminals terminals, ClassCodes codes) {
        super(wiring, pairs, terminals, demand(codes, false));
        this.codes = codes;
        labels = codes.labels(false);
        testLabels = codes.labels(true);
        tests = demand(codes, true);
        drops = new double[codes.outputs()];
    }

    private ClassCircuit(ClassCircuit other) {
        super(other, other.demand());
        codes = other.codes;
        labels = other.labels;
        testLabels = other.testLabels;
        tests = other.tests;
        drops = new double[other.drops.length];
    }

    private static Demand demand(ClassCodes codes, boolean tests) {
        double[] y = codes.drops(codes.labels(tests));
        return new Demand(codes.inputs(), codes.outputs(), codes.currents(tests), y, 1.0 / codes.outputs());
    }

    @Override
    public double wrong(Transfer at, boolean test) {
        Demand of = test ? tests : demand();
        int[] right = test ? testLabels : labels;
        if (right.length == 0 || !at.solved()) return Double.NaN;
        int wrong = 0;
        for (int a = 0; a < right.length; a++) {
            of.error(at, a, drops, 0);
            for (int j = 0; j < drops.length; j++) drops[j] += of.y()[a * drops.length + j];
            if (codes.nearest(drops) != right[a]) wrong++;
        }
        return (double) wrong / right.length;
    }

    @Override
    public ClassCircuit fork() {
        return new ClassCircuit(this);
    }
}
